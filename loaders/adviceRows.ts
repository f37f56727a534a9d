import {defaultAdvice} from "../src/model/adviceSettings.ts";
import {adviseBatch, type BatchPool} from "../src/model/adviseBatch.ts";
import type {Fit} from "../src/model/fit.ts";
import {itemsFrom} from "../src/model/itemsFrom.ts";
import {
  improvedWork,
  leastSavedSeconds,
  rankImprovements,
  type RankedImprovement
} from "../src/model/rankImprovements.ts";
import {scheduleRoadmap} from "../src/model/scheduleRoadmap.ts";
import {toolName} from "../src/model/toolName.ts";
import type {Improvement} from "../src/schema/assetUtilities.ts";
import type {KnownWork} from "./improvableWorks.ts";

type Row = Readonly<Record<string, unknown>>;

/** The cores that the chapter's tables show, on the platform of the ranked machine. */
const shownCores = [2, 4, 8, 16] as const;
/** The machine that the ranking speaks of: the one that the page's controls begin with. */
const {machine: rankedMachine} = defaultAdvice;

const named = (pool: BatchPool | null) => (pool ? toolName(pool) : "none");

/** One row a workload and number of cores: the loop today, better serial code, the best pool after it, and from when it pays. */
export function adviceByCores(works: readonly KnownWork[], fits: readonly Fit[]): readonly Row[] {
  return works.flatMap((work) =>
    shownCores.map((cores) => {
      const better = improvedWork(work);
      const machine = {...rankedMachine, cores};
      const {loopSeconds, pool, pays} = adviseBatch(better, machine, fits);
      const from = itemsFrom(better, machine, fits);
      return {
        computed_from: "the fits of this machine, the times of the workloads and the imports of their workers",
        workload: work.id,
        name: work.name,
        items: work.items,
        items_from: work.items_from,
        cores,
        item_seconds: work.seconds,
        seconds_from: work.seconds_from,
        today_seconds: work.items * work.seconds,
        gain_ratio: work.gain?.value ?? null,
        gain_ratio_low: work.gain?.low ?? null,
        gain_ratio_high: work.gain?.high ?? null,
        improved_seconds: loopSeconds,
        pool: named(pool),
        pool_workers: pool?.workers ?? null,
        pool_seconds: pool?.seconds ?? null,
        pool_seconds_low: pool?.low ?? null,
        pool_seconds_high: pool?.high ?? null,
        pays,
        from_items: from.state === "always" ? 1 : from.value,
        from_items_low: from.low,
        from_items_high: from.high,
        never: from.reason
      };
    })
  );
}

/** Which of two changes saves more, where one saves enough to be made at all. */
function firstStep(today: number, serial: number, pool: number): string {
  if (today - Math.min(serial, pool) < leastSavedSeconds) return "neither: less than a second";
  return serial <= pool ? "better serial code" : "the pool";
}

/** What each step alone makes of a batch on the ranked machine: the order of advice, held against the numbers. */
export function adviceSteps(works: readonly KnownWork[], fits: readonly Fit[]): readonly Row[] {
  return works
    .filter(({gain, pool}) => gain !== null && pool !== "none")
    .map((work) => {
      const pooled = adviseBatch(work, rankedMachine, fits);
      const better = improvedWork(work);
      const both = adviseBatch(better, rankedMachine, fits);
      const pool = Math.min(pooled.loopSeconds, pooled.pool?.seconds ?? Infinity);
      return {
        computed_from: "the fits of this machine and the times of the workloads",
        workload: work.id,
        name: work.name,
        items: work.items,
        today_seconds: pooled.loopSeconds,
        serial_seconds: both.loopSeconds,
        pool_seconds: pool,
        both_seconds: Math.min(both.loopSeconds, both.pool?.seconds ?? Infinity),
        first: firstStep(pooled.loopSeconds, both.loopSeconds, pool)
      };
    });
}

/** The changes in their order on the ranked machine, each with what it saves. */
export function improvementRows(ranked: readonly RankedImprovement[], changes: readonly Improvement[]): readonly Row[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return ranked.map((row, place) => {
    const {change, slot, size, risk, mitigation, success, depends_on, phase, gain_note} = byId.get(row.id)!;
    return {
      computed_from: "the fits of this machine, the times of the workloads, and judged reach and weeks",
      place: place + 1,
      id: row.id,
      name: row.name,
      step: row.step,
      workload: row.workload ?? "all",
      change,
      before_seconds: row.before_seconds,
      after_seconds: row.after_seconds,
      saved_seconds: row.saved_seconds,
      saved_seconds_low: row.saved_seconds_low,
      saved_seconds_high: row.saved_seconds_high,
      reach: row.reach,
      weeks: `${row.weeks_low}–${row.weeks_high}`,
      size,
      score: row.score,
      verdict: row.verdict,
      gain_note,
      risk,
      mitigation,
      success,
      phase,
      slot,
      depends_on: depends_on ?? ""
    };
  });
}

