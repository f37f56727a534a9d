import {cloudScorecardTable} from "../src/schema/cloudScorecard.ts";
import {complexityRows, type ScorecardRow} from "./complexityRows.ts";
import {costRows} from "./costRows.ts";
import type {Views} from "./gatherViews.ts";
import {readCloud} from "./readCloud.ts";
import {readCsv} from "./readCsv.ts";
import {readTools} from "./readTools.ts";
import {sketchRows} from "./sketchRows.ts";

/** What the chapter on the clouds draws on: the sketches, the complexity, and the cost of four jobs. */
export async function gatherCloud(): Promise<Views> {
  const names = Object.fromEntries((await readTools()).map(({slug, name}) => [slug, name]));
  const sketches = await sketchRows();
  const scorecard = await readCsv<ScorecardRow>("data/cloud_scorecard.csv", cloudScorecardTable);
  return {
    cloud_sketches: sketches.map((row) => ({...row, name: names[row.tool] ?? row.tool})),
    cloud_complexity: complexityRows(scorecard, sketches, names),
    cloud_costs: costRows(await readCloud())
  };
}
