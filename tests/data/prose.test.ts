import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {describe, expect, it} from "vitest";

const sources = new Set(csvParse(readFileSync("data/sources.csv", "utf8")).map((row) => row["source_url"]));
const texts = ["data/chapters", "data/documents", "data/tools"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name))
);

/** The lines that a reader reads as prose, numbered: no front matter, no code, no headings. */
function proseLines(text: string): {line: number; text: string}[] {
  let fence = false;
  let front = text.startsWith("---\n");
  return text.split("\n").flatMap((content, index) => {
    if (front) {
      front = index === 0 || content !== "---";
      return [];
    }
    if (/^\s*```/.test(content)) fence = !fence;
    return fence || content.startsWith("```") || content.startsWith("#") ? [] : [{line: index + 1, text: content}];
  });
}

/** What is left of a line without expressions, code, addresses, dates, versions, identifiers and list numbers. */
const bare = (text: string) =>
  text
    .replace(/\{\{[^{}]*\}\}|`[^`]*`|\]\([^)]*\)|https?:\S+/g, "")
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, "")
    .replace(/\b(Python |PEP |Kubernetes |C)\d+(\.\d+)*/g, "")
    .replace(/\b(S3|EC2|x86)\b/g, "")
    .replace(/\b(3\.([89]|1\d)|\d+\.\d+\.\d+)(?![\d.]*\s*(ms|s|×|%|times))\b/g, "")
    .replace(/^\s*\d+\. /, "");

describe.each(texts)("%s", (file) => {
  const text = readFileSync(file, "utf8");

  it("states no number that is neither measured, computed nor cited", () => {
    const found = proseLines(text).filter((line) => /\d/.test(bare(line.text)));
    expect(found.map(({line, text}) => `${file}:${line}: ${text}`)).toEqual([]);
  });

  it("cites only addresses that sources.csv holds", () => {
    const addresses = [...text.matchAll(/https?:\/\/[^\s)>\]"`]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => !sources.has(address))).toEqual([]);
  });
});

describe("bare", () => {
  it("leaves a typed figure, and takes what is none", () => {
    expect(bare("It takes 5 ms.")).toMatch(/\d/);
    expect(bare("It is 1.5 times faster.")).toMatch(/\d/);
    expect(bare("It is 3.12 times faster.")).toMatch(/\d/);
    expect(bare("Since Python 3.14, PEP 703, C1 and 3.13 on 2026-11-23: `61` of {{a.b c=2}}.")).not.toMatch(/\d/);
  });
});

describe("the fact files", () => {
  const cited = ["published_figures", "pitfalls", "complaints", "granularity_guidance", "contradictions"].flatMap((name) =>
    csvParse(readFileSync(`data/${name}.csv`, "utf8")).flatMap((row) =>
      ["source_url", "thread_url", "source_a", "source_b"].flatMap((column) =>
        row[column] ? [{name, address: row[column]}] : []
      )
    )
  );

  it("cite only addresses that sources.csv holds", () => {
    expect(cited.length).toBeGreaterThan(300);
    expect(cited.filter(({address}) => !sources.has(address))).toEqual([]);
  });

  it("list no address twice", () => {
    const rows = csvParse(readFileSync("data/sources.csv", "utf8"));
    expect(rows.length).toBe(sources.size);
    expect(rows.filter(({title, as_of, trust}) => !title || !/^\d{4}-\d{2}-\d{2}$/.test(as_of ?? "") || !/^[ABC]$/.test(trust ?? ""))).toEqual([]);
  });
});
