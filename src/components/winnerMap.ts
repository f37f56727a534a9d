import * as Plot from "@observablehq/plot";
import {type Fit} from "../model/fit.ts";
import {type ToolFactsBySlug} from "../model/toolFacts.ts";
import {type Workload} from "../model/workload.ts";
import {defaultWorkload} from "../model/workloadFields.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {logTicks} from "./logTicks.ts";
import {plotChart} from "./plotChart.ts";
import {seriesLabel} from "./seriesLabel.ts";
import {toolColor} from "./toolColor.ts";
import {type WinnerCell, winnerCells, winnerGrid} from "./winnerCells.ts";
import {winnerRegions} from "./winnerRegions.ts";

export interface WinnerMapData {
  readonly fits: readonly Fit[];
  readonly workload?: Workload;
  readonly facts?: ToolFactsBySlug;
  /** Computed already, by `winnerCells`. */
  readonly cells?: readonly WinnerCell[];
}

/** The fastest way for each task length and count: coloured and named by tool, ties marked ≈, the measured area outlined. */
export function winnerMap(
  {fits, workload = defaultWorkload, facts = {}, cells = winnerCells(fits, workload, {facts})}: WinnerMapData,
  {width = 640, height = Math.min(560, Math.max(380, width * 0.72)), document, ariaLabel}: ChartOptions = {}
): SVGSVGElement {
  const {seconds, tasks, steps} = winnerGrid;
  const columns = Math.max(...cells.map(({column}) => column)) + 1;
  const half = 10 ** (0.5 / steps);
  const boxes = cells.map((cell) => {
    const [x, y] = [seconds[0] * 10 ** ((cell.column + 0.5) / steps), tasks[0] * 10 ** ((cell.row + 0.5) / steps)];
    return {cell, x, y, x1: x / half, x2: x * half, y1: y / half, y2: y * half};
  });
  const measured = measuredArea(fits);
  return plotChart({
    ariaLabel: ariaLabel ?? mapText(cells),
    width,
    height,
    ...(document ? {document} : {}),
    marginLeft: 84,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 42,
    x: {
      type: "log",
      domain: seconds,
      label: "Length of a task",
      ticks: logTicks(seconds, width < 480 ? 4 : 9, "s"),
      tickFormat: (value: number) => formatUnit(value, "s")
    },
    y: {
      type: "log",
      domain: tasks,
      label: "Tasks",
      ticks: logTicks(tasks, 8),
      tickFormat: (value: number) => formatUnit(value, "1")
    },
    marks: [
      Plot.rect(boxes, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: ({cell}: {cell: WinnerCell}) => toolColor(cell.tool, cell.variant),
        fillOpacity: ({cell}: {cell: WinnerCell}) => opacity(cell)
      }),
      Plot.text(
        boxes.filter(({cell}) => cell.tie),
        {x: "x", y: "y", text: () => "≈", fillOpacity: 0.8}
      ),
      ...(measured ? [Plot.rect([measured], {...measured, fill: "none", stroke: "currentColor", strokeWidth: 2})] : []),
      ...(measured
        ? [
            Plot.text([measured], {
              x: measured.x1,
              y: measured.y2,
              text: () => "measured",
              textAnchor: "start",
              dx: 4,
              dy: -8,
              ...halo
            })
          ]
        : []),
      Plot.text(winnerRegions(cells), {
        // Names keep clear of the edges.
        x: ({column}: {column: number}) =>
          seconds[0] * 10 ** ((Math.min(Math.max(column, 3), columns - 4) + 0.5) / steps),
        y: ({row}: {row: number}) => tasks[0] * 10 ** ((row + 0.5) / steps),
        text: ({cell}: {cell: WinnerCell}) => seriesLabel(cell).replace(" · ", "\n"),
        fontWeight: 600,
        ...halo
      })
    ]
  });
}

const halo = {fill: "currentColor", stroke: "var(--theme-background, white)", strokeWidth: 4} as const;

function opacity({tool, tie}: WinnerCell): number {
  if (tool === "serial") return tie ? 0.06 : 0.14;
  return tie ? 0.22 : 0.6;
}

/** Where at least one parallel tool was measured, on both axes. */
function measuredArea(fits: readonly Fit[]) {
  const parallel = fits.filter(({tool}) => !tool.startsWith("serial"));
  if (parallel.length === 0) return null;
  const {seconds, tasks} = winnerGrid;
  const span = (axis: "seconds" | "tasks", [first, last]: readonly [number, number]) => {
    const lows = parallel.map(({ranges}) => ranges[axis][0]);
    const highs = parallel.map(({ranges}) => ranges[axis][1]);
    return [Math.max(first, Math.min(...lows)), Math.min(last, Math.max(...highs))] as const;
  };
  const [x1, x2] = span("seconds", seconds);
  const [y1, y2] = span("tasks", tasks);
  return {x1, x2, y1, y2};
}

function mapText(cells: readonly WinnerCell[]): string {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const name = cell.tie ? "no clear winner" : seriesLabel(cell);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const shares = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, n]) => `${name} ${Math.round((100 * n) / cells.length)} %`);
  return `The fastest way for each length and number of tasks. Share of the map: ${shares.join(", ")}.`;
}
