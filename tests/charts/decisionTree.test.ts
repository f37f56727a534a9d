import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {decisionTreeExplorer} from "../../src/components/decisionTreeExplorer.ts";
import {decisionTreeFigure} from "../../src/components/decisionTreeFigure.ts";
import {decisionTree} from "../../src/model/decisionTree.ts";
import {parseTreeInputs} from "../../src/model/decisionTreeInputs.ts";
import {decisionTreeTaken} from "../../src/model/decisionTreeTaken.ts";
import {decisionTreeText} from "../../src/model/decisionTreeText.ts";
import {someFits} from "../fixtures/fits.ts";
import {fakeAddress} from "./fakeAddress.ts";

const {window} = new JSDOM("");
const {document} = window;

const known = {fits: someFits, facts: {}};

function treeOf(search: string) {
  const {tree, inputs} = parseTreeInputs(Object.fromEntries(new URLSearchParams(search)));
  return decisionTree(tree, inputs, known);
}

function open(first = "") {
  const {address, entries, goBack} = fakeAddress(first);
  const effects = {document, address, later: (work: () => void) => work(), width: () => 640};
  const node = decisionTreeExplorer(known, effects);
  document.body.replaceChildren(node);
  const field = (name: string, value?: string) =>
    node.querySelector<HTMLInputElement>(`[name="${name}"]${value === undefined ? "" : `[value="${value}"]`}`)!;
  const set = (name: string, value: string) => {
    const radio = field(name).type === "radio";
    const input = radio ? field(name, value) : field(name);
    if (radio) input.checked = true;
    else input.value = value;
    for (const type of ["input", "change"]) input.dispatchEvent(new window.Event(type, {bubbles: true}));
  };
  return {node, entries, field, set, goBack, answer: () => node.querySelector("#answer")!.textContent ?? ""};
}

describe("decisionTreeFigure", () => {
  it("is nested lists whose text holds every question, finding, way and end", () => {
    const root = treeOf("");
    const figure = decisionTreeFigure(root, {document});
    expect(figure.querySelectorAll("svg, canvas")).toHaveLength(0);
    for (const list of figure.querySelectorAll("ul"))
      expect([...list.children].every(({localName}) => localName === "li")).toBe(true);
    const text = figure.textContent ?? "";
    const check = (node: typeof root): void => {
      if (node.kind === "leaf")
        return expect(text).toContain(node === decisionTreeTaken(root) ? decisionTreeText(node) : node.advice);
      expect(text).toContain(`${node.question} ${node.finding}`);
      for (const {label, next} of node.branches) {
        expect(text).toContain(label);
        check(next);
      }
    };
    check(root);
  });

  it("marks one end as the reader's, in words and not by style alone", () => {
    const root = treeOf("");
    const figure = decisionTreeFigure(root, {document});
    const reached = figure.querySelectorAll(".reached");
    expect(reached).toHaveLength(1);
    expect(reached[0]!.textContent).toContain(decisionTreeTaken(root).reason);
    expect(reached[0]!.closest("li")!.querySelector(".way")!.textContent).toMatch(/^Your way: /);
  });

  it("leads from every other end to the planner with the numbers of that end", () => {
    const figure = decisionTreeFigure(treeOf("?seconds=0.02"), {document});
    const links = [...figure.querySelectorAll("a")].map((link) => link.getAttribute("href")!);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toMatch(/^\.\/\?/);
    expect(links.some((link) => new URLSearchParams(link.slice(2)).get("kind") === "waiting")).toBe(true);
  });
});

describe("decisionTreeExplorer", () => {
  it("begins with the address, and says where the way ends", () => {
    const page = open("?tasks=50&seconds=0.02");
    expect(page.answer()).toBe(decisionTreeText(decisionTreeTaken(treeOf("?tasks=50&seconds=0.02"))));
    expect(page.field("tasks").value).toBe("50");
  });

  it("puts every change into the address, from which the same tree comes back", () => {
    const page = open();
    const before = page.answer();
    page.set("tree", "leave");
    page.set("tasks", "1000000");
    page.set("seconds", "1");
    page.set("deadline_hours", "3");
    page.set("need_gib", "2");
    expect(page.entries.at(-1)).toBe("?tasks=1000000&seconds=1&tree=leave&deadline_hours=3&need_gib=2");
    const there = page.node.querySelector(".tree")!.outerHTML;
    expect(open(page.entries.at(-1)).node.querySelector(".tree")!.outerHTML).toBe(there);
    while (page.entries.length > 1) page.goBack();
    expect(page.answer()).toBe(before);
  });

  it("takes the kind of work that a tree is about, and leaves other kinds alone", () => {
    const page = open("?kind=cpu-releases-gil");
    page.set("tree", "leave");
    expect(page.field("kind", "cpu-releases-gil").checked).toBe(true);
    page.set("tree", "waiting");
    expect(page.field("kind", "waiting").checked).toBe(true);
    page.set("tree", "computing");
    expect(page.field("kind", "cpu-gil").checked).toBe(true);
  });

  it("asks for time and memory only where they count", () => {
    const page = open();
    const group = page.field("deadline_hours").closest("fieldset")!;
    expect(group.hidden).toBe(true);
    page.set("tree", "leave");
    expect(group.hidden).toBe(false);
  });

  it("names a bad value and what is allowed, and works on", () => {
    const page = open("?tree=leave&deadline_hours=0&tasks=-1");
    expect(page.node.querySelector("[role=alert]")!.textContent).toBe(
      "tasks must be a whole number 1…1000000000, got -1.deadline_hours must be 0.001…8760, got 0."
    );
    expect(page.field("deadline_hours").getAttribute("aria-invalid")).toBe("true");
    expect(page.answer()).not.toBe("");
  });
});
