import type {RatingFacts} from "./ratingFacts.ts";
import {
  bytesRule,
  dispatchRule,
  grainRule,
  linesRule,
  logarithmicScore,
  logarithmicValue,
  startRule
} from "./ratingLogarithm.ts";
import {noScore, type Score, scoreBetween, scoreOf} from "./ratingScore.ts";
import {formatUnit} from "../schema/formatUnit.ts";

type Scores = Readonly<Record<string, Score>>;

/** Small objects were not timed: by reference they cost nothing, by pickle they earn at most 2 (rule of K5). */
const objectsHalf = (sharesMemory: boolean): readonly [number, number] => (sharesMemory ? [4, 4] : [0, 2]);

/**
 * Data movement: the mean of two halves. The first is what was measured; where nothing was, the documentation caps it: memory
 * that is shared earns at least 3, a copy by pickle at most 2.
 */
function dataMovement({tool, measured: {bytesPerSecond, asOf}}: RatingFacts): Score {
  if (tool.category === "cloud") return noScore("not measured: nothing was run in a cloud");
  const {shares_memory: shares, processes} = tool.capabilities;
  const objects = objectsHalf(shares && !processes);
  if (bytesPerSecond === null) {
    const arrays = shares ? [3, 4] : [0, 2];
    return scoreBetween((arrays[0]! + objects[0]) / 2, (arrays[1]! + objects[1]) / 2, {
      evidence: "D",
      reason: shares ? "shares memory, as documented; not measured" : "copies by pickle, as documented; not measured",
      source: tool.doc_url,
      asOf: tool.as_of
    });
  }
  const [slow, fast] = [bytesPerSecond.low, bytesPerSecond.high].map((rate) => logarithmicValue(rate, bytesRule));
  const rate = `${formatUnit(bytesPerSecond.value, "byte")} a second`;
  return scoreBetween((slow! + objects[0]) / 2, (fast! + objects[1]) / 2, {
    evidence: "M",
    reason: `${rate} (${bytesPerSecond.setting}); ${objects[0] === 4 ? "objects go by reference" : "small objects not timed, by pickle at most 2"}`,
    asOf
  });
}

/** Scores that rest on measurements and on counted lines: K1, K2, K3, K5, K14. */
export function ratingMeasured(facts: RatingFacts): Scores {
  const {tool, takesTables, measured, effort} = facts;
  const {dispatch, grain, start, asOf} = measured;
  const nothing =
    tool.category === "cloud"
      ? "not measured: nothing was run in a cloud"
      : takesTables
        ? "takes whole tables, not tasks"
        : "not measured";
  const time = (found: {readonly value: number; readonly setting: string}) =>
    `${formatUnit(found.value, "s")} (${found.setting})`;
  return {
    K1: dispatch
      ? logarithmicScore(dispatch, dispatchRule, {evidence: "M", reason: time(dispatch), asOf})
      : noScore(nothing),
    K2:
      grain === "never"
        ? scoreOf(0, {evidence: "M", reason: "never reached with two workers, however long the tasks", asOf})
        : grain
          ? logarithmicScore(grain, grainRule, {evidence: "M", reason: time(grain), asOf})
          : noScore(nothing),
    K3: start ? logarithmicScore(start, startRule, {evidence: "M", reason: time(start), asOf}) : noScore(nothing),
    K5: dataMovement(facts),
    K14: effort
      ? logarithmicScore({value: effort.lines, low: effort.lines / effort.settings, high: effort.lines}, linesRule, {
          evidence: "S",
          reason: `${effort.lines} lines (${effort.what})`,
          asOf
        })
      : noScore("no program of it here")
  };
}
