import {readdirSync, readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {readDiagram} from "../../loaders/renderDiagram.ts";

const names = readdirSync("data/diagrams").map((file) => file.replace(/\.svg$/, ""));
const texts = readdirSync("data/chapters").map((file) => readFileSync(`data/chapters/${file}`, "utf8"));
const read = (path: string) => readFileSync(path, "utf8");

/** What of 375 pixels a phone leaves for a drawing, less the margins. */
const phone = 343;
/** Mean width of a letter in a sans-serif font, as a share of its size; generous. */
const letter = 0.55;

describe.each(names)("data/diagrams/%s.svg", (name) => {
  const svg = new JSDOM(read(`data/diagrams/${name}.svg`), {contentType: "image/svg+xml"}).window.document;
  const width = Number(svg.documentElement.getAttribute("viewBox")?.split(" ")[2]);
  const labels = [...svg.querySelectorAll("text")];

  it("can be drawn, with a description that says more than its title", () => {
    const {title, description} = readDiagram(name, read, "page");
    expect(description.length).toBeGreaterThan(2 * title.length);
    expect(description).not.toMatch(/[[\]]/);
  });

  it("follows light and dark: no colour but that of the text", () => {
    const colours = [...svg.querySelectorAll("[fill], [stroke]")].flatMap((shape) =>
      ["fill", "stroke"].flatMap((key) => shape.getAttribute(key) ?? [])
    );
    expect([...new Set(colours)].filter((colour) => colour !== "currentColor" && colour !== "none")).toEqual([]);
    expect(labels.filter((label) => label.getAttribute("fill") !== "currentColor")).toEqual([]);
  });

  it("is read on a phone: letters of ten pixels and more, none beyond the edge", () => {
    for (const label of labels) {
      const text = label.textContent ?? "";
      const size = Number(label.getAttribute("font-size"));
      expect((size * phone) / width, text).toBeGreaterThanOrEqual(10);
      const x = Number(label.getAttribute("x"));
      const long = text.length * size * letter;
      const left = label.getAttribute("text-anchor") === "middle" ? x - long / 2 : x;
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(left + long, text).toBeLessThanOrEqual(width);
    }
  });

  it("is shown by a chapter", () => {
    expect(texts.some((text) => text.includes(`{{diagram ${name}}}`))).toBe(true);
  });
});
