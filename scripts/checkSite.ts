import {JSDOM} from "jsdom";
import {existsSync} from "node:fs";
import {readFile, readdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {findBrokenLinks, type Page, pageOf} from "./findBrokenLinks.ts";
import {findForeignLoads} from "./findForeignLoads.ts";
import {weighPage} from "./weighPage.ts";

/** The budget of one page, gzipped: what a browser fetches before the reader asks for more. */
export const pageBudgetBytes = 250_000;

/**
 * What is wrong with a built site, one sentence a fault; empty when nothing is. With `finish`, each page is mended by it and
 * written before it is looked at: to parse a page takes longer than all that is then done with it.
 */
export async function checkSite(site: string, finish?: (html: string) => JSDOM): Promise<string[]> {
  const files = (await readdir(site, {recursive: true})).sort();
  const pages = new Map<string, Page>();
  const faults: string[] = [];
  for (const path of files.filter((path) => path.endsWith(".html"))) {
    const html = await readFile(join(site, path), "utf8");
    const dom = finish ? finish(html) : new JSDOM(html);
    if (finish) await writeFile(join(site, path), dom.serialize());
    const {document} = dom.window;
    const page = path.replaceAll("\\", "/");
    faults.push(...(await checkPage(site, page, document)));
    pages.set(page, pageOf(document));
    // Sixty parsed pages would fill more memory than all the rest of the build.
    dom.window.close();
  }
  if (pages.size === 0) return [`${site} holds no page`];
  for (const path of files.filter((path) => path.endsWith(".css"))) {
    const urls = (await readFile(join(site, path), "utf8")).match(
      /(?:@import\s+|url\()\s*["']?(?:https?:)?\/\/[^"')\s]+/g
    );
    for (const url of urls ?? []) faults.push(`${path} loads a foreign address: ${url}`);
  }
  return [...faults, ...findBrokenLinks(site, pages), ...(await findMissingData(site))];
}

/** Files that the site's own description of its data names and that are not there. */
async function findMissingData(site: string): Promise<string[]> {
  const described = join(site, "data/datapackage.json");
  if (!existsSync(described)) return [];
  const {resources} = JSON.parse(await readFile(described, "utf8")) as {resources: readonly {path: string}[]};
  return resources
    .filter(({path}) => !existsSync(join(site, "data", path)))
    .map(({path}) => `data/datapackage.json names ${path}, which is not there`);
}

async function checkPage(site: string, page: string, document: Document): Promise<string[]> {
  const faults: string[] = [];
  const failed = document.querySelector(".observablehq--error, [data-error]");
  if (failed !== null) faults.push(`${page} failed: ${failed.textContent?.trim().slice(0, 200)}`);
  if (!document.title.trim()) faults.push(`${page} has no title`);
  if (!document.documentElement.lang) faults.push(`${page} names no language`);
  if (document.querySelectorAll("h1").length !== 1 && !isRedirect(document)) {
    faults.push(`${page} has ${document.querySelectorAll("h1").length} top headings instead of one`);
  }
  for (const address of findForeignLoads(document)) faults.push(`${page} loads a foreign address: ${address}`);
  const {bytes, files} = await weighPage(site, page, document);
  if (bytes > pageBudgetBytes) {
    const heaviest = files.slice(0, 3).map((file) => `${file.path} ${Math.round(file.bytes / 1000)} kB`);
    faults.push(
      `${page} weighs ${Math.round(bytes / 1000)} kB gzipped, over ${pageBudgetBytes / 1000} kB (${heaviest})`
    );
  }
  const wasm = files.find((file) => file.path.endsWith(".wasm"));
  if (wasm !== undefined) faults.push(`${page} loads ${wasm.path} before the reader asks for it`);
  return faults;
}

const isRedirect = (document: Document) => document.querySelector('meta[http-equiv="refresh"]') !== null;
