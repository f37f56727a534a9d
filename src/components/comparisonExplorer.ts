import {type RatingData} from "../model/ratingData.ts";
import {type PlannerEffects} from "./browserEffects.ts";
import {chooser} from "./chooser.ts";
import {comparisonControls} from "./comparisonControls.ts";
import {comparisonCsv, comparisonMarkdown} from "./comparisonCopy.ts";
import {comparisonToSearch, type ComparisonState, parseComparison, presetWeights} from "./comparisonState.ts";
import {comparisonText, comparisonWords, textTable} from "./comparisonTable.ts";
import {type ComparisonView, comparisonSentence, comparisonView, type LeagueView} from "./comparisonView.ts";
import {comparisonWhy} from "./comparisonWhy.ts";
import {element} from "./element.ts";
import {scrollBox} from "./scrollBox.ts";

/** What the comparison needs of the world around it. */
export interface ComparisonEffects extends Omit<PlannerEffects, "width" | "later"> {
  /** Puts a text on the clipboard; rejects where the browser refuses. */
  readonly copy: (text: string) => Promise<void>;
}

const titles = {tools: "What you install", services: "What you rent"} as const;

/**
 * The comparison: category, kind of work, gates, weights and sorting above; the answer, the ratings, the same in words, and
 * why each score of one tool is what it is. All of it stands in the address; tables are copied as Markdown or CSV.
 */
export function comparisonExplorer(data: RatingData, {document, address, copy}: ComparisonEffects): HTMLElement {
  const make = element(document);
  const controls = comparisonControls(data, document);
  const sentence = make("p", {id: "answer", "aria-live": "polite", "aria-atomic": "true"});
  const problems = make("div", {class: "problems", role: "alert"});
  const said = make("p", {role: "status", "aria-live": "polite", class: "hint"});
  const refused = make("textarea", {rows: 6, hidden: true, readonly: true, "aria-label": "The text to copy"});
  const ratings = make("div", {class: "comparison-tables"});
  const words = make("details", {class: "behind"}, [make("summary", {}, ["The same in words"])]);
  const whyTool = chooser(
    "tool",
    "Why these scores? Choose a tool",
    [{value: "", text: "none"}, ...data.tools.map(({slug, name}) => ({value: slug, text: name}))],
    document
  );
  const why = make("div");
  const button = (text: string) => make("button", {type: "button"}, [text]);
  const [markdown, csv] = [button("Copy as Markdown"), button("Copy as CSV")];
  let state: ComparisonState;
  let view: ComparisonView;

  const box = (league: LeagueView["league"], table: HTMLTableElement, label: string) =>
    scrollBox(table, `${titles[league]}: ${label}`);
  const paint = () => {
    view = comparisonView(data, state);
    sentence.textContent = comparisonSentence(view);
    ratings.replaceChildren(
      ...view.leagues.map((league) =>
        box(
          league.league,
          textTable(comparisonText(league, data), {
            caption: `${titles[league.league]}: ${league.rows.length} of ${data.tools.filter((tool) => tool.league === league.league).length}, ratings from 1 to 5 with interval and evidence`,
            document,
            head: 1,
            grey: (row) => league.rows[row]!.excluded !== null,
            link: (row) => `./tools/${league.rows[row]!.tool.slug}.html`
          }),
          "ratings"
        )
      )
    );
    words.replaceChildren(
      words.firstChild!,
      ...view.leagues.map((league) =>
        box(
          league.league,
          textTable(comparisonWords(league), {caption: titles[league.league], document, words: true}),
          "in words"
        )
      )
    );
    const chosen = data.tools.find(({slug}) => slug === state.tool);
    why.replaceChildren(
      ...(chosen ? [scrollBox(comparisonWhy(chosen, data, document), `Scores of ${chosen.name}`)] : [])
    );
  };
  const show = (found: readonly string[]) =>
    problems.replaceChildren(...found.map((text) => make("p", {class: "error"}, [`${text}.`])));
  const fromAddress = () => {
    const read = parseComparison(address.read(), data);
    state = read.state;
    controls.write(state);
    whyTool.write(state.tool);
    show(read.problems);
    paint();
  };
  // The first move of a control makes a new entry, the rest of that move changes it.
  let moving = false;
  const moved = () => {
    (moving ? address.replace : address.push)(comparisonToSearch(state, data));
    moving = true;
  };
  const changed = (event: Event) => {
    const texts = controls.read();
    // A new kind of work brings its own weights.
    if ((event.target as HTMLInputElement).name === "profile") {
      const preset = presetWeights(data, texts.profile ?? "");
      texts.weights = Object.values(preset).join(",");
    }
    const read = parseComparison(`?${new URLSearchParams({...texts, tool: state.tool}).toString()}`, data);
    state = read.state;
    if ((event.target as HTMLInputElement).name === "profile") controls.write(state);
    show(read.problems);
    moved();
    paint();
  };
  controls.form.addEventListener("input", changed);
  controls.form.addEventListener("change", () => (moving = false));
  controls.form.addEventListener("submit", (event) => event.preventDefault());
  controls.form.addEventListener("reset", (event) => {
    event.preventDefault();
    address.push("");
    fromAddress();
  });
  whyTool.node.addEventListener("change", () => {
    state = {...state, tool: whyTool.read()};
    address.push(comparisonToSearch(state, data));
    paint();
  });
  const copied = async (name: string, text: string, rows: number) => {
    try {
      await copy(text);
      refused.hidden = true;
      said.textContent = `Copied as ${name}: ${rows} rows.`;
    } catch {
      refused.hidden = false;
      refused.value = text;
      refused.select();
      said.textContent = `The browser did not let the page copy; the ${name} stands below, selected.`;
    }
  };
  const parts = () =>
    view.leagues.map((league) => ({title: titles[league.league], table: comparisonText(league, data)}));
  const wordParts = () =>
    view.leagues.map((league) => ({title: `${titles[league.league]}, in words`, table: comparisonWords(league)}));
  const rows = () => view.leagues.reduce((sum, league) => sum + league.rows.length, 0);
  markdown.addEventListener("click", () => {
    const both = words.open ? [...parts(), ...wordParts()] : parts();
    return void copied("Markdown", comparisonMarkdown(both), rows());
  });
  csv.addEventListener("click", () => void copied("CSV", comparisonCsv(parts()), rows()));
  address.onBack(fromAddress);
  fromAddress();
  return make("div", {class: "planner"}, [
    controls.form,
    make("div", {class: "planner-result"}, [
      problems,
      sentence,
      make("p", {class: "copy-row"}, [markdown, " ", csv]),
      said,
      refused
    ]),
    make("div", {class: "planner-wide"}, [ratings, words, whyTool.node, why])
  ]);
}
