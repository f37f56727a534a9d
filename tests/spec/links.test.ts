import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {mapLinks} from "../../loaders/documentLinks.ts";
import {documentPlan} from "../../loaders/documentPlan.ts";

/** Every link of a text that leads to another page of the site. */
function siteLinks(text: string): readonly string[] {
  const found: string[] = [];
  mapLinks(text, ({address}) => {
    if (address.startsWith("/")) found.push(address);
    return "";
  });
  return found;
}

const exists = (path: string) => ["", ".ts"].some((end) => existsSync(path + end));

/** What serves an address of the site: a page, a tool's file, a data file. */
function isServed(address: string): boolean {
  const page = address.replace(/[?#].*$/, "").replace(/(.)\/$/, "$1");
  if (page === "/") return exists("src/index.md");
  if (page.startsWith("/data/")) return exists(`src${page}`);
  const tool = /^\/tools\/([\w-]+)$/.exec(page)?.[1];
  if (tool !== undefined) return existsSync(`data/tools/${tool}.md`);
  // A document of the plan has its place before it is written.
  return (
    exists(`src${page}.md`) || exists(`src${page}/index.md`) || documentPlan.some(({chapter}) => page === `/${chapter}`)
  );
}

const texts = ["data/chapters", "data/tools", "data/documents"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name))
);

describe("T3.2: links of the texts", () => {
  it("lead to pages, tools and files that there are", () => {
    const all = texts.flatMap((file) => siteLinks(readFileSync(file, "utf8")).map((address) => ({file, address})));
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({address}) => !isServed(address))).toEqual([]);
  });

  it("are seen to be broken when they are", () => {
    expect(isServed("/overhaed")).toBe(false);
    expect(isServed("/tools/no-such-tool")).toBe(false);
    expect(isServed("/data/no-such-file.csv")).toBe(false);
  });
});
