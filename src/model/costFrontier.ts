import type {CostAnswer} from "./cost.ts";

/** The services that no other beats in both money and time, the cheapest first; equals in both stay only once. */
export function costFrontier(
  answers: readonly Pick<CostAnswer, "service" | "usd" | "seconds" | "feasible">[]
): readonly string[] {
  const can = answers.filter(({feasible, usd, seconds}) => feasible && usd !== null && seconds !== null);
  const sorted = can.toSorted((a, b) => a.usd! - b.usd! || a.seconds! - b.seconds!);
  let fastest = Infinity;
  return sorted.flatMap(({service, seconds}) => {
    if (seconds! >= fastest) return [];
    fastest = seconds!;
    return [service];
  });
}
