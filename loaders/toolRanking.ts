import {seriesLabel} from "../src/components/seriesLabel.ts";
import type {Ranked} from "../src/model/answer.ts";
import type {Fit} from "../src/model/fit.ts";
import {rank} from "../src/model/rank.ts";
import type {Workload} from "../src/model/workload.ts";
import {defaultWorkload} from "../src/model/workloadFields.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";
import {toolSubjects} from "./toolSubjects.ts";

/** A tool's place among all fitted ones for one piece of work, as the planner ranks it. */
export interface ToolRankingRow {
  readonly work: string;
  readonly own: string;
  readonly place: string;
  readonly other: string;
}

/** Work of three lengths that computes, and some that waits; all else as on the planner. */
const works: readonly (Pick<Workload, "tasks" | "seconds" | "kind"> & {readonly does: string})[] = [
  {tasks: 10_000, seconds: 0.0001, kind: "cpu-gil", does: "computing"},
  {tasks: 10_000, seconds: 0.005, kind: "cpu-gil", does: "computing"},
  {tasks: 100, seconds: 1, kind: "cpu-gil", does: "computing"},
  {tasks: 1000, seconds: 0.1, kind: "waiting", does: "waiting"}
];

/** What the planner says of a tool's rivals: empty where no fit of the tool is known. */
export function toolRanking(slug: string, fits: readonly Fit[]): readonly ToolRankingRow[] {
  const tools = toolSubjects(slug);
  const isOwn = ({tool}: Pick<Ranked, "tool">) => tools.includes(tool);
  if (!fits.some(isOwn)) return [];
  const cores = Math.max(...fits.map((fit) => fit.cores));
  return works.flatMap(({does, ...work}): readonly ToolRankingRow[] => {
    const {ranking} = rank({...defaultWorkload, ...work, cores}, fits);
    const place = ranking.findIndex(isOwn);
    const [own, best, other] = [ranking[place], ranking[0], ranking.find((one) => !isOwn(one))];
    if (!own || !best || !other) return [];
    const tie = own.tie ? (place === 0 ? ", a tie with the next" : ", a tie with the first") : "";
    const told = (one: Ranked) => `${seriesLabel(one)}: ${formatSeconds(one.seconds)}`;
    return [
      {
        work: `${formatUnit(work.tasks, "1", 9)} × ${formatSeconds(work.seconds)}, ${does}`,
        own: told(own),
        place: `${place + 1} of ${ranking.length}${tie}`,
        other: `${told(other)} (${formatUnit(other.seconds / own.seconds, "×", 2)})`
      }
    ];
  });
}
