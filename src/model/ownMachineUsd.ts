import type {CostWorkload} from "./costWorkload.ts";

/** What so many hours of the reader's own machine cost: electricity, and the purchase spread over its hours in use. */
export function ownMachineUsd(
  {ownWatts, ownKwhUsd, ownPurchaseUsd, ownLifeYears, ownHoursAYear}: CostWorkload,
  hours: number
): {readonly power: number; readonly purchase: number} {
  return {
    power: (ownWatts / 1000) * ownKwhUsd * hours,
    purchase: (ownPurchaseUsd / (ownLifeYears * ownHoursAYear)) * hours
  };
}
