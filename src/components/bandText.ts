import {formatUnit} from "../schema/formatUnit.ts";

/** A time with its 80 % band: `1.2 s (1.1 s … 1.4 s)`. */
export function bandText(seconds: number, low: number, high: number): string {
  return `${formatUnit(seconds, "s")} (${formatUnit(low, "s")} … ${formatUnit(high, "s")})`;
}
