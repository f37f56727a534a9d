import type {ToolFacts} from "./toolFacts.ts";

/**
 * What each thing counts that a tool adds to a project, in lines of code: a distribution is a line that must be kept up to
 * date; a service must be set up, started and watched. A convention of this report, not a measurement.
 */
export const effortWeights = {line: 1, distribution: 1, service: 20} as const;

/**
 * The effort of a tool in lines: those of its adapter, its distributions and services by `effortWeights`, and one for the
 * call itself, which is all that a plain loop has. null where the lines were not counted.
 */
export function effortLines(facts: Pick<ToolFacts, "lines" | "distributions" | "services"> | undefined): number | null {
  if (!facts || facts.lines === null) return null;
  const {line, distribution, service} = effortWeights;
  return 1 + line * facts.lines + distribution * (facts.distributions ?? 0) + service * facts.services;
}

/** The effort of a plain loop. */
export const loopEffortLines = 1;
