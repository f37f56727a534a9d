import {type WorkflowsRow} from "../queries/workflows.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {intervalDots} from "./intervalDots.ts";
import {seriesDots} from "./seriesDots.ts";

export type {WorkflowsRow};

export interface WorkflowOverheadOptions extends ChartOptions {
  /** chain or fan_out. */
  readonly pattern?: string;
  readonly task_count?: number | string;
}

/** What a warm workflow of empty tasks takes for each task, with each orchestrator. */
export function workflowOverhead(
  rows: readonly WorkflowsRow[],
  {pattern = "fan_out", task_count = 10, ariaLabel, ...options}: WorkflowOverheadOptions = {}
): SVGSVGElement {
  const asked = rows.filter(
    (row) => row.pattern === pattern && row.task_count === Number(task_count) && row.task_seconds === 0
  );
  const label = `Time an empty task takes in a ${pattern === "chain" ? "chain" : "fan-out"} of ${task_count}`;
  return intervalDots(
    seriesDots(asked, (row) => ({
      value: row.run_seconds / row.task_count,
      low: row.run_seconds_low / row.task_count,
      high: row.run_seconds_high / row.task_count
    })),
    {...options, label, unit: "s", ariaLabel: ariaLabel ?? `${label}, a dot a tool.`}
  );
}
