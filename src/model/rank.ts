import type {Answer, Ranked} from "./answer.ts";
import {answerSentence} from "./answerSentence.ts";
import {serialSeconds} from "./breakEven.ts";
import {busyCores} from "./busyCores.ts";
import {effortLines, loopEffortLines} from "./effortLines.ts";
import type {Fit} from "./fit.ts";
import {gateReason} from "./gateReason.ts";
import {notCompared} from "./notCompared.ts";
import {predict} from "./predict.ts";
import {preference, score, weighs} from "./preference.ts";
import {probabilitiesBest, probabilityFaster} from "./probability.ts";
import type {ToolFactsBySlug} from "./toolFacts.ts";
import {isSerial} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

/** Two tools are a tie unless one is faster with this probability. */
export const tieBelow = 0.9;

interface Candidate {
  readonly fit: Fit;
  readonly entry: Ranked;
  readonly logSd: number;
}

function candidate(fit: Fit, workload: Workload, facts: ToolFactsBySlug): Candidate {
  const {logSd, ...prediction} = predict(fit, workload);
  const effort = isSerial(fit) ? loopEffortLines : effortLines(facts[fit.tool]);
  const coreSeconds = prediction.seconds * busyCores(fit, workload);
  const weights = preference(workload);
  const {cells, samples, heldoutP90, asOf} = fit.evidence;
  const entry: Ranked = {
    tool: fit.tool,
    variant: fit.variant,
    start_method: fit.startMethod,
    form: fit.form,
    ...prediction,
    score: score(weights, {seconds: prediction.seconds, effortLines: effort ?? 1, coreSeconds}),
    effort_lines: effort,
    core_seconds: coreSeconds,
    probability_best: 0,
    tie: false,
    evidence: {cells, samples, heldout_p90: heldoutP90, as_of: asOf}
  };
  // Time and cost are off by the same factor; the effort is counted.
  return {fit, entry, logSd: logSd * (weights.speed + weights.cost)};
}

/** The plain loop: exactly the reader's own tasks × seconds, give or take what a loop differs from itself. */
function plainLoop(fits: readonly Fit[], workload: Workload, facts: ToolFactsBySlug): Candidate | null {
  const fit = fits.find(({tool}) => tool === "serial");
  if (!fit) return null;
  const seconds = serialSeconds(workload);
  const made = candidate(fit, workload, facts);
  const parts = {start: 0, call: 0, dispatch: 0, compute: seconds, data: 0, idle: 0};
  const exact = {
    seconds,
    low: seconds,
    high: seconds,
    parts,
    workers: 1,
    score: score(preference(workload), {seconds, effortLines: loopEffortLines, coreSeconds: seconds}),
    core_seconds: seconds
  };
  return {...made, entry: {...made.entry, ...exact}, logSd: 0};
}

/** Of one tool and variant only the fastest start method that is allowed: start methods do not compete with each other. */
function fastestMethods(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of candidates) {
    const key = `${one.entry.tool}:${one.entry.variant}`;
    const other = best.get(key);
    if (!other || one.entry.seconds < other.entry.seconds) best.set(key, one);
  }
  return [...best.values()];
}

/** The tools that may be compared for a workload: those that pass the gates, and why the others do not. */
export function eligible(workload: Workload, fits: readonly Fit[], facts: ToolFactsBySlug = {}) {
  const excluded: {tool: string; reason: string}[] = [];
  const allowed: Fit[] = [];
  for (const fit of fits) {
    const uncounted = workload.effortWeight > 0 && !isSerial(fit) && effortLines(facts[fit.tool]) === null;
    const reason = gateReason(fit, workload, facts) ?? (uncounted ? "its effort was not counted" : null);
    if (reason === null) allowed.push(fit);
    else excluded.push({tool: `${fit.tool}:${fit.variant}:${fit.startMethod}`, reason});
  }
  return {allowed, excluded};
}

/**
 * Answers a workload: gates first, then every tool's predicted time, the probability of each being the best, ties, the
 * runner-up and one sentence. Best is fastest, or, where effort or cost have a weight, lowest in score. `facts` are the
 * tools' descriptions by slug. Fast enough for every frame; `explain` adds break-even points, chunk advice and flips.
 * Throws when there is no fit at all.
 */
export function rank(workload: Workload, fits: readonly Fit[], facts: ToolFactsBySlug = {}): Answer {
  const [any] = fits;
  if (!any) throw new Error("no fits: measure first with npm run bench");
  const {allowed, excluded} = eligible(workload, fits, facts);
  const loop = plainLoop(fits, workload, facts);
  const parallel = fastestMethods(
    allowed.filter((fit) => !isSerial(fit)).map((fit) => candidate(fit, workload, facts))
  );
  const byScore = (a: Candidate, b: Candidate) => a.entry.score - b.entry.score;
  const sorted = [...(loop ? [loop] : []), ...parallel].toSorted(byScore);
  // A loop has nothing of what may be needed beside speed: then it stands last, to be compared with, not to be chosen.
  if (workload.need !== "none" && loop) sorted.push(...sorted.splice(sorted.indexOf(loop), 1));
  const times = sorted.map(({entry, logSd}) => ({seconds: entry.score, logSd}));
  const probabilities = probabilitiesBest(times);
  const [best] = times;
  const ranking = sorted.map(({entry}, place): Ranked => ({
    ...entry,
    probability_best: probabilities[place]!,
    tie: place > 0 && probabilityFaster(best!, times[place]!) < tieBelow
  }));
  const vectorised = allowed.find(({form}) => form === "vectorised");
  const optimised = vectorised && workload.kind === "cpu-gil" ? candidate(vectorised, workload, facts).entry : null;
  const [first, second] = ranking;
  const faster = best && times[1] ? probabilityFaster(best, times[1]) : 1;
  return {
    version: 1,
    workload,
    machine: any.machine,
    serial: {seconds: serialSeconds(workload)},
    ranking: ranking.map((entry, place) => (place === 0 ? {...entry, tie: ranking[1]?.tie ?? false} : entry)),
    optimised,
    answer: answerSentence(workload, ranking, faster),
    runner_up: first && second ? {tool: second.tool, why: whyRunnerUp(workload, first, second, faster)} : null,
    flips: [],
    excluded,
    not_compared: notCompared(facts, fits)
  };
}

function whyRunnerUp(workload: Workload, first: Ranked, second: Ranked, probability: number): string {
  const ratio = second.seconds / first.seconds;
  if (probability < tieBelow) return `within the uncertainty: ${ratio.toFixed(2)}× the time`;
  if (weighs(workload)) {
    const effort = (second.effort_lines ?? 1) / (first.effort_lines ?? 1);
    const cost = second.core_seconds / first.core_seconds;
    return `${ratio.toFixed(2)}× the time, ${effort.toFixed(2)}× the effort, ${cost.toFixed(2)}× the core-seconds`;
  }
  const names = {
    start: "start-up",
    call: "the call",
    dispatch: "dispatch",
    data: "data",
    idle: "idle workers",
    compute: "the work"
  } as const;
  const keys = Object.keys(names) as (keyof typeof names)[];
  const [most] = keys.toSorted((a, b) => second.parts[b] - first.parts[b] - (second.parts[a] - first.parts[a]));
  return `${ratio.toFixed(2)}× the time, most of the difference in ${names[most!]}`;
}
