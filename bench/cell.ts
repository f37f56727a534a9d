import type {Distribution, Experiment, Kind, Pattern, StartMethod} from "../src/schema/sample.ts";

/** One combination of settings: what a sample runs once. Times in seconds, sizes in bytes. */
export interface Cell {
  readonly experiment: Experiment;
  readonly tool: string;
  readonly variant: string;
  readonly startMethod: StartMethod;
  readonly workload: string;
  readonly kind: Kind;
  readonly pattern: Pattern;
  /** As the plan asks; the session may lower it so that a sample stays short. */
  readonly taskCount: number;
  readonly taskSeconds: number | null;
  readonly chunkSize: number | null;
  readonly payloadInBytes: number;
  readonly payloadOutBytes: number;
  readonly workers: number;
  /** Size of the data set, for table. */
  readonly dataBytes: number | null;
  /** Round trip added to the network; 0 where none. */
  readonly rttSeconds: number;
  /** Spread of the task lengths, and its shape. */
  readonly taskCv: number;
  readonly distribution: Distribution;
}

/** As seen with two threads against one; what is not named gains nothing from the second. */
const kinds: Readonly<Record<string, Kind>> = {
  archive_deflated: "cpu-releases-gil",
  archive_improved: "cpu-releases-gil",
  archive_today: "cpu-releases-gil",
  compress: "cpu-releases-gil",
  digest: "cpu-releases-gil",
  download_100ms: "waiting",
  download_10ms: "waiting",
  draw: "cpu-releases-gil",
  frame_improved: "cpu-releases-gil",
  frame_today: "cpu-releases-gil",
  hash: "cpu-releases-gil",
  http: "waiting",
  job_today: "waiting",
  mark: "waiting",
  sleep: "waiting",
  sqlite: "cpu-releases-gil",
  stats_improved: "cpu-releases-gil",
  stats_today: "cpu-releases-gil"
};

/** What a workload does with the interpreter. */
export function kindOf(workload: string): Kind {
  return kinds[workload] ?? "cpu-gil";
}

/** The same text for the same cell: the key under which its samples and its place in the plan are found again. */
export function cellKey(cell: Cell): string {
  return [
    cell.experiment,
    cell.tool,
    cell.variant,
    cell.startMethod,
    cell.workload,
    cell.pattern,
    cell.taskCount,
    cell.taskSeconds ?? "",
    cell.chunkSize ?? "",
    cell.payloadInBytes,
    cell.payloadOutBytes,
    cell.workers,
    cell.dataBytes ?? "",
    cell.rttSeconds,
    cell.taskCv,
    cell.distribution
  ].join("|");
}

/** The key of a tool as it is set up, which dispatch costs and fits go by. */
export function toolKey({tool, variant, startMethod}: Cell): string {
  return `${tool}:${variant}:${startMethod}`;
}
