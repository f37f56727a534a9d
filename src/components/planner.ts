import {type Answer} from "../model/answer.ts";
import {explain, fitOf} from "../model/explain.ts";
import {type Fit} from "../model/fit.ts";
import {type ToolFactsBySlug} from "../model/toolFacts.ts";
import {parseWorkload} from "../model/parseWorkload.ts";
import {rank} from "../model/rank.ts";
import {toolName} from "../model/toolName.ts";
import {type Workload} from "../model/workload.ts";
import {workloadFromSearch} from "../model/workloadFromSearch.ts";
import {workloadToSearch} from "../model/workloadToSearch.ts";
import {browserEffects, type PlannerEffects} from "./browserEffects.ts";
import {breakEvenList} from "./breakEvenList.ts";
import {chartFigure} from "./chartFigure.ts";
import {chooser} from "./chooser.ts";
import {codeSample} from "./codeSample.ts";
import {element} from "./element.ts";
import {findFigure} from "./findFigure.ts";
import {flipsList} from "./flipsList.ts";
import {formulaWithNumbers} from "./formulaWithNumbers.ts";
import {machineFile} from "./machineFile.ts";
import {partsBar} from "./partsBar.ts";
import {plannerChart} from "./plannerChart.ts";
import {plannerControls} from "./plannerControls.ts";
import {rankingTable} from "./rankingTable.ts";
import {scrollBox} from "./scrollBox.ts";
import {seriesLabel} from "./seriesLabel.ts";
import {setInSearch} from "./setInSearch.ts";

export interface PlannerInput {
  readonly fits: readonly Fit[];
  /** The tools' descriptions by slug: what gates and effort ask. */
  readonly facts?: ToolFactsBySlug;
  /** Seconds of a step of plain Python on the machine of the fits. */
  readonly referenceStepSeconds?: number | null;
}

/**
 * The planner: a form for the reader's work, the answer in one sentence, and what it rests on. Sentence, ranking, band and
 * formula are painted with the event that changed them; break-even points, flips and charts follow after the frame.
 */
export function planner(
  {fits: measured, facts = {}, referenceStepSeconds = null}: PlannerInput,
  effects: PlannerEffects = browserEffects(globalThis.window)
): HTMLElement {
  const {document, address, later, width, kept = {read: () => null, write: () => {}}} = effects;
  const make = element(document);
  const controls = plannerControls(document);
  const axis = chooser(
    "axis",
    "Along the bottom",
    [
      {value: "tasks", text: "number of tasks"},
      {value: "seconds", text: "length of a task"}
    ],
    document
  );
  const sentence = make("p", {id: "answer", "aria-live": "polite", "aria-atomic": "true"});
  const problems = make("div", {class: "problems", role: "alert"});
  const places = {
    runnerUp: make("p", {class: "runner-up"}),
    ranking: make("div"),
    edges: make("div", {class: "edges"}),
    flips: make("div"),
    formula: make("div"),
    code: make("div"),
    chart: make("div", {class: "chart-box"}),
    parts: make("div", {class: "chart-box"}),
    excluded: make("div")
  };
  const own = machineFile({fits: measured, referenceStepSeconds}, {document, kept}, (machine) => {
    // The reader's machine brings its cores; forgetting it leaves the cores as they are.
    if (machine) {
      workload = {...workload, cores: Math.min(128, machine.cores)};
      controls.write(workload);
      address.push(search());
    }
    paint();
  });
  const section = (title: string, ...content: Node[]) => make("section", {}, [make("h2", {}, [title]), ...content]);
  const node = make("div", {class: "planner"}, [
    controls.form,
    make("div", {class: "planner-result"}, [
      problems,
      sentence,
      places.runnerUp,
      axis.node,
      places.chart,
      section("Where it begins to pay", places.edges),
      section("What would change the answer", places.flips),
      own.node,
      section("The formula with your numbers", places.formula),
      section("The code", places.code)
    ]),
    make("div", {class: "planner-wide"}, [
      section("All tools", places.ranking, places.excluded),
      section("Where the time goes", places.parts)
    ])
  ]);

  let workload: Workload;
  const paint = () => {
    const answer = rank(workload, own.fits(), facts);
    sentence.textContent = answer.answer;
    paintFrame(answer);
    later(() => paintEdges(answer));
  };
  const paintFrame = (answer: Answer) => {
    const [first] = answer.ranking;
    places.ranking.replaceChildren(scrollBox(rankingTable(answer, document), "All tools for this workload"));
    if (!first) return;
    places.runnerUp.textContent = runnerUpText(answer);
    places.formula.replaceChildren(formulaWithNumbers(first, fitOf(first, own.fits()), workload, document));
    places.code.replaceChildren(codeSample({...first, chunk: workload.chunk}, document));
  };
  const paintEdges = (answer: Answer) => {
    const [first, second] = answer.ranking;
    // The plain loop has no edge of its own: show the edges of the tool that comes nearest. One tool's edges are found soon;
    // those of all tools follow.
    const nearest = first?.tool === "serial" ? second : first;
    const {ranking, flips} = explain({...answer, ranking: nearest ? [nearest] : []}, own.fits(), facts);
    const [subject] = ranking;
    places.edges.replaceChildren(
      ...(subject
        ? [
            make("p", {class: "hint"}, [`${seriesLabel(subject)} against the plain loop:`]),
            breakEvenList(subject, document)
          ]
        : [])
    );
    places.flips.replaceChildren(flipsList(flips, nameOf, document));
    places.excluded.replaceChildren(excludedList(answer, facts, document));
    later(() => paintRest(explain(answer, own.fits(), facts)));
  };
  const paintRest = (answer: Answer) => {
    paintFrame(answer);
    paintCharts(answer);
  };
  const paintCharts = (answer: Answer) => {
    const size = {width: width(), document};
    const along = axis.read() === "seconds" ? "seconds" : "tasks";
    places.chart.replaceChildren(
      chartFigure(plannerChart({fits: own.fits(), workload, answer}, {...size, axis: along}), {
        title:
          along === "tasks"
            ? "How long the run takes, by the number of tasks"
            : "How long the run takes, by the length of a task",
        note: "Bands hold eight of ten runs; dashed is extrapolated; a ring is where a tool begins to pay.",
        name: "planner"
      })
    );
    places.parts.replaceChildren(partsBar(answer.ranking.slice(0, 6), size));
  };
  const show = (found: readonly string[]) => {
    problems.replaceChildren(...found.map((text) => make("p", {class: "error"}, [`${text}.`])));
    controls.mark(found.map((text) => text.split(" ")[0] as string));
  };

  const fromAddress = () => {
    const read = workloadFromSearch(address.read());
    workload = read.workload;
    controls.write(workload);
    const along = new URLSearchParams(address.read()).get("axis");
    axis.write(along === "seconds" ? "seconds" : "tasks");
    show(
      along === null || along === "seconds" || along === "tasks"
        ? read.problems
        : [...read.problems, `axis must be one of tasks, seconds, got ${along}`]
    );
    paint();
  };
  const search = () => {
    return setInSearch(workloadToSearch(workload), {axis: axis.read() === "seconds" ? "seconds" : null});
  };
  // The first move of a control makes a new entry, the rest of that move changes it: Back leads to what was there before.
  let moving = false;
  controls.form.addEventListener("input", () => {
    const read = parseWorkload(controls.read());
    show(read.problems);
    workload = read.workload;
    if (moving) address.replace(search());
    else address.push(search());
    moving = true;
    paint();
  });
  controls.form.addEventListener("change", () => (moving = false));
  controls.form.addEventListener("submit", (event) => event.preventDefault());
  axis.node.addEventListener("change", () => {
    address.push(search());
    paint();
  });
  address.onBack(fromAddress);
  fromAddress();
  // The chapter's own answer and chart are for the default workload, for readers without script.
  for (const name of ["plannerAnswer", "plannerChart"]) findFigure(document, name, {})?.remove();
  return node;
}

