import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {readTools} from "../../loaders/readTools.ts";
import type {Tool} from "../../src/schema/tool.ts";
import {criteriaSections, judgementSections, wantedTools} from "./wantedTools.ts";

let tools: readonly Tool[];
beforeAll(async () => {
  tools = await readTools();
});

const sectionsOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.split("\n")[0] as string, part.slice(part.indexOf("\n")).trim()])
  );

/** A source with its address, or a figure that is measured, computed or cited through the data. */
const hasEvidence = (section: string) =>
  /\]\(https:\/\/[^)]+\)/.test(section) || /\{\{(?!code |include )[^{}]+\}\}/.test(section);

it("T1.1: every tool and service that the specification names is documented", () => {
  const slugs = new Set(tools.map(({slug}) => slug));
  expect(wantedTools.length).toBe(30);
  expect(wantedTools.filter((slug) => !slugs.has(slug))).toEqual([]);
});

it("T2.2, T5.2: each names its version or provider, and the day on which that was read", () => {
  for (const tool of tools) {
    expect(tool.as_of, tool.slug).toMatch(/^20\d\d-\d\d-\d\d$/);
    if (tool.category === "cloud") expect(tool.provider, tool.slug).not.toBe("");
    else expect(`${tool.latest_version} ${tool.latest_month}`, tool.slug).toMatch(/^\S.* 20\d\d-\d\d$/);
  }
});

it("T2.2: no version is newer than the day on which it was read", () => {
  const late = tools.filter((tool) => tool.category !== "cloud" && tool.latest_month > tool.as_of.slice(0, 7));
  expect(late.map(({slug}) => slug)).toEqual([]);
});

// Slugs are not known before the files are read: the names of the files say the same, as readTools checks.
describe.each(wantedTools)("%s", (slug) => {
  const sections = sectionsOf(readFileSync(`data/tools/${slug}.md`, "utf8"));

  it("T1.2: has all seven criteria, each in words of its own", () => {
    expect(Object.keys(sections).slice(0, criteriaSections.length)).toEqual(criteriaSections);
    for (const name of criteriaSections) expect(sections[name]?.split(/\s+/).length, name).toBeGreaterThan(15);
  });

  it("T2.1, T2.4: rests on a source or a figure in every section", () => {
    expect(criteriaSections.filter((name) => !hasEvidence(sections[name] ?? ""))).toEqual([]);
  });

  it("T4.1: names strengths, weaknesses, best use, when to avoid it, and pitfalls", () => {
    expect(Object.keys(sections).slice(criteriaSections.length)).toEqual(judgementSections);
    for (const name of judgementSections) expect(sections[name]?.match(/^- \S/gm)?.length, name).toBeGreaterThan(0);
  });

  it("names AssetUtilities where it speaks of integration or of use", () => {
    expect(`${sections.Integration} ${sections["Use-case fit"]}`).toContain("AssetUtilities");
  });
});

/** The loops that tools are held against, and the report's own package: what is said of them is shown by their code. */
const own = ["serial", "serial-optimised", "parallel-map"];

it("further tools are held to the same", () => {
  const further = tools.map(({slug}) => slug).filter((slug) => !wantedTools.includes(slug));
  expect(further.length).toBeGreaterThan(5);
  for (const slug of further) {
    const sections = sectionsOf(readFileSync(`data/tools/${slug}.md`, "utf8"));
    expect(Object.keys(sections), slug).toEqual([...criteriaSections, ...judgementSections]);
    if (own.includes(slug)) continue;
    expect(
      criteriaSections.filter((name) => !hasEvidence(sections[name] ?? "")),
      slug
    ).toEqual([]);
  }
});
