import type {Axis} from "./answer.ts";
import type {Workload} from "./workload.ts";

/** An axis of a reader's workload: its ends, whether its values are whole, at which end a parallel tool has it best. */
export interface AxisRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  readonly pays: "above" | "below";
}

/** The axes as they are searched. Payload is what is sent to each task. */
export const axisRanges: Readonly<Record<Axis, AxisRange>> = {
  tasks: {minimum: 1, maximum: 1e9, whole: true, pays: "above"},
  seconds: {minimum: 1e-7, maximum: 86_400, whole: false, pays: "above"},
  cores: {minimum: 1, maximum: 128, whole: true, pays: "above"},
  payload: {minimum: 0, maximum: 1e9, whole: true, pays: "below"},
  runs_a_day: {minimum: 1, maximum: 100_000, whole: true, pays: "above"}
};

/** The workload with one axis set to a value. More cores bring as many workers for computing, unless workers are set. */
export function axisWorkload(workload: Workload, axis: Axis, value: number): Workload {
  switch (axis) {
    case "tasks":
      return {...workload, tasks: value};
    case "seconds":
      return {...workload, seconds: value};
    case "cores":
      return {...workload, cores: value};
    case "payload":
      return {...workload, payloadIn: value};
    case "runs_a_day":
      return {...workload, runsADay: value};
  }
}

/** Where the workload stands on an axis. */
export function axisValue(workload: Workload, axis: Axis): number {
  const {tasks, seconds, cores, payloadIn, runsADay} = workload;
  return {tasks, seconds, cores, payload: payloadIn, runs_a_day: runsADay}[axis];
}
