import {sevenCriteria} from "../src/schema/rating.ts";
import {costScales, scaleText} from "./comparisonCosts.ts";
import type {LayoutColumn, TableLayout, TableRow} from "./tableLayouts.ts";

const plain = (column: string, name = column.replaceAll("_", " ")): LayoutColumn => ({name, column});
const text = (value: unknown) => String(value ?? "");
const tool: LayoutColumn = {name: "tool", column: "name", url: "page"};
const scales = Object.keys(costScales) as (keyof typeof costScales)[];
const ks = Array.from({length: 17}, (_, place) => `K${place + 1}`);

/** The tables of the comparison and of the evaluation framework. */
export const comparisonLayouts: Readonly<Record<string, TableLayout>> = {
  rating_seven: {
    caption:
      "Ratings from 1 to 5, in brackets what gaps in the evidence leave open; M measured, D documented, S counted, J judged",
    columns: [
      tool,
      ...sevenCriteria.map(({key, id, name}) => plain(key, `${id} ${name}`)),
      plain("total", "equal weights"),
      plain("known", "criteria scored")
    ]
  },
  rating_words: {
    caption: "In words",
    columns: [
      plain("name", "tool"),
      plain("strengths"),
      plain("weaknesses"),
      plain("best_for", "best use"),
      plain("avoid_when", "avoid when"),
      plain("requirements", "technical requirements")
    ]
  },
  rating_single: {
    caption: "One computer: efficiency of two workers, throughput of many waiting workers, data, and three ratings",
    columns: [
      plain("name", "tool"),
      plain("type", "works with"),
      plain("computing", "CPU-bound, pure Python"),
      plain("releasing", "CPU-bound, GIL released"),
      plain("waiting", "waiting, 64 workers of 10 ms"),
      plain("data", "memory-bound: data to a task"),
      plain("learning_curve", "learning curve"),
      plain("integration", "Python integration"),
      plain("use_case_fit", "use-case fit")
    ]
  },
  rating_scores: {
    caption:
      "Every criterion on the scale of 1 to 5, with its interval and its evidence; a dash where nothing is known",
    columns: [plain("name", "tool"), ...ks.map((id) => plain(id))]
  },
  rating_distributed: {
    caption: "Several machines and data frames: the extra questions, in words",
    columns: [
      plain("name", "tool"),
      plain("places", "deployment, cloud support"),
      plain("reach", "scalability"),
      plain("memory", "data larger than memory"),
      plain("execution", "graph and state"),
      plain("fault", "when a worker dies"),
      plain("dispatch", "cost of a task")
    ]
  },
  rating_orchestration: {
    caption: "Orchestration: the extra questions, in words",
    columns: [
      plain("name", "tool"),
      plain("infrastructure", "architecture"),
      plain("history", "scheduling and history"),
      plain("seen", "monitoring"),
      plain("fault", "retry and recovery"),
      plain("dispatch", "cost of a task in a fan-out"),
      plain("trust", "who may reach it")
    ]
  },
  rating_cloud: {
    caption: "Cloud: the extra questions, in words",
    columns: [
      plain("name", "service"),
      plain("start", "how fast scaling reacts"),
      plain("reach", "largest scale documented"),
      plain("execution", "what it runs"),
      plain("places", "lock-in"),
      plain("fault", "retries and states"),
      plain("infrastructure", "what is always on")
    ]
  },
  rating_evidence: {
    caption: "What the scores rest on",
    columns: [
      plain("name", "category"),
      plain("scores"),
      plain("M", "measured here"),
      plain("T", "third party"),
      plain("D", "documented"),
      plain("S", "counted in source"),
      plain("J", "judged"),
      plain("N", "not known")
    ]
  },
  rating_profiles: {
    caption:
      "The first three of each kind of work: total on the scale of 1 to 5, and how often each came first when the weights were drawn anew",
    columns: [
      plain("profile", "kind of work"),
      {name: "among", text: ({league}) => (league === "tools" ? "what you install" : "what you rent")},
      plain("asked", "gates"),
      {name: "ranked", text: ({ranked, of}) => `${text(ranked)} of ${text(of)}`},
      plain("first"),
      plain("second"),
      plain("third")
    ]
  },
  rating_presets: {
    caption: "Weights by kind of work; each column sums to 100",
    columns: [
      {name: "criterion", text: ({id, name}) => `${text(id)} ${text(name)}`},
      ...[..."ABCDEFGHI"].map((id) => plain(id))
    ]
  },
  rating_effort: {
    caption: "By how hard it is to put in: the mean of integration and learning curve, low from 3.5, medium from 2.5",
    columns: [
      plain("level", "complexity"),
      plain("single_computer", "single computer"),
      plain("data_frames", "data frames"),
      plain("distributed"),
      plain("orchestration"),
      plain("cloud")
    ]
  },
  rating_gates: {
    caption: "Requirements, yes or no, and how many pass",
    columns: [plain("gate", "requirement"), plain("passes"), plain("fails"), plain("open", "not established")]
  },
  criteria: {
    caption: "The finer criteria, each scored from 0 to 4 and shown as 1 to 5",
    columns: [
      {name: "criterion", text: ({id, name}) => `${text(id)} ${text(name)}`},
      {name: "belongs to", text: ({seven_criteria_group: group}: TableRow) => belongsTo(group)},
      plain("definition"),
      plain("scoring_rule", "rule"),
      {name: "may rest on", text: ({evidence_classes}) => text(evidence_classes).replaceAll(";", ", ")}
    ]
  },
  decisions: {
    caption: "The first three in each situation, and what says so",
    columns: [plain("situation"), plain("first"), plain("second"), plain("third"), plain("basis", "by")]
  },
  use_cases: {
    caption: "The first three ways for each use, under Windows' rules on two cores",
    columns: [
      {name: "use", text: ({use, work}) => `${text(use)} (${text(work)})`},
      plain("way", "approach"),
      plain("suitability"),
      plain("gain", "gain over the loop"),
      plain("lines", "effort: lines of its program"),
      plain("recommendation")
    ]
  },
  effort_costs: {
    caption: "What it takes to begin, to learn, to write and to keep",
    columns: [
      plain("name", "approach"),
      plain("set_up", "initial set-up"),
      plain("distributions", "distributions installed"),
      plain("learning_curve", "learning (C5)"),
      plain("lines", "development: lines of the program here"),
      plain("overview", "maintenance (C1)")
    ]
  },
  operating_costs: {
    caption: `A month's bill for tasks on one vCPU: ${scales.map((scale) => `${scale}, ${scaleText(scale)}`).join("; ")}`,
    columns: [
      plain("name", "approach"),
      ...scales.map((scale) => plain(scale)),
      plain("offer", "cheapest offer at the smallest scale"),
      plain("prices_of", "prices of"),
      plain("note", "notes")
    ]
  }
};

function belongsTo(group: unknown): string {
  const found = sevenCriteria.find(({key}) => key === group);
  return found ? `${found.id} ${found.name}` : text(group);
}
