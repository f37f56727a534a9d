import {decisionTree} from "../model/decisionTree.ts";
import {parseTreeInputs, type ParsedTree, treeFields, treeInputsToSearch} from "../model/decisionTreeInputs.ts";
import {type TreeKnown, type TreeName, treeNames} from "../model/decisionTreeNode.ts";
import {decisionTreeTaken} from "../model/decisionTreeTaken.ts";
import {decisionTreeText} from "../model/decisionTreeText.ts";
import {browserEffects, type PlannerEffects} from "./browserEffects.ts";
import {decisionTreeFigure} from "./decisionTreeFigure.ts";
import {element} from "./element.ts";
import {findFigure} from "./findFigure.ts";
import {logSlider, type SliderOptions} from "./logSlider.ts";
import {plannerControls} from "./plannerControls.ts";
import {radioGroup} from "./radioGroup.ts";

const treeTexts: Readonly<Record<TreeName, string>> = {
  computing: "computing on one machine",
  waiting: "waiting work",
  leave: "when to leave one machine"
};

const sliders: Readonly<Record<string, SliderOptions["slider"]>> = {
  deadline_hours: [0.01, 720],
  need_gib: [0.05, 256]
};

/** The kind of work that a tree is about, where the reader's is not. */
function kindFor(tree: TreeName, kind: string): string {
  if (tree === "waiting") return "waiting";
  return tree === "computing" && kind === "waiting" ? "cpu-gil" : kind;
}

/** The decision trees with the reader's own numbers: the planner's form, the tree, and where it ends; the state in the address. */
export function decisionTreeExplorer(
  {fits, facts = {}}: Pick<TreeKnown, "fits"> & Partial<TreeKnown>,
  effects: PlannerEffects = browserEffects(globalThis.window)
): HTMLElement {
  const {document, address, later} = effects;
  const make = element(document);
  const controls = plannerControls(document);
  const choice = radioGroup(
    "tree",
    "Which decision",
    treeNames.map((value) => ({value, text: treeTexts[value]})),
    document
  );
  const numbers = treeFields.map((field) => ({
    field,
    slider: logSlider({...field, unit: "1", slider: sliders[field.name] ?? [field.minimum, field.maximum]}, document)
  }));
  const limits = make("fieldset", {}, [
    make("legend", {}, ["Time and memory"]),
    ...numbers.map(({slider}) => slider.node)
  ]);
  controls.form.prepend(choice.node);
  choice.node.after(limits);
  const sentence = make("p", {id: "answer", "aria-live": "polite", "aria-atomic": "true"});
  const problems = make("div", {class: "problems", role: "alert"});
  const place = make("div", {class: "chart-box"});
  let state: ParsedTree;

  const paint = () => {
    limits.hidden = state.tree !== "leave";
    later(() => {
      const root = decisionTree(state.tree, state.inputs, {fits, facts});
      sentence.textContent = decisionTreeText(decisionTreeTaken(root));
      place.replaceChildren(decisionTreeFigure(root, {document}));
    });
  };
  const show = (found: readonly string[]) => {
    problems.replaceChildren(...found.map((text) => make("p", {class: "error"}, [`${text}.`])));
    const names = found.map((text) => text.split(" ")[0] as string);
    controls.mark(names);
    for (const {field, slider} of numbers) slider.mark(names.includes(field.name));
  };
  const write = ({tree, inputs}: ParsedTree) => {
    choice.write(tree);
    controls.write(inputs.workload);
    for (const {field, slider} of numbers) slider.write(inputs[field.key]);
  };
  const read = (): Record<string, string> => ({
    ...controls.read(),
    tree: choice.read(),
    ...Object.fromEntries(numbers.map(({field, slider}) => [field.name, slider.read()]))
  });
  const fromAddress = () => {
    state = parseTreeInputs(Object.fromEntries(new URLSearchParams(address.read())));
    write(state);
    show(state.problems);
    paint();
  };
  // The first move of a control makes a new entry, the rest of that move changes it: Back leads to what was there before.
  let moving = false;
  controls.form.addEventListener("input", () => {
    const before = state.tree;
    const texts = read();
    const kind = texts.tree === before ? texts.kind : kindFor(texts.tree as TreeName, String(texts.kind));
    state = parseTreeInputs({...texts, kind});
    if (kind !== texts.kind) controls.write(state.inputs.workload);
    show(state.problems);
    (moving ? address.replace : address.push)(treeInputsToSearch(state.tree, state.inputs));
    moving = true;
    paint();
  });
  controls.form.addEventListener("change", () => (moving = false));
  controls.form.addEventListener("submit", (event) => event.preventDefault());
  address.onBack(fromAddress);
  fromAddress();
  // The chapter's own tree on computing work shows the default workload, for readers without script.
  findFigure(document, "decisionTree", {tree: "computing"})?.remove();
  return make("div", {class: "planner"}, [
    controls.form,
    make("div", {class: "planner-result"}, [problems, sentence, place])
  ]);
}
