import {callsDirectly} from "./chunkPlan.ts";
import type {Fit} from "./fit.ts";
import {importRounds} from "./importRounds.ts";
import {startupSeconds} from "./startupSeconds.ts";
import {importsAnew, isSerial} from "./toolTraits.ts";
import {type Workload, workersOf} from "./workload.ts";

/** What one run carries of the start-up of its workers, seconds. */
export interface StartOfRun {
  /** The tool's own start, S/r. */
  readonly tool: number;
  /** The reader's modules, imported by workers that do not have them, i/r. */
  readonly imports: number;
}

/**
 * The start-up that a run of a workload pays: that of the tool and the imports of its new workers, both shared by the runs
 * that share a start, and nothing where workers stand ready, since they have imported by then. A plain loop pays nothing:
 * the program itself imports once whatever it runs its tasks in.
 */
export function startOfRun(fit: Fit, workload: Workload): StartOfRun {
  const {warm, runsADay, imports, cores} = workload;
  if (warm) return {tool: 0, imports: 0};
  const workers = isSerial(fit) ? 1 : workersOf(workload);
  const anew = importsAnew(fit) && !callsDirectly(fit, workers);
  const importing = anew ? imports * importRounds(fit, workers, cores) : 0;
  return {tool: startupSeconds(fit, workers) / runsADay, imports: importing / runsADay};
}
