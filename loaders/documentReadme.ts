import {csvParse} from "d3-dsv";
import {explain} from "../src/model/explain.ts";
import {rank} from "../src/model/rank.ts";
import {defaultWorkload} from "../src/model/workloadFields.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";
import {sevenCriteria, type SevenKey} from "../src/schema/rating.ts";
import {documentPlan} from "./documentPlan.ts";
import type {Views} from "./gatherViews.ts";
import type {RenderContext} from "./renderContext.ts";

/** What the entry document says of another: taken from that document's own text. */
export interface DocumentSummary {
  readonly title: string;
  readonly audience: string;
  /** Its first sentence. */
  readonly says: string;
}

/** The questions that a tool's section on each criterion answers. */
const asks: Readonly<Record<SevenKey, string>> = {
  overview: "Which problem does it solve, for whom? How mature is it? What does the licence imply?",
  architecture:
    "How does it run tasks? What does communication cost? How is data shared? What happens when a task fails?",
  scalability: "How does it grow with resources? Where are the limits and the bottlenecks?",
  integration: "How does it fit Python, its libraries and AssetUtilities? How much code must change?",
  learning_curve: "How easily does one start? How steep does it get? Where is help?",
  performance: "What overhead does it bring? When does the gain outweigh it?",
  use_case_fit: "Which work does it suit, and which not? Which modules of AssetUtilities gain?"
};

const sections: Readonly<Record<string, string>> = {
  D2: "single-computer",
  D3: "distributed",
  D4: "orchestration",
  D5: "cloud"
};

const text = (value: unknown) => String(value ?? "");
const place = (category: unknown) => Object.values(sections).indexOf(text(category));

/** The answer of the planner for its first workload, in a sentence, and that workload in words. */
function firstAnswer({fits}: RenderContext) {
  const {tasks, seconds, cores} = defaultWorkload;
  const plan = `${formatUnit(tasks, "1")} tasks of ${formatSeconds(seconds)} each, computing in Python on ${cores} cores,`;
  return {plan, answer: explain(rank(defaultWorkload, fits), fits).answer};
}

/**
 * The tables that the entry document is made of: documents, pages behind them, tools, criteria, and how far all is written.
 * `summaries` holds what is written, by site address.
 */
export function readmeTables(context: RenderContext, summaries: ReadonlyMap<string, DocumentSummary>): Views {
  const tools = context.tables.tools ?? [];
  const nameList = (category: string | undefined) =>
    tools
      .filter((tool) => tool.category === category)
      .map(({name}) => text(name))
      .toSorted((a, b) => a.localeCompare(b, "en"))
      .join("; ");
  const planned = new Set(documentPlan.map(({chapter}) => `/${chapter}`));
  const missing = documentPlan.filter(({chapter}) => !summaries.has(`/${chapter}`));
  const state =
    missing.length === 0
      ? `All ${documentPlan.length + 1} documents are written.`
      : `${documentPlan.length + 1 - missing.length} of ${documentPlan.length + 1} documents are written; not yet: ${missing.map(({file}) => file).join(", ")}.`;
  const finer = csvParse(context.read("data/criteria.csv"));
  return {
    documents: documentPlan.map(({id, file, chapter}) => {
      const found = summaries.get(`/${chapter}`);
      return {
        id,
        title: found?.title ?? `${file} (not written yet)`,
        address: found ? `/${chapter}` : "",
        audience: found?.audience ?? "–",
        tools: sections[id] === undefined ? "all" : nameList(sections[id])
      };
    }),
    documentPages: [...summaries]
      .filter(([address]) => !planned.has(address) && !address.startsWith("/tools/"))
      .map(([address, {title, says}]) => ({title, address, says})),
    documentTools: tools
      .map(({category, name, slug, licence, as_of}) => ({
        category,
        name,
        address: `/tools/${text(slug)}`,
        licence,
        as_of
      }))
      .toSorted((a, b) => place(a.category) - place(b.category) || text(a.name).localeCompare(text(b.name), "en")),
    documentCriteria: sevenCriteria.map(({id, key, name}) => ({
      criterion: name,
      id,
      asks: asks[key],
      finer: finer
        .filter((row) => row["seven_criteria_group"] === key)
        .map((row) => `${row["id"]} ${row["name"]}`)
        .join(", ")
    })),
    documentState: [{text: state, ...firstAnswer(context)}]
  };
}
