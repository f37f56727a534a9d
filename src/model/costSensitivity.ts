import type {CostAnswer} from "./cost.ts";
import type {CostFacts} from "./costMeter.ts";
import {cheapest} from "./costWinners.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** What becomes of one offer's price, and of the ranking, when one thing is off by a share. */
export interface Sensitivity {
  readonly what: "price" | "duration";
  readonly share: number;
  readonly usd: number | null;
  /** The cheapest then, of all. */
  readonly cheapest: string | null;
}

/**
 * The first offer's price with its own prices, or the length of a task, off by a share either way; all others keep theirs
 * where the price moves, and all move with the length.
 */
export function costSensitivity(
  service: string,
  workload: CostWorkload,
  facts: CostFacts,
  share: number,
  ask: (workload: CostWorkload, facts: CostFacts) => readonly CostAnswer[]
): readonly Sensitivity[] {
  const today = ask(workload, facts);
  const usdOf = (answers: readonly CostAnswer[]) => answers.find((answer) => answer.service === service)?.usd ?? null;
  return [-share, share].flatMap((change): Sensitivity[] => {
    const priced = today.map((answer) =>
      answer.service === service && answer.usd !== null ? {...answer, usd: answer.usd * (1 + change)} : answer
    );
    const longer = ask({...workload, seconds: workload.seconds * (1 + change)}, facts);
    return [
      {what: "price", share: change, usd: usdOf(priced), cheapest: cheapest(priced)},
      {what: "duration", share: change, usd: usdOf(longer), cheapest: cheapest(longer)}
    ];
  });
}
