import {sevenCriteria} from "../src/schema/rating.ts";
import {costScales, scaleText} from "./comparisonCosts.ts";
import {plainColumn} from "./plainColumn.ts";
import type {LayoutColumn, TableLayout, TableRow} from "./tableLayout.ts";

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
      ...sevenCriteria.map(({key, id, name}) => plainColumn(key, `${id} ${name}`)),
      plainColumn("total", "equal weights"),
      plainColumn("known", "criteria scored")
    ]
  },
  rating_words: {
    caption: "In words",
    columns: [
      plainColumn("name", "tool"),
      plainColumn("strengths"),
      plainColumn("weaknesses"),
      plainColumn("best_for", "best use"),
      plainColumn("avoid_when", "avoid when"),
      plainColumn("requirements", "technical requirements")
    ]
  },
  rating_single: {
    caption: "One computer: efficiency of two workers, throughput of many waiting workers, data, and three ratings",
    columns: [
      plainColumn("name", "tool"),
      plainColumn("type", "works with"),
      plainColumn("computing", "CPU-bound, pure Python"),
      plainColumn("releasing", "CPU-bound, GIL released"),
      plainColumn("waiting", "waiting, 64 workers of 10 ms"),
      plainColumn("data", "memory-bound: data to a task"),
      plainColumn("learning_curve", "learning curve"),
      plainColumn("integration", "Python integration"),
      plainColumn("use_case_fit", "use-case fit")
    ]
  },
  rating_scores: {
    caption:
      "Every criterion on the scale of 1 to 5, with its interval and its evidence; a dash where nothing is known",
    columns: [plainColumn("name", "tool"), ...ks.map((id) => plainColumn(id))]
  },
  rating_distributed: {
    caption: "Several machines and data frames: the extra questions, in words",
    columns: [
      plainColumn("name", "tool"),
      plainColumn("places", "deployment, cloud support"),
      plainColumn("reach", "scalability"),
      plainColumn("memory", "data larger than memory"),
      plainColumn("execution", "graph and state"),
      plainColumn("fault", "when a worker dies"),
      plainColumn("dispatch", "cost of a task")
    ]
  },
  rating_orchestration: {
    caption: "Orchestration: the extra questions, in words",
    columns: [
      plainColumn("name", "tool"),
      plainColumn("infrastructure", "architecture"),
      plainColumn("history", "scheduling and history"),
      plainColumn("seen", "monitoring"),
      plainColumn("fault", "retry and recovery"),
      plainColumn("dispatch", "cost of a task in a fan-out"),
      plainColumn("trust", "who may reach it")
    ]
  },
  rating_cloud: {
    caption: "Cloud: the extra questions, in words",
    columns: [
      plainColumn("name", "service"),
      plainColumn("start", "how fast scaling reacts"),
      plainColumn("reach", "largest scale documented"),
      plainColumn("execution", "what it runs"),
      plainColumn("places", "lock-in"),
      plainColumn("fault", "retries and states"),
      plainColumn("infrastructure", "what is always on")
    ]
  },
  rating_evidence: {
    caption: "What the scores rest on",
    columns: [
      plainColumn("name", "category"),
      plainColumn("scores"),
      plainColumn("M", "measured here"),
      plainColumn("T", "third party"),
      plainColumn("D", "documented"),
      plainColumn("S", "counted in source"),
      plainColumn("J", "judged"),
      plainColumn("N", "not known")
    ]
  },
  rating_profiles: {
    caption:
      "The first three of each kind of work: total on the scale of 1 to 5, and how often each came first when the weights were drawn anew",
    columns: [
      plainColumn("profile", "kind of work"),
      {name: "among", text: ({league}) => (league === "tools" ? "what you install" : "what you rent")},
      plainColumn("asked", "gates"),
      {name: "ranked", text: ({ranked, of}) => `${text(ranked)} of ${text(of)}`},
      plainColumn("first"),
      plainColumn("second"),
      plainColumn("third")
    ]
  },
  rating_presets: {
    caption: "Weights by kind of work; each column sums to 100",
    columns: [
      {name: "criterion", text: ({id, name}) => `${text(id)} ${text(name)}`},
      ...[..."ABCDEFGHI"].map((id) => plainColumn(id))
    ]
  },
  rating_effort: {
    caption: "By how hard it is to put in: the mean of integration and learning curve, low from 3.5, medium from 2.5",
    columns: [
      plainColumn("level", "complexity"),
      plainColumn("single_computer", "single computer"),
      plainColumn("data_frames", "data frames"),
      plainColumn("distributed"),
      plainColumn("orchestration"),
      plainColumn("cloud")
    ]
  },
  rating_gates: {
    caption: "Requirements, yes or no, and how many pass",
    columns: [
      plainColumn("gate", "requirement"),
      plainColumn("passes"),
      plainColumn("fails"),
      plainColumn("open", "not established")
    ]
  },
  criteria: {
    caption: "The finer criteria, each scored from 0 to 4 and shown as 1 to 5",
    columns: [
      {name: "criterion", text: ({id, name}) => `${text(id)} ${text(name)}`},
      {name: "belongs to", text: ({seven_criteria_group: group}: TableRow) => belongsTo(group)},
      plainColumn("definition"),
      plainColumn("scoring_rule", "rule"),
      {name: "may rest on", text: ({evidence_classes}) => text(evidence_classes).replaceAll(";", ", ")}
    ]
  },
  decisions: {
    caption: "The first three in each situation, and what says so",
    columns: [
      plainColumn("situation"),
      plainColumn("first"),
      plainColumn("second"),
      plainColumn("third"),
      plainColumn("basis", "by")
    ]
  },
  use_cases: {
    caption: "The first three ways for each use, under Windows' rules on two cores",
    columns: [
      {name: "use", text: ({use, work}) => `${text(use)} (${text(work)})`},
      plainColumn("way", "approach"),
      plainColumn("suitability"),
      plainColumn("gain", "gain over the loop"),
      plainColumn("lines", "effort: lines of its program"),
      plainColumn("recommendation")
    ]
  },
  effort_costs: {
    caption: "What it takes to begin, to learn, to write and to keep",
    columns: [
      plainColumn("name", "approach"),
      plainColumn("set_up", "initial set-up"),
      plainColumn("distributions", "distributions installed"),
      plainColumn("learning_curve", "learning (C5)"),
      plainColumn("lines", "development: lines of the program here"),
      plainColumn("overview", "maintenance (C1)")
    ]
  },
  operating_costs: {
    caption: `A month's bill for tasks on one vCPU: ${scales.map((scale) => `${scale}, ${scaleText(scale)}`).join("; ")}`,
    columns: [
      plainColumn("name", "approach"),
      ...scales.map((scale) => plainColumn(scale)),
      plainColumn("offer", "cheapest offer at the smallest scale"),
      plainColumn("prices_of", "prices of"),
      plainColumn("note", "notes")
    ]
  }
};

function belongsTo(group: unknown): string {
  const found = sevenCriteria.find(({key}) => key === group);
  return found ? `${found.id} ${found.name}` : text(group);
}
