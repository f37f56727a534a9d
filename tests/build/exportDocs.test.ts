import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {addressFlaw} from "../../loaders/addressFlaw.ts";
import {documentAddress} from "../../loaders/documentAddress.ts";
import {documentChart} from "../../loaders/documentChart.ts";
import {addressesOf, mapLinks} from "../../loaders/documentLinks.ts";
import {documentOutline, findHeading} from "../../loaders/documentOutline.ts";
import {documentSources} from "../../loaders/documentSources.ts";
import {sourcePages} from "../../loaders/sourcePages.ts";
import {tidyMarkdown} from "../../loaders/tidyMarkdown.ts";
import {checkLinks} from "../../scripts/docs/checkLinks.ts";
import {lintDocuments} from "../../scripts/docs/lintDocuments.ts";
import {writeFolder} from "../../scripts/docs/writeFolder.ts";

const outlined = (path: string, page: string, text: string) => ({path, page, outline: documentOutline(text)});

describe("documentOutline", () => {
  const outline = documentOutline(
    "# `concurrent.futures`\n\n## C1 to C7!\n\n```\n# code\n```\n\n## Batch\n\n## Batch\n"
  );

  it("gives GitHub's anchors, equal ones numbered, and leaves code out", () => {
    expect(outline.map(({level, anchor}) => [level, anchor])).toEqual([
      [1, "concurrentfutures"],
      [2, "c1-to-c7"],
      [2, "batch"],
      [2, "batch-1"]
    ]);
  });

  it("tells what is folded", () => {
    const folded = documentOutline("## A\n\n<details>\n<summary>x</summary>\n\n### B\n\n</details>\n\n## C\n");
    expect(folded.map(({text, folded}) => [text, folded])).toEqual([
      ["A", false],
      ["B", true],
      ["C", false]
    ]);
  });

  it("finds the heading behind an anchor of the site, which is written by another rule", () => {
    expect(findHeading(outline, "concurrent-futures")?.anchor).toBe("concurrentfutures");
    expect(findHeading(outline, "batch-1")?.anchor).toBe("batch-1");
    expect(findHeading(outline, "lambda")).toBeNull();
  });
});

describe("mapLinks", () => {
  it("writes links anew, and leaves pictures, code in a line and code in a block alone", () => {
    const text = "[`a`](/x) ![p](/y) `[b](/z)` [c [d]](/w_(v))\n\n```\n[e](/x)\n```";
    expect(mapLinks(text, ({text, address}) => `<${text}|${address}>`)).toBe(
      "<`a`|/x> ![p](/y) `[b](/z)` <c [d]|/w_(v)>\n\n```\n[e](/x)\n```"
    );
    expect(addressesOf(text)).toEqual({links: ["/x", "/w_(v)"], pictures: ["/y"]});
  });
});

describe("documentAddress", () => {
  const here = outlined("report/cost.md", "/cost", "# Cost\n");
  const all = [
    here,
    outlined("cloud-infrastructure.md", "/cloud-infrastructure", "# Cloud\n\n## Cost analysis\n"),
    outlined("tools/ray.md", "/tools/ray", "# Ray\n"),
    outlined("README.md", "/", "# Read\n\n## Planner and instruments\n")
  ];
  const address = (link: string) => documentAddress(link, here, all);

  it("leads to neighbours and their headings, relative to where the link stands", () => {
    expect(address("/cloud-infrastructure#cost-analysis").address).toBe("../cloud-infrastructure.md#cost-analysis");
    expect(address("/tools/ray.html").address).toBe("../tools/ray.md");
    expect(address("#cost").address).toBe("#cost");
    expect(address("https://docs.ray.io/x#y").address).toBe("https://docs.ray.io/x#y");
  });

  it("leads to the entry document for an instrument, and to nothing for a data file or an unwritten document", () => {
    expect(address("/explore").address).toBe("../README.md#planner-and-instruments");
    expect(address("/data/samples.csv").address).toBeNull();
    expect(address("/comparison-tables").address).toBeNull();
  });

  it("gives the command for what only the report computes", () => {
    expect(address("/?tasks=80&payload_out=5")).toEqual({
      address: "../README.md#planner-and-instruments",
      command: "npm run -s plan -- --tasks 80 --payload-out 5"
    });
  });

  it("refuses an anchor that is no heading", () => {
    expect(() => address("/tools/ray#no")).toThrow(
      "report/cost.md links to /tools/ray#no, and tools/ray.md has no such"
    );
  });
});

describe("tidyMarkdown", () => {
  it("sets headings, lists, tables and code apart, once, and leaves code as it is", () => {
    const text = "# A\ntext  \n- item\n\n\n\n| a |\n| --- |\nafter\n```py\nx = 1  \n\n\n```\nend\n**Bold alone**\n";
    expect(tidyMarkdown(text)).toBe(
      "# A\n\ntext\n\n- item\n\n| a |\n| --- |\n\nafter\n\n```py\nx = 1  \n\n\n```\n\nend\n**Bold alone:**\n"
    );
  });

  it("changes nothing the second time", () => {
    const text = tidyMarkdown("# A\n- b\n  - c\n<details>\n<summary>d</summary>\ne\n</details>\n*f*\n");
    expect(tidyMarkdown(text)).toBe(text);
  });
});

