import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {formulaWithNumbers} from "../../src/components/formulaWithNumbers.ts";
import {plannerControls} from "../../src/components/plannerControls.ts";
import type {Fit} from "../../src/model/fit.ts";
import {rank} from "../../src/model/rank.ts";
import type {Workload} from "../../src/model/workload.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {makeFit, serialFit} from "../fixtures/fits.ts";

const {window} = new JSDOM("");
const {document} = window;

const spawn = makeFit({startMethod: "spawn"});
const fork = makeFit();

/** The formula of a tool's place in the answer to a workload. */
function formula(fit: Fit, changes: Partial<Workload>) {
  const workload = {...defaultWorkload, ...changes};
  const entry = rank(workload, [serialFit, fit]).ranking.find(({tool}) => tool === fit.tool)!;
  const node = formulaWithNumbers(entry, fit, workload, document);
  return {
    entry,
    code: node.querySelector("code")!.textContent,
    imports: node.querySelector(".imports"),
    terms: [...node.querySelectorAll(".terms data")].map((data) => Number(data.getAttribute("value")))
  };
}

describe("imports in the formula", () => {
  it("stand beside the tool's own start, with the reader's numbers, and sum to the start", () => {
    const {entry, code, imports, terms} = formula(spawn, {imports: 2, workers: 8});
    expect(code).toBe("T = (S + i)/r + s + work + dispatch");
    expect(imports!.textContent).toBe(
      "Start-up: S/r = 500 ms of the tool's own, i/r = 8 s of your imports in 8 new workers on 2 cores."
    );
    const [own, theirs] = [...imports!.querySelectorAll("data")].map((data) => Number(data.getAttribute("value")));
    expect(own! + theirs!).toBeCloseTo(entry.parts.start, 12);
    expect(terms[0]).toBe(entry.parts.start);
  });

  it.each([
    [
      "forks have them",
      fork,
      {},
      /^Your imports add nothing: these tasks run in your program, its threads or its forks/
    ],
    ["ready workers have made them", spawn, {warm: true}, /^Your imports add nothing: workers that stand ready/],
    [
      "the loop pays them either way",
      serialFit,
      {},
      /^Your imports are not counted: the program itself makes them once/
    ]
  ] as const)("say why they add nothing: %s", (_, fit, changes, sentence) => {
    const {imports, code} = formula(fit, {imports: 2, ...changes});
    expect(imports!.textContent).toMatch(sentence);
    expect(code).toBe("T = S/r + s + work + dispatch");
  });

  it("are not spoken of where the reader gives none", () => {
    expect(formula(spawn, {}).imports).toBeNull();
  });
});

describe("the control for imports", () => {
  it("is a labelled number with a slider beside warm and cold, and says how to measure", () => {
    const {form, read, write} = plannerControls(document);
    const field = form.querySelector<HTMLInputElement>("[name=imports]")!;
    expect(form.querySelector(`label[for=${field.id}]`)!.textContent).toBe("Seconds your imports take");
    expect(field.closest("details")!.querySelector("[name=warm]")).not.toBeNull();
    const described = field.getAttribute("aria-describedby")!.split(" ");
    const texts = described.map((id) => form.querySelector(`#${id}`)!.textContent);
    expect(texts).toEqual(["", expect.stringMatching(/^New worker processes import again [^`]+$/)]);
    const commands = [...form.querySelectorAll(`#${described[1]} code`)].map(({textContent}) => textContent);
    expect(commands).toEqual(['time python -c "import pandas"', "python -X importtime"]);
    write({...defaultWorkload, imports: 0.5});
    expect([field.value, read().imports, form.querySelector(`#${described[0]}`)!.textContent]).toEqual([
      "0.5",
      "0.5",
      "500 ms"
    ]);
    const slider = form.querySelector<HTMLInputElement>("#control-imports-slider")!;
    slider.value = "0";
    slider.dispatchEvent(new window.Event("input", {bubbles: true}));
    expect(read().imports).toBe("0");
  });
});
