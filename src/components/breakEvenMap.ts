import {calibrationFromText} from "../model/calibrationFromText.ts";
import {parseWorkload} from "../model/parseWorkload.ts";
import {rescaleFits} from "../model/rescaleFits.ts";
import {type Workload} from "../model/workload.ts";
import {workloadFromSearch} from "../model/workloadFromSearch.ts";
import {workloadToSearch} from "../model/workloadToSearch.ts";
import {browserEffects, type PlannerEffects} from "./browserEffects.ts";
import {chartFigure} from "./chartFigure.ts";
import {element} from "./element.ts";
import {findFigure} from "./findFigure.ts";
import {metgOfFits} from "./metgOfFits.ts";
import {type PlannerInput} from "./planner.ts";
import {plannerChart} from "./plannerChart.ts";
import {plannerControls} from "./plannerControls.ts";
import {winnerCells} from "./winnerCells.ts";
import {winnerMap} from "./winnerMap.ts";
import {scrollBox} from "./scrollBox.ts";
import {setInSearch} from "./setInSearch.ts";
import {thresholdFromSearch} from "./thresholdFromSearch.ts";

/** The what-if controls of the break-even page: the winner map and the two cuts through it, for the reader's own setting. */
export function breakEvenMap(
  {fits: measured, facts = {}, referenceStepSeconds = null}: PlannerInput,
  effects: PlannerEffects = browserEffects(globalThis.window)
): HTMLElement {
  const {document, address, later, width, kept} = effects;
  const make = element(document);
  // The machine that the reader gave to the planner holds here too.
  const {calibration} = calibrationFromText(kept?.read() ?? "");
  const fits = calibration ? rescaleFits(measured, calibration, referenceStepSeconds).fits : measured;
  const machine = calibration
    ? make("p", {class: "hint"}, [
        `For your machine ${calibration.machine}, as the planner keeps it; it can be forgotten there.`
      ])
    : null;
  const controls = plannerControls(document);
  const problems = make("div", {class: "problems", role: "alert"});
  const curves = make("div", {class: "chart-box"});
  const map = make("div", {class: "chart-box"});
  const threshold = make("input", {
    type: "range",
    id: "control-threshold",
    min: 0.1,
    max: 0.95,
    step: 0.05,
    value: 0.5
  });
  const shown = make("output", {for: threshold.id});
  const smallest = make("div");
  let workload: Workload;

  const paint = () =>
    later(() => {
      const size = {width: width(), document};
      const start = performance.now();
      const cells = winnerCells(fits, workload, {facts});
      performance.measure("winner-cells", {start, end: performance.now()});
      map.replaceChildren(
        chartFigure(winnerMap({fits, workload, cells}, size), {
          title: "The fastest way for each length and number of tasks",
          note: "≈ no clear winner; outlined: measured.",
          name: "winner-map"
        })
      );
      curves.replaceChildren(
        ...(["tasks", "seconds"] as const).map((axis) =>
          chartFigure(plannerChart({fits, workload}, {...size, axis}), {
            title: axis === "tasks" ? "A cut along the number of tasks" : "A cut along the length of a task",
            note: "Bands hold eight of ten runs; dashed is extrapolated.",
            name: `break-even-${axis}`
          })
        )
      );
    });
  const paintSmallest = () => {
    const value = Number(threshold.value);
    const text = `${Math.round(value * 100)} %`;
    shown.textContent = text;
    threshold.setAttribute("aria-valuetext", text);
    const label = `Smallest worthwhile task at ${text} efficiency`;
    smallest.replaceChildren(scrollBox(metgOfFits(fits, value, document), label));
  };
  const show = (found: readonly string[]) => {
    problems.replaceChildren(...found.map((text) => make("p", {class: "error"}, [`${text}.`])));
    controls.mark(found.map((text) => text.split(" ")[0] as string));
  };
  const fromAddress = () => {
    const read = workloadFromSearch(address.read());
    const efficiency = thresholdFromSearch(address.read(), 0.1);
    workload = read.workload;
    controls.write(workload);
    threshold.value = String(efficiency.threshold);
    show([...read.problems, ...efficiency.problems]);
    paint();
    paintSmallest();
  };
  const search = () =>
    setInSearch(workloadToSearch(workload), {efficiency: threshold.value === "0.5" ? null : threshold.value});
  let moving = false;
  controls.form.addEventListener("input", () => {
    const read = parseWorkload(controls.read());
    workload = read.workload;
    show(read.problems);
    (moving ? address.replace : address.push)(search());
    moving = true;
    paint();
  });
  controls.form.addEventListener("change", () => (moving = false));
  controls.form.addEventListener("submit", (event) => event.preventDefault());
  threshold.addEventListener("input", () => {
    address.replace(search());
    paintSmallest();
  });
  address.onBack(fromAddress);
  fromAddress();
  // The chapter's own map shows the default setting, its table one threshold; these take their places.
  findFigure(document, "winnerMap", {})?.remove();
  findFigure(document, "metgTable", {})
    ?.querySelector(".scroll, table")
    ?.replaceWith(
      make("div", {}, [
        make("div", {class: "control"}, [
          make("div", {class: "control-head"}, [make("label", {for: threshold.id}, ["Efficiency to reach"]), shown]),
          threshold
        ]),
        smallest
      ])
    );
  return make("div", {class: "planner"}, [
    controls.form,
    make("div", {class: "planner-result"}, [problems, machine, map, curves])
  ]);
}
