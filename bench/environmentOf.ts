import type {Experiment} from "../src/schema/sample.ts";
import {toolBySlug} from "./tools.ts";

/**
 * The environment in which a tool runs an experiment: its own, or for business work the one beside it that also holds what
 * such work needs. They are apart, since those packages have no builds for every Python that the pools are measured with.
 */
export function environmentOf(slug: string, experiment: Experiment | null): string {
  const {environment} = toolBySlug(slug);
  return experiment === "business" ? `${environment}-business` : environment;
}
