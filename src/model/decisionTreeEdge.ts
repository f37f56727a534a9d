import type {Axis, BreakEven} from "./answer.ts";
import {axisRanges, axisWorkload} from "./axisWorkload.ts";
import {breakEven, serialSeconds} from "./breakEven.ts";
import type {TreeKnown} from "./decisionTreeNode.ts";
import {gateReason} from "./gateReason.ts";
import {lastInterval} from "./lastInterval.ts";
import {predict} from "./predict.ts";
import {isSerial} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

/** Where on an axis parallel running begins to pay with whichever tool is best there. */
export type TreeEdge = Pick<BreakEven, "state" | "value" | "reason">;

/** Whether some tool that passes the gates is predicted to be faster than the plain loop. */
export function anyPays(workload: Workload, {fits, facts}: TreeKnown): boolean {
  const loop = serialSeconds(workload);
  return fits.some(
    (fit) => !isSerial(fit) && gateReason(fit, workload, facts) === null && predict(fit, workload).seconds < loop
  );
}

/**
 * The edge of the last interval of an axis, to its end, on which some tool beats the plain loop, all else as the workload
 * has it: `breakEven` of the lower envelope of all tools. Where none ever pays, the reason of the tool that comes nearest.
 */
export function decisionTreeEdge(workload: Workload, {fits, facts}: TreeKnown, axis: Axis): TreeEdge {
  const parallel = fits.filter((fit) => !isSerial(fit) && gateReason(fit, workload, facts) === null);
  // The nearest first: above the edge it answers for all of them.
  const nearest = parallel
    .map((fit) => ({fit, seconds: predict(fit, workload).seconds}))
    .toSorted((a, b) => a.seconds - b.seconds)
    .map(({fit}) => fit);
  const range = axisRanges[axis];
  const value = lastInterval(range, (x) => anyPays(axisWorkload(workload, axis, x), {fits: nearest, facts}));
  const [first] = nearest;
  if (value === null)
    return {
      state: "never",
      value: null,
      reason: first ? breakEven(first, workload, axis).reason : "every tool is excluded by your requirements"
    };
  const farEnd = range.pays === "above" ? range.minimum : range.maximum;
  return value === farEnd ? {state: "always", value: null, reason: null} : {state: "at", value, reason: null};
}
