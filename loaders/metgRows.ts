import {group} from "d3";
import type {MetgRow as ShownMetg} from "../src/components/metgTable.ts";
import type {Fit} from "../src/model/fit.ts";
import {metg} from "../src/model/metg.ts";
import {metgFromCurve} from "../src/model/metgFromCurve.ts";
import {bandSds, residualSdAt} from "../src/model/predict.ts";
import {isSerial, usableCores} from "../src/model/toolTraits.ts";
import type {GranularityRow} from "../src/queries/granularity.ts";

/** The smallest worthwhile task of a tool at a threshold of efficiency; seconds. */
export interface MetgRow extends Required<ShownMetg> {
  /** Why the threshold is never reached. */
  readonly reason: string | null;
}

/** Thresholds from a half in steps of a twentieth; the table's slider stands on them. */
const thresholds = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** METG of every fitted tool whose workers can compute at once, with two workers. */
export function metgRows(fits: readonly Fit[], curves: readonly GranularityRow[]): readonly MetgRow[] {
  const workers = 2;
  const byTool = group(
    curves.filter((row) => row.workers === workers && row.kind === "cpu-gil"),
    (row) => `${row.tool}:${row.variant}:${row.start_method}`
  );
  return fits
    .filter((fit) => !isSerial(fit) && usableCores(fit, "cpu-releases-gil", workers) === workers)
    .flatMap((fit) =>
      thresholds.map((threshold): MetgRow => {
        const {granularitySeconds, lengthSeconds, closedFormSeconds, reason} = metg(fit, threshold, workers);
        const curve = byTool.get(`${fit.tool}:${fit.variant}:${fit.startMethod}`) ?? [];
        const points = curve.map(({task_seconds: seconds, efficiency}) => ({seconds, efficiency}));
        // The band of the prediction, carried over to the granularity: times are off by a factor, and so is it.
        const spread = Math.exp(bandSds * residualSdAt(fit, 1 - threshold));
        return {
          tool: fit.tool,
          variant: fit.variant,
          start_method: fit.startMethod,
          threshold,
          workers,
          granularity_seconds: granularitySeconds,
          granularity_seconds_low: granularitySeconds === null ? null : granularitySeconds / spread,
          granularity_seconds_high: granularitySeconds === null ? null : granularitySeconds * spread,
          length_seconds: lengthSeconds,
          closed_form_seconds: closedFormSeconds,
          closed_ratio:
            granularitySeconds === null || closedFormSeconds === null ? null : closedFormSeconds / granularitySeconds,
          measured_length_seconds: metgFromCurve(points, threshold),
          reason
        };
      })
    );
}
