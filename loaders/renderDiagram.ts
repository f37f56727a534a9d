import {JSDOM} from "jsdom";
import type {Expression} from "./parseExpression.ts";
import {escapeHtml, type RenderContext} from "./renderContext.ts";

/** A diagram that a text shows: what it is called, what it says in words, and its markup on one line. */
export interface Diagram {
  readonly title: string;
  readonly description: string;
  readonly markup: string;
}

/** A diagram grows to this many CSS pixels where there is room; on a phone it shrinks to the column. */
const widest = 480;

/** Wider drawings could not be read in a column of 343 pixels, which a phone of 375 leaves. */
const widestDrawing = 360;

/** What a drawing may not hold: it stands inside a page, whose styles and scripts are its own. */
const foreign = "script, style, image, foreignObject, [onload], [onclick], [style]";

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Reads `data/diagrams/<name>.svg`; throws a sentence that names the file and what it lacks. */
export function readDiagram(name: string, read: RenderContext["read"], form: RenderContext["form"]): Diagram {
  const file = `data/diagrams/${name}.svg`;
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`a diagram is named by small letters, digits and -, got "${name}"`);
  let text: string;
  try {
    text = read(file);
  } catch (cause) {
    throw new Error(`there is no diagram ${name}: no file ${file}`, {cause});
  }
  const svg = new JSDOM(text, {contentType: "image/svg+xml"}).window.document.documentElement;
  const [title, description] = ["title", "desc"].map((tag) => svg.querySelector(`:scope > ${tag}`));
  if (!title?.textContent?.trim() || !description?.textContent?.trim())
    throw new Error(`${file} must begin with a <title> and a <desc>, which say the same in words`);
  const [x, y, width = 0, height = 0] = (svg.getAttribute("viewBox") ?? "").split(/\s+/).map(Number);
  if (x !== 0 || y !== 0 || !(width > 0 && width <= widestDrawing && height > 0))
    throw new Error(`${file}: viewBox must be "0 0 width height" with a width of at most ${widestDrawing}`);
  const found = svg.querySelector(foreign);
  if (found) throw new Error(`${file} may not hold <${found.localName}> with ${found.outerHTML.slice(0, 60)}`);

  title.id = `diagram-${name}-title`;
  description.id = `diagram-${name}-words`;
  for (const [key, value] of Object.entries({
    role: "img",
    "aria-labelledby": title.id,
    "aria-describedby": description.id,
    width: String(Math.min(widest, Math.round(width * 1.4))),
    height: String(Math.round((height * Math.min(widest, width * 1.4)) / width)),
    // A file of its own has no page whose colour it could take.
    ...(form === "document" ? {style: "color:#1d2127;background:#fff", "font-family": "sans-serif"} : {})
  }))
    svg.setAttribute(key, value);
  return {
    title: oneLine(title.textContent),
    description: oneLine(description.textContent),
    markup: svg.outerHTML.replace(/\s*\n\s*/g, " ")
  };
}

/**
 * A static drawing, `{{diagram name}}` → `data/diagrams/<name>.svg` with a `<title>` and a `<desc>`. A page holds it inline,
 * so it is drawn in `currentColor` and follows light and dark; below it stands the description, folded. A document refers
 * to a file `<name>.svg` beside it, put into `charts`, with the description as its alternative text. A drawing is at most
 * 360 units wide with text of at least 11 units: it is then read on a phone as it is.
 */
export function renderDiagram(
  {words: [name = ""]}: Expression,
  {read, form}: RenderContext,
  charts: Record<string, string>
): string {
  const {title, description, markup} = readDiagram(name, read, form);
  if (form === "document") {
    charts[`${name}.svg`] = markup;
    return `![${title}. ${description}](${name}.svg)`.replace(/\n/g, " ");
  }
  const words = `<details class="behind"><summary>The same in words</summary><p>${escapeHtml(description)}</p></details>`;
  return `<figure class="diagram" data-diagram="${name}"><figcaption><strong>${escapeHtml(title)}</strong></figcaption>${markup}${words}</figure>`;
}
