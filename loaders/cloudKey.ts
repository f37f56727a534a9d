type Row = Readonly<Record<string, unknown>>;

/** Text as lower-case words joined by hyphens: `memory, maximum` is `memory-maximum`. */
const joinWords = (text: unknown): string =>
  String(text ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * How a text names a row of cloud_limits.csv or cloud_prices.csv: `aws/lambda/maximum-run-time`, made of the provider, the
 * service and the limit (or the sku).
 */
export const cloudKey = (row: Row, last: "limit" | "sku"): string =>
  [row.provider, row.service, row[last]].map(joinWords).join("/");
