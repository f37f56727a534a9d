import {isNarrow} from "./isNarrow.ts";
import {wrapLabel} from "./wrapLabel.ts";

/** How the names of a chart's rows are set: the space to their left, the height of a row, each name's lines. */
export interface RowLabels {
  readonly marginLeft: number;
  readonly rowHeight: number;
  readonly tickFormat: (label: string) => string;
}

/** Letters in a line where the chart is as wide as a phone. */
const most = 20;

/** Beside a wide chart a name stands in one line, beside a narrow one in as many as it takes. */
export function rowLabels(labels: readonly string[], width: number): RowLabels {
  const tickFormat = isNarrow(width) ? (label: string) => wrapLabel(label, most) : (label: string) => label;
  const lines = labels.map((label) => tickFormat(label).split("\n"));
  const longest = Math.max(8, ...lines.flat().map((line) => line.length));
  const tallest = Math.max(1, ...lines.map((some) => some.length));
  return {marginLeft: Math.min(longest * 7 + 12, width * 0.45), rowHeight: 12 + 14 * tallest, tickFormat};
}
