import {JSDOM} from "jsdom";
import {csvParseRows} from "d3-dsv";
import {beforeEach, describe, expect, it} from "vitest";
import {comparisonCsv, comparisonMarkdown} from "../../src/components/comparisonCopy.ts";
import {comparisonExplorer} from "../../src/components/comparisonExplorer.ts";
import {comparisonToSearch, parseComparison} from "../../src/components/comparisonState.ts";
import {evaluationExplorer} from "../../src/components/evaluationExplorer.ts";
import {evaluationPareto, frontOf} from "../../src/components/evaluationPareto.ts";
import {evaluationStability} from "../../src/components/evaluationStability.ts";
import {evaluationToSearch, parseEvaluation} from "../../src/components/evaluationState.ts";
import {someRatings as data} from "../fixtures/ratings.ts";
import {describeCharts} from "./describeCharts.ts";
import {fakeAddress} from "./fakeAddress.ts";

const {window} = new JSDOM("");
const {document} = window;
// jsdom draws charts with the document handed in; downloads and selections need the window's own.
beforeEach(() => document.body.replaceChildren());

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function controlsOf(node: HTMLElement) {
  const find = <Found extends Element>(selector: string) => {
    const found = node.querySelector<Found>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  };
  const fire = (field: Element) => {
    field.dispatchEvent(new window.Event("input", {bubbles: true}));
    field.dispatchEvent(new window.Event("change", {bubbles: true}));
  };
  const set = (name: string, value: string) => {
    const field = find<HTMLInputElement>(`[name="${name}"]`);
    if (field.type === "radio") {
      const one = find<HTMLInputElement>(`[name="${name}"][value="${value}"]`);
      for (const other of node.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) other.checked = other === one;
      return fire(one);
    }
    field.value = value;
    return fire(field);
  };
  const check = (key: string) => {
    const box = find<HTMLInputElement>(`[name="gate"][value="${key}"]`);
    box.checked = !box.checked;
    fire(box);
  };
  return {find, set, check};
}

function openComparison(search = "", {refuse = false} = {}) {
  const copied: string[] = [];
  const {entries, address, goBack} = fakeAddress(search);
  const node = comparisonExplorer(data, {
    document,
    address,
    copy: async (text) => {
      if (refuse) throw new Error("not allowed");
      copied.push(text);
    }
  });
  document.body.replaceChildren(node);
  const names = () => [...node.querySelectorAll(".comparison-tables tbody th")].map((cell) => cell.textContent ?? "");
  const row = (name: string) =>
    [...node.querySelectorAll(".comparison-tables tbody tr")].find((one) => one.textContent?.includes(name));
  return {node, entries, copied, goBack, names, row, ...controlsOf(node)};
}

