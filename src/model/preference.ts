import type {Workload} from "./workload.ts";

/** How much speed, effort and cost count; they sum to 1. */
export interface Preference {
  readonly speed: number;
  readonly effort: number;
  readonly cost: number;
}

/** The weights of a workload: speed has what effort and cost leave; where the two pass 1 they share it all. */
export function preference({effortWeight, costWeight}: Pick<Workload, "effortWeight" | "costWeight">): Preference {
  const total = Math.max(1, effortWeight + costWeight);
  const [effort, cost] = [effortWeight / total, costWeight / total];
  return {speed: Math.max(0, 1 - effort - cost), effort, cost};
}

/** Whether anything but speed counts. */
export const weighs = ({effortWeight, costWeight}: Pick<Workload, "effortWeight" | "costWeight">): boolean =>
  effortWeight > 0 || costWeight > 0;

/** What a score is made of: seconds, the effort in lines, the core-seconds that the run keeps. */
export interface Weighed {
  readonly seconds: number;
  readonly effortLines: number;
  readonly coreSeconds: number;
}

/**
 * The score of a tool, lower is better: seconds^speed · lines^effort · core-seconds^cost, a weighted product. It needs no
 * common unit: half the time weighs as much as half the effort at equal weights. With speed alone it is the time itself.
 */
export function score({speed, effort, cost}: Preference, {seconds, effortLines, coreSeconds}: Weighed): number {
  if (effort === 0 && cost === 0) return seconds;
  return Math.exp(speed * Math.log(seconds) + effort * Math.log(effortLines) + cost * Math.log(coreSeconds));
}
