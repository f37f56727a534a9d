import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {RunHead} from "./readRuns.ts";

/** Seconds of one step of the busy loop, pure Python, as a run found it before its first sample; null where it did not. */
export async function loopStepSeconds({folder}: Pick<RunHead, "folder">, root = "data/runs"): Promise<number | null> {
  const text = await readFile(join(root, folder, "calibration.json"), "utf8").catch(() => null);
  if (text === null) return null;
  const {iterations_a_second: rates} = JSON.parse(text) as {iterations_a_second?: Readonly<Record<string, number>>};
  const busy = rates?.busy;
  return typeof busy === "number" && busy > 0 ? 1 / busy : null;
}
