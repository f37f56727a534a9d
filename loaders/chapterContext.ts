import {readFileSync} from "node:fs";
import {cachedResult} from "./cachedResult.ts";
import type {RenderContext} from "./renderContext.ts";

/** Components draw what is gathered; those that gathering does not call may change without it. */
const inputs = {
  module: "loaders/gatherContext.ts",
  files: ["data", "examples", "bench/adapters", "bench/requirements", "package-lock.json"]
};

/** All that chapters draw on: the tables, and the fits of the machine that pages show. Takes a second; serves any chapter. */
export async function chapterContext(
  form: RenderContext["form"],
  options: {readonly again?: boolean} = {}
): Promise<RenderContext> {
  const gather = async () => (await import("./gatherContext.ts")).gatherContext();
  const gathered = await cachedResult("context", gather, {...options, inputs});
  return {...gathered, form, read: (path) => readFileSync(path, "utf8")};
}
