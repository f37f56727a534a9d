import {gates} from "../model/ratingGate.ts";
import {type RatedTool, type RatingData} from "../model/ratingData.ts";
import {sevenRatings} from "../model/ratingKnown.ts";
import {sevenCriteria, type SevenKey} from "../schema/rating.ts";
import {type PlannerEffects} from "./browserEffects.ts";
import {chartFigure} from "./chartFigure.ts";
import {chooser} from "./chooser.ts";
import {percent, totalCell} from "./comparisonCell.ts";
import {textTable} from "./comparisonTable.ts";
import {element} from "./element.ts";
import {evaluationPareto, frontOf} from "./evaluationPareto.ts";
import {evaluationStability} from "./evaluationStability.ts";
import {type EvaluationState, evaluationToSearch, parseEvaluation} from "./evaluationState.ts";
import {type EvaluationRow, evaluationRows, evaluationSentence} from "./evaluationView.ts";
import {findFigure} from "./findFigure.ts";
import {logSlider} from "./logSlider.ts";
import {radioGroup} from "./radioGroup.ts";
import {scrollBox} from "./scrollBox.ts";

/** Bars in the chart of the draws: more names than this no one compares. */
const shownBars = 8;

/**
 * The framework at work: a kind of work, its gates and its weights, which the reader may change; the ranking with coverage and
 * intervals, how often each came to which place when the weights were drawn anew, and the front of two criteria.
 */
export function evaluationExplorer(data: RatingData, {document, address, later, width}: PlannerEffects): HTMLElement {
  const make = element(document);
  const profile = chooser(
    "profile",
    "Kind of work",
    data.profiles.map(({id, name}) => ({value: id, text: `${id}: ${name}`})),
    document
  );
  const league = radioGroup(
    "league",
    "Ranked among",
    [
      {value: "tools", text: "what you install"},
      {value: "services", text: "what you rent"}
    ],
    document
  );
  const spread = radioGroup(
    "spread",
    "Weights are drawn",
    [
      {value: "near", text: "close to those set"},
      {value: "loose", text: "loosely round them"},
      {value: "any", text: "any at all"}
    ],
    document
  );
  const axes = sevenCriteria.map(({key, id, name}) => ({value: key, text: `${id} ${name}`}));
  const [x, y] = [chooser("x", "To the right", axes, document), chooser("y", "Upwards", axes, document)];
  const sliders = data.criteria.map(({id, name}) => ({
    id,
    slider: logSlider(
      {
        ...{name: `weight-${id}`, label: `${id} ${name}`, unit: "1", slider: [0, 30], minimum: 0, maximum: 100},
        ...{scale: "linear" as const, whole: true}
      },
      document
    )
  }));
  const asked = make("p", {class: "hint"});
  const form = make("form", {class: "controls", "aria-label": "Kind of work and weights", novalidate: true}, [
    make("fieldset", {}, [make("legend", {}, ["Your work"]), profile.node, asked, league.node, spread.node]),
    make("details", {}, [make("summary", {}, ["Weights of the criteria"]), ...sliders.map(({slider}) => slider.node)]),
    make("button", {type: "reset"}, ["Start again"])
  ]);
  const sentence = make("p", {id: "answer", "aria-live": "polite", "aria-atomic": "true"});
  const problems = make("div", {class: "problems", role: "alert"});
  const table = make("div");
  const bars = make("div", {class: "chart-box short"});
  const front = make("div", {class: "chart-box"});
  let state: EvaluationState;
  let rows: readonly EvaluationRow[] = [];

  const paint = () => {
    rows = evaluationRows(data, state);
    sentence.textContent = evaluationSentence(rows, data, state);
    const gateKeys = data.profiles.find(({id}) => id === state.profile)?.gates ?? [];
    asked.textContent = gateKeys.length === 0 ? "No gate." : `Gates: ${gateKeys.map((key) => gates[key]).join("; ")}.`;
    table.replaceChildren(scrollBox(rankingTable(rows, document), "Ranking"));
    later(paintCharts);
  };
  const paintCharts = () => {
    const size = {width: width(), document};
    const ranked = rows.flatMap(({tool, stability}) => (stability ? [{tool, stability}] : []));
    const shown = ranked.slice(0, shownBars).map(({tool, stability}) => ({name: tool.name, shares: stability.shares}));
    bars.replaceChildren(
      chartFigure(evaluationStability(shown, size), {
        title: "How often each came to which place",
        note:
          ranked.length > shownBars ? `The first ${shownBars}; the table holds all.` : "With the weights drawn anew.",
        name: "rank-stability",
        table: stabilityTable(ranked, document)
      })
    );
    const of = (tool: RatedTool, key: string) => sevenRatings(tool, data.criteria)[key as SevenKey].rating;
    const points = rows
      .filter(({rank}) => rank !== null)
      .map(({tool}) => ({name: tool.name, x: of(tool, state.x), y: of(tool, state.y)}));
    const label = (key: string) => axes.find(({value}) => value === key)?.text ?? key;
    const onFront = frontOf(points);
    const lost = points.filter((point) => point.x === null || point.y === null).length;
    front.replaceChildren(
      chartFigure(evaluationPareto(points, {...size, xLabel: label(state.x), yLabel: label(state.y)}), {
        title: "Who is beaten by none on two criteria",
        note: `No weights are needed for this.${lost > 0 ? ` ${lost} without a rating are left out.` : ""}`,
        name: "pareto-front",
        table: textTable(
          {
            heads: ["tool", label(state.x), label(state.y), "on the front"],
            rows: points.map((point) => [
              point.name,
              point.x === null ? "–" : point.x.toFixed(1),
              point.y === null ? "–" : point.y.toFixed(1),
              onFront.includes(point.name) ? "yes" : "no"
            ])
          },
          {caption: "Ratings on two criteria", document}
        )
      })
    );
  };
  const write = () => {
    profile.write(state.profile);
    league.write(state.league);
    spread.write(state.spread);
    x.write(state.x);
    y.write(state.y);
    for (const {id, slider} of sliders) slider.write(state.weights[id] ?? 0);
  };
  const show = (found: readonly string[]) =>
    problems.replaceChildren(...found.map((text) => make("p", {class: "error"}, [`${text}.`])));
  const fromAddress = () => {
    const read = parseEvaluation(address.read(), data);
    state = read.state;
    write();
    show(read.problems);
    paint();
  };
  let moving = false;
  const changed = (event: Event) => {
    const isProfile = (event.target as HTMLInputElement).name === "profile";
    const texts = {
      ...{profile: profile.read(), league: league.read(), spread: spread.read(), x: x.read(), y: y.read()},
      ...(isProfile ? {} : {weights: sliders.map(({slider}) => slider.read()).join(",")})
    };
    const read = parseEvaluation(`?${new URLSearchParams(texts).toString()}`, data);
    state = read.state;
    if (isProfile) write();
    show(read.problems);
    (moving ? address.replace : address.push)(evaluationToSearch(state, data));
    moving = true;
    paint();
  };
  for (const place of [form, x.node, y.node]) {
    place.addEventListener("input", changed);
    place.addEventListener("change", () => (moving = false));
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    address.push("");
    fromAddress();
  });
  address.onBack(fromAddress);
  fromAddress();
  for (const name of ["rankStability", "paretoFront"]) findFigure(document, name, {})?.remove();
  return make("div", {class: "planner"}, [
    form,
    make("div", {class: "planner-result"}, [problems, sentence, bars]),
    make("div", {class: "planner-wide"}, [table, make("div", {class: "filters"}, [x.node, y.node]), front])
  ]);
}

