import {type AddressState} from "./addressState.ts";
import {element} from "./element.ts";
import {type MetgRow, metgTable} from "./metgTable.ts";
import {scrollBox} from "./scrollBox.ts";
import {setInSearch} from "./setInSearch.ts";
import {thresholdFromSearch} from "./thresholdFromSearch.ts";

export interface MetgEffects {
  readonly document: Document;
  readonly address: AddressState;
}

/** The table of smallest worthwhile tasks with a slider for the efficiency that must be reached, kept in the address. */
export function metgExplorer(rows: readonly MetgRow[], {document, address}: MetgEffects): HTMLElement {
  const make = element(document);
  const thresholds = [...new Set(rows.map(({threshold}) => threshold))].sort((a, b) => a - b);
  const slider = make("input", {
    type: "range",
    id: "control-metg",
    min: 0,
    max: thresholds.length - 1,
    step: 1
  });
  const shown = make("output", {for: slider.id});
  const problem = make("p", {class: "error", role: "alert"});
  const place = make("div");
  const chosen = () => thresholds[Number(slider.value)] ?? 0.5;
  const paint = () => {
    const threshold = chosen();
    const text = `${Math.round(threshold * 100)} %`;
    shown.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    place.replaceChildren(scrollBox(metgTable(rows, {threshold, document}), `Smallest worthwhile task at ${text}`));
  };
  const fromAddress = () => {
    const {threshold, problems} = thresholdFromSearch(address.read(), 0.5);
    problem.textContent = problems.join("");
    const nearest = thresholds.findIndex((one) => one >= threshold - 1e-9);
    slider.value = String(Math.max(0, nearest));
    paint();
  };
  slider.addEventListener("input", () => {
    problem.textContent = "";
    const efficiency = chosen() === 0.5 ? null : String(chosen());
    address.replace(setInSearch(address.read(), {efficiency}));
    paint();
  });
  address.onBack(fromAddress);
  fromAddress();
  return make("div", {class: "metg"}, [
    problem,
    make("div", {class: "control"}, [
      make("div", {class: "control-head"}, [make("label", {for: slider.id}, ["Efficiency to reach"]), shown]),
      slider
    ]),
    place
  ]);
}
