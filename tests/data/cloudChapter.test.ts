import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {beforeAll, describe, expect, it} from "vitest";
import {complexityRows, type ScorecardRow} from "../../loaders/complexityRows.ts";
import {gatherTables} from "../../loaders/gatherTables.ts";
import type {Views} from "../../loaders/gatherViews.ts";
import {includeFiles} from "../../loaders/includeFiles.ts";
import {renderMarkdown} from "../../loaders/renderMarkdown.ts";
import {sketchRows, type SketchRow} from "../../loaders/sketchRows.ts";
import {scorecardItems} from "../../src/schema/cloudScorecard.ts";

const file = "data/chapters/cloud-infrastructure.md";
const text = readFileSync(file, "utf8");
const read = (path: string) => readFileSync(path, "utf8");
const sources = new Set(csvParse(read("data/sources.csv")).map((row) => row["source_url"]));

let tables: Views;
beforeAll(async () => {
  tables = await gatherTables();
}, 120_000);

/** Headings of a Markdown text outside of code, with their level. */
function headingsOf(markdown: string): string[] {
  let code = false;
  return markdown.split("\n").flatMap((line) => {
    if (/^(```|~~~)/.test(line)) code = !code;
    return !code && /^#{2,3} /.test(line) ? [line] : [];
  });
}

describe("cloud-infrastructure", () => {
  it("holds the headings that the specification asks for, in order", () => {
    const wanted = [
      ...["## Overview", "## Research framework"],
      ...["## AWS", "### Batch", "### Lambda", "### Step Functions", "### ECS and Fargate"],
      ...["## Google Cloud", "### Dataflow", "### Cloud Run functions (formerly Cloud Functions)", "### Cloud Run"],
      ...["### Kubernetes Engine", "## Azure", "### Batch", "### Functions", "### Logic Apps"],
      ...["### Container Instances", "## Kubernetes on any cloud", "## Cost analysis"],
      "## Summary and recommendations"
    ];
    const headings = headingsOf(text);
    let at = -1;
    for (const heading of wanted) {
      at = headings.indexOf(heading, at + 1);
      expect(at, heading).toBeGreaterThan(-1);
    }
  });

  it("shows all seven criteria of every service", () => {
    const services = (tables.tools ?? []).filter(({category}) => category === "cloud").map(({slug}) => String(slug));
    expect(services).toHaveLength(16);
    for (const slug of services) expect(text, slug).toMatch(new RegExp(`\\{\\{include tools/${slug}\\.md level=[345]\\}\\}`));
  });

  it("can be read in fifteen minutes: what is not folded away", () => {
    const unfolded = text
      .replace(/<details>[\s\S]*?<\/details>/g, "")
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replace(/\]\([^)]*\)|\{\{[^}]*\}\}/g, "");
    const words = unfolded.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    expect(words).toBeGreaterThan(1000);
    expect(words / 230).toBeLessThan(15);
  });

  it("closes every fold that it opens, with room for the Markdown inside", () => {
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text.match(/<\/summary>\n\n/g)?.length).toBe(text.match(/<summary>/g)?.length);
    expect(text).not.toMatch(/[^\n]\n<\/details>/);
  });

  it.each(["page", "document"] as const)("renders as a %s, with code of the sketches and tables of the data", (form) => {
    const lines = includeFiles(text, file, (path) => read(`data/${path}`));
    const {text: rendered} = renderMarkdown(lines, {tables, fits: [], form, read}, "cloud-infrastructure");
    expect(rendered).not.toMatch(/\{\{(?!\s*\.)[a-z]/);
    expect(rendered).toContain("kind: RayJob");
    expect(rendered).toContain("AWS::Batch::JobQueue");
    expect(rendered).toMatch(form === "page" ? /data-table="cloud_complexity"/ : /\| service \| mean \|/);
    expect(rendered).toMatch(/1 million × 100 ms/);
    // Lambda: seven points over nine items, in two digits.
    expect(rendered).toMatch(form === "page" ? /AWS Lambda<\/th><td>0\.78<\/td><td>9<\/td>/ : /\| AWS Lambda \| 0\.78 \| 9 \|/);
  });
});

describe("cloud_scorecard.csv", () => {
  const rows = csvParse(read("data/cloud_scorecard.csv"));

  it("has every item of every service once, each with a reason, a listed source and a date", () => {
    const tools = new Set(rows.map(({tool}) => tool));
    expect(tools.size).toBe(16);
    expect(new Set(rows.map(({tool, item}) => `${tool} ${item}`)).size).toBe(tools.size * scorecardItems.length);
    expect(rows).toHaveLength(tools.size * scorecardItems.length);
    expect(rows.filter(({source_url}) => !sources.has(source_url))).toEqual([]);
    expect(rows.filter(({as_of}) => !/^\d{4}-\d{2}-\d{2}$/.test(as_of ?? ""))).toEqual([]);
  });

  it("says not established where there is neither a score nor a count, and only there", () => {
    const empty = rows.filter(({score, value}) => score === "" && value === "");
    expect(empty.every(({evidence}) => evidence === "N")).toBe(true);
    expect(rows.filter(({evidence}) => evidence === "N")).toHaveLength(empty.length);
  });
});

describe("complexityRows", () => {
  const sketch = (changes: Partial<SketchRow>): SketchRow => ({
    ...{tool: "a", files: 1, lines: 1, resources: 2, identities: 5, image: "own"},
    ...changes
  });
  const scorecard = (changes: Partial<Record<string, Partial<ScorecardRow>>>): ScorecardRow[] =>
    scorecardItems.map((item) => ({tool: "a", item, score: 1, value: null, ...changes[item]}));

  it("scores steps by their count, caps identities, and means over what is known", () => {
    const [row] = complexityRows(
      scorecard({set_up_steps: {score: null, value: 11}, quota: {score: null}}),
      [sketch({})],
      {a: "A"}
    );
    expect(row).toMatchObject({name: "A", set_up_steps: 3, quota: null, identities: 3, image: 2, items_known: 8});
    expect(row?.mean_score).toBeCloseTo((3 + 5 * 1 + 3 + 2) / 8);
  });

  it.each([
    [4, 0],
    [5, 1],
    [8, 2],
    [10, 2],
    [11, 3]
  ])("%i steps score %i", (value, score) => {
    const [row] = complexityRows(scorecard({set_up_steps: {score: null, value}}), [sketch({})], {});
    expect(row).toMatchObject({set_up_steps: score});
  });

  it("tells nothing of identities where the sketch asks for nothing, and names a missing item", () => {
    expect(complexityRows(scorecard({}), [sketch({resources: 0, identities: 0})], {})[0]).toMatchObject({identities: null});
    expect(() => complexityRows(scorecard({}).slice(1), [sketch({})], {})).toThrow(
      "cloud_scorecard.csv has no set_up_steps of a"
    );
  });
});

describe("sketchRows", () => {
  it("counts what the files ask for", async () => {
    const rows = new Map((await sketchRows()).map((row) => [row.tool, row]));
    // Environment, queue, definition and two roles; three files beside what all share.
    expect(rows.get("aws-batch")).toMatchObject({files: 3, resources: 5, identities: 2, image: "own"});
    expect(rows.get("google-cloud-functions")).toMatchObject({resources: 3, identities: 2, image: "from source"});
    expect(rows.get("google-cloud-run")).toMatchObject({resources: 1, identities: 1});
    expect(rows.get("azure-logic-apps")).toMatchObject({files: 1, resources: 1, identities: 1, image: "none"});
  });
});

describe("cloud_costs", () => {
  it("names the limit where it shows no price", () => {
    const rows = tables.cloud_costs ?? [];
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows)
      for (const column of ["short", "packed", "middling", "long"])
        expect(row[`${column}_usd`] !== null || row[`${column}_reason`] !== "", `${String(row.offer)} ${column}`).toBe(true);
    const lambda = rows.find(({offer}) => offer === "lambda-x86");
    expect(lambda?.short_usd).toBeCloseTo(3.079, 3);
    expect(lambda?.long_reason).toContain("maximum run time");
  });
});
