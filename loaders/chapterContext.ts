import {readFileSync} from "node:fs";
import {gatherAllFits} from "./gatherFits.ts";
import {gatherTables} from "./gatherTables.ts";
import type {RenderContext} from "./renderContext.ts";
import {defaultRun, readRuns} from "./readRuns.ts";

/** All that chapters draw on: the tables, and the fits of the machine that pages show. Takes a second; serves any chapter. */
export async function chapterContext(form: RenderContext["form"]): Promise<RenderContext> {
  const {machine} = defaultRun(await readRuns()).environment;
  const fits = (await gatherAllFits()).map(({fit}) => fit).filter((fit) => fit.machine === machine);
  return {tables: await gatherTables(), fits, form, read: (path) => readFileSync(path, "utf8")};
}
