import {ticks as linearTicks} from "d3-array";

/** Powers of ten inside a domain, thinned to about `count`. */
export function logTicks([low, high]: readonly [number, number], count = 7): number[] {
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  if (last - first < 1) return linearTicks(low, high, 4).filter((value) => value > 0);
  const step = Math.max(1, Math.ceil((last - first + 1) / count));
  const powers: number[] = [];
  for (let power = first; power <= last; power += step) powers.push(Number(`1e${power}`));
  return powers;
}