/** Phases of the roadmap with two months each. */
const phases = [
  {phase: 1, name: "Foundation", months: "1–2"},
  {phase: 2, name: "Scaling", months: "3–4"},
  {phase: 3, name: "Advanced features", months: "5–6"}
] as const;
const weeksAPhase = 52 / 6;

/** The roadmap of one person: what pays at the batches that documents name, or carries the rest, in the order of the ranking. */
export function roadmapRows(ranked: readonly RankedImprovement[], changes: readonly Improvement[]): readonly Row[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const wanted = new Set(ranked.filter(({verdict}) => verdict !== "later").map(({id}) => id));
  const dependsOn = (id: string) =>
    byId
      .get(id)!
      .depends_on?.split(";")
      .filter((other) => wanted.has(other)) ?? [];
  const items = ranked
    .filter(({id}) => wanted.has(id))
    .map((row) => ({...row, phase: byId.get(row.id)!.phase, depends_on: dependsOn(row.id)}));
  return scheduleRoadmap(items).map(({id, phase, start_low, end_low, start_high, end_high, weeks_low, weeks_high}) => ({
    computed_from: "the judged weeks of each change and what it depends on",
    id,
    name: byId.get(id)!.name,
    phase,
    phase_name: phases.find((one) => one.phase === phase)!.name,
    step: byId.get(id)!.step,
    slot: byId.get(id)!.slot,
    size: byId.get(id)!.size,
    success: byId.get(id)!.success,
    start_weeks_low: start_low,
    end_weeks_low: end_low,
    start_weeks_high: start_high,
    end_weeks_high: end_high,
    weeks: `${weeks_low}–${weeks_high}`
  }));
}

/** What each phase takes one person, against the two months it is given. */
export function phaseRows(roadmap: readonly Row[]): readonly Row[] {
  return phases.map(({phase, name, months}) => {
    const own = roadmap.filter((row) => row.phase === phase);
    const sum = (pick: (row: Row) => number) => own.reduce((total, row) => total + pick(row), 0);
    const low = sum((row) => Number(row.end_weeks_low) - Number(row.start_weeks_low));
    const high = sum((row) => Number(row.end_weeks_high) - Number(row.start_weeks_high));
    return {
      computed_from: "the judged weeks of each change",
      phase,
      name,
      months,
      changes: own.length,
      weeks_low: low,
      weeks_high: high,
      people_low: low / weeksAPhase,
      people_high: high / weeksAPhase
    };
  });
}

const nightSeconds = 10 * 3600;

/** Volumes beyond one machine: tasks of a second that a night on the ranked machine holds, and the cheapest cloud for a million. */
function beyondRows(fits: readonly Fit[], offers: readonly Row[]): readonly Row[] {
  const tasks = 1e5;
  const batch = {
    items: tasks,
    seconds: 1,
    kind: "cpu-gil",
    pool: "process",
    payloadIn: 1000,
    payloadOut: 1000
  } as const;
  const {pool} = adviseBatch({...batch, importSeconds: 0}, rankedMachine, fits);
  const cloud = offers.find(
    ({provider, feasible}) => feasible === true && !["any", "kubernetes"].includes(String(provider))
  );
  return [
    {
      computed_from: "the fits of this machine and the list prices of the cost page",
      tasks_a_night: pool ? Math.floor((nightSeconds / pool.seconds) * tasks) : null,
      usd_text: cloud?.usd_text ?? null,
      offer: cloud?.name ?? null
    }
  ];
}

/** All that the chapter on recommendations draws on; `offers` are those of the cost page, the cheapest first. */
export function adviceTables(
  works: readonly KnownWork[],
  changes: readonly Improvement[],
  fits: readonly Fit[],
  offers: readonly Row[]
): Readonly<Record<string, readonly Row[]>> {
  const ranked = rankImprovements(changes, works, rankedMachine, fits);
  const roadmap = roadmapRows(ranked, changes);
  return {
    advice: adviceByCores(works, fits),
    adviceSteps: adviceSteps(works, fits),
    rankedImprovements: improvementRows(ranked, changes),
    roadmap,
    roadmapPhases: phaseRows(roadmap),
    beyond: beyondRows(fits, offers)
  };
}
