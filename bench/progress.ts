import type {Sample} from "../src/schema/sample.ts";
import type {Cell} from "./cell.ts";
import {toolKey} from "./cell.ts";
import type {Watcher} from "./measureSamples.ts";

const clock = (date: Date) => date.toTimeString().slice(0, 5);

/** Minutes and seconds, as in `12 min 05 s`. */
export function formatLeft(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/**
 * Says how far a run is: samples done and left, the estimated end, the current cell, the failures so far. On a terminal one
 * line that is written over; elsewhere a line now and then.
 */
export function makeProgress(total: number, out: NodeJS.WriteStream): Watcher {
  const began = Date.now();
  let done = 0;
  let failures = 0;
  let current = "";
  let lastLine = 0;
  const line = () => {
    const each = done > 0 ? (Date.now() - began) / done : 0;
    const left = ((total - done) * each) / 1000;
    const end = done > 0 ? `, ${formatLeft(left)} left, ends about ${clock(new Date(Date.now() + left * 1000))}` : "";
    return `${done} of ${total} samples${end}, ${failures} not ok · ${current}`;
  };
  return {
    begin(cell: Cell) {
      const length = cell.taskSeconds === null ? "" : ` × ${cell.taskSeconds} s`;
      current = `${cell.experiment} ${toolKey(cell)} ${cell.workload} ${cell.taskCount}${length}, ${cell.workers} workers`;
      if (out.isTTY) out.write(`\r\u001b[2K${line().slice(0, (out.columns ?? 120) - 1)}`);
    },
    done(sample: Sample) {
      done += 1;
      if (sample.outcome !== "ok") failures += 1;
      const due = Date.now() - lastLine > 15_000 || done === total;
      if (!out.isTTY && due) out.write(`${line()}\n`);
      if (due) lastLine = Date.now();
      if (out.isTTY && done === total) out.write("\n");
    }
  };
}
