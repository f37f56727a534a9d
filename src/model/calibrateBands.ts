import {quantile} from "d3";
import {cellCall} from "./fitForm.ts";
import type {FittedTool} from "./fitTool.ts";
import {bandSds, overheadShare} from "./predict.ts";
import {runSeconds} from "./runSeconds.ts";
import {isSerial} from "./toolTraits.ts";

/** Below this share of overhead a left-out cell tells how well work is foreseen, above the other how well overhead is. */
const mostlyWork = 0.15;
const mostlyOverhead = 0.4;

/** A tool's own spread counts by its runs, that of all tools by so many. */
const pooledWeight = 40;

/** No measurement repeats itself better than this. */
const leastSd = 0.01;

interface Miss {
  /** How much of the run is overhead. */
  readonly share: number;
  /** The size of the log of measured over predicted. */
  readonly size: number;
  /** A sleep lasts as long as it was told to; nothing follows from it for tasks that compute, or that wait for others. */
  readonly sleeps: boolean;
}

/** How far each single run, quiet or not, lay from what was predicted when its cell was left out. */
const misses = ({fit, heldout}: FittedTool): readonly Miss[] =>
  heldout.flatMap(({cell, logResidual}) => {
    const share = overheadShare(runSeconds(fit, fit.form, fit.parameters, cellCall(cell, fit.cores)));
    const logPredicted = Math.log(cell.median) - logResidual;
    const sleeps = cell.sample.workload === "sleep";
    return cell.allRuns.map((seconds) => ({share, size: Math.abs(Math.log(seconds) - logPredicted), sleeps}));
  });

/** The half-width that held 80 % of some misses, as a standard deviation. */
const spreadOf = (some: readonly Miss[]) => (quantile(some, 0.8, ({size}) => size) ?? 0) / bandSds;

/**
 * Sets the width of the bands, which are to hold one more run, by what single runs of cells that were left out missed, whole
 * levels among them. A run that is mostly work is foreseen better than one that is mostly overhead, so these have spreads of
 * their own, between which the variance goes by the share of overhead. A tool has few cells: its spreads are drawn towards
 * those of all tools of the run.
 */
export function calibrateBands(fitted: readonly FittedTool[]): readonly FittedTool[] {
  const own = fitted.map(misses);
  const pooled = own.filter((_, i) => !isSerial(fitted[i]!.fit)).flat();
  const spread = (all: readonly Miss[], keep: (miss: Miss) => boolean) => {
    const some = all.filter(keep);
    const [here, everywhere] = [spreadOf(some), spreadOf(pooled.filter(keep))];
    return Math.sqrt((some.length * here ** 2 + pooledWeight * everywhere ** 2) / (some.length + pooledWeight));
  };
  return fitted.map((one, i) => {
    if (isSerial(one.fit)) return one;
    const work = Math.max(
      leastSd,
      spread(own[i]!, ({share, sleeps}) => share < mostlyWork && !sleeps)
    );
    const overhead = spread(own[i]!, ({share}) => share > mostlyOverhead);
    const overheadSd = Math.sqrt(Math.max(0, overhead ** 2 - work ** 2));
    return {...one, fit: {...one.fit, residualSd: work, overheadSd}};
  });
}
