import {addressesOf} from "./documentLinks.ts";
import {pageKey, type SourcePage} from "./sourcePages.ts";

const escaped = (text: string) => text.replace(/[\\`*_[\]<>|]/g, "\\$&").replace(/\s+/g, " ");

/** The external addresses that a text leads to, each once, in the order of their first appearance. */
export const externalAddresses = (text: string): readonly string[] => [
  ...new Set(addressesOf(text).links.filter((address) => /^https?:/i.test(address)))
];

/**
 * The closing section of a document: every source that its text cites with its address, the day it was read and how far it
 * is trusted. Throws where the text cites what the register does not hold; empty where it cites nothing.
 */
export function documentSources(text: string, pages: readonly SourcePage[]): string {
  const known = new Map(pages.map((page) => [pageKey(page.source_url), page]));
  const cited = externalAddresses(text).map((address) => {
    const page = known.get(pageKey(address));
    if (!page) throw new Error(`cites ${address}, which data/sources.csv does not hold`);
    return page;
  });
  if (cited.length === 0) return "";
  const lines = [...new Set(cited)]
    .toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.source_url < b.source_url ? -1 : 1))
    .map(({title, publisher, source_url, as_of, trust}) => {
      const by = publisher && !title.startsWith(publisher) ? `, ${escaped(publisher)}` : "";
      return `- ${escaped(title)}${by}: <${source_url}>, read on ${as_of}, trust ${trust}.`;
    });
  return [
    "## Sources",
    "",
    "Read on the day that stands beside each; A is primary, C a vendor or a single voice.",
    "",
    ...lines
  ].join("\n");
}
