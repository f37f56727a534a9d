import type {Calibration} from "./calibration.ts";
import type {Fit, Parameters} from "./fit.ts";
import {rescaleRatios, type ToolRatio} from "./rescaleRatios.ts";

/** A tool's fit as it is expected on another machine, and from what. */
export interface RescaledFits {
  readonly fits: readonly Fit[];
  readonly ratios: readonly ToolRatio[];
}

/** Times of a fit that are work of the processor; the poll of joblib is a constant in its code and stays. */
const scaled = ["call", "chunk", "workerChunk", "item", "byteIn", "byteOut", "stored"] as const;

function rescaleFit(fit: Fit, ratio: ToolRatio, {machine, cores, python_build, measured_utc, cells}: Calibration): Fit {
  const parameters: Parameters = {
    ...fit.parameters,
    ...Object.fromEntries(scaled.map((name) => [name, fit.parameters[name] * ratio.overhead])),
    efficiency: ratio.efficiency ?? fit.parameters.efficiency
  };
  const atOnce = Math.max(1, ...cells.map(({workers}) => workers));
  return {
    ...fit,
    machine,
    pythonBuild: python_build,
    parameters,
    startup: fit.startup.map((phase) => ({
      workers: phase.workers,
      importSeconds: phase.importSeconds * ratio.start,
      startSeconds: phase.startSeconds * ratio.start,
      firstSeconds: phase.firstSeconds * ratio.start,
      stopSeconds: phase.stopSeconds * ratio.start
    })),
    residualSd: Math.hypot(fit.residualSd, ratio.logSd),
    // Efficiency is known for as many workers as the calibration had at once, however many cores there are.
    cores: Math.min(cores, atOnce),
    evidence: {...fit.evidence, asOf: measured_utc.slice(0, 10)}
  };
}

/**
 * Carries fits of one machine over to another by its calibration: start-up and every overhead times the tool's ratios (its
 * own where it was calibrated, else its family's), efficiency as calibrated, bands widened by what the ratios do not agree
 * on. The plain loop stays: its time is the reader's own. Rule and error: methods page, "Your machine".
 */
export function rescaleFits(
  fits: readonly Fit[],
  calibration: Calibration,
  referenceStepSeconds: number | null = null
): RescaledFits {
  const ratios = rescaleRatios(fits, calibration, referenceStepSeconds);
  return {fits: fits.map((fit, i) => rescaleFit(fit, ratios[i]!, calibration)), ratios};
}
