import {type CostAnswer} from "../model/cost.ts";
import {costAll} from "../model/costAll.ts";
import {type CostAxis} from "../model/costAxis.ts";
import {costCurves} from "../model/costCurves.ts";
import {type CostFacts} from "../model/costMeter.ts";
import {costOffers} from "../model/costOffers.ts";
import {costSensitivity} from "../model/costSensitivity.ts";
import {costSentence} from "../model/costSentence.ts";
import {type CostWorkload} from "../model/costWorkload.ts";
import {costWorkloadToSearch} from "../model/costWorkloadToSearch.ts";
import {parseCostWorkload} from "../model/parseCostWorkload.ts";
import {type PriceFilter, pricesSql} from "../queries/prices.ts";
import {type OfferRow, type PriceRow} from "../schema/cloud.ts";
import {type PlannerEffects} from "./browserEffects.ts";
import {chartFigure} from "./chartFigure.ts";
import {chooser} from "./chooser.ts";
import {costByLengthChart} from "./costByLengthChart.ts";
import {costControls} from "./costControls.ts";
import {costEdges} from "./costEdges.ts";
import {costFilters, noPriceFilter, priceFilterNames} from "./costFilters.ts";
import {costFrontierChart} from "./costFrontierChart.ts";
import {costSensitivityTable} from "./costSensitivityTable.ts";
import {costSources} from "./costSources.ts";
import {costTable} from "./costTable.ts";
import {element} from "./element.ts";
import {findFigure} from "./findFigure.ts";
import {logSlider} from "./logSlider.ts";
import {type Ask} from "./openMeasurements.ts";
import {rowsTable} from "./rowsTable.ts";
import {scrollBox} from "./scrollBox.ts";

/** What the cost page needs of the world around it. */
export interface CostEffects extends PlannerEffects {
  /** Opens DuckDB; called with the first filter and not before. */
  readonly open: () => Promise<Ask>;
  /** The reader's day, ISO 8601. */
  readonly today: () => string;
}

const stepServices = new Set(costOffers.filter(({life}) => life === "steps").map(({service}) => service));
const workOffers = costOffers.filter(({service}) => !stepServices.has(service));
const sourcesId = "cost-sources";
const usualSwing = 20;

/**
 * The cost page: the work, the answer in one sentence, all offers with their prices' sources, money against time, where one
 * way becomes cheaper than another, and what follows if a figure is off. Sentence and table are painted with the event.
 */
