import {JSDOM} from "jsdom";
import {beforeEach, describe, expect, it} from "vitest";
import {parseExpression} from "../../loaders/parseExpression.ts";
import {renderTable} from "../../loaders/renderTable.ts";
import {sourcesFilter} from "../../src/components/sourcesFilter.ts";

const row = (source: string, used_by: string, as_of = "2026-11-20", kind = "documentation") => ({
  ...{source_url: `https://${source.toLowerCase()}.org/`, source, kind, as_of, trust: "A", addresses: 1, used_by}
});
const tables = {
  source_pages: [
    row("Ray", "chapters: cost, overhead; tools: ray; data: pitfalls (2)"),
    row("Dask", "tools: dask, dask-local"),
    row("Old", "chapters: overhead", "2022-01-01"),
    row("Paper", "nothing", "2018-01-01", "paper")
  ]
};

let window: JSDOM["window"];
let search: string;
let pushed: string[];
let back: () => void;

function open(from = "") {
  const html = renderTable(parseExpression("table source_pages"), {tables, fits: [], read: String, form: "page"});
  ({window} = new JSDOM(`<main>${html}</main>`));
  search = from;
  pushed = [];
  const address = {
    read: () => search,
    replace: (text: string) => void (search = text),
    push: (text: string) => void pushed.push((search = text)),
    onBack: (listener: () => void) => void (back = listener)
  };
  const node = sourcesFilter({document: window.document, address, today: () => "2026-11-25"});
  window.document.body.append(node);
  return node;
}
const shown = () =>
  [...window.document.querySelectorAll<HTMLElement>("tbody tr")]
    .filter(({hidden}) => !hidden)
    .map((row) => row.querySelector("th")!.textContent);
const set = (name: string, value: string | boolean, event = "change") => {
  const control = window.document.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  if (typeof value === "boolean") control.checked = value;
  else control.value = value;
  control.dispatchEvent(new window.Event(event, {bubbles: true}));
};

describe("sourcesFilter", () => {
  beforeEach(() => void open());

  it("shows all at first, marks what is to be read again, and no paper", () => {
    expect(shown()).toEqual(["Ray", "Dask", "Old", "Paper"]);
    expect(
      [...window.document.querySelectorAll(".stale")].map(
        (mark) => mark.closest("tr")!.querySelector("th")!.textContent
      )
    ).toEqual(["Old"]);
    expect(window.document.querySelector("[role=status]")!.textContent).toMatch(/^4 of 4 sources; 1 were read/);
  });

  it("narrows by words, in any order and case", () => {
    set("text", "pitfalls RAY", "input");
    expect(shown()).toEqual(["Ray"]);
    set("text", "no such thing", "input");
    expect(shown()).toEqual([]);
    expect(window.document.querySelector("[role=status]")!.textContent).toContain("No source fits");
  });

  it.each([
    ["chapters", ["Ray", "Old"]],
    ["chapters: overhead", ["Ray", "Old"]],
    ["tools: dask", ["Dask"]],
    ["data: pitfalls", ["Ray"]],
    ["nothing", ["Paper"]]
  ])("narrows by use: %s", (use, names) => {
    set("use", use);
    expect(shown()).toEqual(names);
  });

  it("narrows to those to be read again", () => {
    set("stale", true);
    expect(shown()).toEqual(["Old"]);
  });

  it("keeps its state in the address, one entry for one word, and comes back from there", () => {
    set("text", "r", "input");
    set("text", "ra", "input");
    set("use", "tools");
    expect(pushed).toEqual(["?text=r", "?text=ra&use=tools"]);
    open(pushed.at(-1));
    expect(shown()).toEqual(["Ray"]);
    search = "";
    back();
    expect(shown().length).toBe(4);
  });

  it("says what is wrong with a use that there is not, and shows all", () => {
    open("?use=everything");
    expect(window.document.querySelector("[role=alert]")!.textContent).toMatch(
      /^use must be one of chapters, .* got everything/
    );
    expect(shown().length).toBe(4);
  });

  it("clears", () => {
    set("stale", true);
    window.document.querySelector("form")!.dispatchEvent(new window.Event("reset", {cancelable: true}));
    expect(shown().length).toBe(4);
    expect(search).toBe("");
  });

  it("labels every control", () => {
    for (const control of window.document.querySelectorAll("input, select"))
      expect(window.document.querySelector(`label[for="${control.id}"]`)?.textContent).toMatch(/\w/);
  });

  it("says so where the list is missing", () => {
    const {document} = new JSDOM("").window;
    const address = {read: () => "", replace: () => {}, push: () => {}, onBack: () => {}};
    expect(sourcesFilter({document, address, today: () => "2026-11-25"}).textContent).toContain("missing");
  });
});
