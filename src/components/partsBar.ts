import {type Ranked} from "../model/answer.ts";
import {answerParts} from "./answerParts.ts";
import {type ChartOptions} from "./chartOptions.ts";
import {seriesLabel} from "./seriesLabel.ts";
import {stackedBars} from "./stackedBars.ts";

/** Where the time goes: the parts of the predicted time of each tool, one stacked bar a tool. */
export function partsBar(rows: readonly Ranked[], {ariaLabel, ...options}: ChartOptions = {}): SVGSVGElement {
  const bars = rows.map((row) => ({
    label: seriesLabel(row),
    pieces: answerParts.map(({name, text}) => ({name: text, value: row.parts[name]}))
  }));
  return stackedBars(bars, {
    ...options,
    kinds: answerParts.map(({text, color}) => ({name: text, color})),
    label: "Time",
    unit: "s",
    ariaLabel: ariaLabel ?? "Start-up, call, dispatch, data, work and idle time of each tool, stacked."
  });
}
