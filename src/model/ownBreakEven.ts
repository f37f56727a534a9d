import type {CostAnswer} from "./cost.ts";
import type {CostWorkload} from "./costWorkload.ts";
import {ownMachineUsd} from "./ownMachineUsd.ts";

/** From how many runs a month on the own machine is the cheaper way; `never` says why. */
export type OwnBreakEven =
  {readonly state: "from"; readonly runsAMonth: number} | {readonly state: "never"; readonly reason: string};

/** Hours of a month, on average. */
const monthHours = 730;

/**
 * The own machine is bought whether or not it runs: its purchase spread over its months, plus power for each run, against a
 * price for each run. The edge lies where the saving of the runs pays the purchase, and must fit into the hours of a month.
 */
export function ownBreakEven(
  workload: CostWorkload,
  own: Pick<CostAnswer, "seconds">,
  cloud: Pick<CostAnswer, "usd">
): OwnBreakEven {
  const hours = (own.seconds ?? Infinity) / 3600;
  const {power} = ownMachineUsd(workload, hours);
  const saving = (cloud.usd ?? 0) - power;
  if (!(saving > 0)) return {state: "never", reason: "its electricity for a run costs more than the cloud"};
  const monthly = workload.ownPurchaseUsd / (workload.ownLifeYears * 12);
  const runs = Math.max(1, Math.ceil(monthly / saving - 1e-9));
  if (runs * hours > monthHours) {
    const fit = Math.floor(monthHours / hours);
    const most = fit === 0 ? "not one run" : fit === 1 ? "only one run" : `only ${fit} runs`;
    return {state: "never", reason: `it would take ${runs} runs a month, and ${most} fit into it`};
  }
  return {state: "from", runsAMonth: runs};
}
