import {formatSeconds} from "../schema/formatUnit.ts";
import type {Ranked} from "./answer.ts";
import {weighs} from "./preference.ts";
import {toolName} from "./toolName.ts";
import type {Need, Workload} from "./workload.ts";

const word = (probability: number) => (probability >= 0.99 ? "clearly" : "probably");

const beyond: Readonly<Record<string, string>> = {
  tasks: "this number of tasks",
  seconds: "this task length",
  workers: "this number of workers",
  cores: "this number of cores",
  payload: "this payload",
  cv: "uneven tasks"
};

const needed: Readonly<Record<Exclude<Need, "none">, string>> = {
  state: "keep state or take new tasks while they run",
  queue: "keep a queue that outlives the program that fills it",
  history: "keep a schedule and a history of runs"
};

const band = ({seconds, low, high}: Ranked) =>
  `${formatSeconds(seconds)} (${formatSeconds(low)} to ${formatSeconds(high)})`;

function nobodyLeft({need}: Workload): string {
  if (need === "none") return "No tool is left: every one is excluded by your requirements.";
  const where = need === "state" ? "" : " Orchestrators do; they are compared with each other, not with a pool.";
  return `None of the tools that were timed on this work and meet your other requirements ${needed[need]}.${where}`;
}

/**
 * The answer in one sentence, from a ranking with the best first and the probability that it beats the second. "Tie"
 * below 90 %, "probably" from 90 %, "clearly" from 99 %; begins with "Extrapolated:" outside the measured range. Where effort
 * or cost count, the best is the best for these weights. Where something is needed that a loop does not have, the ranking is
 * handed in without it.
 */
export function answerSentence(workload: Workload, ranking: readonly Ranked[], probability: number): string {
  const [first, second] = ranking;
  if (!first || (first.tool === "serial" && workload.need !== "none")) return nobodyLeft(workload);
  const loopSeconds = formatSeconds(workload.tasks * workload.seconds);
  const best = weighs(workload) ? "the best for your weights" : "the fastest";
  const note = first.extrapolated.length > 0 ? `Extrapolated: ` : "";
  const unsure =
    first.extrapolated.length > 0
      ? ` Not measured: ${first.extrapolated.map((axis) => beyond[axis] ?? axis).join(", ")}.`
      : "";
  if (first.tool === "serial") {
    const rival = second ? `; ${toolName(second)} would take ${band(second)}` : "";
    const sure =
      !second || probability >= 0.9
        ? `${word(probability)} ${best}`
        : `as ${weighs(workload) ? "good" : "fast"} as anything`;
    return `Keep the plain loop: at ${loopSeconds} it is ${sure}${rival}.`;
  }
  const gain = (workload.tasks * workload.seconds) / first.seconds;
  const times = gain >= 1.1 ? ` – ${gain.toFixed(gain < 10 ? 1 : 0)} times as fast` : "";
  if (second && probability < 0.9) {
    const loopTies = second.tool === "serial";
    return loopTies
      ? `${note}Tie: ${toolName(first)} takes ${band(first)}, the plain loop ${loopSeconds}; keep the loop.${unsure}`
      : `${note}Tie: ${toolName(first)} takes ${band(first)} and ${toolName(second)} ${band(second)}, against ${loopSeconds} in a plain loop${times}.${unsure}`;
  }
  return `${note}${toolName(first)} is ${word(probability)} ${best}: ${band(first)} against ${loopSeconds} in a plain loop${times}.${unsure}`;
}
