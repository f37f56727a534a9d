import {readFile} from "node:fs/promises";
import type {Fit} from "../src/model/fit.ts";
import {efficiencyCurves} from "./efficiencyCurves.ts";
import {lawRows} from "./lawRows.ts";
import {metgDependencyRows} from "./metgDependencyRows.ts";
import {metgThresholdRows} from "./metgThresholdRows.ts";
import {defaultRun} from "./currentRuns.ts";
import type {Run, RunHead} from "./readRuns.ts";
import {rescaleRows} from "./rescaleRows.ts";

export interface AnswerTablesInput {
  readonly all: readonly RunHead[];
  /** The runs of the first view. */
  readonly current: readonly Run[];
  readonly fits: readonly Fit[];
}

/** What the model's laws say, beside the views: scaling laws, smallest tasks by threshold and dependencies, other machines. */
export async function answerTables({all, current, fits}: AnswerTablesInput) {
  const samples = current.flatMap((run) => run.samples);
  const curves = efficiencyCurves(samples);
  const published = await readFile("data/usl_reference.csv", "utf8");
  const {laws, lawPoints} = lawRows(samples, fits, {cores: defaultRun(all).environment.logical_cores, published});
  return {
    laws,
    law_points: lawPoints,
    metg_thresholds: metgThresholdRows(fits, curves),
    metg_dependencies: metgDependencyRows(curves),
    rescale: await rescaleRows(all, fits)
  };
}
