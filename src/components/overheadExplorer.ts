import {dispatch} from "../queries/dispatch.ts";
import {granularity} from "../queries/granularity.ts";
import {memory} from "../queries/memory.ts";
import {payload} from "../queries/payload.ts";
import {startup} from "../queries/startup.ts";
import {analysisExplorer, type ExplorerEffects} from "./analysisExplorer.ts";
import {dispatchCost} from "./dispatchCost.ts";
import {findFigure} from "./findFigure.ts";
import {granularityCurve} from "./granularityCurve.ts";
import {livePanel} from "./livePanel.ts";
import {memoryPerWorker} from "./memoryPerWorker.ts";
import {metgExplorer} from "./metgExplorer.ts";
import {type MetgRow} from "./metgTable.ts";
import {payloadCost} from "./payloadCost.ts";
import {startupPhases} from "./startupPhases.ts";

const panels = [
  livePanel("startupPhases", {}, "What it takes to begin and to end", startup, startupPhases),
  livePanel("dispatchCost", {pattern: "independent"}, "An empty task, many at once", dispatch, (rows, options) =>
    dispatchCost(rows, {...options, pattern: "independent"})
  ),
  livePanel("dispatchCost", {pattern: "sequential"}, "An empty task, one at a time", dispatch, (rows, options) =>
    dispatchCost(rows, {...options, pattern: "sequential"})
  ),
  livePanel("granularityCurve", {}, "Efficiency by length of a task", granularity, granularityCurve),
  livePanel("payloadCost", {direction: "in"}, "Data to a task", payload, (rows, options) =>
    payloadCost(rows, {...options, direction: "in"})
  ),
  livePanel("payloadCost", {direction: "out"}, "Data back", payload, (rows, options) =>
    payloadCost(rows, {...options, direction: "out"})
  ),
  livePanel("memoryPerWorker", {}, "Memory of an idle worker", memory, memoryPerWorker)
];

/** The filters of the overhead page. */
export function overheadExplorer(
  summary: Readonly<Record<string, readonly object[]>>,
  effects: ExplorerEffects
): HTMLElement {
  const rollup = {
    view: "dispatch",
    by: "pattern",
    value: "task_seconds",
    unit: "s",
    caption: "An empty task, by family of tools (median over its tools)"
  };
  const place = findFigure(effects.document, "metgTable", {});
  const table = place?.querySelector(".scroll, table");
  table?.replaceWith(metgExplorer((summary["metg"] ?? []) as readonly MetgRow[], effects));
  return analysisExplorer({panels, summary, rollup}, effects);
}
