type Row = Readonly<Record<string, unknown>>;

/** A source as a page: what sources.csv holds of it, places on the page put together. */
export interface SourcePage {
  /** The address without a place on the page, as it is cited. */
  readonly source_url: string;
  readonly title: string;
  readonly publisher: string;
  readonly kind: string;
  /** The oldest of the days on which its places were read, ISO 8601. */
  readonly as_of: string;
  /** The lowest of the grades of its places. */
  readonly trust: string;
  /** Every address of sources.csv that leads there. */
  readonly addresses: readonly string[];
}

/** What is the same for two addresses of one page: no scheme, no `www.`, no place on the page, no slash at the end. */
export const pageKey = (address: string): string =>
  address
    .replace(/#.*$/, "")
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/\/+$/, "");

const text = (value: unknown) => String(value ?? "");

/** The rows of sources.csv by page: places on one page, and addresses that differ in form only, become one. */
export function sourcePages(rows: readonly Row[]): readonly SourcePage[] {
  const pages = new Map<string, Row[]>();
  for (const row of rows) {
    const key = pageKey(text(row.source_url));
    pages.set(key, [...(pages.get(key) ?? []), row]);
  }
  return [...pages.values()].map((those) => {
    // The row of the page itself names it best; else the first place on it.
    const best = those.find(({source_url}) => !text(source_url).includes("#")) ?? (those[0] as Row);
    return {
      source_url: text(best.source_url).replace(/#.*$/, ""),
      title: text(best.title),
      publisher: text(best.publisher),
      kind: text(best.kind),
      as_of: those.map(({as_of}) => text(as_of)).toSorted()[0] ?? "",
      trust:
        those
          .map(({trust}) => text(trust))
          .toSorted()
          .at(-1) ?? "",
      addresses: those.map(({source_url}) => text(source_url))
    };
  });
}