export function costPlanner(
  facts: CostFacts & {readonly offers: readonly OfferRow[]},
  effects: CostEffects
): HTMLElement {
  const {document, address, later, width, open, today} = effects;
  const make = element(document);
  const names = new Map(facts.offers.map(({service, name}) => [service, name]));
  const nameOf = (service: string) => names.get(service) ?? service;
  const controls = costControls(document);
  const filters = costFilters(facts.prices, document);
  const axis = chooser(
    "axis",
    "Along the bottom",
    [
      {value: "seconds", text: "length of a task"},
      {value: "tasks", text: "number of tasks"}
    ],
    document
  );
  const swing = logSlider(
    {
      ...{name: "swing", label: "Off by, per cent", unit: "1", slider: [1, 90], minimum: 1, maximum: 90},
      ...{whole: true, scale: "linear" as const}
    },
    document
  );
  const sentence = make("p", {id: "answer", "aria-live": "polite", "aria-atomic": "true"});
  const problems = make("div", {class: "problems", role: "alert"});
  const status = make("p", {role: "status", class: "hint"});
  const sources = make("div", {id: sourcesId, popover: "auto", class: "provenance"});
  const places = {
    table: make("div"),
    steps: make("div"),
    frontier: make("div", {class: "chart-box"}),
    curves: make("div", {class: "chart-box"}),
    edges: make("div", {class: "edges"}),
    sensitivity: make("div")
  };
  const section = (title: string, ...content: Node[]) => make("section", {}, [make("h2", {}, [title]), ...content]);
  const node = make("div", {class: "planner"}, [
    controls.form,
    make("div", {class: "planner-result"}, [
      problems,
      sentence,
      places.frontier,
      section("All offers", filters.form, status, places.table),
      section("What an orchestrator adds", places.steps),
      section("Cost by length and number of tasks", axis.node, places.curves),
      section("Where one becomes cheaper than another", places.edges),
      section("If a figure is off", swing.node, places.sensitivity),
      sources
    ])
  ]);

  let workload: CostWorkload;
  let filter: PriceFilter = noPriceFilter;
  let prices = facts.prices;
  let answers: readonly CostAnswer[] = [];
  let asking: Promise<Ask> | undefined;
  let turn = 0;

  const current = (): CostFacts => ({prices, limits: facts.limits, sizes: facts.sizes});
  const asked = ({provider}: CostAnswer) =>
    filter.provider === "" || provider === filter.provider || provider === "any";
  const work = (one: CostWorkload, known: CostFacts = current()) => costAll(one, known, workOffers).filter(asked);
  const ofProvider = (one: CostWorkload, provider: string) =>
    costAll(
      one,
      current(),
      workOffers.filter((offer) => offer.provider === provider)
    );

  const paint = () => {
    const all = costAll(workload, current()).filter(asked);
    const options = {nameOf, today: today(), sourcesId, document};
    answers = all;
    const [steps, offers] = [all.filter(isStep), all.filter((answer) => !isStep(answer))];
    sentence.textContent = costSentence(offers, nameOf);
    const caption = "Every offer for this job, the cheapest first; a price opens its sources";
    places.table.replaceChildren(scrollBox(costTable(offers, {...options, caption}), "All offers"));
    const added = "Steps only: these come on top of the service that does the work";
    places.steps.replaceChildren(scrollBox(costTable(steps, {...options, caption: added}), "Orchestrators"));
    later(() => paintRest(offers));
  };
  const paintRest = (offers: readonly CostAnswer[]) => {
    const size = {width: width(), document};
    const points = offers.map((answer) => ({...answer, name: nameOf(answer.service)}));
    const can = points.filter(({feasible}) => feasible);
    places.frontier.replaceChildren(
      chartFigure(costFrontierChart(points, size), {
        title: "Money against time for this job",
        note: "The line joins the offers that none beats in both.",
        name: "cost-frontier",
        table: rowsTable(
          can.map(({name, provider, usd, seconds}) => ({name, provider, usd, seconds})),
          "Price of the job in USD, and when it is done",
          document
        )
      })
    );
    const along: CostAxis = axis.read() === "tasks" ? "tasks" : "seconds";
    const rows = costCurves(workload, along, work).map((row) => ({...row, name: nameOf(row.service)}));
    places.curves.replaceChildren(
      chartFigure(costByLengthChart(rows, {...size, axis: along, here: workload[along]}), {
        title: along === "seconds" ? "A million tasks, by the length of a task" : "A million tasks, by their number",
        note: "A curve ends where a limit excludes its offer.",
        name: "cost-curves",
        table: rowsTable(
          rows.map(({name, value, per_million_usd}) => ({name, [along]: value, per_million_usd})),
          "Cost of a million tasks in USD",
          document
        )
      })
    );
    later(() => paintEdges(offers));
  };
  const paintEdges = (offers: readonly CostAnswer[]) => {
    places.edges.replaceChildren(costEdges(workload, offers, {nameOf, ask: ofProvider, document}));
    const first = offers.find(({feasible, provider}) => feasible && provider !== "any" && provider !== "kubernetes");
    const share = Number(swing.read()) / 100;
    if (!first || !(share > 0 && share < 1)) return void places.sensitivity.replaceChildren();
    const found = costSensitivity(first.service, workload, current(), share, work);
    const table = costSensitivityTable(found, {service: first.service, nameOf, document});
    places.sensitivity.replaceChildren(scrollBox(table, "If a figure is off"));
  };
  const isStep = ({service}: CostAnswer) => stepServices.has(service);

  const show = (found: readonly string[]) => {
    problems.replaceChildren(...found.map((text) => make("p", {class: "error"}, [`${text}.`])));
    controls.mark(found.map((text) => text.split(" ")[0] as string));
  };
  const narrow = async () => {
    const mine = ++turn;
    const wrong = filters.problems(filter);
    const isSet = priceFilterNames.some((name) => filter[name] !== "");
    const say = (text: string, kind = "hint") => {
      status.className = kind;
      status.textContent = text;
    };
    if (wrong.length > 0) return say(`${wrong.join(". ")}.`, "error");
    try {
      if (isSet) {
        say("Opening the prices: the database engine is loading …");
        asking ??= open();
        const rows = (await (await asking)(pricesSql(filter))) as readonly PriceRow[];
        if (mine !== turn) return;
        prices = rows;
        say(`The offers rest on the ${rows.length} filtered prices; what has none is left out.`);
      } else {
        prices = facts.prices;
        say("");
      }
      paint();
    } catch (error) {
      asking = undefined;
      say(
        `The prices could not be asked: ${error instanceof Error ? error.message : String(error)}. All of them are used.`,
        "error"
      );
    }
  };

  const search = () => {
    const made = costWorkloadToSearch(workload);
    for (const name of priceFilterNames) if (filter[name] !== "") made.set(name, filter[name]);
    if (axis.read() === "tasks") made.set("axis", "tasks");
    if (swing.read() !== String(usualSwing)) made.set("swing", swing.read());
    const text = made.toString();
    return text === "" ? "" : `?${text}`;
  };
  const fromAddress = () => {
    const texts = Object.fromEntries(new URLSearchParams(address.read()));
    const read = parseCostWorkload(texts);
    workload = read.workload;
    controls.write(workload);
    filter = {...noPriceFilter, ...Object.fromEntries(priceFilterNames.map((name) => [name, texts[name] ?? ""]))};
    filters.write(filter);
    axis.write(texts.axis ?? "seconds");
    const share = Number(texts.swing ?? usualSwing);
    const good = Number.isInteger(share) && share >= 1 && share <= 90;
    swing.write(good ? share : usualSwing);
    const oddAxis = texts.axis !== undefined && !["seconds", "tasks"].includes(texts.axis);
    show([
      ...read.problems,
      ...(good ? [] : [`swing must be a whole number 1…90, got ${texts.swing}`]),
      ...(oddAxis ? [`axis must be one of seconds, tasks, got ${texts.axis}`] : [])
    ]);
    paint();
    if (priceFilterNames.some((name) => filter[name] !== "") || prices !== facts.prices) void narrow();
  };
  // The first move of a control makes a new entry, the rest of that move changes it: Back leads to what was there before.
  let moving = false;
  const moved = () => {
    (moving ? address.replace : address.push)(search());
    moving = true;
  };
  controls.form.addEventListener("input", () => {
    const read = parseCostWorkload(controls.read());
    show(read.problems);
    workload = read.workload;
    moved();
    paint();
  });
  swing.node.addEventListener("input", () => {
    moved();
    later(() => paintEdges(answers.filter((answer) => !isStep(answer))));
  });
  for (const place of [controls.form, swing.node]) place.addEventListener("change", () => (moving = false));
  for (const {form} of [controls, filters]) form.addEventListener("submit", (event) => event.preventDefault());
  axis.node.addEventListener("change", () => {
    address.push(search());
    paint();
  });
  const filtered = () => {
    filter = filters.read();
    address.push(search());
    void narrow();
  };
  filters.form.addEventListener("change", filtered);
  filters.form.addEventListener("reset", (event) => {
    event.preventDefault();
    filters.write(noPriceFilter);
    filtered();
  });
  // Before the browser opens the popover: one place serves every price.
  node.addEventListener(
    "click",
    (event) => {
      const button = (event.target as Element).closest("[data-service]");
      const answer = answers.find(({service}) => service === button?.getAttribute("data-service"));
      if (!answer) return;
      sources.replaceChildren(
        make("strong", {}, [nameOf(answer.service)]),
        costSources(answer.prices, today(), document),
        make("p", {}, [answer.assumptions.length > 0 ? "What it assumes:" : ""]),
        make(
          "ul",
          {class: "assumptions"},
          answer.assumptions.map((text) => make("li", {}, [text]))
        )
      );
    },
    true
  );
  address.onBack(fromAddress);
  fromAddress();
  // The chapter's own figures show the first job, for readers without script.
  for (const figure of ["costFrontier", "costByLength"]) findFigure(document, figure, {})?.remove();
  for (const table of document.querySelectorAll('[data-table="cost"], [data-table="costSteps"]'))
    table.closest(".scroll")?.replaceWith(make("p", {}, ["The lists above hold them, for your job."]));
  return node;
}
