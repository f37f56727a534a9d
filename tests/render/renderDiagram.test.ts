import {describe, expect, it} from "vitest";
import {readDiagram} from "../../loaders/renderDiagram.ts";
import {renderMarkdown} from "../../loaders/renderMarkdown.ts";
import type {RenderContext} from "../../loaders/renderContext.ts";

const drawing = (inside: string, viewBox = "0 0 340 100") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">\n  ${inside}\n</svg>\n`;
const words = "<title>Two parts</title><desc>\n A &amp; B\n  talk. </desc>";
const files: Readonly<Record<string, string>> = {
  good: drawing(`${words}<path d="M0 0L9 9" stroke="currentColor"/>`),
  silent: drawing("<title>Two parts</title>"),
  wide: drawing(words, "0 0 900 100"),
  styled: drawing(`${words}<style>text{fill:red}</style>`),
  broken: "<svg><title>"
};
const read = (path: string) => {
  const text = files[path.replace(/^data\/diagrams\/(.*)\.svg$/, "$1")];
  if (text === undefined) throw new Error("ENOENT");
  return text;
};
const render = (form: RenderContext["form"], name = "good") =>
  renderMarkdown([{text: `{{diagram ${name}}}`, file: "x.md", line: 7}], {tables: {}, fits: [], read, form}, "x");

describe("{{diagram …}}", () => {
  it("stands in a page on one line, named and described, in the colour of the text", () => {
    const {text, charts} = render("page");
    expect(charts).toEqual({});
    expect(text).not.toContain("\n");
    expect(text).toMatch(/^<figure class="diagram" data-diagram="good"><figcaption><strong>Two parts<\/strong>/);
    expect(text).toContain('aria-labelledby="diagram-good-title" aria-describedby="diagram-good-words"');
    expect(text).toContain('role="img"');
    expect(text).toContain('stroke="currentColor"');
    expect(text).toContain("<p>A &amp; B talk.</p></details></figure>");
  });

  it("has its size before it is drawn, by the shape of its box and no wider than 480 pixels", () => {
    expect(render("page").text).toContain('width="476" height="140"');
  });

  it("is a picture beside a document, with its description as alternative text and colours of its own", () => {
    const {text, charts} = render("document");
    expect(text).toBe("![Two parts. A & B talk.](good.svg)");
    expect(Object.keys(charts)).toEqual(["good.svg"]);
    expect(charts["good.svg"]).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(charts["good.svg"]).toContain("background:#fff");
  });

  it.each([
    ["absent", "x.md:7: {{diagram absent}}: there is no diagram absent: no file data/diagrams/absent.svg"],
    ["silent", "must begin with a <title> and a <desc>"],
    ["wide", 'viewBox must be "0 0 width height" with a width of at most 360'],
    ["styled", "may not hold <style>"],
    ["../secret", "a diagram is named by small letters, digits and -"]
  ])("refuses %s, and says why", (name, sentence) => {
    expect(() => render("page", name)).toThrow(sentence);
  });

  it("refuses a file that is no XML", () => {
    expect(() => readDiagram("broken", read, "page")).toThrow();
  });
});
