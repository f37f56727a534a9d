import type {Fit} from "./fit.ts";
import {usesThreads} from "./toolTraits.ts";

/**
 * How often in a row the imports of new workers stand on the critical path: once side by side on the cores, one after the
 * other beyond them. Threads of a program share its modules, so they import once.
 */
export const importRounds = (
  fit: Pick<Fit, "tool" | "variant" | "pythonBuild">,
  workers: number,
  cores: number
): number => (usesThreads(fit) ? 1 : Math.max(1, workers / Math.min(workers, cores)));
