import {ageDays} from "./isStale.ts";

/** Days after which a page that may change is to be read again. */
export const staleSourceDays = 180;

/** What is published once: a paper does not change, its age is told by its year. */
const fixed = new Set(["paper", "specification"]);

/**
 * Whether a source is to be read again: read longer ago than its kind allows, or dated after today. Only a page asks, with
 * its reader's own day: a build that asked would not give the same bytes tomorrow.
 */
export function isStaleSource({as_of, kind}: {readonly as_of: string; readonly kind: string}, today: string): boolean {
  const age = ageDays(as_of, today);
  if (Number.isNaN(age)) return true;
  return age < 0 || (age > staleSourceDays && !fixed.has(kind));
}
