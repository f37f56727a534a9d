import {group, median, quantileSorted, randomInt as d3RandomInt} from "d3";
import {randomLcg} from "d3-random";
import type {Sample} from "../src/schema/sample.ts";

/** What changed for one cell between two runs: B over A, with a bootstrap interval of 95 %. */
export interface Change {
  readonly cell: string;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly samples: readonly [number, number];
}

const key = (s: Sample) =>
  [
    s.experiment,
    `${s.tool}:${s.variant}:${s.start_method}`,
    s.workload,
    s.pattern,
    s.task_seconds === null ? `${s.task_count} tasks` : `${s.task_count} × ${s.task_seconds} s`,
    `chunk ${s.chunk_size ?? "default"}`,
    `${s.payload_in_bytes ?? 0}/${s.payload_out_bytes ?? 0} bytes`,
    `${s.workers} workers`
  ].join(" ");

/** Ratios of the median warm runs of the cells that both runs hold, the largest change first. */
export function compareRuns(a: readonly Sample[], b: readonly Sample[], draws = 1000, seed = 1): readonly Change[] {
  const times = (samples: readonly Sample[]) =>
    group(
      samples.filter((s) => s.outcome === "ok" && s.run_seconds !== null),
      key
    );
  const [ofA, ofB] = [times(a), times(b)];
  const random = randomLcg(seed);
  const draw = (values: readonly number[]) => {
    const at = d3RandomInt.source(random)(values.length);
    return median(values.map(() => values[at()]!))!;
  };
  const changes: Change[] = [];
  for (const [cell, samplesA] of ofA) {
    const runs = (samples: readonly Sample[]) => samples.map((s) => s.run_seconds!).filter((t) => t > 0);
    const [timesA, timesB] = [runs(samplesA), runs(ofB.get(cell) ?? [])];
    if (timesA.length === 0 || timesB.length === 0) continue;
    const ratios = Array.from({length: draws}, () => draw(timesB) / draw(timesA)).toSorted((x, y) => x - y);
    changes.push({
      cell,
      ratio: median(timesB)! / median(timesA)!,
      low: quantileSorted(ratios, 0.025)!,
      high: quantileSorted(ratios, 0.975)!,
      samples: [timesA.length, timesB.length]
    });
  }
  return changes.toSorted((x, y) => Math.abs(Math.log(y.ratio)) - Math.abs(Math.log(x.ratio)));
}

/** The changes as lines; those whose interval holds 1 are counted, not listed. */
export function formatChanges(changes: readonly Change[]): string {
  const clear = changes.filter(({low, high}) => low > 1 || high < 1);
  const lines = clear.map(
    ({cell, ratio, low, high, samples}) =>
      `${ratio.toFixed(2)}× (${low.toFixed(2)}…${high.toFixed(2)}, ${samples.join("+")} samples)  ${cell}`
  );
  const rest = `${changes.length - clear.length} of ${changes.length} shared cells show no change (95 % interval holds 1)`;
  return [...lines, rest].join("\n") + "\n";
}
