import {readFile} from "node:fs/promises";
import type {Fit} from "../src/model/fit.ts";
import type {GranularityRow} from "../src/queries/granularity.ts";
import {lawRows} from "./lawRows.ts";
import {metgDependencyRows, type StencilPoint} from "./metgDependencyRows.ts";
import {type MetgRow} from "./metgRows.ts";
import {metgThresholdRows} from "./metgThresholdRows.ts";
import {defaultRun, type Run} from "./readRuns.ts";
import {rescaleRows} from "./rescaleRows.ts";

export interface AnswerTablesInput {
  readonly all: readonly Run[];
  /** The runs of the first view. */
  readonly current: readonly Run[];
  readonly fits: readonly Fit[];
  /** The views granularity, stencil and metg, as far as there are. */
  readonly views: Readonly<Record<string, readonly object[] | undefined>>;
}

/** What the model's laws say, beside the views: scaling laws, smallest tasks by threshold and dependencies, other machines. */
export async function answerTables({all, current, fits, views}: AnswerTablesInput) {
  const {laws, lawPoints} = lawRows(
    current.flatMap(({samples}) => samples),
    fits,
    {cores: defaultRun(all).environment.logical_cores, published: await readFile("data/usl_reference.csv", "utf8")}
  );
  return {
    laws,
    law_points: lawPoints,
    metg_thresholds: metgThresholdRows((views.metg ?? []) as readonly MetgRow[], fits),
    metg_dependencies: metgDependencyRows(
      (views.granularity ?? []) as readonly GranularityRow[],
      (views.stencil ?? []) as readonly StencilPoint[]
    ),
    rescale: await rescaleRows(all, fits)
  };
}
