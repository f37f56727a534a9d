import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {chapterContext} from "../../loaders/chapterContext.ts";
import type {RenderContext} from "../../loaders/renderContext.ts";
import {readTools} from "../../loaders/readTools.ts";
import {renderChapter} from "../../loaders/renderPage.ts";
import {renderToolPage} from "../../loaders/toolPage.ts";
import {toolScope} from "../../loaders/toolScope.ts";
import {toolSubjects} from "../../loaders/toolSubjects.ts";
import type {Tool} from "../../src/schema/tool.ts";

const tools = await readTools();
const criteria = [
  ...["Overview", "Architecture", "Scalability", "Integration", "Learning curve", "Performance", "Use-case fit"]
];
const lists = ["Strengths", "Weaknesses", "Best for", "Avoid when", "Pitfalls"];

let page: RenderContext;
let plain: RenderContext;
beforeAll(async () => {
  page = await chapterContext("page");
  plain = {...page, form: "document"};
}, 300_000);

/** The text below a heading of level two, up to the next. */
function section(text: string, name: string): string {
  const [, ...parts] = text.split(/^## /m);
  return parts.find((part) => part.startsWith(`${name}\n`)) ?? "";
}

/** Whether a view holds a good figure of the tool: told by the data, not by the page. */
const isMeasured = ({slug}: Tool) =>
  ["startup", "dispatch", "engines", "workflows"].some((view) =>
    (page.tables[view] ?? []).some(({tool}) => toolSubjects(slug).includes(String(tool)))
  );

describe.each(tools.map((tool) => [tool.slug, tool] as const))("%s", (slug, tool) => {
  it("has the seven criteria in order, what follows from them, and no expression left", () => {
    const {text} = renderToolPage(slug, page);
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name!);
    expect(headings.filter((name) => [...criteria, ...lists].includes(name))).toEqual([...criteria, ...lists]);
    expect(headings).toEqual(expect.arrayContaining(["Measured profile", "Published figures", "Alternatives"]));
    for (const name of [...criteria, ...lists]) expect(section(text, name).length, name).toBeGreaterThan(30);
    expect(text).toContain(`# ${tool.name}\n`);
    expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/);
  });

  it("shows what was measured, or says why nothing was", () => {
    const profile = section(renderToolPage(slug, page).text, "Measured profile");
    if (isMeasured(tool)) {
      expect(profile).toMatch(/<button[^>]*class="figure"[^>]*>[\d.]+|<td>[\d.,]+ (s|ms|µs)/);
      expect(profile.match(/^\| /gm) ?? profile.match(/<table/g)).not.toBeNull();
    } else expect(profile).toMatch(/Not measured, because \w+/);
  });

  it("takes the figures of its performance section from the data where it was measured", () => {
    const performance = section(readFileSync(`data/tools/${slug}.md`, "utf8"), "Performance");
    if (isMeasured(tool) && tool.category !== "cloud")
      expect(performance).toMatch(/\{\{(startup|dispatch|engines|workflows|granularity)\.\w+ /);
  });

  it("leaves no figure of its text unmeasured unless the runs say why", () => {
    const told = (page.tables.coverage ?? []).filter(({tool: name}) => toolSubjects(slug).includes(String(name)));
    const missing = renderToolPage(slug, page).text.includes("(not measured)");
    if (missing && told.length > 0) expect(told.map(({not_ok}) => not_ok).join("")).not.toBe("");
  });

  it("is a plain document as well: no live block, no markup of a page", () => {
    const {text, charts} = renderToolPage(slug, plain);
    expect(text).not.toMatch(/\{\{|<button|<svg|^---\n/);
    expect(text).toMatch(/^# /);
    for (const name of Object.keys(charts)) expect(text).toContain(`](${name})`);
  });
});

it("refuses a slug that does not exist, naming those that do", () => {
  expect(() => renderToolPage("no-such-tool", page)).toThrow(/there is no tool no-such-tool; there are .*\bray\b/);
});

it("names the file and the line of an expression that finds nothing", () => {
  const read = (path: string) =>
    path === "data/tools/ray.md"
      ? "---\nslug: ray\n---\n\n## Overview\n\n{{startup.total_seconds tool=none}}\n"
      : page.read(path);
  expect(() => renderToolPage("ray", {...page, read})).toThrow(/tools\/ray\.md:7: .*startup has no row with tool=none/);
});

it("shows a published figure, a contradiction and a pitfall that the data hold", () => {
  const {text} = renderToolPage("ray", page);
  expect(text).toContain("12,052 asynchronous tasks/s in release 1.13.0");
  expect(section(text, "Published figures").match(/class="cited"/g)?.length).toBe(
    page.tables.published_figures!.filter(({tool}) => tool === "ray").length
  );
  for (const {pitfall} of page.tables.pitfalls!.filter(({tool}) => tool === "ray"))
    expect(text).toContain(String(pitfall));
});

it("tells contradictions by subject, by the figures they cite and by name, and leaves the others", () => {
  const ids = (slug: string) =>
    toolScope(
      tools.find((tool) => tool.slug === slug)!,
      page
    ).tables.tool_contradictions!.map(({id}) => id);
  expect(ids("kubernetes")).toContain("X25");
  expect(ids("airflow")).toEqual(expect.arrayContaining(["X01", "X02"]));
  expect(ids("pyspark")).toEqual(expect.arrayContaining(["X18", "X19", "X31"]));
  expect(ids("concurrent-futures-interpreter")).toContain("X23");
  expect(ids("aws-lambda")).toEqual(["X24"]);
  expect(ids("luigi")).toEqual([]);
});

it("gives every price and limit to one service, the functions of Google to their own page", () => {
  const of = (slug: string, view: string) =>
    toolScope(
      tools.find((tool) => tool.slug === slug)!,
      page
    ).tables[view]!;
  const all = tools.flatMap(({slug}) => of(slug, "tool_limits"));
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(of("google-cloud-functions", "tool_limits").map(({service}) => service))).toEqual(
    new Set(["Cloud Run functions"])
  );
  expect(of("google-cloud-run", "tool_limits").map(({service}) => service)).not.toContain("Cloud Run functions");
  expect(of("aws-lambda", "tool_prices").length).toBeGreaterThan(3);
  expect(of("ray", "tool_prices")).toEqual([]);
});

it("computes alternatives from the fits: the place among all, and the fastest other", () => {
  const rows = toolScope(
    tools.find(({slug}) => slug === "ray")!,
    page
  ).tables.tool_ranking!;
  expect(rows).toHaveLength(4);
  for (const {own, place, other} of rows) {
    expect(own).toMatch(/^Ray tasks: /);
    expect(place).toMatch(/^\d+ of \d+/);
    expect(other).not.toMatch(/^Ray/);
  }
  expect(
    toolScope(
      tools.find(({slug}) => slug === "ray")!,
      {...page, fits: []}
    ).tables.tool_ranking
  ).toEqual([]);
});

it("lists every tool once in the index, with its page", () => {
  const {text} = renderChapter("tools", page);
  for (const {slug} of tools) expect(text.split(`href="/tools/${slug}"`).length, slug).toBe(2);
  expect(text).toContain("described, not measured");
  expect(text).toMatch(/measured: start and end [\d.]+ m?s/);
});
