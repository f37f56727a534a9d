import {ticks as linearTicks} from "d3";

/** Above ten seconds a reader counts in minutes, hours and days. */
const longTimes = [60, 600, 3600, 36_000, 864_000, 8_640_000, 86_400_000, 864_000_000, 8_640_000_000, 86_400_000_000];

/** Ticks of a log axis: powers of ten inside the domain (of seconds: as clocks count them), thinned to about `count`. */
export function logTicks([low, high]: readonly [number, number], count = 7, unit = "1"): number[] {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const powers: number[] = [];
  for (let power = first; power <= last; power += 1) powers.push(Number(`1e${power}`));
  const inside = (value: number) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const found = unit === "s" ? [...powers.filter((value) => value <= 10), ...longTimes.filter(inside)] : powers;
  if (found.length < 2) return linearTicks(low, high, 4).filter((value) => value > 0);
  const step = Math.max(1, Math.ceil(found.length / count));
  return found.filter((_, place) => place % step === 0);
}