describe("the comparison", () => {
  it("ranks nothing over all categories, and says why", () => {
    const page = openComparison();
    expect(page.find("#answer").textContent).toMatch(/^No rank is given over all categories/);
    expect(page.row("Quick pool")!.querySelector("td")!.textContent).toBe("–");
    expect(page.node.querySelectorAll(".comparison-tables table")).toHaveLength(2);
    // In the order of the categories, not of the totals.
    expect(page.names()).toEqual(["Quick pool", "Old threads", "Little known", "Big scheduler", "Some functions"]);
  });

  it("ranks a category, with totals that can be computed by hand", () => {
    const page = openComparison("?group=single-computer");
    expect(page.names()).toEqual(["Quick pool", "Old threads"]);
    // (4+3+3+4+4+4+2)/7 + 1 = 4.43; (2+1+1+4+3+3+2)/7 + 1 = 3.29.
    expect(page.row("Quick pool")!.textContent).toContain("4.4");
    expect(page.row("Old threads")!.textContent).toContain("3.3");
    expect(page.find("#answer").textContent).toBe(
      "Of what you install Quick pool comes first with 4.4, and stays first in 100 % of the draws."
    );
  });

  it("keeps what fails a gate in sight, greyed, with its record", () => {
    const page = openComparison("?group=orchestration");
    page.check("windows");
    const row = page.row("Big scheduler")!;
    expect(row.className).toBe("excluded");
    expect(row.textContent).toContain("runs on Windows without an emulation: WSL only");
    expect(page.find("#answer").textContent).toContain("nothing passes the gates");
  });

  it("gives no rank where little is known", () => {
    const page = openComparison("?group=distributed");
    expect(page.row("Little known")!.textContent).toContain("evidence covers 29 % of the weights");
  });

  it("a kind of work brings its weights and its gates", () => {
    const page = openComparison();
    page.set("profile", "A");
    expect(page.find<HTMLInputElement>('[name="weight-overview"]').value).toBe("40");
    expect(page.row("Some functions")!.textContent).toContain("usable on one machine");
    expect(page.entries.at(-1)).toBe("?profile=A");
  });

  it.each([
    ["group", "orchestration"],
    ["profile", "I"],
    ["sort", "scalability"],
    ["find", "pool"],
    ["weight-performance", "50"]
  ])("%s changes the table and the address, and the address brings it back", async (name, value) => {
    const page = openComparison();
    const before = page.entries.at(-1);
    page.set(name, value);
    await settled();
    expect(page.entries.at(-1)).not.toBe(before);
    const there = page.node.textContent;
    expect(openComparison(page.entries.at(-1)).node.textContent).toBe(there);
    page.goBack();
    expect(page.node.textContent).toBe(openComparison(before).node.textContent);
  });

  it("says what is wrong with an address, and goes on", () => {
    const page = openComparison("?group=clouds&weights=1,2&gates=windows,blue");
    const text = page.find(".problems").textContent;
    expect(text).toContain("group must be one of all, single-computer");
    expect(text).toContain("weights must be 7 numbers 0…100 with commas, not all of them 0, got 1,2.");
    expect(text).toContain("gates must be of local");
    expect(page.names()).toHaveLength(5);
  });

  it("explains each score of a tool, with source and date", async () => {
    const page = openComparison("?tool=little-known");
    const why = [...page.node.querySelectorAll("table")].at(-1)!;
    expect(why.caption!.textContent).toContain("Little known: why");
    expect(why.rows).toHaveLength(8);
    expect(why.rows[5]!.textContent).toContain("4.0 M");
    expect(why.rows[5]!.querySelector("a")!.getAttribute("href")).toBe("https://example.org/");
    expect(why.rows[1]!.textContent).toContain("not known");
  });

  it("copies what is shown as Markdown and as CSV, and says so", async () => {
    const page = openComparison("?group=single-computer");
    const [markdown, csv] = [...page.node.querySelectorAll<HTMLButtonElement>(".copy-row button")];
    markdown!.click();
    await settled();
    expect(page.find('[role="status"]').textContent).toBe("Copied as Markdown: 2 rows.");
    const lines = page.copied[0]!.trimEnd().split("\n");
    expect(lines[0]).toBe("**What you install**");
    expect(lines.slice(2)).toHaveLength(4);
    expect(new Set(lines.slice(2).map((line) => line.match(/(?<!\\)\|/g)?.length))).toEqual(new Set([15]));
    csv!.click();
    await settled();
    const rows = csvParseRows(page.copied[1]!);
    expect(rows).toHaveLength(3);
    expect(rows[1]!.slice(0, 4)).toEqual(["What you install", "1", "Quick pool", "4.4"]);
    expect(page.find('[role="status"]').getAttribute("aria-live")).toBe("polite");
  });

  it("shows the text where the browser refuses to copy", async () => {
    const page = openComparison("?group=cloud", {refuse: true});
    page.find<HTMLButtonElement>(".copy-row button").click();
    await settled();
    expect(page.find<HTMLTextAreaElement>("textarea").hidden).toBe(false);
    expect(page.find<HTMLTextAreaElement>("textarea").value).toContain("| Some functions |");
    expect(page.find('[role="status"]').textContent).toContain("did not let the page copy");
  });

  it("every control has a label", () => {
    const page = openComparison();
    for (const field of page.node.querySelectorAll<HTMLInputElement>("input, select, textarea")) {
      const named =
        field.getAttribute("aria-label") ?? page.node.querySelector(`label[for="${field.id}"]`)?.textContent;
      expect(named, field.id).toBeTruthy();
    }
  });
});

describe("copied tables", () => {
  const table = {
    heads: ["a", "b"],
    rows: [
      ["x | y", 'say "no", often'],
      ["two\nlines", "z"]
    ]
  };
  it("escape what Markdown would take for its own", () => {
    expect(comparisonMarkdown([{title: "T", table}])).toBe(
      '**T**\n\n| a | b |\n| --- | --- |\n| x \\| y | say "no", often |\n| two lines | z |\n'
    );
  });
  it("come back from CSV as they went", () => {
    expect(csvParseRows(comparisonCsv([{title: "T", table}])).slice(1)).toEqual(table.rows.map((row) => ["T", ...row]));
  });
});

