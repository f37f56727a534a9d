import {defaultChunk} from "../src/model/chunkPlan.ts";
import type {Fit} from "../src/model/fit.ts";
import {metg} from "../src/model/metg.ts";
import {metgFromCurve} from "../src/model/metgFromCurve.ts";
import {metgParting} from "../src/model/metgParting.ts";
import {isSerial, usableCores} from "../src/model/toolTraits.ts";
import type {Series} from "../src/queries/query.ts";
import type {EfficiencyCurve} from "./efficiencyCurves.ts";

/** The smallest worthwhile task of one tool at three thresholds: granularity in seconds; null: not reached, not measured. */
export interface MetgThresholdRow extends Series {
  readonly form: string;
  /** Efficiency of two workers on long tasks: no threshold above it is reached. */
  readonly efficiency: number;
  readonly curve_50_seconds: number | null;
  readonly closed_50_seconds: number | null;
  readonly measured_50_seconds: number | null;
  readonly curve_80_seconds: number | null;
  readonly closed_80_seconds: number | null;
  readonly measured_80_seconds: number | null;
  readonly curve_95_seconds: number | null;
  readonly closed_95_seconds: number | null;
  readonly measured_95_seconds: number | null;
  /** Threshold from which on the closed form and the measured curve differ by 1.4 or more; null: nowhere that both are known. */
  readonly parts_at_threshold: number | null;
  readonly measured: boolean;
}

const workers = 2;

/**
 * One row a fitted tool whose workers can compute at once: the fitted form's curve, its closed form, and the measured curve
 * where the tool hands out single tasks by itself, as both of them assume.
 */
export function metgThresholdRows(
  fits: readonly Fit[],
  curves: readonly EfficiencyCurve[]
): readonly MetgThresholdRow[] {
  return fits
    .filter((fit) => !isSerial(fit) && usableCores(fit, "cpu-releases-gil", workers) === workers)
    .map((fit): MetgThresholdRow => {
      const {tool, variant, startMethod: start_method, form} = fit;
      const single = defaultChunk(fit, 1000, workers) === 1 && usableCores(fit, "cpu-gil", workers) === workers;
      const points = curves.find(
        (curve) =>
          curve.dependencies === 0 &&
          curve.tool === tool &&
          curve.variant === variant &&
          curve.start_method === start_method
      )?.points;
      const measuredAt = (threshold: number) => {
        const length = single && points ? metgFromCurve(points, threshold) : null;
        return length === null ? null : length / threshold;
      };
      const closedAt = (threshold: number) => metg(fit, threshold, workers).closedFormSeconds;
      const at = (threshold: number) => ({
        curve: metg(fit, threshold, workers).granularitySeconds,
        closed: closedAt(threshold),
        measured: measuredAt(threshold)
      });
      const [half, most, nearly] = [at(0.5), at(0.8), at(0.95)];
      return {
        tool,
        variant,
        start_method,
        form,
        efficiency: fit.parameters.efficiency,
        curve_50_seconds: half.curve,
        closed_50_seconds: half.closed,
        measured_50_seconds: half.measured,
        curve_80_seconds: most.curve,
        closed_80_seconds: most.closed,
        measured_80_seconds: most.measured,
        curve_95_seconds: nearly.curve,
        closed_95_seconds: nearly.closed,
        measured_95_seconds: nearly.measured,
        parts_at_threshold: metgParting(closedAt, measuredAt),
        measured: single && points !== undefined
      };
    });
}
