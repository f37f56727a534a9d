/** A sentence for a filter's value that its list does not offer, or that is no day; empty where it may stand. */
export function filterProblems(name: string, value: string, allowed: readonly string[] | "day"): string[] {
  if (value === "") return [];
  if (allowed === "day")
    return /^\d{4}-\d\d-\d\d$/.test(value) ? [] : [`${name} must be a day such as 2026-01-31, got ${value}`];
  return allowed.includes(value) ? [] : [`${name} must be one of ${allowed.join(", ")}, got ${value}`];
}
