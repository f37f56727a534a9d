import {readFileSync} from "node:fs";
import {adviceTables} from "./adviceRows.ts";
import {cachedResult} from "./cachedResult.ts";
import {comparisonTables} from "./comparisonTables.ts";
import {measuredFits} from "./measured.ts";
import {gatherAdvice} from "./gatherAdvice.ts";
import {gatherTables} from "./gatherTables.ts";
import type {RenderContext} from "./renderContext.ts";

/** Components draw what is gathered; those that gathering does not call may change without it. */
const inputs = {
  module: "loaders/chapterContext.ts",
  files: ["data", "examples", "bench/adapters", "bench/requirements", "package-lock.json"]
};

/** All that chapters draw on: the tables, and the fits of the machine that pages show. Takes a second; serves any chapter. */
export async function chapterContext(
  form: RenderContext["form"],
  options: {readonly again?: boolean} = {}
): Promise<RenderContext> {
  const gathered = await cachedResult("context", gather, {...options, inputs});
  return {...gathered, form, read: (path) => readFileSync(path, "utf8")};
}

async function gather(): Promise<Pick<RenderContext, "tables" | "fits">> {
  const {fits, machine} = await measuredFits();
  const own = fits.filter((fit) => fit.machine === machine);
  const tables = await gatherTables();
  const {works, changes, fits: pools} = gatherAdvice(tables, own);
  return {
    tables: {
      ...tables,
      ...adviceTables(works, changes, pools, tables.cost ?? []),
      ...(await comparisonTables(tables, own, works))
    },
    fits: own
  };
}
