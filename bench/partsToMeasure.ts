import {type Part, parts} from "../src/schema/matrix.ts";
import type {Options} from "./options.ts";

/**
 * The stretches of the plan that these options measure, each as a run of its own: the one named; every part of `standard`
 * and `full`; of the shorter profiles the pools, which need nothing but Python. Tools named across parts make one run.
 */
export function partsToMeasure({
  part,
  profile,
  tools,
  resume
}: Pick<Options, "part" | "profile" | "tools" | "resume">): readonly (Part | null)[] {
  if (part !== null) return [part];
  if (tools.length > 0 || resume !== null) return [null];
  return ["standard", "full"].includes(profile) ? parts : ["pools"];
}
