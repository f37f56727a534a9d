import type {Axis, BreakEven} from "./answer.ts";
import {axisRanges, axisWorkload} from "./axisWorkload.ts";
import type {Fit} from "./fit.ts";
import {lastInterval} from "./lastInterval.ts";
import {predict} from "./predict.ts";
import {predictSeconds} from "./predictSeconds.ts";
import {isSerial, runsInCaller, usableCores, usesThreads} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

/** Seconds of the plain loop: the tasks one after the other. */
export const serialSeconds = ({tasks, seconds}: Workload): number => tasks * seconds;

/** The reason where a tool pays as the reader has it and yet not to the axis's end: on 128 cores, so many workers take too long to start. */
export const notToTheEnd = "pays as you have it, but no longer at the end of this axis";

function whyNever(fit: Fit, workload: Workload): string {
  if (isSerial(fit)) return "it is one thread";
  if (predictSeconds(fit, workload) < serialSeconds(workload)) return notToTheEnd;
  const {kind, cores} = workload;
  if (kind !== "waiting") {
    if (runsInCaller(fit)) return "one event loop computes one task at a time";
    if (usesThreads(fit) && usableCores(fit, kind, 2) === 1) return "the GIL lets one thread compute at a time";
    if (cores === 1) return "one core computes one task at a time";
  }
  if (workload.workers === 1) return "one worker does what the loop does";
  const {parts} = predict(fit, workload);
  const names = {
    start: "starting the workers takes",
    call: "the call itself takes",
    dispatch: "handing out the tasks takes",
    data: "moving the data takes",
    idle: "waiting for the slowest worker takes",
    compute: "the work, at this tool's efficiency, takes"
  } as const;
  const [worst] = (Object.keys(names) as (keyof typeof names)[]).toSorted((a, b) => parts[b] - parts[a]);
  return `${names[worst!]} longer than the loop saves`;
}

/**
 * Where on an axis a tool begins to be faster than the plain loop, everything else as the reader has it: the edge of the
 * last interval on which T < T_serial holds to the axis's end. `low` and `high` are the edges for the lower and upper end
 * of the 80 % band of T; null where that end never (or always) pays.
 */
export function breakEven(fit: Fit, workload: Workload, axis: Axis): BreakEven {
  const range = axisRanges[axis];
  const {pays} = range;
  const edge = (pick: "seconds" | "low" | "high") =>
    lastInterval(range, (x) => {
      const moved = axisWorkload(workload, axis, x);
      const loop = serialSeconds(moved);
      const pays = predictSeconds(fit, moved) < loop;
      // The band lies round the point: where that pays so does its lower end, and its upper end only there. The band itself,
      // which takes most of a prediction, is needed on the other side alone.
      if (pick === "seconds" || pays === (pick === "low")) return pays;
      return predict(fit, moved)[pick] < loop;
    });
  const value = edge("seconds");
  const farEnd = pays === "above" ? range.minimum : range.maximum;
  const nothing = {low: null, high: null};
  if (value === null) return {state: "never", pays, value: null, ...nothing, reason: whyNever(fit, workload)};
  if (value === farEnd) return {state: "always", pays, value: null, ...nothing, reason: null};
  const [a, b] = [edge("low"), edge("high")];
  const [low, high] = pays === "above" ? [a, b] : [b, a];
  return {state: "at", pays, value, low, high, reason: null};
}
