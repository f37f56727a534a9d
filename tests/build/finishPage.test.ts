import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {finishPage} from "../../scripts/finishPage.ts";

const finished = (html: string) => finishPage(html).serialize();
const finish = (html: string) => new JSDOM(finished(`<!DOCTYPE html>${html}`)).window.document;

test("finishPage() names the language, unless the page does", () => {
  expect(finish("<p>x").documentElement.lang).toBe("en");
  expect(finish('<html lang="de"><p>x').documentElement.lang).toBe("de");
});

test("finishPage() lets readers zoom", () => {
  const document = finish('<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">');
  expect(document.querySelector("meta")?.content).toBe("width=device-width, initial-scale=1");
});

test("finishPage() drops the time of a data file, so that two builds are alike", () => {
  const page = (time: number) => `<script>registerFile("a", {"name":"a","lastModified":${time},"size":3});</script>`;
  expect(finished(page(1764000000000.5))).toBe(finished(page(1)));
  expect(finished(page(1))).toContain('{"name":"a","size":3}');
});

test("finishPage() names navigations and moves the label out of the list", () => {
  const document = finish(`<input id="observablehq-sidebar-toggle" type="checkbox">
    <nav id="observablehq-sidebar"><ol><label id="observablehq-sidebar-close"></label>
    <li class="observablehq-link observablehq-link-active"><a href="./">Home</a></li></ol></nav>
    <aside id="observablehq-toc"><nav><a href="#a">a</a></nav></aside>
    <footer id="observablehq-footer"><nav></nav></footer>`);
  const names = [...document.querySelectorAll("nav")].map((nav) => nav.getAttribute("aria-label"));
  expect(names).toEqual(["Pages", "On this page", "Previous and next page"]);
  expect(document.querySelector("ol > label")).toBeNull();
  expect(document.querySelector("nav > label")).not.toBeNull();
  expect(document.querySelector(".observablehq-link-active a")?.getAttribute("aria-current")).toBe("page");
  expect(document.querySelector("input")?.getAttribute("aria-label")).toBe("Show the list of pages");
});

test("finishPage() removes a table of contents without an entry", () => {
  expect(finish('<aside id="observablehq-toc"><nav></nav></aside>').querySelector("aside")).toBeNull();
});

test("finishPage() removes labels from chart groups that have no role", () => {
  const document = finish('<main><svg role="img" aria-label="Speed"><g aria-label="line"></g></svg></main>');
  expect(document.querySelector("g")?.hasAttribute("aria-label")).toBe(false);
  expect(document.querySelector("svg")?.getAttribute("aria-label")).toBe("Speed");
});

test("finishPage() puts a table into a box that scrolls and can be focused, once", () => {
  const once = finished("<main><h2>Costs</h2><table><tr><td>1</td></tr></table></main>");
  const {document} = new JSDOM(finished(once)).window;
  expect(document.querySelectorAll(".scroll")).toHaveLength(1);
  const box = document.querySelector<HTMLElement>(".scroll")!;
  expect([box.tabIndex, box.getAttribute("role"), box.getAttribute("aria-label")]).toEqual([
    0,
    "region",
    "Table: Costs"
  ]);
});

test("finishPage() adds one link that skips to the text", () => {
  const {document} = new JSDOM(finished(finished('<main id="observablehq-main"></main>'))).window;
  expect([...document.querySelectorAll(".skip-link")].map((link) => link.getAttribute("href"))).toEqual([
    "#observablehq-main"
  ]);
});

test("finishPage() lets the keyboard reach a block of code", () => {
  expect(finish("<main><pre>x</pre></main>").querySelector("pre")?.tabIndex).toBe(0);
});
