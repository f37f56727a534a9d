import {scaling} from "../queries/scaling.ts";
import {waiting} from "../queries/waiting.ts";
import {analysisExplorer, type ExplorerEffects} from "./analysisExplorer.ts";
import {livePanel} from "./livePanel.ts";
import {speedup} from "./speedup.ts";
import {waitingThroughput} from "./waitingThroughput.ts";

const scalingPanel = (kind: string, title: string) =>
  livePanel("speedup", {kind, law: "fixed"}, title, scaling, (rows, options) =>
    speedup(rows, {...options, kind, law: "fixed"})
  );

const panels = [
  scalingPanel("cpu-gil", "Speed-up, pure Python"),
  scalingPanel("cpu-releases-gil", "Speed-up, code that releases the GIL"),
  livePanel("waitingThroughput", {}, "Waiting tasks a second", waiting, waitingThroughput)
];

/** The filters of the scalability page. */
export function scalabilityExplorer(
  summary: Readonly<Record<string, readonly object[]>>,
  effects: ExplorerEffects
): HTMLElement {
  const rollup = {
    view: "scaling",
    by: "workers",
    value: "speedup",
    unit: "×",
    caption: "Speed-up of pure Python by family of tools and workers (median over its tools)",
    keep: (row: object) => (row as {kind: string; law: string}).kind === "cpu-gil"
  };
  return analysisExplorer({panels, summary, rollup}, effects);
}
