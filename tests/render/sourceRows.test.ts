import {describe, expect, it} from "vitest";
import {pageKey, sourcePages} from "../../loaders/sourcePages.ts";
import {sourceRows} from "../../loaders/sourceRows.ts";
import {sourceUses} from "../../loaders/sourceUses.ts";
import {unconfirmedRows} from "../../loaders/unconfirmedRows.ts";
import {isStaleSource} from "../../src/schema/isStaleSource.ts";

const source = (source_url: string, title: string, rest: object = {}) => ({
  ...{source_url, title, publisher: "P", kind: "documentation", as_of: "2026-11-01", trust: "A"},
  ...rest
});
const register = [
  source("https://a.org/x#one", "First place"),
  source("https://a.org/x", "The page", {as_of: "2026-10-01", trust: "B"}),
  source("https://www.b.org/", "B", {publisher: ""}),
  source("https://c.org/unused", "C")
];
const files = {
  sources: register,
  published_figures: [
    {id: "F1", tool: "ray", quantity: "latency", source_url: "https://b.org", note: ""},
    {id: "F2", tool: "ray", quantity: "rate", source_url: "", source_title: "Copies", year: "2020", note: ""},
    {id: "F3", tool: "ray", quantity: "rate", source_url: "https://b.org", note: "Old; not confirmed for 4.x."}
  ],
  cloud_limits: [
    {provider: "aws", service: "Batch", limit: "jobs", confidence: "low", source_url: "https://a.org/x#one", note: ""},
    {provider: "aws", service: "Batch", limit: "more", confidence: "high", source_url: "https://a.org/x#one", note: ""}
  ]
};
const texts = [
  {kind: "chapters", name: "cost", text: "See [x](https://a.org/x#one) and {{limit aws/batch/jobs}}."},
  {kind: "tools", name: "ray", text: "It took {{published F1}}; `https://c.org/unused-too`."}
] as const;

describe("sourcePages", () => {
  it("puts places on one page together: the page's own title, the oldest day, the lowest grade", () => {
    expect(sourcePages(register)[0]).toEqual({
      ...{source_url: "https://a.org/x", title: "The page", publisher: "P", kind: "documentation"},
      ...{as_of: "2026-10-01", trust: "B", addresses: ["https://a.org/x#one", "https://a.org/x"]}
    });
  });

  it("takes addresses that differ in form only for one", () => {
    expect(pageKey("http://www.b.org/#c")).toBe(pageKey("https://b.org"));
    expect(pageKey("https://b.org/d")).not.toBe(pageKey("https://b.org"));
  });
});

describe("sourceRows", () => {
  const rows = sourceRows(register, sourceUses(texts, files));
  const usedBy = Object.fromEntries(rows.map(({source_url, used_by}) => [source_url, used_by]));

  it("names what uses a source: addresses in texts, figures that texts draw, rows of data files", () => {
    expect(usedBy).toEqual({
      "https://a.org/x": "chapters: cost; data: cloud limits (2)",
      "https://www.b.org/": "tools: ray; data: published figures (2)",
      "https://c.org/unused": "nothing"
    });
  });

  it("lists them by title, the publisher beside it where the title does not name it", () => {
    expect(rows.map(({source}) => source)).toEqual(["B", "C, P", "The page, P"]);
  });
});

describe("unconfirmedRows", () => {
  it("tells what has copies only, what a note doubts, what is of low confidence, and what address is malformed", () => {
    const rows = unconfirmedRows({...files, sources: [...register, source("http://d.org", "D")]});
    expect(rows.map(({what, why}) => [what, why])).toEqual([
      ["ray: rate (F2)", "only copies of the source are known"],
      ["ray: rate (F3)", "Old; not confirmed for 4.x."],
      ["Batch: jobs", "old, and nothing newer was found"],
      ["http://d.org", "the address must begin with https, got http"]
    ]);
  });
});

describe("isStaleSource", () => {
  it.each([
    ["documentation", "2026-06-01", "2026-11-25", false],
    ["documentation", "2026-05-01", "2026-11-25", true],
    ["documentation", "2026-11-26", "2026-11-25", true],
    ["documentation", "", "2026-11-25", true],
    ["paper", "2017-01-01", "2026-11-25", false]
  ])("%s read on %s, asked on %s: %s", (kind, as_of, today, stale) => {
    expect(isStaleSource({kind, as_of}, today)).toBe(stale);
  });
});
