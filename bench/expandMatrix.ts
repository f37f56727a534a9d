import {cross} from "d3";
import type {MatrixRow, Part, Profile} from "../src/schema/matrix.ts";
import {startMethods} from "../src/schema/sample.ts";
import {type Cell, cellKey, kindOf} from "./cell.ts";
import {groups, tools, toolBySlug} from "./tools.ts";

/** What narrows the plan; an empty list means no narrowing. */
export interface Selection {
  readonly profile: Profile;
  /** The stretch of the plan; null: all of them. */
  readonly part: Part | null;
  readonly tools: readonly string[];
  readonly experiments: readonly string[];
  readonly workers: readonly number[];
}

const list = (text: string | null): readonly (string | null)[] => (text ? text.split(/\s+/) : [null]);
const numbers = (text: string | null): readonly (number | null)[] =>
  list(text).map((item) => (item === null ? null : Number(item)));

/**
 * How many tasks a row's `task_count` asks for: a number, `Nxworkers`, or `total=SECONDS[xworkers][<=MOST]` – as many as
 * make that much work, at least two a worker.
 */
export function countTasks(text: string, taskSeconds: number | null, workers: number): number {
  const grown = /^(\d+)xworkers$/.exec(text);
  if (grown) return Number(grown[1]) * workers;
  const total = /^total=([\d.]+)(xworkers)?(?:<=(\d+))?$/.exec(text);
  if (total && taskSeconds) {
    const seconds = Number(total[1]) * (total[2] ? workers : 1);
    return Math.max(2 * workers, Math.min(Number(total[3] ?? Infinity), Math.round(seconds / taskSeconds)));
  }
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(
    `task_count must be a number, Nxworkers or total=SECONDS[xworkers][<=MOST], got ${JSON.stringify(text)}`
  );
}

/** The keys tool:variant:start_method that a row's `tools` names, groups opened. */
function keysOf(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((word) => {
    if (!word.startsWith("@")) return [word];
    const group = groups[word.slice(1)];
    if (!group) throw new Error(`${word} is no group of tools; there are @${Object.keys(groups).join(", @")}`);
    return group;
  });
}

function keyParts(key: string) {
  const [slug = "", variant = "", startMethod = ""] = key.split(":");
  const found = toolBySlug(slug).variants.find((v) => v.variant === variant);
  const method = startMethods.find((m) => m === startMethod);
  if (!found || !method || !found.startMethods.includes(method)) {
    const known = tools.flatMap((tool) =>
      tool.variants.flatMap((v) => v.startMethods.map((m) => `${tool.slug}:${v.variant}:${m}`))
    );
    throw new Error(`${key} is not tool:variant:start_method; there are ${known.join(", ")}`);
  }
  return {slug, variant, startMethod: method};
}

/** Every cell that the plan holds for a selection, each once, in the plan's order. */
export function expandMatrix(matrix: readonly MatrixRow[], selection: Selection): readonly Cell[] {
  const {profile, part, tools: onlyTools, experiments: onlyExperiments, workers: onlyWorkers} = selection;
  const cells = new Map<string, Cell>();
  for (const row of matrix) {
    if (!row.profile.split(/\s+/).includes(profile)) continue;
    if (part !== null && !row.part.split(/\s+/).includes(part)) continue;
    if (onlyExperiments.length > 0 && !onlyExperiments.includes(row.experiment)) continue;
    for (const key of keysOf(row.tools)) {
      const {slug, variant, startMethod} = keyParts(key);
      if (onlyTools.length > 0 && !onlyTools.includes(slug)) continue;
      const sizes = cross(numbers(row.payload_in_bytes), numbers(row.payload_out_bytes));
      const lengths = cross(numbers(row.task_seconds), numbers(row.workers));
      const others = cross(cross(numbers(row.data_bytes), numbers(row.rtt_seconds)), numbers(row.task_cv));
      for (const [taskSeconds, asked] of lengths)
        for (const chunk of list(row.chunk_size))
          for (const [payloadIn, payloadOut] of sizes)
            for (const [[dataBytes, rttSeconds], taskCv] of others)
              for (const count of list(row.task_count)) {
                const workers = asked ?? 1;
                if (onlyWorkers.length > 0 && !onlyWorkers.includes(workers)) continue;
                const cell: Cell = {
                  experiment: row.experiment,
                  tool: slug,
                  variant,
                  startMethod,
                  workload: row.workload,
                  kind: kindOf(row.workload),
                  pattern: row.pattern,
                  taskCount: countTasks(count!, taskSeconds, workers),
                  taskSeconds,
                  chunkSize: chunk === null || chunk === "default" ? null : Number(chunk),
                  payloadInBytes: payloadIn ?? 0,
                  payloadOutBytes: payloadOut ?? 0,
                  // A plain loop has one worker, whatever the row compares it with.
                  workers: slug.startsWith("serial") ? 1 : workers,
                  dataBytes,
                  rttSeconds: rttSeconds ?? 0,
                  taskCv: taskCv ?? 0,
                  distribution: row.distribution ?? "constant"
                };
                cells.set(cellKey(cell), cell);
              }
    }
  }
  return [...cells.values()];
}
