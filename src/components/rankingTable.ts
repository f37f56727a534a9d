import {type Answer, type Ranked} from "../model/answer.ts";
import {notToTheEnd} from "../model/breakEven.ts";
import {bandText} from "./bandText.ts";
import {type TableColumn, chartTable} from "./chartTable.ts";
import {weighs} from "../model/preference.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {seriesLabel} from "./seriesLabel.ts";

const isSerialTool = (tool: string) => tool.startsWith("serial");

const share = (value: number) => (value >= 0.995 ? "over 99 %" : `${Math.round(value * 100)} %`);

function coresText({tool, break_even}: Ranked): string {
  if (isSerialTool(tool)) return "–";
  const cores = break_even?.cores;
  if (!cores) return "…";
  if (cores.reason === notToTheEnd) return notToTheEnd;
  if (cores.state === "never") return `never: ${cores.reason ?? ""}`;
  return cores.state === "always" ? "1" : formatUnit(cores.value ?? NaN, "1");
}

/** Every tool in the answer, the fastest first, the plain loop among them; the optimised loop below, outside the ranking. */
export function rankingTable({ranking, optimised, serial, workload}: Answer, document: Document): HTMLTableElement {
  const weighed: TableColumn<Ranked>[] = [
    {
      name: "Effort, lines",
      number: true,
      text: ({effort_lines: lines}) => (lines === null ? "–" : formatUnit(lines, "1"))
    },
    {name: "Core-seconds", number: true, text: ({core_seconds: seconds}) => formatUnit(seconds, "1")}
  ];
  const rows = optimised ? [...ranking, optimised] : ranking;
  const columns: TableColumn<Ranked>[] = [
    {
      name: "Tool",
      text: (row) => `${seriesLabel(row)}${row === optimised ? " (not ranked)" : row.tie ? " (tie)" : ""}`
    },
    {name: "Time, 80 % band", number: true, text: ({seconds, low, high}) => bandText(seconds, low, high)},
    {name: "Against the plain loop", number: true, text: ({seconds}) => formatUnit(serial.seconds / seconds, "×")},
    {
      name: weighs(workload) ? "Chance of being best" : "Chance of being fastest",
      number: true,
      text: (row) => (row === optimised ? "–" : share(row.probability_best))
    },
    ...(weighs(workload) ? weighed : []),
    {
      name: "Chunk",
      number: true,
      text: ({chunk, best_chunk}) =>
        chunk === null
          ? "–"
          : `${formatUnit(chunk, "1")}${best_chunk ? `, best ${formatUnit(best_chunk.chunk, "1")}` : ""}`
    },
    {name: "Cores needed to beat one thread", text: coresText},
    {
      name: "Rests on",
      text: ({extrapolated, evidence}) =>
        `${evidence.samples} samples${extrapolated.length > 0 ? `; extrapolated: ${extrapolated.join(", ")}` : ""}`
    }
  ];
  return chartTable(rows, columns, {
    caption: `All tools for this workload, the ${weighs(workload) ? "best for your weights" : "fastest"} first`,
    document
  });
}
