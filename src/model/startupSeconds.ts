import type {Fit, Startup} from "./fit.ts";

const total = ({importSeconds, startSeconds, firstSeconds, stopSeconds}: Startup) =>
  importSeconds + startSeconds + firstSeconds + stopSeconds;

/**
 * S: import + start + first result + stop at a number of workers, seconds; measured, straight lines between the measured
 * numbers of workers and beyond them. 0 for a tool without workers.
 */
export function startupSeconds({startup}: Pick<Fit, "startup">, workers: number): number {
  const [first, ...rest] = startup;
  if (!first) return 0;
  if (rest.length === 0 || workers <= first.workers) return total(first);
  const above = Math.max(
    1,
    startup.findIndex((row) => row.workers >= workers)
  );
  const at = startup.some((row) => row.workers >= workers) ? above : startup.length - 1;
  const [a, b] = [startup[at - 1]!, startup[at]!];
  const slope = Math.max(0, (total(b) - total(a)) / (b.workers - a.workers));
  return total(a) + slope * (workers - a.workers);
}