/** `joblib:loky` in words. */
function nameOf(key: string): string {
  const [tool = "", variant = "default"] = key.split(":");
  return toolName({tool, variant});
}

function runnerUpText({ranking: [, second], runner_up}: Answer): string {
  return second && runner_up ? `Runner-up: ${seriesLabel(second)}, ${runner_up.why}.` : "";
}

/** What the requirements leave out and why, how many they leave, and what no ranking may hold. */
function excludedList({excluded, not_compared, ranking, workload}: Answer, facts: ToolFactsBySlug, document: Document) {
  const make = element(document);
  const list = (title: string, count: number, rows: readonly (readonly [string, string])[]) =>
    rows.length === 0
      ? null
      : make("details", {}, [
          make("summary", {}, [`${title}: ${count}`]),
          make(
            "ul",
            {},
            rows.map(([name, reason]) => make("li", {}, [`${name}: ${reason}`]))
          )
        ]);
  const asked = requirementsText(workload);
  const left = ranking.filter(({tool}) => tool !== "serial").length;
  return make("div", {}, [
    asked === "" ? null : make("p", {class: "hint"}, [`You ask for ${asked}: ${left} ways are left.`]),
    list(
      "Left out",
      excluded.length,
      excluded.map(({tool, reason}) => {
        const [slug = "", variant = "default", start_method = "none"] = tool.split(":");
        return [seriesLabel({tool: slug, variant, start_method}), reason];
      })
    ),
    list(
      "Not compared",
      not_compared.length,
      [...new Set(not_compared.map(({reason}) => reason))].map((reason) => [
        not_compared
          .filter((one) => one.reason === reason)
          .map(({tool}) => facts[tool]?.name ?? tool)
          .join(", "),
        reason
      ])
    )
  ]);
}

function requirementsText({need, python, licence, noService}: Workload): string {
  const needs = {
    none: "",
    state: "state or new tasks while it runs",
    queue: "a queue that outlives its sender",
    history: "a schedule and a history of runs"
  };
  return [
    needs[need],
    python === "any" ? "" : `Python ${python}`,
    licence === "any" ? "" : `a ${licence} licence`,
    noService ? "no service that runs all the time" : ""
  ]
    .filter((text) => text !== "")
    .join(", ");
}
