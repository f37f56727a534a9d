import type {Fit} from "./fit.ts";

/** Workers that one dispatcher keeps busy with tasks of so many seconds in chunks of one size: c·d/o. Infinity without a cost. */
export function saturation({parameters}: Pick<Fit, "parameters">, seconds: number, chunk: number): number {
  return parameters.chunk > 0 ? (chunk * seconds) / parameters.chunk : Infinity;
}
