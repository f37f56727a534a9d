import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {group, median} from "d3";
import type {Sample} from "../src/schema/sample.ts";
import {type Cell, toolKey} from "./cell.ts";
import {Session} from "./session.ts";

/** What earlier runs tell of the plan. */
export interface PastRuns {
  /** Seconds that a sample of such a cell took, process start and probes left out; undefined when none is known. */
  seconds(cell: Cell): number | undefined;
  /** What came of a tool's experiment so far: samples by outcome, and the reason of the first that was not ok. */
  outcomes(
    tool: string,
    experiment: string
  ): {readonly ok: number; readonly notOk: number; readonly reason: string | null};
}

const keyOf = (s: Sample) => `${s.tool}:${s.variant}:${s.start_method}`;
const spent = (s: Sample) =>
  [s.import_seconds, s.start_seconds, s.first_seconds, s.run_seconds, s.stop_seconds].reduce<number>(
    (sum, seconds) => sum + (seconds ?? 0),
    0
  );

/** Reads every run under a folder; one that cannot be read is told and left out. */
export function readPastRuns(folder: string, log: (line: string) => void): PastRuns {
  const names = existsSync(folder) ? readdirSync(folder).filter((n) => existsSync(join(folder, n, "samples.csv"))) : [];
  const samples = names.flatMap((name) => {
    try {
      return Session.open(join(folder, name)).samples();
    } catch (error) {
      log(`${name} is left out: ${(error as Error).message}`);
      return [];
    }
  });
  const ok = samples.filter(({outcome}) => outcome === "ok");
  const exact = group(ok, (s) => `${s.experiment} ${keyOf(s)}`);
  const rough = group(ok, keyOf);
  const asked = group(samples, (s) => `${s.tool} ${s.experiment}`);
  return {
    seconds: (cell) => {
      const some = exact.get(`${cell.experiment} ${toolKey(cell)}`) ?? rough.get(toolKey(cell));
      return some && median(some, spent);
    },
    outcomes(tool, experiment) {
      const some = asked.get(`${tool} ${experiment}`) ?? [];
      const bad = some.filter(({outcome}) => outcome !== "ok");
      const [first] = bad;
      return {
        ok: some.length - bad.length,
        notOk: bad.length,
        reason: first ? `${first.outcome}: ${first.detail ?? "no reason given"}` : null
      };
    }
  };
}
