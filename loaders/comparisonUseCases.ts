import type {Fit} from "../src/model/fit.ts";
import {rank} from "../src/model/rank.ts";
import {toolName} from "../src/model/toolName.ts";
import type {Workload} from "../src/model/workload.ts";
import {defaultWorkload} from "../src/model/workloadFields.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";
import type {Views} from "./gatherViews.ts";
import {remembered} from "./remembered.ts";

/** A workload of AssetUtilities, as far as the comparison needs it. */
export interface UseCaseWork {
  readonly id: string;
  readonly name: string;
  readonly items: number;
  readonly items_from: string;
  readonly seconds: number;
  readonly kind: Workload["kind"];
  readonly payloadIn: number;
  readonly payloadOut: number;
}

/** The five uses that the specification names, each with the workload that stands for it; scraping was never timed. */
const uses: readonly {readonly use: string; readonly id: string | null}[] = [
  {use: "Excel processing", id: "W01"},
  {use: "batch file operations", id: "W09"},
  {use: "data-processing workflows", id: "W04"},
  {use: "report generation", id: "W06"},
  {use: "web scraping", id: null}
];

/** Stands in where no figure is known, and is said to be an example. */
const example: UseCaseWork = {
  ...{id: "example", name: "an example: pages with a wait of half a second", items: 100, items_from: "assumed"},
  ...{seconds: 0.5, kind: "waiting", payloadIn: 0, payloadOut: 0}
};

const suitability = (gain: number) => (gain >= 1.5 ? "suits" : gain >= 1.05 ? "helps little" : "does not pay");

/**
 * The first three ways that are no plain loop, for each use: predicted gain with start-up, under Windows' rules as
 * AssetUtilities' users have it, and the lines of its program.
 */
export const comparisonUseCases = remembered(useCases);

function useCases(works: readonly UseCaseWork[], fits: readonly Fit[], adapters: Views[string]): Views[string] {
  return uses.flatMap(({use, id}) => {
    const work = id === null ? example : works.find((one) => one.id === id);
    if (!work) return [];
    const {items, seconds, kind, payloadIn, payloadOut} = work;
    const workload = {
      ...{...defaultWorkload, tasks: items, seconds, kind, payloadIn, payloadOut, platform: "windows" as const},
      ...(kind === "waiting" ? {workers: Math.min(items, 64)} : {})
    };
    const {ranking, serial} = rank(workload, fits);
    const ways = ranking.filter(({tool}) => !tool.startsWith("serial")).slice(0, 3);
    return ways.map((way, place) => {
      const gain = serial.seconds / way.seconds;
      const lines = adapters.find(({tool}) => tool === way.tool)?.lines;
      return {
        use,
        work: `${work.name}: ${formatUnit(items, "1")} × ${formatSeconds(seconds)}`,
        way: toolName(way),
        suitability: suitability(gain),
        gain: `${formatUnit(gain, "×", 2)} (${formatUnit(serial.seconds / way.high, "×", 2)}–${formatUnit(serial.seconds / way.low, "×", 2)})`,
        gain_ratio: gain,
        lines: typeof lines === "number" ? lines : null,
        recommendation: recommendation(place, gain, way.tie)
      };
    });
  });
}

function recommendation(place: number, gain: number, tie: boolean): string {
  if (gain < 1.05) return "stay with the loop";
  if (place === 0) return tie ? "first, as good as the next" : "first";
  return tie ? "as good as the first: take the simpler" : "only where it is in use already";
}
