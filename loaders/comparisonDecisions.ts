import type {Fit} from "../src/model/fit.ts";
import {rank} from "../src/model/rank.ts";
import {finerKnown} from "../src/model/ratingKnown.ts";
import type {RatingData} from "../src/model/ratingData.ts";
import {ratingRank} from "../src/model/ratingRank.ts";
import {toolName} from "../src/model/toolName.ts";
import {defaultWorkload} from "../src/model/workloadFields.ts";
import type {Workload} from "../src/model/workload.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";
import type {Views} from "./gatherViews.ts";
import {ratingStability} from "./ratingStability.ts";
import {remembered} from "./remembered.ts";

type Row = Readonly<Record<string, unknown>>;

interface Decision {
  readonly situation: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly basis: string;
}

const places = (texts: readonly string[]) => ({
  first: texts[0] ?? "–",
  second: texts[1] ?? "–",
  third: texts[2] ?? "–"
});

/** Work that the model is asked about: short to long tasks, computing and waiting. */
const loads: readonly (readonly [string, Partial<Workload>])[] = [
  ["very short tasks", {tasks: 1_000_000, seconds: 10e-6}],
  ["short tasks", {tasks: 10_000, seconds: 1e-3}],
  ["middling tasks", {tasks: 1000, seconds: 0.1}],
  ["long tasks", {tasks: 100, seconds: 10}],
  ["waiting tasks", {tasks: 1000, seconds: 0.1, kind: "waiting"}],
  ["long tasks with a large payload", {tasks: 100, seconds: 1, payloadIn: 10_000_000}]
];

const byLoad = remembered((fits: readonly Fit[]): readonly Decision[] =>
  loads.map(([name, part]) => {
    const workload = {...defaultWorkload, ...part};
    const {ranking, serial} = rank(workload, fits);
    const text = ({tool, variant, seconds, tie, extrapolated}: (typeof ranking)[number]) =>
      `${toolName({tool, variant})}: ${formatUnit(serial.seconds / seconds, "×", 2)}${tie ? ", tie" : ""}${extrapolated.length > 0 ? ", extrapolated" : ""}`;
    const waiting = workload.kind === "waiting" ? `, ${workload.workers ?? 64} workers` : "";
    return {
      situation: `${name}: ${formatUnit(workload.tasks, "1")} × ${formatSeconds(workload.seconds)}${waiting}`,
      ...places(ranking.map(text)),
      basis: `computed: gain over the plain loop with start-up, on ${workload.cores} cores`
    };
  })
);

/** Engines by the geometric mean of their times over the queries on one table; who did not answer all of them is left out. */
function byTable(rows: readonly Row[], bytes: number): Decision {
  const at = rows.filter(({data_bytes}) => data_bytes === bytes);
  const names = [...new Set(at.map(({tool, variant}) => `${String(tool)}:${String(variant)}`))];
  const queries = new Set(at.map(({query}) => String(query)));
  const found = names.flatMap((name) => {
    const own = at.filter(({tool, variant}) => `${String(tool)}:${String(variant)}` === name);
    if (own.length < queries.size) return [];
    const mean = Math.exp(own.reduce((sum, row) => sum + Math.log(Number(row.run_seconds)), 0) / own.length);
    return [{name, mean}];
  });
  const text = ({name, mean}: (typeof found)[number]) => {
    const [tool = "", variant = "default"] = name.split(":");
    return `${toolName({tool, variant})}: ${formatSeconds(mean)}`;
  };
  return {
    situation: `data under 10 GB: one table of ${formatUnit(bytes, "byte")}`,
    ...places(found.toSorted((a, b) => a.mean - b.mean).map(text)),
    basis: `measured: mean of ${queries.size} queries, warm, by engines that answered all`
  };
}

/** One row for each size of table that was measured, the smallest first. */
function byTables(views: Views): readonly Decision[] {
  const rows = views.engines ?? [];
  const sizes = [...new Set(rows.map(({data_bytes}) => Number(data_bytes)))].toSorted((a, b) => a - b);
  return sizes.map((bytes) => byTable(rows, bytes));
}

/** What spills or maps its data, the farthest reach first. */
function beyondMemory({tools}: RatingData): Decision {
  const found = tools
    .filter(({gates, scores}) => gates.tables.pass === true && (scores.K6?.score ?? 0) >= 3)
    .map((tool) => ({tool, reach: tool.scores.K7?.score ?? tool.scores.K7?.low ?? 0}))
    .toSorted((a, b) => b.reach - a.reach || (a.tool.name < b.tool.name ? -1 : 1));
  return {
    situation: "data of 10 GB and more, larger than memory",
    ...places(found.map(({tool}) => `${tool.name}: ${tool.scores.K6!.reason}`)),
    basis: "documented: what takes tables and spills to disk, the farthest published reach first; not measured here"
  };
}

function byLatency(views: Views): Decision {
  const rows = (views.dispatch ?? []).filter(
    (row: Row) => row.pattern === "sequential" && row.workers === 2 && !String(row.tool).startsWith("serial")
  );
  const fastest = new Map<string, Row>();
  for (const row of rows) {
    const name = toolName({tool: String(row.tool), variant: String(row.variant)});
    const other = fastest.get(name);
    if (!other || Number(row.task_seconds) < Number(other.task_seconds)) fastest.set(name, row);
  }
  const sorted = [...fastest].toSorted(([, a], [, b]) => Number(a.task_seconds) - Number(b.task_seconds));
  return {
    situation: "real time: somebody waits for each single task",
    ...places(sorted.map(([name, row]) => `${name}: ${formatUnit(Number(row.task_seconds), "s")}`)),
    basis: "measured: an empty task, one at a time, two workers that stand ready"
  };
}

function byProfile({profiles, tools}: RatingData, id: string, situation: string): readonly Decision[] {
  const profile = profiles.find((one) => one.id === id);
  if (!profile) throw new Error(`weight_presets.csv has no profile ${id}`);
  return (["tools", "services"] as const).map((league) => {
    const own = tools.filter((tool) => tool.league === league);
    const ranked = ratingRank(own, profile.weights, profile.gates, finerKnown).filter(
      ({rank: place}) => place !== null
    );
    const stability = ratingStability(
      ranked.map(({tool}) => tool),
      profile.weights
    );
    const share = (index: number) => stability[index]?.shares[0] ?? 0;
    // The leader is in a tie with whoever is first in a twentieth of the draws or more, unless it is first in nine of ten.
    const text = ({tool, total}: (typeof ranked)[number], index: number) =>
      `${tool.name}: ${total.total!.toFixed(1)}${share(0) < 0.9 && share(index) >= 0.05 ? ", tie" : ""}`;
    return {
      situation: `${situation}, ${league === "tools" ? "what you install" : "what you rent"}`,
      ...places(ranked.map(text)),
      basis: `rated: profile ${id}, ${profile.name}`
    };
  });
}

/** The first three in each situation, with what says so: the model, a measurement, or the rating. */
export function comparisonDecisions(views: Views, fits: readonly Fit[], data: RatingData): readonly Decision[] {
  return [
    ...byLoad(fits),
    ...byTables(views),
    beyondMemory(data),
    byLatency(views),
    ...byProfile(data, "G", "batch on many machines"),
    ...byProfile(data, "I", "pipelines by the clock")
  ];
}