describe("the state in the address", () => {
  it("of the comparison goes round", () => {
    const search =
      "?group=cloud&profile=I&weights=1%2C2%2C3%2C4%2C5%2C6%2C7&gates=windows%2Cpython&sort=name&find=fast&tool=quick-pool";
    const {state, problems} = parseComparison(search, data);
    expect(problems).toEqual([]);
    expect(comparisonToSearch(state, data)).toBe(search);
    expect(comparisonToSearch(parseComparison("", data).state, data)).toBe("");
  });
  it("of the framework goes round", () => {
    const search = "?profile=I&weights=1%2C2%2C3%2C4%2C5%2C6%2C7&league=services&spread=any&x=overview&y=scalability";
    const {state, problems} = parseEvaluation(search, data);
    expect(problems).toEqual([]);
    expect(evaluationToSearch(state, data)).toBe(search);
    expect(evaluationToSearch(parseEvaluation("", data).state, data)).toBe("");
  });
});

function openEvaluation(search = "") {
  const {entries, address, goBack} = fakeAddress(search);
  const node = evaluationExplorer(data, {document, address, later: (work) => work(), width: () => 640});
  document.body.replaceChildren(node);
  return {node, entries, goBack, ...controlsOf(node)};
}

describe("the framework's page", () => {
  it("ranks one kind of work, with what the draws and the front say", () => {
    const page = openEvaluation();
    expect(page.find("#answer").textContent).toMatch(
      /^For work on one machine, 2 of 4 that you install may be ranked\. Quick pool comes first with 4\.6, in 100 % of the draws\./
    );
    expect(page.node.querySelectorAll("figure.chart svg")).toHaveLength(2);
    expect(page.node.querySelectorAll("figure.chart table")).toHaveLength(2);
  });

  it("never ranks what you rent with what you install", () => {
    const page = openEvaluation("?profile=I&league=services");
    expect(page.find("#answer").textContent).toContain("1 of 1 that you rent may be ranked");
    expect(page.node.textContent).not.toContain("Quick pool");
  });

  it.each([
    ["profile", "I"],
    ["league", "services"],
    ["spread", "any"],
    ["x", "overview"],
    ["weight-K6", "30"]
  ])("%s changes page and address, and the address brings it back", (name, value) => {
    const page = openEvaluation();
    page.set(name, value);
    const search = page.entries.at(-1);
    expect(search).not.toBe("");
    expect(openEvaluation(search).node.textContent).toBe(page.node.textContent);
    page.goBack();
    expect(page.node.textContent).toBe(openEvaluation().node.textContent);
  });

  it("says what is wrong with an address, and goes on", () => {
    const page = openEvaluation("?profile=Z&weights=1");
    expect(page.find(".problems").textContent).toContain("profile must be one of A, I, got Z");
    expect(page.find(".problems").textContent).toContain("weights must be 7 numbers");
  });

  it("takes the chapter's own figures away", () => {
    document.body.innerHTML =
      '<figure data-figure="rankStability"></figure><figure data-figure="paretoFront"></figure>';
    evaluationExplorer(data, {document, address: fakeAddress("").address, later: () => {}, width: () => 640});
    expect(document.querySelectorAll("[data-figure]")).toHaveLength(0);
  });
});

describeCharts(
  {
    rankStability: (width) =>
      evaluationStability(
        [
          {name: "Quick pool", shares: [0.7, 0.2, 0.1]},
          {name: "Old threads", shares: [0.3, 0.5, 0.2]}
        ],
        {width, document}
      ),
    paretoFront: (width) =>
      evaluationPareto(
        [
          {name: "Quick pool", x: 4, y: 3},
          {name: "Old threads", x: 2, y: 4.5},
          {name: "Beaten", x: 2, y: 2},
          {name: "Little known", x: null, y: 5}
        ],
        {width, document, xLabel: "C5 learning curve", yLabel: "C6 performance"}
      )
  },
  /Share|against/
);

it("the front names who is beaten by none in both", () => {
  expect(
    frontOf([
      {name: "a", x: 4, y: 3},
      {name: "b", x: 2, y: 4.5},
      {name: "c", x: 2, y: 2},
      {name: "d", x: null, y: 5}
    ])
  ).toEqual(["a", "b"]);
});
