import type {Table} from "./column.ts";

export const verdicts = [
  "leave",
  "serial-fix",
  "serial-fix-then-parallel",
  "parallel",
  "runs-jobs",
  "repair-first",
  "withdraw"
] as const;
export type Verdict = (typeof verdicts)[number];

/** What one module of AssetUtilities is to do. */
export interface Migration {
  readonly module_path: string;
  readonly verdict: Verdict;
  readonly pool: "processes" | "threads" | "none";
  readonly partition: string | null;
  readonly migration: string;
  readonly must_not: string | null;
  readonly effort: "S" | "M" | "L" | "XL";
}

/** `data/migration.csv`: a row for every row of `data/modules.csv`, in its order. */
export const migrationTable: Table = {
  name: "migration",
  row: "what one module of AssetUtilities is to do, in which order, and what must not run in parallel there",
  columns: [
    {name: "module_path", type: "string", required: true, description: "a row of modules.csv"},
    {
      name: "verdict",
      type: "string",
      required: true,
      values: verdicts,
      description:
        "leave it; repair the serial code; that first and then parallel_map; repair before any pool; withdraw it"
    },
    {
      name: "pool",
      type: "string",
      required: true,
      values: ["processes", "threads", "none"],
      description: "backend of parallel_map that fits after the repair"
    },
    {name: "partition", type: "string", description: "what one task makes: the output that has one writer"},
    {name: "migration", type: "string", required: true, description: "what to do, in order"},
    {name: "must_not", type: "string", description: "what must not run in parallel, and why"},
    {
      name: "effort",
      type: "string",
      required: true,
      values: ["S", "M", "L", "XL"],
      description: "size as the product roadmap uses it; judged from the code, not measured"
    }
  ]
};
