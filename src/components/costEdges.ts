import {type CostAnswer} from "../model/cost.ts";
import {costWinners, type WinnerStretch} from "../model/costWinners.ts";
import {type CostWorkload} from "../model/costWorkload.ts";
import {ownBreakEven} from "../model/ownBreakEven.ts";
import {formatSeconds, formatUnit} from "../schema/formatUnit.ts";
import {costProvider} from "./costProvider.ts";
import {element} from "./element.ts";

export interface CostEdgesOptions {
  readonly nameOf: (service: string) => string;
  /** The answers of one provider's offers. */
  readonly ask: (workload: CostWorkload, provider: string) => readonly CostAnswer[];
  readonly document: Document;
}

/** Rows of the own machine's list. */
const compared = 6;

/** Where one way becomes cheaper than another: the own machine against the clouds, and the clouds along the length of a task. */
export function costEdges(
  workload: CostWorkload,
  answers: readonly CostAnswer[],
  {nameOf, ask, document}: CostEdgesOptions
): HTMLElement {
  const make = element(document);
  const own = answers.find(({service}) => service === "own-machine");
  const isCloud = ({provider}: CostAnswer) => provider !== "any" && provider !== "kubernetes";
  const seen = new Set<string>();
  // Offers on the same capacity cost the same: one of them stands for all.
  const clouds = answers.filter((answer) => {
    const key = `${answer.provider} ${answer.usd}`;
    if (!answer.feasible || !isCloud(answer) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const ownText = (cloud: CostAnswer) => {
    const edge = ownBreakEven(workload, own!, cloud);
    return edge.state === "from"
      ? `from ${formatUnit(edge.runsAMonth, "1", 4)} ${edge.runsAMonth === 1 ? "run" : "runs"} a month on`
      : `never: ${edge.reason}`;
  };
  const ownList = own?.feasible
    ? make(
        "dl",
        {class: "break-even"},
        clouds
          .slice(0, compared)
          .flatMap((cloud) => [make("dt", {}, [`against ${nameOf(cloud.service)}`]), make("dd", {}, [ownText(cloud)])])
      )
    : make("p", {}, [`Your own machine is left out: ${own?.reason ?? "not asked for"}.`]);
  const providers = [...new Set(answers.filter(isCloud).map(({provider}) => provider))].filter((provider) =>
    ["aws", "google", "azure"].includes(provider)
  );
  const stretch = ({service, from, to}: WinnerStretch, place: number, all: readonly WinnerStretch[]) =>
    make("li", {}, [
      `${place === 0 ? `up to ${formatSeconds(to)}` : place === all.length - 1 ? `from ${formatSeconds(from)} on` : `${formatSeconds(from)} to ${formatSeconds(to)}`}: ${service === null ? "none can do it" : nameOf(service)}`
    ]);
  const along = providers.flatMap((provider) => {
    const found = costWinners(workload, "seconds", (work) => ask(work, provider));
    const [first] = found;
    const {name} = costProvider(provider);
    return [
      make("h3", {}, [`${name}, by length of a task`]),
      found.length === 1
        ? make("p", {}, [`At any length: ${first!.service === null ? "none can do it" : nameOf(first!.service)}.`])
        : make("ul", {}, found.map(stretch))
    ];
  });
  return make("div", {}, [
    make("p", {class: "hint"}, ["Buying your machine for this job pays, power and purchase against each run's price:"]),
    ownList,
    ...along
  ]);
}
