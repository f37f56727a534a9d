/** Dollars with three significant digits, cents from a dollar on, no exponents: `USD 0.0000290`, `USD 3.08`, `USD 1,230`. */
export function formatUsd(usd: number): string {
  if (!Number.isFinite(usd)) return "–";
  const size = Math.abs(usd);
  if (size === 0) return "USD 0";
  const digits = size >= 100 ? 0 : Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(size))));
  const rounded = size >= 100 ? Number(usd.toPrecision(3)) : usd;
  return `USD ${rounded.toLocaleString("en-GB", {minimumFractionDigits: digits, maximumFractionDigits: digits})}`;
}
