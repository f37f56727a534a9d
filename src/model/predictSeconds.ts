import type {Fit} from "./fit.ts";
import {callOf, parametersFor} from "./predict.ts";
import {runSeconds, totalSeconds} from "./runSeconds.ts";
import {startOfRun} from "./startOfRun.ts";
import {isSerial} from "./toolTraits.ts";
import {type Workload, workersOf} from "./workload.ts";

/**
 * The seconds of `predict` alone, which a search along an axis asks for thousands of times: no band, which takes most of a
 * prediction, no parts, nothing of what is extrapolated.
 */
export function predictSeconds(fit: Fit, workload: Workload): number {
  const call = callOf(workload, isSerial(fit) ? 1 : workersOf(workload));
  const {parameters} = parametersFor(fit, call);
  const {tool, imports} = startOfRun(fit, workload);
  return tool + imports + totalSeconds(runSeconds(fit, fit.form, parameters, call));
}
