import type {MatrixRow, Profile} from "../src/schema/matrix.ts";
import {startMethods} from "../src/schema/sample.ts";
import {type Cell, cellKey, kindOf} from "./cell.ts";
import {tools, toolBySlug} from "./tools.ts";

/** What narrows the plan; an empty list means no narrowing. */
export interface Selection {
  readonly profile: Profile;
  readonly tools: readonly string[];
  readonly experiments: readonly string[];
  readonly workers: readonly number[];
}

const list = (text: string | null): readonly (string | null)[] => (text ? text.split(/\s+/) : [null]);

const everyTool = tools.flatMap(({slug, variants}) =>
  variants.flatMap(({variant, startMethods}) => startMethods.map((method) => `${slug}:${variant}:${method}`))
);

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

function keyParts(key: string) {
  const [slug = "", variant = "", startMethod = ""] = key.split(":");
  const found = toolBySlug(slug).variants.find((v) => v.variant === variant);
  const method = startMethods.find((m) => m === startMethod);
  if (!found || !method || !found.startMethods.includes(method))
    throw new Error(`${key} is not tool:variant:start_method; there are ${everyTool.join(", ")}`);
  return {slug, variant, startMethod: method};
}

/** Every cell that the plan holds for a selection, each once, in the plan's order. */
export function expandMatrix(matrix: readonly MatrixRow[], selection: Selection): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const row of matrix) {
    if (!row.profile.split(/\s+/).includes(selection.profile)) continue;
    if (selection.experiments.length > 0 && !selection.experiments.includes(row.experiment)) continue;
    for (const key of row.tools === "*" ? everyTool : row.tools.split(/\s+/)) {
      const {slug, variant, startMethod} = keyParts(key);
      if (selection.tools.length > 0 && !selection.tools.includes(slug)) continue;
      for (const taskSecondsText of list(row.task_seconds))
        for (const workersText of list(row.workers))
          for (const chunk of list(row.chunk_size))
            for (const payloadIn of list(row.payload_in_bytes))
              for (const payloadOut of list(row.payload_out_bytes))
                for (const count of list(row.task_count)) {
                  const workers = Number(workersText);
                  if (selection.workers.length > 0 && !selection.workers.includes(workers)) continue;
                  const taskSeconds = taskSecondsText === null ? null : Number(taskSecondsText);
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
                    payloadInBytes: Number(payloadIn ?? 0),
                    payloadOutBytes: Number(payloadOut ?? 0),
                    // A plain loop has one worker, whatever the row compares it with.
                    workers: slug.startsWith("serial") ? 1 : workers
                  };
                  cells.set(cellKey(cell), cell);
                }
    }
  }
  return [...cells.values()];
}
