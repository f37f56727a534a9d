import {existsSync, readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {findRow, findRows} from "../../loaders/findRow.ts";
import {gatherTables} from "../../loaders/gatherTables.ts";
import type {Views} from "../../loaders/gatherViews.ts";
import {includeFiles} from "../../loaders/includeFiles.ts";
import {renderMarkdown} from "../../loaders/renderMarkdown.ts";

const criteria = ["Overview", "Architecture", "Scalability", "Integration", "Learning curve", "Performance"];
const sevenCriteria = [...criteria, "Use-case fit"];

/** The headings that the specification asks for, second level, in order; tools with the criteria below them. */
const chapters = [
  {
    name: "distributed-computing-frameworks",
    tools: ["Ray", "Dask", "Celery", "PySpark", "Modin"],
    after: ["Additional frameworks", "Summary and recommendations"]
  },
  {
    name: "workflow-orchestration",
    tools: ["Airflow", "Prefect", "Luigi", "Dagster", "Metaflow"],
    after: ["Orchestration versus task parallelisation", "Summary and recommendations"]
  }
];
const read = (path: string) => readFileSync(path, "utf8");

let tables: Views;
beforeAll(async () => {
  tables = await gatherTables();
}, 120_000);

/** Headings of a text outside of code, by their level. */
function headingsOf(markdown: string, level: number): string[] {
  const text = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  return [...text.matchAll(new RegExp(`^#{${level}} (.+)$`, "gm"))].map(([, heading]) => heading ?? "");
}

/** What stands under a heading of the second level. */
const sectionOf = (markdown: string, heading: string) =>
  markdown.split(`\n## ${heading}\n`)[1]?.split(/\n## /)[0] ?? "";

describe.each(chapters)("$name", ({name, tools, after}) => {
  const file = `data/chapters/${name}.md`;
  const text = read(file);

  it("has the sections of the specification and no other, in its order", () => {
    expect(headingsOf(text, 2)).toEqual(["Overview", "Research framework", ...tools, ...after]);
  });

  it.each(tools)("judges %s on the seven criteria, in their order, each with something to say", (tool) => {
    const section = sectionOf(text, tool);
    expect(headingsOf(section, 3)).toEqual(sevenCriteria);
    for (const part of section.split(/^### .+$/m).slice(1))
      expect(part.split(/\s+/).length, part).toBeGreaterThan(8);
  });

  it("says category, status and audience, then answers, before it explains", () => {
    const opening = text.split("\n## Research framework")[0] ?? "";
    expect(opening).toMatch(/\*\*Category:\*\*[\s\S]*\*\*Research status:\*\*[\s\S]*\*\*Target audience:\*\*/);
    expect(opening).toContain("## Overview\n\n**The short answer.**");
    expect(opening).toMatch(/^1\. /m);
  });

  it("can be read in fifteen minutes", () => {
    const prose = text
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replace(/\]\([^)]*\)|\{\{[^}]*\}\}/g, "");
    const words = prose.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    expect(words).toBeGreaterThan(1500);
    expect(words / 230).toBeLessThan(15);
  });

  it("leads from each tool to its page, and from its end to what comes before and after", () => {
    const pages = [...text.matchAll(/\]\(\/tools\/([a-z-]+)\)/g)].map(([, slug]) => slug);
    expect(new Set(pages).size).toBeGreaterThanOrEqual(tools.length);
    expect(pages.filter((slug) => !existsSync(`data/tools/${slug}.md`))).toEqual([]);
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^Before: \[.+\]\(\/.+\) · Next: \[.+\]\(\/.+\)$/);
  });

  it.each(["page", "document"] as const)("renders as a %s: every figure found, every diagram in its place", (form) => {
    const lines = includeFiles(text, file, (path) => read(`data/${path}`));
    const {text: rendered, charts} = renderMarkdown(lines, {tables, fits: [], form, read}, name);
    expect(rendered).not.toMatch(/\{\{/);
    expect(rendered).not.toMatch(/NaN|undefined/);
    const asked = [...text.matchAll(/\{\{diagram ([a-z-]+)\}\}/g)].map(([, diagram]) => diagram);
    expect(asked.length).toBeGreaterThan(3);
    for (const diagram of asked)
      if (form === "page") expect(rendered).toContain(`data-diagram="${diagram}"`);
      else expect(Object.keys(charts)).toContain(`${diagram}.svg`);
  });
});

describe("what the chapters say in words of the runs that are shown", () => {
  const number = (view: string, settings: Record<string, string>, column: string) => {
    const value = findRow(tables, view, settings)[column];
    if (typeof value !== "number") throw new Error(`${view}.${column} is no number`);
    return value;
  };
  const tools = {
    pool: {tool: "concurrent-futures-process", variant: "default", start_method: "spawn"},
    ray: {tool: "ray", variant: "tasks"},
    dask: {tool: "dask", variant: "default"},
    celery: {tool: "celery", variant: "prefork"}
  };

  it("a process pool begins sooner and costs less a task than Ray, Dask and Celery", () => {
    const start = (tool: keyof typeof tools) => number("startup", {...tools[tool], workers: "2"}, "total_seconds");
    const task = (tool: keyof typeof tools) =>
      number(
        "dispatch",
        {...tools[tool], pattern: "independent", chunk: "default", workers: "2"},
        "task_seconds"
      );
    for (const tool of ["ray", "dask", "celery"] as const) {
      expect(start("pool"), tool).toBeLessThan(start(tool));
      expect(task("pool"), tool).toBeLessThan(task(tool));
    }
  });

  it("what happens when a worker is killed", () => {
    const outcomes = findRows(tables, "faults", {}).map(({tool, variant, outcome}) => `${tool} ${variant}: ${outcome}`);
    for (const known of [
      ...["ray tasks: ok", "dask default: ok", "ray actors: error", "dask-local processes: error"],
      ...["celery prefork: error", "pyspark rdd: error", "celery threads: timeout", "beam direct: timeout"],
      ...["concurrent-futures-process default: error", "multiprocessing pool: timeout"]
    ])
      expect(outcomes).toContain(known);
    for (const tool of ["ray", "dask"] as const)
      expect(number("faults", {...tools[tool], outcome: "ok"}, "doubled")).toBeGreaterThan(0);
  });

  it("Dask's local processes gain nothing on a narrow stencil or on few long tasks, the cluster and Ray do", () => {
    const speedup = (settings: Record<string, string>) =>
      number("stencil", {...settings, task_seconds: "0.01", workers: "2"}, "speedup");
    expect(speedup({tool: "dask-local", variant: "processes"})).toBeLessThan(1.1);
    expect(speedup(tools.dask)).toBeGreaterThan(1.05);
    expect(speedup(tools.ray)).toBeGreaterThan(speedup(tools.dask));
    const few = {tool: "dask-local", variant: "processes", kind: "cpu-gil", task_seconds: "0.1"};
    expect(number("granularity", few, "speedup")).toBeLessThan(1.1);
  });

  it("over a long way many tasks at once are hidden by Dask and Ray, not by Celery", () => {
    const far = (tool: keyof typeof tools) =>
      number("distance", {...tools[tool], pattern: "independent", rtt_seconds: "0.02"}, "task_seconds");
    expect(far("dask")).toBeLessThan(0.005);
    expect(far("ray")).toBeLessThan(0.005);
    expect(far("celery")).toBeGreaterThan(0.02);
  });

  it("on a table that fits one machine Polars and DuckDB are ahead of Modin and PySpark", () => {
    const seconds = (tool: string) =>
      number("engines", {tool, query: "groupby", data_bytes: "200000000"}, "run_seconds");
    for (const engine of ["polars", "duckdb"])
      for (const other of ["modin", "pyspark", "pandas"]) expect(seconds(engine)).toBeLessThan(seconds(other));
    expect(seconds("modin")).toBeGreaterThan(seconds("pandas"));
  });

  const step = (settings: Record<string, string>, column = "overhead_seconds") =>
    number("workflows", {pattern: "fan_out", task_count: "10", task_seconds: "0", ...settings}, column);

  it("of the five orchestrators Luigi costs least a step, Dagster's processes most", () => {
    const others: readonly Record<string, string>[] = [
      {tool: "prefect"},
      {tool: "metaflow"},
      {tool: "airflow", variant: "sqlite"},
      {tool: "airflow", variant: "postgresql"}
    ];
    for (const other of others) {
      expect(step({tool: "luigi"})).toBeLessThan(step(other));
      expect(step({tool: "dagster", variant: "multiprocess"})).toBeGreaterThan(step(other));
    }
  });

  it("a flow of Prefect costs, its tasks hardly; Airflow's database makes no difference", () => {
    const flow = (count: string) => step({tool: "prefect", task_count: count}, "run_seconds");
    expect(flow("50") / flow("10")).toBeLessThan(1.3);
    const ratio = step({tool: "airflow", variant: "postgresql"}) / step({tool: "airflow", variant: "sqlite"});
    expect(Math.abs(Math.log(ratio))).toBeLessThan(Math.log(1.3));
  });

  it("Airflow queues late: in a chain the transition is long, the assignment short", () => {
    const chain = {tool: "airflow", variant: "postgresql", pattern: "chain"};
    expect(step(chain, "transition_seconds")).toBeGreaterThan(3 * step(chain, "assignment_seconds"));
  });
});
