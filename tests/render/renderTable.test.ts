import {describe, expect, it} from "vitest";
import {parseExpression} from "../../loaders/parseExpression.ts";
import type {RenderContext} from "../../loaders/renderContext.ts";
import {renderPublished} from "../../loaders/renderFigureText.ts";
import {renderTable} from "../../loaders/renderTable.ts";

const tables = {
  startup: [
    {tool: "a|b", workers: 2, total_seconds: 0.0123},
    {tool: "c", workers: 1, total_seconds: 1.5}
  ],
  sources: [
    {
      source_url: "https://example.org/?a=1&b=2",
      title: "A <title>",
      publisher: "P",
      kind: "paper",
      as_of: "2026-11-24",
      trust: "A"
    }
  ],
  run: [{machine: "m", cores: 2, memory_bytes: 25e9}],
  outcomes: [],
  heldout: [
    {
      tool: "threading",
      variant: "queue",
      start_method: "none",
      form: "additive",
      cells: 30,
      median_ratio: 1.1,
      p90_ratio: 1.35
    },
    {
      tool: "joblib",
      variant: "loky",
      start_method: "none",
      form: "additive",
      cells: 8,
      median_ratio: 1.14,
      p90_ratio: 1.5
    }
  ],
  published_figures: [
    {
      id: "F1",
      quantity: "single_thread_slowdown",
      value: 0.08,
      unit: "ratio",
      source_url: "https://example.org/",
      grade: "A"
    },
    {id: "F2", quantity: "creation_ratio", value: 10, unit: "ratio", source_url: "https://example.org/", grade: "C"}
  ]
};
const context = (form: RenderContext["form"]): RenderContext => ({tables, fits: [], form, read: () => ""});
const table = (inside: string, form: RenderContext["form"] = "page") =>
  renderTable(parseExpression(inside), context(form));

describe("renderTable", () => {
  it("writes a view's columns with their units, on one line", () => {
    const html = table("table startup columns=tool,total_seconds workers=2");
    expect(html).not.toContain("\n");
    expect(html).toContain('<th scope="row">a|b</th><td>12.3 ms</td>');
    expect(html).not.toContain("1.5 s");
  });

  it("writes a table of a plain document, bars escaped", () => {
    expect(table("table startup columns=tool,total_seconds", "document")).toBe(
      "| tool | total seconds |\n| --- | --- |\n| a\\|b | 12.3 ms |\n| c | 1.5 s |"
    );
  });

  it("links sources and escapes what is in them", () => {
    expect(table("table sources")).toContain('<a href="https://example.org/?a=1&amp;b=2">A &lt;title&gt;</a>');
  });

  it("sets one run upright", () => {
    expect(table("table run columns=machine,cores", "document")).toContain("| m | 2 |");
    expect(table("table startup workers=1 columns=tool")).toContain("c");
  });

  it("says where a model missed its goal, and by how much", () => {
    const html = table("table heldout");
    expect(html).toContain("<td>met</td>");
    expect(html).toContain("<td>median over by 0.04; ninth decile over by 0.15; few cells to learn from</td>");
  });

  it("says in words that every sample ended well", () => {
    expect(table("table outcomes")).toBe("Every sample ended well.");
  });

  it("names an unknown view and an unknown column", () => {
    expect(() => table("table nowhere")).toThrow("there is no view nowhere");
    expect(() => table("table startup columns=price")).toThrow(
      "startup has no column price; it has tool, workers, total_seconds"
    );
  });
});

describe("parseExpression", () => {
  it("takes words and settings apart", () => {
    expect(parseExpression("figure speedup kind=cpu-gil")).toEqual({
      name: "figure",
      words: ["speedup"],
      settings: {kind: "cpu-gil"}
    });
  });
});

describe("renderPublished", () => {
  const published = (id: string) => renderPublished(parseExpression(`published ${id}`), context("document"));
  it("writes a slow-down as a share and a ratio as a factor, linked to the source", () => {
    expect(published("F1")).toBe("[8 %](https://example.org/)");
    expect(published("F2")).toBe("[10×](https://example.org/)");
  });
});
