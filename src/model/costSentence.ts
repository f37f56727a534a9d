import {formatSeconds} from "../schema/formatUnit.ts";
import type {CostAnswer} from "./cost.ts";
import {formatUsd} from "./formatUsd.ts";

/** Offers within this factor of the fastest are done about as soon. */
const aboutAsSoon = 1.05;

/** The answer in a few sentences: the cheapest, the cheapest of the fastest, and the reader's own machine. `nameOf` writes a service. */
export function costSentence(answers: readonly CostAnswer[], nameOf: (service: string) => string): string {
  const can = answers.filter(({feasible}) => feasible);
  const clouds = can.filter(({provider}) => provider !== "any" && provider !== "kubernetes");
  const own = can.find(({service}) => service === "own-machine");
  const say = ({usd, seconds}: CostAnswer) => `${formatUsd(usd!)}, done after ${formatSeconds(seconds!)}`;
  const ownText = own ? ` Your own machine: ${say(own)}.` : " Your own machine cannot do it.";
  const [first] = clouds;
  if (!first) return `No cloud offer can do this work within its limits.${ownText}`;
  const fastest = Math.min(...clouds.map(({seconds}) => seconds!));
  const soonest = clouds.find(({seconds}) => seconds! <= fastest * aboutAsSoon) ?? first;
  const faster =
    soonest === first
      ? " No other is done much sooner."
      : ` The cheapest of those done soonest is ${nameOf(soonest.service)}: ${say(soonest)}.`;
  return `The cheapest is ${nameOf(first.service)}: ${say(first)}.${faster}${ownText}`;
}
