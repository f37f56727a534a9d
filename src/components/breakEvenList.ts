import {type Axis, type BreakEven, type Ranked} from "../model/answer.ts";
import {notToTheEnd} from "../model/breakEven.ts";
import {element} from "./element.ts";
import {formatUnit} from "../schema/formatUnit.ts";

const axes: Readonly<Record<Axis, readonly [string, "s" | "byte" | "1", string]>> = {
  tasks: ["number of tasks", "1", "tasks"],
  seconds: ["length of a task", "s", ""],
  cores: ["cores", "1", "cores"],
  payload: ["data sent to a task", "byte", ""],
  runs_a_day: ["runs that share a start", "1", "runs"]
};

/** An edge in words: `from 412 tasks on (80 %: 390 … 440)`. */
export function breakEvenText(axis: Axis, {state, pays, value, low, high, reason}: BreakEven): string {
  const [, unit, noun] = axes[axis];
  if (state === "always") return "pays everywhere on this axis";
  if (reason === notToTheEnd) return notToTheEnd;
  if (state === "never") return `never pays: ${reason ?? "it is slower everywhere"}`;
  const say = (edge: number) => formatUnit(edge, unit);
  const interval =
    low === null || high === null
      ? " (80 %: open to one side)"
      : say(low) === say(high)
        ? ""
        : ` (80 %: ${say(low)} … ${say(high)})`;
  const edge = `${say(value as number)}${noun ? ` ${noun}` : ""}`;
  return pays === "above" ? `pays from ${edge} on${interval}` : `pays up to ${edge}${interval}`;
}

/** Where the recommended tool begins to beat the plain loop, axis by axis, all else as the reader has it. */
export function breakEvenList({break_even}: Ranked, document: Document): HTMLElement {
  const make = element(document);
  if (!break_even) return make("p", {class: "hint"}, ["Computing …"]);
  return make(
    "dl",
    {class: "break-even"},
    (Object.keys(axes) as Axis[]).flatMap((axis) => [
      make("dt", {}, [axes[axis][0]]),
      make("dd", {}, [breakEvenText(axis, break_even[axis])])
    ])
  );
}
