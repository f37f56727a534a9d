import {JSDOM} from "jsdom";

/** Mends what Framework leaves out of a page for readers with other senses or other tools; `serialize` gives the new HTML. */
export function finishPage(html: string): JSDOM {
  const dom = new JSDOM(html.replace(/"lastModified":[\d.]+,?/g, ""));
  const {document} = dom.window;
  document.documentElement.lang ||= "en";
  // A reader must be able to zoom: WCAG 1.4.4.
  for (const meta of document.querySelectorAll('meta[name="viewport"]')) {
    meta.setAttribute("content", "width=device-width, initial-scale=1");
  }
  nameNavigation(document);
  mendSidebar(document);
  mendCharts(document);
  mendTables(document);
  mendCode(document);
  addSkipLink(document);
  return dom;
}

function nameNavigation(document: Document): void {
  const names = {
    "#observablehq-sidebar": "Pages",
    "#observablehq-toc nav": "On this page",
    "#observablehq-footer nav": "Previous and next page"
  };
  for (const [selector, name] of Object.entries(names)) {
    document.querySelector(selector)?.setAttribute("aria-label", name);
  }
  const toc = document.querySelector("#observablehq-toc");
  if (toc?.querySelector("a") === null) toc.remove();
}

function mendSidebar(document: Document): void {
  const toggle = document.querySelector("#observablehq-sidebar-toggle");
  toggle?.setAttribute("aria-label", "Show the list of pages");
  const close = document.querySelector("#observablehq-sidebar-close");
  // Framework puts this label inside <ol>, where only <li> may stand.
  close?.closest("nav")?.append(close);
  for (const label of document.querySelectorAll("#observablehq-sidebar-close, #observablehq-sidebar-backdrop")) {
    label.setAttribute("aria-hidden", "true");
  }
  document.querySelector("#observablehq-search input")?.setAttribute("aria-label", "Search all pages");
  document.querySelector(".observablehq-link-active a")?.setAttribute("aria-current", "page");
}

/** Plot labels groups that have no role, which assistive technology may ignore or report as an error. */
function mendCharts(document: Document): void {
  for (const group of document.querySelectorAll("svg g[aria-label]:not([role])")) {
    group.removeAttribute("aria-label");
  }
}

/** A table wider than a phone scrolls by itself, and must then be reachable by keyboard. */
function mendTables(document: Document): void {
  for (const table of document.querySelectorAll("main table")) {
    if (table.closest(".scroll") !== null) continue;
    const box = document.createElement("div");
    box.className = "scroll";
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", table.querySelector("caption")?.textContent?.trim() || headingBefore(table));
    table.replaceWith(box);
    box.append(table);
  }
}

/** A long line of code scrolls in its block, which must then be reachable by keyboard. */
function mendCode(document: Document): void {
  for (const block of document.querySelectorAll<HTMLElement>("main pre")) block.tabIndex = 0;
}

function headingBefore(element: Element): string {
  const headings = [...element.ownerDocument.querySelectorAll("main :is(h1, h2, h3)")];
  const before = headings.filter((h) => (h.compareDocumentPosition(element) & 4) !== 0).at(-1);
  return `Table: ${before?.textContent?.trim() ?? "figures"}`;
}

function addSkipLink(document: Document): void {
  const main = document.querySelector("main");
  if (main === null || document.querySelector(".skip-link") !== null) return;
  const link = document.createElement("a");
  link.className = "skip-link";
  link.href = `#${main.id}`;
  link.textContent = "Skip to the text";
  main.tabIndex = -1;
  document.body.prepend(link);
}