function rankingTable(rows: readonly EvaluationRow[], document: Document): HTMLTableElement {
  const share = ({stability}: EvaluationRow, places: number) =>
    stability === null ? "–" : percent(stability.shares.slice(0, places).reduce((sum, value) => sum + value, 0));
  return textTable(
    {
      heads: [
        "rank",
        "tool",
        "total",
        "evidence covers",
        "first in",
        "first three in",
        "mean rank",
        "on the front",
        "why no rank"
      ],
      rows: rows.map((row) => [
        row.rank === null ? "–" : String(row.rank),
        row.tool.name,
        totalCell(row.total),
        percent(row.total.coverage),
        share(row, 1),
        share(row, 3),
        row.stability === null ? "–" : row.stability.meanRank.toFixed(1),
        row.onFront === null ? "–" : row.onFront ? "yes" : "no",
        row.excluded ?? ""
      ])
    },
    {
      caption: "Totals from 1 to 5 with their interval, the share of the weights with evidence, and what the draws say",
      document,
      head: 1,
      grey: (row) => rows[row]!.excluded !== null,
      link: (row) => `./tools/${rows[row]!.tool.slug}.html`
    }
  );
}

function stabilityTable(
  rows: readonly {readonly tool: RatedTool; readonly stability: {readonly shares: readonly number[]}}[],
  document: Document
): HTMLTableElement {
  const places = Math.min(5, rows.length);
  return textTable(
    {
      heads: ["tool", ...Array.from({length: places}, (_, rank) => `rank ${rank + 1}`)],
      rows: rows.map(({tool, stability}) => [tool.name, ...stability.shares.slice(0, places).map(percent)])
    },
    {caption: "Share of the draws at each of the first places", document}
  );
}
