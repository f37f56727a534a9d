import type {ImprovementStep} from "../schema/assetUtilities.ts";
import {adviseBatch, type BatchAdvice, type BatchMachine, type BatchWork} from "./adviseBatch.ts";
import type {Fit} from "./fit.ts";

/** A batch as it is today, and what better code in one process makes of it. */
export interface ImprovableWork extends BatchWork {
  readonly id: string;
  readonly name: string;
  /** Factor by which better serial code is faster, with its 80 % interval; null: not timed. */
  readonly gain: {readonly value: number; readonly low: number; readonly high: number} | null;
}

/** A change that can be made, as the ranking needs it; weeks of one person, reach from 1 to 5. */
export interface Change {
  readonly id: string;
  readonly name: string;
  readonly step: ImprovementStep;
  readonly workload: string | null;
  readonly weeks_low: number;
  readonly weeks_high: number;
  readonly reach: number;
  /** Ids that must be done before, separated by semicolons. */
  readonly depends_on: string | null;
}

/** Exponents of the three factors of the score; 0 leaves one out. */
export interface ImprovementWeights {
  readonly benefit: number;
  readonly reach: number;
  readonly effort: number;
}
export const evenWeights: ImprovementWeights = {benefit: 1, reach: 1, effort: 1};

/** A change that saves less than this a batch is not worth making, whatever its score. */
export const leastSavedSeconds = 1;

/** Workers of the default that AssetUtilities ships for zip jobs. */
export const shippedWorkers = 30;

export interface RankedImprovement extends Change {
  /** Seconds of a batch before and after; null where no benefit can be computed. */
  readonly before_seconds: number | null;
  readonly after_seconds: number | null;
  readonly saved_seconds: number | null;
  readonly saved_seconds_low: number | null;
  readonly saved_seconds_high: number | null;
  readonly weeks: number;
  /** benefit × reach ÷ effort, each to its weight; null where no benefit can be computed. */
  readonly score: number | null;
  /** `do`; `later`: it would save less than a second a batch; `time it first`; `before all else`: unsafe, or carries what is to be done. */
  readonly verdict: "before all else" | "do" | "later" | "time it first" | "decide by volume";
}

/** The work after its serial improvement: what a pool is to be held against. */
export function improvedWork(work: ImprovableWork): ImprovableWork {
  return work.gain ? {...work, seconds: work.seconds / work.gain.value} : work;
}

type Saving = Pick<
  RankedImprovement,
  "before_seconds" | "after_seconds" | "saved_seconds" | "saved_seconds_low" | "saved_seconds_high"
>;
const unknown: Saving = {
  before_seconds: null,
  after_seconds: null,
  saved_seconds: null,
  saved_seconds_low: null,
  saved_seconds_high: null
};

function serialSaving({items, seconds, gain}: ImprovableWork): Saving {
  const before = items * seconds;
  if (!gain) return {...unknown, before_seconds: before};
  return {
    before_seconds: before,
    after_seconds: before / gain.value,
    saved_seconds: before - before / gain.value,
    saved_seconds_low: before - before / gain.low,
    saved_seconds_high: before - before / gain.high
  };
}

/** Nobody takes a pool that is slower than the loop: what it saves is never below nothing. */
const atLeastNothing = (seconds: number) => Math.max(0, seconds);

function poolSaving({loopSeconds, pool}: BatchAdvice): Saving {
  if (!pool) return {...unknown, before_seconds: loopSeconds};
  return {
    before_seconds: loopSeconds,
    after_seconds: Math.min(loopSeconds, pool.seconds),
    saved_seconds: atLeastNothing(loopSeconds - pool.seconds),
    saved_seconds_low: atLeastNothing(loopSeconds - pool.high),
    saved_seconds_high: atLeastNothing(loopSeconds - pool.low)
  };
}

/** What the shipped number of worker processes costs above a number that fits, for the same batch. */
function capSaving(work: ImprovableWork, machine: BatchMachine, fits: readonly Fit[]): Saving {
  const processes = {...work, pool: "process"} as const;
  const many = adviseBatch(processes, {...machine, workers: Math.min(shippedWorkers, work.items)}, fits).pool;
  const few = adviseBatch(work, machine, fits);
  const after = Math.min(few.loopSeconds, few.pool?.seconds ?? Infinity);
  if (!many) return unknown;
  return {
    before_seconds: many.seconds,
    after_seconds: after,
    saved_seconds: atLeastNothing(many.seconds - after),
    saved_seconds_low: atLeastNothing(many.low - after),
    saved_seconds_high: atLeastNothing(many.high - after)
  };
}

type Verdict = RankedImprovement["verdict"];

function verdictOf({step}: Change, {saved_seconds: saved, saved_seconds_low: low}: Saving): Verdict {
  if (step === "safety") return "before all else";
  if (step === "machines") return "decide by volume";
  if (step === "frame") return "later";
  if (saved === null) return "time it first";
  return (step === "pool" ? (low ?? 0) : saved) >= leastSavedSeconds ? "do" : "later";
}

const forerunners = ({depends_on}: Change) => depends_on?.split(";") ?? [];

/** What carries others stands first where it carries something that is to be done, or belongs to what does. */
function withFrames(ranked: readonly RankedImprovement[]): readonly RankedImprovement[] {
  const byId = new Map(ranked.map((change) => [change.id, change]));
  const needed = new Set<string>();
  const need = (id: string) => {
    const change = byId.get(id);
    if (!change || needed.has(id)) return;
    needed.add(id);
    forerunners(change).forEach(need);
  };
  for (const change of ranked) if (change.verdict === "do") forerunners(change).forEach(need);
  const belongs = (change: Change) => forerunners(change).some((id) => needed.has(id));
  return ranked.map((change) =>
    change.step === "frame" && (needed.has(change.id) || belongs(change))
      ? {...change, verdict: "before all else" as const}
      : change
  );
}

/**
 * Ranks changes by benefit × reach ÷ effort on a machine, each factor to its weight. Benefit is the seconds that a batch
 * saves: for serial work today's code against better code; for a pool the better code against the fastest pool; for the cap
 * the shipped number of workers against one that fits. What is unsafe, or carries what is to be done, stands first and is not
 * scored; what saves less than a second a batch is for later.
 */
export function rankImprovements(
  changes: readonly Change[],
  works: readonly ImprovableWork[],
  machine: BatchMachine,
  fits: readonly Fit[],
  weights: ImprovementWeights = evenWeights
): readonly RankedImprovement[] {
  const byId = new Map(works.map((work) => [work.id, work]));
  const ranked = changes.map((change): RankedImprovement => {
    const work = change.workload === null ? undefined : byId.get(change.workload);
    const saving = !work
      ? unknown
      : change.step === "serial"
        ? serialSaving(work)
        : change.step === "pool"
          ? poolSaving(adviseBatch(improvedWork(work), machine, fits))
          : change.step === "cap"
            ? capSaving(improvedWork(work), machine, fits)
            : unknown;
    const weeks = (change.weeks_low + change.weeks_high) / 2;
    const {saved_seconds: saved} = saving;
    const score =
      saved === null
        ? null
        : saved === 0 && weights.benefit > 0
          ? 0
          : (saved ** weights.benefit * change.reach ** weights.reach) / weeks ** weights.effort;
    return {...change, ...saving, weeks, score, verdict: verdictOf(change, saving)};
  });
  const place = {"before all else": 0, do: 1, "time it first": 2, later: 3, "decide by volume": 4} as const;
  return withFrames(ranked).toSorted((a, b) => place[a.verdict] - place[b.verdict] || (b.score ?? 0) - (a.score ?? 0));
}
