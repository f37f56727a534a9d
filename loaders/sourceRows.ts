import {pageKey, sourcePages} from "./sourcePages.ts";
import type {SourceUse} from "./sourceUses.ts";

type Row = Readonly<Record<string, unknown>>;

/** A source as the page lists it. */
export interface SourceRow {
  readonly source_url: string;
  /** Title and publisher in one line. */
  readonly source: string;
  readonly kind: string;
  readonly as_of: string;
  readonly trust: string;
  /** Addresses of the register that lead to this page. */
  readonly addresses: number;
  /** `chapters: cost, overhead; tools: ray; data: pitfalls (2)`, or `nothing`. */
  readonly used_by: string;
}

const sorted = (names: Iterable<string>) => [...names].toSorted().join(", ");

/** What uses a source in one line, which the page's filter reads again. */
function usedBy(use: SourceUse | undefined): string {
  if (!use) return "nothing";
  const data = [...use.data].map(([file, count]) => `${file.replaceAll("_", " ")} (${count})`);
  const parts = [
    ["chapters", sorted(use.chapters)],
    ["tools", sorted(use.tools)],
    ["data", sorted(data)]
  ].filter(([, names]) => names !== "");
  return parts.map(([kind, names]) => `${kind}: ${names}`).join("; ") || "nothing";
}

/** The register by page, places on one page put together, each with what uses it; in the order of titles. */
export function sourceRows(register: readonly Row[], uses: ReadonlyMap<string, SourceUse>): readonly SourceRow[] {
  return sourcePages(register)
    .map(({source_url, title, publisher, kind, as_of, trust, addresses}) => ({
      source_url,
      source: publisher === "" || title.includes(publisher) ? title : `${title}, ${publisher}`,
      kind,
      as_of,
      trust,
      addresses: addresses.length,
      used_by: usedBy(uses.get(pageKey(source_url)))
    }))
    .toSorted((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.source_url < b.source_url ? -1 : 1));
}
