import {JSDOM} from "jsdom";

const namespace = "http://www.w3.org/2000/svg";

/** Ink and paper of the light report: a picture in a document cannot know what it lies on, so it brings its own paper. */
const paper = "#ffffff";
const ink = "#1d2127";
const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

/** The site's colours are not there outside of it: the value that stands beside each, or ink. */
const withoutTheme = (text: string) =>
  text.replace(/var\(--(?:theme|answer|warning|syntax)[\w-]*(?:,\s*([^()]+))?\)/g, (_, other?: string) => other ?? ink);

/** Plot numbers its clips over all charts that a process draws: here from one on, so that a file depends on itself alone. */
function numberedClips(svg: string): string {
  const names = [...new Set(svg.match(/plot-clip-\d+/g) ?? [])];
  return svg.replace(/plot-clip-\d+/g, (name) => `clip-${names.indexOf(name) + 1}`);
}

/**
 * A chart as an SVG file that stands by itself: XML with its namespace, its title, its own background, ink and font.
 * Throws when the markup holds no `<svg>`.
 */
export function documentChart(markup: string, title: string): string {
  const {window} = new JSDOM(markup);
  const {document} = window;
  const svg = document.querySelector("svg");
  if (!svg) throw new Error(`the figure "${title}" is no picture`);
  const make = (name: string, attributes: Readonly<Record<string, string>>) => {
    const made = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const label = svg.querySelector(":scope > title") ?? make("title", {});
  label.textContent ||= svg.getAttribute("aria-label") ?? title;
  const [left = "0", top = "0", width = "100%", height = "100%"] = svg.getAttribute("viewBox")?.split(/[\s,]+/) ?? [];
  svg.prepend(label, make("rect", {x: left, y: top, width, height, fill: paper}));
  svg.setAttribute("font-family", font);
  svg.setAttribute("color", ink);
  for (const own of ["color", "background"]) svg.style.removeProperty(own);
  return `${numberedClips(withoutTheme(new window.XMLSerializer().serializeToString(svg)))}\n`;
}
