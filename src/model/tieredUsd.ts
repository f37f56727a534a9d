import type {Meter} from "./costMeter.ts";

/**
 * Dollars for a quantity of a month: the free quantity off first, then each band at its own price. Beyond the last band that
 * is known its price goes on. Never falls as the quantity rises.
 */
export function tieredUsd({bands, freeQuantity}: Meter, quantity: number, freeTier: boolean): number {
  const paid = Math.max(0, quantity - (freeTier ? freeQuantity : 0));
  return bands.reduce((usd, {tier_from, tier_to, price_usd}, place) => {
    const from = tier_from ?? 0;
    const to = place === bands.length - 1 ? Infinity : (tier_to ?? Infinity);
    return usd + Math.max(0, Math.min(paid, to) - from) * price_usd;
  }, 0);
}
