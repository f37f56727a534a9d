import {expect, it} from "vitest";
import {capabilityWords} from "../../loaders/capabilityWords.ts";
import {markdownCell} from "../../loaders/markdownCell.ts";
import type {Run} from "../../loaders/readRuns.ts";
import {readTools} from "../../loaders/readTools.ts";
import {rivalRows} from "../../loaders/rivalRows.ts";
import {toolSections} from "../../loaders/toolSections.ts";
import {toolVersions} from "../../loaders/toolVersions.ts";

it("writes data as the text of one cell", () => {
  expect(markdownCell("a | b_c\n*d* <i> `e` [f] & g")).toBe("a \\| b\\_c \\*d\\* &lt;i> \\`e\\` \\[f\\] &amp; g");
  expect(markdownCell(null)).toBe("");
  expect(markdownCell(2019)).toBe("2019");
});

it("splits a tool's file at its headings, keeps the places of its lines, and folds the code of whole files", () => {
  const text =
    "---\nslug: x\n---\n\n## Overview\n\nWhat it is.\n\n{{code adapters/x.py}}\n\n```py\n## no heading\n```\n\n## Pitfalls\n\n- One.\n";
  const [overview, pitfalls] = toolSections("x", () => text);
  expect(overview?.name).toBe("Overview");
  expect(overview?.lines.map((line) => line.text)).toEqual([
    ...[
      "",
      "What it is.",
      "",
      "<details>",
      "<summary>Code: bench/adapters/x.py</summary>",
      "",
      "{{code adapters/x.py}}"
    ],
    ...["", "</details>", "", "```py", "## no heading", "```", ""]
  ]);
  expect(overview?.lines.find(({text}) => text.startsWith("{{code"))).toMatchObject({file: "tools/x.md", line: 9});
  expect(pitfalls?.lines.map((line) => line.text)).toEqual(["", "- One.", ""]);
});

it("refuses a text before the first heading, with its place", () => {
  expect(() => toolSections("x", () => "---\nslug: x\n---\nStray.\n")).toThrow(/tools\/x\.md:4: .*got Stray\./);
});

it("takes the version of a tool from its own distribution, the last run's where there are several", () => {
  const run = (tools: Run["environment"]["tools"]) => ({environment: {tools}}) as unknown as Run;
  const runs = [
    run({airflow: {"apache-airflow": "3.1", flask: "2"}, serial: {numpy: "2.2"}, ray: {ray: "1"}}),
    run({ray: {ray: "2.60.0"}, "dask-local": {dask: "2026.1"}})
  ];
  expect(toolVersions(runs)).toEqual([
    {tool: "airflow", version: "3.1"},
    {tool: "dask-local", version: "2026.1"},
    {tool: "ray", version: "2.60.0"}
  ]);
});

it("has words for every capability", async () => {
  const names = new Set((await readTools()).flatMap(({capabilities}) => Object.keys(capabilities)));
  for (const name of names) expect(capabilityWords(name)).toMatch(/^[a-z]/);
  expect(() => capabilityWords("flies")).toThrow("there are no words for the capability flies");
});

it("sets tools of the same kind first, and says in what they differ", async () => {
  const tools = await readTools();
  const find = (slug: string) => tools.find((tool) => tool.slug === slug)!;
  const lambda = rivalRows(find("aws-lambda"), tools, [
    {tool: "azure-functions", middling_usd: 9, middling_text: "USD 9"},
    {tool: "azure-functions", middling_usd: 3, middling_text: "USD 3"}
  ]);
  expect(lambda.slice(0, 2).map(({provider}) => provider)).toEqual(["functions", "functions"]);
  expect(lambda.find(({url}) => url === "/tools/azure-functions")?.cost).toMatch(/: USD 3$/);
  expect(lambda.map(({url}) => url)).not.toContain("/tools/aws-lambda");

  const ray = rivalRows(find("ray"), tools, []);
  expect(ray.every(({url}) => tools.find(({slug}) => `/tools/${slug}` === url)?.category === "distributed")).toBe(true);
  const celery = ray.find(({url}) => url === "/tools/celery")!;
  expect(celery.less).toContain("share memory");
});
