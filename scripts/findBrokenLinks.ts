import {existsSync} from "node:fs";
import {join} from "node:path/posix";

/** What of a page links are about: where it links to, and the places that a link may name. */
export interface Page {
  readonly addresses: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** The pages of a site, by their paths below it. */
export type Pages = ReadonlyMap<string, Page>;

/** Reads off a parsed page what links are about. */
export const pageOf = (document: Document): Page => ({
  addresses: new Set([...document.querySelectorAll("a[href], area[href]")].map((link) => link.getAttribute("href")!)),
  places: new Set([...document.querySelectorAll("[id]")].map(({id}) => id))
});

/** Links of the pages, to pages, files and places on pages, whose target is not in the site. One sentence each. */
export function findBrokenLinks(site: string, pages: Pages): string[] {
  return [...pages].flatMap(([page, {addresses}]) =>
    [...addresses]
      .filter((address) => !isFound(site, pages, page, address))
      .map((address) => `${page} links to ${address}, which is not there`)
  );
}

function isFound(site: string, pages: Pages, page: string, address: string): boolean {
  const base = new URL(page, "http://site.invalid/");
  if (!URL.canParse(address, base)) return false;
  const {origin, pathname, hash} = new URL(address, base);
  if (origin !== base.origin) return true;
  const path = decodeURIComponent(pathname).slice(1);
  const candidates = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  const target = candidates.find((candidate) => existsSync(join(site, candidate)));
  if (target === undefined) return false;
  const place = decodeURIComponent(hash.slice(1));
  return place === "" || place === "top" || (pages.get(target)?.places.has(place) ?? true);
}
