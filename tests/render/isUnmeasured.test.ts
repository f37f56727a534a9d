import {describe, expect, it} from "vitest";
import {isUnmeasured} from "../../loaders/isUnmeasured.ts";
import {renderMarkdown} from "../../loaders/renderMarkdown.ts";

const tables = {
  tools: [
    {slug: "ray", variants: ["tasks", "actors"]},
    {slug: "dask", variants: ["default"]}
  ],
  startup: [
    {tool: "ray", variant: "tasks", workers: 1, total_seconds: 3, samples: 9},
    {tool: "ray", variant: "tasks", workers: 2, total_seconds: 4, samples: 3}
  ],
  metg: [{tool: "ray", variant: "tasks", threshold: 0.9, length_seconds: null, reason: "stays below"}]
};
const render = (text: string, form: "page" | "document" = "document") =>
  renderMarkdown([{text, file: "x.md", line: 1}], {tables, fits: [], form, read: () => ""}, "x").text;

describe("isUnmeasured", () => {
  it("is so for a known tool of which the view holds nothing, and for a known variant", () => {
    expect(isUnmeasured(tables, "startup", {tool: "dask", workers: "2"})).toBe(true);
    expect(isUnmeasured(tables, "startup", {tool: "ray", variant: "actors", workers: "2"})).toBe(true);
  });

  it("is not so where there is a row, for an unknown tool, and for a value that occurs nowhere", () => {
    expect(isUnmeasured(tables, "startup", {tool: "ray", workers: "2"})).toBe(false);
    expect(isUnmeasured(tables, "startup", {tool: "rai", workers: "2"})).toBe(false);
    expect(isUnmeasured(tables, "startup", {tool: "ray", workers: "20"})).toBe(false);
    expect(isUnmeasured(tables, "startup", {tool: "ray", variant: "task"})).toBe(false);
    expect(isUnmeasured(tables, "stratup", {tool: "ray"})).toBe(false);
  });
});

describe("a figure in a text", () => {
  it("is told as not measured or not reached instead of ending the build, and a slip still ends it", () => {
    expect(render("{{startup.total_seconds tool=ray workers=2}}")).toBe("4 s");
    expect(render("{{startup.total_seconds tool=dask workers=2}}")).toBe("(not measured)");
    expect(render("{{metg.length_seconds tool=ray threshold=0.9}}")).toBe("(not reached)");
    expect(() => render("{{startup.total_seconds tool=ray workers=20}}")).toThrow(/x\.md:1: .*no row with/);
    expect(() => render("{{stratup.total_seconds tool=ray}}")).toThrow("there is no view stratup");
  });

  it("is marked on a page where few samples stand behind it", () => {
    expect(render("{{startup.total_seconds tool=ray workers=2}}", "page")).toContain('data-few="true"');
    expect(render("{{startup.total_seconds tool=ray workers=1}}", "page")).not.toContain("data-few");
  });
});