describe("documentChart", () => {
  const svg = documentChart(
    '<svg viewBox="0 0 60 40" style="color: currentColor" aria-label="A &amp; B"><style>.a{color:red}</style><path stroke="var(--theme-background, white)" fill="var(--theme-red)"></path></svg>',
    "a.svg"
  );

  it("is XML that stands by itself, on its own paper, in its own ink", () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain("<title>A &amp; B</title>");
    expect(svg).toContain('<rect x="0" y="0" width="60" height="40" fill="#ffffff"/>');
    expect(svg).toContain('stroke="white" fill="#1d2127"');
    expect(svg).toContain('color="#1d2127"');
  });

  it("refuses what is no picture", () => expect(() => documentChart("<p>no</p>", "b")).toThrow('"b" is no picture'));
});

describe("documentSources", () => {
  const pages = sourcePages([
    {source_url: "https://a.org/x#one", title: "A_x", publisher: "A", kind: "paper", as_of: "2026-11-02", trust: "A"},
    {source_url: "https://a.org/x#two", title: "Two", publisher: "A", kind: "paper", as_of: "2026-11-01", trust: "B"}
  ]);

  it("lists a page once, with its oldest day and lowest grade", () => {
    expect(documentSources("[1](https://a.org/x#one) [2](https://a.org/x#two)", pages)).toContain(
      "\n- A\\_x: <https://a.org/x>, read on 2026-11-01, trust B."
    );
    expect(documentSources("no link", pages)).toBe("");
  });

  it("refuses what the register does not hold", () => {
    expect(() => documentSources("[1](https://b.org)", pages)).toThrow("cites https://b.org, which data/sources.csv");
  });
});

describe("checkLinks", () => {
  it("tells every fault of a set of files", () => {
    const files = new Map([
      ["a.md", "# A\n\n[b](b.md#no) [c](c.md) [here](#a) ![p](p.svg) [x](http://x.org) [y](tools/d.md#d)\n"],
      ["b.md", "# B\n"],
      ["tools/d.md", "# D\n\n[up](../b.md#b)\n"],
      ["q.svg", "<svg/>"]
    ]);
    expect(checkLinks(files)).toEqual([
      "a.md shows p.svg, which is not there",
      "a.md links to b.md#no, and b.md has no such heading",
      "a.md links to c.md, which is not there",
      "a.md links to http://x.org, which must begin with https, got http",
      "q.svg is shown by no document"
    ]);
  });
});

describe("lintDocuments", () => {
  it("tells file, line and rule, and nothing of good text", async () => {
    const texts = new Map([
      ["bad.md", "# A\n\n### C\n\ntext <b>x</b>\n"],
      ["good.md", "# A\n\n<details>\n<summary>b</summary>\n\nText.\n\n</details>\n"]
    ]);
    const faults = await lintDocuments(texts);
    expect(faults.map((fault) => fault.split(":").slice(0, 3).join(":"))).toEqual([
      "bad.md:3: MD001",
      "bad.md:5: MD033"
    ]);
  });
});

describe("addressFlaw", () => {
  it.each([
    ["https://docs.python.org/3/library/asyncio.html#a", null],
    ["https://en.wikipedia.org/wiki/Fork_(system_call)", null],
    ["http://docs.python.org/", "must begin with https, got http"],
    ["https://example.org/a", "names no public host"],
    ["https://localhost/a", "names no public host"],
    ["https://a.org/b.", "ends with a mark of the sentence around it"],
    ["https://a.org/b)", "has one bracket of two"],
    ["https://u:p@a.org/", "names a user"],
    ["https://a.org/?utm_source=x", "carries the tracking word utm_source"],
    ["https://a.org/a b", "has a blank"],
    ["a.org", "is no address"]
  ])("%s: %s", (address, flaw) => expect(addressFlaw(address)).toBe(flaw));
});

describe("writeFolder", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "documents-"))));
  afterEach(() => rmSync(folder, {recursive: true, force: true}));

  it("writes what is given and takes away what an earlier export left", async () => {
    mkdirSync(join(folder, "old"));
    writeFileSync(join(folder, "old/gone.md"), "x");
    writeFileSync(join(folder, "kept.md"), "before");
    const files = new Map([
      ["kept.md", "after"],
      ["tools/new.md", "new"]
    ]);
    expect(await writeFolder(folder, files)).toEqual(["old/gone.md"]);
    expect(existsSync(join(folder, "old"))).toBe(false);
    expect(readFileSync(join(folder, "kept.md"), "utf8")).toBe("after");
    expect(readFileSync(join(folder, "tools/new.md"), "utf8")).toBe("new");
    expect(await writeFolder(folder, files)).toEqual([]);
  });
});
