/** Days after which a dated fact counts as old; prices that move with demand age faster. */
export const staleAfterDays = {price: 180, spot: 45} as const;

const dayMilliseconds = 86_400_000;

/** Days from a date (`2026-10-07`, or a month, which counts from its first day) to another. */
export const ageDays = (asOf: string, today: string): number =>
  Math.floor((Date.parse(today) - Date.parse(asOf.length === 7 ? `${asOf}-01` : asOf)) / dayMilliseconds);

/**
 * Whether a price is to be marked: older than its kind allows, or dated after today. Only a page asks, with its reader's own
 * day: a build that asked would not give the same bytes tomorrow.
 */
export function isStale(
  {as_of, service, sku}: {readonly as_of: string; readonly service: string; readonly sku: string},
  today: string
): boolean {
  const age = ageDays(as_of, today);
  return age < 0 || age > (/\bspot\b/i.test(`${service} ${sku}`) ? staleAfterDays.spot : staleAfterDays.price);
}
