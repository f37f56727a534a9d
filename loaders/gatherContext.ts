import {adviceTables} from "./adviceRows.ts";
import {comparisonTables} from "./comparisonTables.ts";
import {gatherAdvice} from "./gatherAdvice.ts";
import {gatherTables} from "./gatherTables.ts";
import {measuredFits} from "./measured.ts";
import {remembered} from "./remembered.ts";
import type {RenderContext} from "./renderContext.ts";

const advice = remembered(adviceTables);

/** All tables that chapters draw on, and the fits of the machine that pages show. */
export async function gatherContext(): Promise<Pick<RenderContext, "tables" | "fits">> {
  const {fits, machine} = await measuredFits();
  const own = fits.filter((fit) => fit.machine === machine);
  const tables = await gatherTables();
  const {works, changes, fits: pools} = gatherAdvice(tables, own);
  return {
    tables: {
      ...tables,
      ...advice(works, changes, pools, tables.cost ?? []),
      ...(await comparisonTables(tables, own, works))
    },
    fits: own
  };
}
