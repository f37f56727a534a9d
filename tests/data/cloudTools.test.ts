import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {gatherTables} from "../../loaders/gatherTables.ts";
import type {Views} from "../../loaders/gatherViews.ts";
import {includeFiles} from "../../loaders/includeFiles.ts";
import {readTools} from "../../loaders/readTools.ts";
import {renderMarkdown} from "../../loaders/renderMarkdown.ts";

/** The services that the specification names, and Container Apps and AKS, which have prices here. */
const services = [
  ...["aws-batch", "aws-lambda", "aws-step-functions", "aws-ecs", "aws-fargate"],
  ...["google-dataflow", "google-cloud-functions", "google-cloud-run", "google-gke"],
  ...["azure-batch", "azure-functions", "azure-logic-apps", "azure-container-instances"],
  ...["azure-container-apps", "azure-aks", "kubernetes"]
];

/** The seven criteria, then what each page ends with. */
const criteria = [
  ...["Overview", "Architecture", "Scalability", "Integration", "Learning curve", "Performance", "Use-case fit"]
];
const lists = ["Strengths", "Weaknesses", "Best for", "Avoid when", "Pitfalls"];

let tables: Views;
beforeAll(async () => {
  tables = await gatherTables();
}, 120_000);

const read = (path: string) => readFileSync(path, "utf8");
const sectionsOf = (text: string) =>
  Object.fromEntries(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.split("\n")[0], part.slice(part.indexOf("\n")).trim()])
  );

it("describes every service of the specification, each under its provider", async () => {
  const found = (await readTools()).flatMap((tool) => (tool.category === "cloud" ? [tool] : []));
  expect(found.map(({slug}) => slug)).toEqual(services.toSorted());
  for (const {slug, provider} of found)
    expect(slug === "kubernetes" ? "any" : slug.split("-")[0], slug).toBe(provider);
});

it("lists the services that were renamed under their present name, with the old one beside it", async () => {
  const [functions] = (await readTools()).filter(({slug}) => slug === "google-cloud-functions");
  expect(functions).toMatchObject({name: "Cloud Run functions", former_name: "Cloud Functions"});
});

describe.each(services)("%s", (slug) => {
  const file = `data/tools/${slug}.md`;
  const text = read(file);
  const sections = sectionsOf(text);

  it("has the seven criteria and what follows from them, in order", () => {
    expect(Object.keys(sections)).toEqual([...criteria, ...lists]);
    for (const name of lists) expect(sections[name], name).toMatch(/^- \S/);
    expect(sections.Pitfalls?.match(/^- /gm)?.length).toBeGreaterThanOrEqual(3);
  });

  it("rests on sources: links, and figures drawn from the data", () => {
    const links = new Set([...text.matchAll(/\]\((https?:[^)]+)\)/g)].map(([, address]) => address));
    const figures = new Set(text.match(/\{\{(limit|price|published) [^}]+/g));
    expect(links.size + figures.size).toBeGreaterThanOrEqual(5);
    expect(text).toContain("https://github.com/vamseeachanta/assetutilities");
    for (const name of ["Overview", "Architecture", "Scalability", "Performance"])
      expect(sections[name], name).toMatch(/\]\(https?:|\{\{(limit|price|published) |not established/);
  });

  it("says that nothing was measured in the cloud", () => {
    if (!["aws-ecs"].includes(slug)) expect(sections.Performance).toContain("Not measured here");
  });

  it.each(["page", "document"] as const)("renders as a %s, every figure linked to its source", (form) => {
    const {text: rendered} = renderMarkdown(includeFiles(text, file, read), {tables, fits: [], form, read}, slug);
    expect(rendered).not.toMatch(/\{\{/);
    const figures = text.match(/\{\{(limit|price) /g)?.length ?? 0;
    const marks = form === "page" ? rendered.match(/class="cited"/g) : rendered.match(/\]\(https?:/g);
    expect(marks?.length ?? 0).toBeGreaterThanOrEqual(figures);
  });

  it("shows a file of its own sketch", () => {
    const shown = [...text.matchAll(/\{\{code (examples\/cloud\/[^}]+)\}\}/g)].map(([, path]) => path as string);
    expect(shown.length).toBeGreaterThan(0);
    for (const path of shown) {
      expect(path.split("/")[2]).toBe(slug);
      expect(readdirSync(join("examples/cloud", slug))).toContain(path.split("/")[3]);
    }
  });
});
