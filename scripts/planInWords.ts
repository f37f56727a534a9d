import type {Answer, Ranked} from "../src/model/answer.ts";
import {toolName} from "../src/model/toolName.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";

/** The page's answer, and what the command line's own limits leave open. */
export interface Planned extends Answer {
  readonly undecided: readonly {readonly tool: string; readonly reason: string}[];
}

const line = (entry: Ranked) =>
  `  ${toolName(entry).padEnd(24)} ${formatSeconds(entry.seconds).padStart(8)}  (${formatSeconds(entry.low)} to ${formatSeconds(entry.high)})${entry.start_method === "none" ? "" : `, ${entry.start_method}`}${entry.tie ? ", tie" : ""}${
    entry.break_even ? `, ${describe(entry)}` : ""
  }`;

function describe({break_even}: Ranked): string {
  const tasks = break_even!.tasks;
  if (tasks.state === "at") return `pays from ${formatUnit(tasks.value!, "1")} tasks on`;
  return tasks.state === "always" ? "pays from the first task on" : `never pays: ${tasks.reason}`;
}

/** An answer as lines for a terminal. */
export function planInWords({
  answer: sentence,
  ranking,
  flips,
  excluded,
  not_compared,
  undecided,
  machine
}: Planned): string {
  const flipLines = flips.map(
    ({axis, at, direction, to}) => `  ${to} ${direction === "above" ? "from" : "below"} ${axis} ${at.toPrecision(3)}`
  );
  const out = excluded.map(({tool, reason}) => `  ${tool}: ${reason}`);
  const others = not_compared.map(({tool, reason}) => `  ${tool}: ${reason}`);
  return [
    sentence,
    "",
    `Predicted from the measurements of ${machine}:`,
    ...ranking.map(line),
    ...(flipLines.length > 0 ? ["", "It changes to:", ...flipLines] : []),
    ...(out.length > 0 ? ["", "Left out:", ...out] : []),
    ...(others.length > 0 ? ["", "Not compared:", ...others] : []),
    ...(undecided.length > 0 ? ["", "Not decided:", ...undecided.map(({tool, reason}) => `  ${tool}: ${reason}`)] : [])
  ].join("\n");
}
