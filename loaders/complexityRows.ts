import {scorecardItems} from "../src/schema/cloudScorecard.ts";
import type {SketchRow} from "./sketchRows.ts";

/** A row of cloud_scorecard.csv. */
export interface ScorecardRow {
  readonly tool: string;
  readonly item: string;
  readonly score: number | null;
  readonly value: number | null;
}

/** Set-up steps as a score: up to 4 none, up to 7 little, up to 10 some, more than that much. */
const stepsScore = (steps: number): number => [4, 7, 10].filter((bound) => steps > bound).length;
const imageScore: Readonly<Record<SketchRow["image"], number>> = {none: 0, "from source": 1, own: 2};

/**
 * Complexity of each service in one row: a score of 0 to 3 an item, null where not established; their mean over what is
 * known, and how many items that are. Identities and the image are counted in the sketch, the others judged with a source;
 * a sketch that asks the cloud for nothing (the deployment is a command outside of it) tells nothing of identities.
 */
export function complexityRows(
  scorecard: readonly ScorecardRow[],
  sketches: readonly SketchRow[],
  names: Readonly<Record<string, string>>
) {
  return sketches.map(({tool, resources, identities, image}) => {
    const scoreOf = (item: string): number | null => {
      const row = scorecard.find((each) => each.tool === tool && each.item === item);
      if (!row) throw new Error(`cloud_scorecard.csv has no ${item} of ${tool}`);
      return row.value === null ? row.score : stepsScore(row.value);
    };
    const judged = Object.fromEntries(scorecardItems.map((item) => [item, scoreOf(item)]));
    const scores: Readonly<Record<string, number | null>> = {
      ...judged,
      identities: resources === 0 ? null : Math.min(3, identities),
      image: imageScore[image]
    };
    const known = Object.values(scores).filter((score) => score !== null);
    return {
      tool,
      name: names[tool] ?? tool,
      ...scores,
      items_known: known.length,
      mean_score: known.reduce((total, score) => total + score, 0) / known.length
    };
  });
}
