import {element} from "./element.ts";
import {type MetgRow, metgTable} from "./metgTable.ts";
import {scrollBox} from "./scrollBox.ts";

/** The table of smallest worthwhile tasks with a slider for the efficiency that must be reached. */
export function metgExplorer(rows: readonly MetgRow[], document: Document): HTMLElement {
  const make = element(document);
  const thresholds = [...new Set(rows.map(({threshold}) => threshold))].sort((a, b) => a - b);
  const slider = make("input", {
    type: "range",
    id: "control-metg",
    min: 0,
    max: thresholds.length - 1,
    step: 1,
    value: 0
  });
  const shown = make("output", {for: slider.id});
  const place = make("div");
  const paint = () => {
    const threshold = thresholds[Number(slider.value)] ?? 0.5;
    const text = `${Math.round(threshold * 100)} %`;
    shown.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    place.replaceChildren(scrollBox(metgTable(rows, {threshold, document}), `Smallest worthwhile task at ${text}`));
  };
  slider.addEventListener("input", paint);
  paint();
  return make("div", {class: "metg"}, [
    make("div", {class: "control"}, [
      make("div", {class: "control-head"}, [make("label", {for: slider.id}, ["Efficiency to reach"]), shown]),
      slider
    ]),
    place
  ]);
}
