import type {Column, Table} from "./column.ts";
import {kinds} from "./sample.ts";

const text = (name: string, description: string, required = false): Column => ({
  name,
  type: "string",
  description,
  required
});
const count = (name: string, description: string): Column => ({name, type: "number", description, minimum: 0});

export const workloadsTable: Table = {
  name: "workloads",
  row: "one kind of batch work that AssetUtilities does",
  columns: [
    text("id", "W01 to W17", true),
    text("name", "what is done", true),
    text("plug_in_point", "dotted name where parallel running would be put in", true),
    text("item", "the piece of work that one task would do", true),
    {
      ...text("bound", "what limits it", true),
      values: ["cpu-gil", "cpu-releases-gil", "disk", "network", "mixed", "instance"]
    },
    count("items_typical", "items in one batch as a document, configuration or test names it; empty: none does"),
    text("items_note", "where that number comes from; sizes"),
    {...count("seconds_per_item", "median of one item in a warm process; empty where not timed"), unit: "s"},
    {
      ...text("seconds_per_item_source", "how it is known", true),
      values: ["measured", "inferred", "unknown"]
    },
    {...count("payload_in_bytes", "pickled plain dictionary sent to a worker"), unit: "bytes"},
    {...count("payload_out_bytes", "pickled result"), unit: "bytes"},
    text("shared_state", "what two items would share"),
    {...text("picklable", "whether an item can be sent to another process"), values: ["yes", "no", "partly"]},
    text("first_advice", "what to do before any parallel running"),
    {
      ...text("recommended_pool", "what fits after that advice"),
      values: ["process", "thread", "none", "vectorise", "other"]
    },
    text("obstacle", "what breaks or disappoints"),
    {...text("evidence", "the strongest ground of the row"), values: ["measured", "code", "doc", "inferred"]}
  ]
};

export const modulesTable: Table = {
  name: "modules",
  row: "one module of AssetUtilities",
  columns: [
    text("module_path", "dotted under assetutilities, otherwise a path in the repository", true),
    text("purpose", "what it is for", true),
    {...text("status", "whether it works", true), values: ["working", "stub"]},
    text("parallel_today", "what of it runs in parallel"),
    text("workload_ids", "workloads it takes part in, separated by semicolons")
  ]
};

export const roadmapSlotsTable: Table = {
  name: "roadmap_slots",
  row: "an open slot of AssetUtilities' product roadmap",
  columns: [
    {
      name: "phase",
      type: "integer",
      description: "phase of the product roadmap",
      required: true,
      minimum: 1,
      maximum: 5
    },
    text("slot", "its name there", true),
    {...text("size", "its size there", true), values: ["S", "M", "L", "XL"]},
    text("related_workloads", "workloads that it touches, separated by semicolons; empty: none")
  ]
};

/** In the order of advice: what is unsafe, wasted serial work, one writer a file, the pool, its size, more machines; the frame carries them. */
export const improvementSteps = ["safety", "serial", "frame", "pool", "cap", "machines"] as const;
export type ImprovementStep = (typeof improvementSteps)[number];

/** What AssetUtilities could change. Sizes, weeks, reach and risks are judgements; benefits are computed, never written here. */
export interface Improvement {
  readonly id: string;
  readonly name: string;
  readonly step: ImprovementStep;
  readonly workload: string | null;
  readonly change: string;
  readonly business_today: string | null;
  readonly business_improved: string | null;
  readonly serial_gain: number | null;
  readonly gain_note: string | null;
  readonly kind: (typeof kinds)[number] | null;
  readonly import_seconds: number | null;
  readonly size: "S" | "M" | "L" | "XL";
  readonly weeks_low: number;
  readonly weeks_high: number;
  readonly reach: number;
  readonly reach_reason: string;
  readonly risk: string;
  readonly mitigation: string;
  readonly success: string;
  readonly phase: number;
  readonly slot: string;
  readonly depends_on: string | null;
}

export const improvementsTable: Table = {
  name: "improvements",
  row: "one change that AssetUtilities could make; its benefit is computed from the measurements",
  columns: [
    text("id", "I01 …, by which others depend on it", true),
    text("name", "in a few words", true),
    {...text("step", "its place in the order of advice", true), values: improvementSteps},
    text("workload", "id of the workload that it serves; empty: all"),
    text("change", "what to do", true),
    text("business_today", "workload of the experiment business that is the work as it is"),
    text("business_improved", "workload of the experiment business that is the work done better in one process"),
    {
      ...count("serial_gain", "factor by which better serial code was faster, where the experiment does not hold it"),
      unit: "ratio"
    },
    text("gain_note", "how that factor was found; not timed where there is none"),
    {...text("kind", "what the work does with the interpreter, for the model"), values: kinds},
    {
      ...count("import_seconds", "what each new worker process imports before its first item, as AssetUtilities does"),
      unit: "s"
    },
    {...text("size", "judged size", true), values: ["S", "M", "L", "XL"]},
    {...count("weeks_low", "judged weeks of one person, at best"), unit: "weeks", required: true},
    {...count("weeks_high", "judged weeks of one person, at worst"), unit: "weeks", required: true},
    {
      name: "reach",
      type: "integer",
      description: "how many of the library's users and jobs it touches, judged from 1 (few) to 5 (all)",
      required: true,
      minimum: 1,
      maximum: 5
    },
    text("reach_reason", "why", true),
    text("risk", "what may go wrong", true),
    text("mitigation", "what is done against it", true),
    text("success", "by what its success is seen", true),
    {name: "phase", type: "integer", description: "phase of this roadmap", required: true, minimum: 1, maximum: 3},
    text("slot", "slot of the product roadmap that it fills", true),
    text("depends_on", "ids that must be done before, separated by semicolons")
  ]
};

/** The fact files on AssetUtilities. */
export const assetUtilitiesTables: readonly Table[] = [
  workloadsTable,
  modulesTable,
  roadmapSlotsTable,
  improvementsTable
];
