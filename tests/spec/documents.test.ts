import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {addressFlaw} from "../../loaders/addressFlaw.ts";
import {chapterContext} from "../../loaders/chapterContext.ts";
import {documentContents} from "../../loaders/documentContents.ts";
import {documentOutline} from "../../loaders/documentOutline.ts";
import {documentPlan, entryDocument} from "../../loaders/documentPlan.ts";
import {externalAddresses} from "../../loaders/documentSources.ts";
import {gatherDocuments, type Documents} from "../../loaders/gatherDocuments.ts";
import {pageKey} from "../../loaders/sourcePages.ts";
import type {RenderContext} from "../../loaders/renderContext.ts";
import {checkLinks} from "../../scripts/docs/checkLinks.ts";
import {lintDocuments} from "../../scripts/docs/lintDocuments.ts";
import {wantedDocuments} from "./headings.ts";
import {missingHeadings} from "./missingHeadings.ts";
import {longestMinutes, readingWords, wordsAMinute} from "./readingWords.ts";
import {wantedTools} from "./wantedTools.ts";

/** Documents that an issue of their own is to deliver, none today; whatever else is missing is a fault. */
const notDueYet: readonly string[] = [];

let context: RenderContext;
let documents: Documents;
let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
  context = await chapterContext("document");
  documents = gatherDocuments(context);
  texts = new Map([...documents.files].filter(([path]) => path.endsWith(".md")));
}, 240_000);

const planned = [entryDocument, ...documentPlan.map(({file}) => file)];
/** A document's text, or null where it is not due yet: every test below then says nothing of it. */
function textOf(file: string): string | null {
  const text = texts.get(file);
  if (text === undefined) expect(notDueYet, `${file} is missing`).toContain(file);
  return text ?? null;
}

describe("T3.5, R1: the set of documents", () => {
  it("is the nine of the specification", () => {
    expect(planned).toEqual(wantedDocuments.map(({file}) => file));
    expect(documents.missing.filter((file) => !notDueYet.includes(file))).toEqual([]);
    const there = [...texts.keys()].filter((path) => !path.includes("/"));
    expect([...there, ...documents.missing].toSorted()).toEqual(planned.toSorted());
  });

  it("holds a document for every tool and service of section 4 (T1.1)", () => {
    expect(wantedTools.filter((slug) => !texts.has(`tools/${slug}.md`))).toEqual([]);
    const readme = texts.get(entryDocument) ?? "";
    expect(wantedTools.filter((slug) => !readme.includes(`(tools/${slug}.md)`))).toEqual([]);
  });

  it("is the same, byte for byte, when it is made again", () => {
    expect([...gatherDocuments(context).files]).toEqual([...documents.files]);
  }, 240_000);
});

describe("T3.1, T3.4: form", () => {
  it("passes markdownlint", async () => {
    expect(await lintDocuments(texts)).toEqual([]);
  }, 240_000);

  it("leaves no expression, no script and no address of the site behind", () => {
    const left = [...texts].flatMap(([path, text]) => {
      const prose = text.replace(/^(```|~~~)[\s\S]*?^\1$/gm, "").replace(/`[^`\n]*`/g, "");
      return /\{\{|\$\{|<script|<button|<figure|\]\(\/(?!\/)/.test(prose) ? [path] : [];
    });
    expect(left).toEqual([]);
  });

  it("holds charts that stand by themselves: XML with its own paper, no colour of the site, no foreign load", () => {
    const charts = [...documents.files].filter(([path]) => path.endsWith(".svg"));
    expect(charts.length).toBeGreaterThan(15);
    for (const [path, svg] of charts) {
      expect(svg, path).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg, path).toContain('fill="#ffffff"');
      expect(svg, path).not.toMatch(/var\(--theme|<script|(href|src)="https?:/);
    }
  });
});

describe("T3.2, T5.1: links", () => {
  it("lead to a file, a heading or an address of good form", () => {
    expect(checkLinks(documents.files)).toEqual([]);
  });

  it("to other places are all in the register of sources, with a day and a grade", () => {
    const register = new Map((context.tables.sources ?? []).map((row) => [pageKey(String(row.source_url)), row]));
    const faults = [...texts].flatMap(([path, text]) =>
      externalAddresses(text).flatMap((address) => {
        const row = register.get(pageKey(address));
        const dated = /^\d{4}-\d{2}-\d{2}$/.test(String(row?.as_of)) && /^[ABC]$/.test(String(row?.trust));
        return dated && addressFlaw(address) === null ? [] : [`${path}: ${address}`];
      })
    );
    expect(faults).toEqual([]);
  });
});

describe.each(wantedDocuments)("$file", ({file, headings}) => {
  it("holds the headings that the specification asks for", () => {
    const text = textOf(file);
    if (text !== null) expect(missingHeadings(text, headings)).toEqual([]);
  });

  it("opens with category, status and audience, and has a table of contents of what it holds (T3.3)", () => {
    const text = textOf(file);
    if (text === null) return;
    const [head = ""] = text.split(/^## /m);
    for (const name of ["Category", "Research status", "Target audience"]) expect(head).toContain(`- **${name}:**`);
    const contents = /^## Contents\n\n([\s\S]*?)\n\n(?=## )/m.exec(text)?.[1];
    expect(contents).toBe(documentContents(documentOutline(text)));
  });

  it("ends with its sources and with links to its neighbours", () => {
    const text = textOf(file);
    if (text === null) return;
    expect(text).toMatch(/^## Sources\n[\s\S]*^- .*<https:\/\/[^>]+>, read on \d{4}-\d{2}-\d{2}, trust [ABC]\.$/m);
    const last = text.trimEnd().split("\n").at(-1) ?? "";
    expect(last).toContain("Next: [");
    if (file !== entryDocument) expect(last).toMatch(/^Previous: \[.*Overview: \[/);
  });

  it("gives its answer in the first screen", () => {
    const text = textOf(file);
    if (text === null) return;
    const at = text.indexOf("**The short answer.**");
    expect(at).toBeGreaterThan(0);
    expect(readingWords(text.slice(0, at).replace(/^## Contents$[\s\S]*?(?=^## )/m, ""))).toBeLessThan(130);
  });

  it(`is read in ${longestMinutes} minutes`, () => {
    const text = textOf(file);
    if (text === null) return;
    expect(readingWords(text)).toBeLessThanOrEqual(longestMinutes * wordsAMinute);
  });
});

describe("T1.3, T4.2: the comparison tables", () => {
  const file = "comparison-tables.md";

  it("name every tool and service of section 4", () => {
    const text = textOf(file);
    if (text === null) return;
    const names = (context.tables.tools ?? [])
      .filter(({slug}) => wantedTools.includes(String(slug)))
      .map(({name}) => String(name));
    expect(names.length).toBe(wantedTools.length);
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  it("have no empty cell, and as many cells in a row as in their head", () => {
    const text = textOf(file);
    if (text === null) return;
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    expect(rows.length).toBeGreaterThan(60);
    // The corner of a table that is read by both of its edges may be empty; a dash says that a value does not apply.
    expect(rows.filter((row) => /\|\s*\|/.test(row.replace(/^\|\s*\|/, "|")))).toEqual([]);
  });
});

it("the plan of documents and package.json name the command", () => {
  const {scripts} = JSON.parse(readFileSync("package.json", "utf8")) as {scripts: Readonly<Record<string, string>>};
  expect(scripts["export:docs"]).toContain("scripts/exportDocs.ts");
  expect(readFileSync("README.md", "utf8")).toContain("npm run export:docs");
});
