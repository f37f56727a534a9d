import {type Fit} from "../model/fit.ts";
import {metg} from "../model/metg.ts";
import {runsInCaller} from "../model/toolTraits.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {chartTable} from "./chartTable.ts";
import {seriesLabel} from "./seriesLabel.ts";

/** The smallest worthwhile task of each fitted tool on the measured cores, at any efficiency, shortest first. */
export function metgOfFits(fits: readonly Fit[], threshold: number, document: Document): HTMLTableElement {
  const rows = fits
    .filter((fit) => !runsInCaller(fit))
    .map((fit) => ({fit, ...metg(fit, threshold, fit.cores)}))
    .sort((a, b) => (a.granularitySeconds ?? Infinity) - (b.granularitySeconds ?? Infinity));
  const text = (seconds: number | null) => (seconds === null ? "not reached" : formatUnit(seconds, "s"));
  return chartTable(
    rows,
    [
      {name: "Tool", text: ({fit}) => seriesLabel({...fit, start_method: fit.startMethod})},
      {name: "Granularity", number: true, text: ({granularitySeconds}) => text(granularitySeconds)},
      {name: "Length of the task there", number: true, text: ({lengthSeconds}) => text(lengthSeconds)},
      {name: "Why not", text: ({reason}) => reason ?? ""}
    ],
    {
      caption: `Smallest worthwhile task at ${formatUnit(threshold, "%")} efficiency, by the fitted model, one task at a time, work that releases the GIL`,
      document
    }
  );
}
