import type {Answer, Ranked} from "./answer.ts";
import {answerSentence} from "./answerSentence.ts";
import {serialSeconds} from "./breakEven.ts";
import type {Fit} from "./fit.ts";
import {gateReason} from "./gateReason.ts";
import {predict} from "./predict.ts";
import {probabilitiesBest, probabilityFaster} from "./probability.ts";
import {isSerial} from "./toolTraits.ts";
import type {Workload} from "./workload.ts";

/** Two tools are a tie unless one is faster with this probability. */
export const tieBelow = 0.9;

interface Candidate {
  readonly fit: Fit;
  readonly entry: Ranked;
  readonly logSd: number;
}

function candidate(fit: Fit, workload: Workload): Candidate {
  const {logSd, ...prediction} = predict(fit, workload);
  const {cells, samples, heldoutP90, asOf} = fit.evidence;
  const entry: Ranked = {
    tool: fit.tool,
    variant: fit.variant,
    start_method: fit.startMethod,
    form: fit.form,
    ...prediction,
    probability_best: 0,
    tie: false,
    evidence: {cells, samples, heldout_p90: heldoutP90, as_of: asOf}
  };
  return {fit, entry, logSd};
}

/** The plain loop: exactly the reader's own tasks × seconds, give or take what a loop differs from itself. */
function plainLoop(fits: readonly Fit[], workload: Workload): Candidate | null {
  const fit = fits.find(({tool}) => tool === "serial");
  if (!fit) return null;
  const seconds = serialSeconds(workload);
  const made = candidate(fit, workload);
  const parts = {start: 0, call: 0, dispatch: 0, compute: seconds, data: 0, idle: 0};
  return {...made, entry: {...made.entry, seconds, low: seconds, high: seconds, parts, workers: 1}, logSd: 0};
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
export function eligible(workload: Workload, fits: readonly Fit[]) {
  const excluded: {tool: string; reason: string}[] = [];
  const allowed: Fit[] = [];
  for (const fit of fits) {
    const reason = gateReason(fit, workload);
    if (reason === null) allowed.push(fit);
    else excluded.push({tool: `${fit.tool}:${fit.variant}:${fit.startMethod}`, reason});
  }
  return {allowed, excluded};
}

/**
 * Answers a workload: gates first, then every tool's predicted time, the probability of each being the fastest, ties, the
 * runner-up and one sentence. Fast enough for every frame; `explain` adds break-even points, chunk advice and flips.
 * Throws when there is no fit at all.
 */
export function rank(workload: Workload, fits: readonly Fit[]): Answer {
  const [any] = fits;
  if (!any) throw new Error("no fits: measure first with npm run bench");
  const {allowed, excluded} = eligible(workload, fits);
  const loop = plainLoop(fits, workload);
  const parallel = fastestMethods(allowed.filter((fit) => !isSerial(fit)).map((fit) => candidate(fit, workload)));
  const sorted = [...(loop ? [loop] : []), ...parallel].toSorted((a, b) => a.entry.seconds - b.entry.seconds);
  const times = sorted.map(({entry: {seconds}, logSd}) => ({seconds, logSd}));
  const probabilities = probabilitiesBest(times);
  const [best] = times;
  const ranking = sorted.map(({entry}, place): Ranked => ({
    ...entry,
    probability_best: probabilities[place]!,
    tie: place > 0 && probabilityFaster(best!, times[place]!) < tieBelow
  }));
  const vectorised = allowed.find(({form}) => form === "vectorised");
  const optimised = vectorised && workload.kind === "cpu-gil" ? candidate(vectorised, workload).entry : null;
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
    runner_up: first && second ? {tool: second.tool, why: whyRunnerUp(first, second, faster)} : null,
    flips: [],
    excluded
  };
}

function whyRunnerUp(first: Ranked, second: Ranked, probability: number): string {
  const ratio = second.seconds / first.seconds;
  if (probability < tieBelow) return `within the uncertainty: ${ratio.toFixed(2)}× the time`;
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
