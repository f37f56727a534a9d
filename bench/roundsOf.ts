import type {Part, Profile} from "../src/schema/matrix.ts";
import type {Options} from "./options.ts";

const roundsOfProfile: Readonly<Record<Profile, number>> = {smoke: 1, quick: 5, standard: 7, full: 11, calibrate: 3};
/** Tools that take seconds to begin are measured less often, so that a part stays below 45 minutes on two cores. */
const roundsOfPart: Readonly<Record<Part, number>> = {
  pools: 5,
  distributed: 5,
  queues: 5,
  tables: 5,
  workflows: 3,
  business: 5
};

/** Samples a cell, by profile and part, unless the options say so themselves. */
export function roundsOf({samples, profile, part}: Pick<Options, "samples" | "profile" | "part">): number {
  return samples ?? (profile === "standard" && part !== null ? roundsOfPart[part] : roundsOfProfile[profile]);
}
