import {formatSeconds} from "../schema/formatUnit.ts";
import type {Ranked} from "./answer.ts";
import type {Workload} from "./workload.ts";
import {toolName} from "./toolName.ts";

const word = (probability: number) => (probability >= 0.99 ? "clearly" : "probably");

const beyond: Readonly<Record<string, string>> = {
  tasks: "this number of tasks",
  seconds: "this task length",
  workers: "this number of workers",
  cores: "this number of cores",
  payload: "this payload",
  cv: "uneven tasks"
};

const band = ({seconds, low, high}: Ranked) =>
  `${formatSeconds(seconds)} (${formatSeconds(low)} to ${formatSeconds(high)})`;

/**
 * The answer in one sentence, from a ranking with the fastest first and the probability that it beats the second. "Tie"
 * below 90 %, "probably" from 90 %, "clearly" from 99 %; begins with "Extrapolated:" outside the measured range.
 */
export function answerSentence(workload: Workload, ranking: readonly Ranked[], probability: number): string {
  const [first, second] = ranking;
  if (!first) return "No tool is left: every one is excluded by your requirements.";
  const loopSeconds = formatSeconds(workload.tasks * workload.seconds);
  const note = first.extrapolated.length > 0 ? `Extrapolated: ` : "";
  const unsure =
    first.extrapolated.length > 0
      ? ` Not measured: ${first.extrapolated.map((axis) => beyond[axis] ?? axis).join(", ")}.`
      : "";
  if (first.tool === "serial") {
    const rival = second ? `; ${toolName(second)} would take ${band(second)}` : "";
    const sure = !second || probability >= 0.9 ? `${word(probability)} the fastest` : `as fast as anything`;
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
  return `${note}${toolName(first)} is ${word(probability)} the fastest: ${band(first)} against ${loopSeconds} in a plain loop${times}.${unsure}`;
}
