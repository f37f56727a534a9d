import {readFileSync} from "node:fs";
import {cachedResult} from "./cachedResult.ts";
import {fitsFile} from "./fitsFile.ts";
import {gatherTables} from "./gatherTables.ts";
import type {RenderContext} from "./renderContext.ts";

/** All that chapters draw on: the tables, and the fits of the machine that pages show. Takes a second; serves any chapter. */
export async function chapterContext(
  form: RenderContext["form"],
  options: {readonly again?: boolean} = {}
): Promise<RenderContext> {
  const gathered = await cachedResult("context", gather, options);
  return {...gathered, form, read: (path) => readFileSync(path, "utf8")};
}

async function gather(): Promise<Pick<RenderContext, "tables" | "fits">> {
  const {fits, machine} = await cachedResult("fitsfile", fitsFile);
  return {tables: await gatherTables(), fits: fits.filter((fit) => fit.machine === machine)};
}
