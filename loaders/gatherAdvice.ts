import {standardPools} from "../src/model/adviseBatch.ts";
import type {Fit} from "../src/model/fit.ts";
import type {BusinessRow} from "../src/queries/business.ts";
import type {Improvement} from "../src/schema/assetUtilities.ts";
import {improvableWorks, type KnownWork, type WorkloadRow} from "./improvableWorks.ts";
import type {Views} from "./gatherViews.ts";

/** What the recommendations rest on, from the tables that chapters draw on. */
export interface GatheredAdvice {
  readonly works: readonly KnownWork[];
  readonly changes: readonly Improvement[];
  /** The fits of the pools that come with Python, with the GIL. */
  readonly fits: readonly Fit[];
}

/** Picks workloads, changes, measured work and fits for the advice. */
export function gatherAdvice(tables: Views, fits: readonly Fit[]): GatheredAdvice {
  const rows = <Row>(name: string) => (tables[name] ?? []) as unknown as readonly Row[];
  const changes = rows<Improvement>("improvements");
  return {
    works: improvableWorks(rows<WorkloadRow>("workloads"), changes, rows<BusinessRow>("business")),
    changes,
    fits: fits.filter(({tool, pythonBuild}) => standardPools.has(tool) && pythonBuild === "gil")
  };
}
