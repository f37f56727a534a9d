import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {calibrationOf} from "../src/model/calibration.ts";
import type {Session} from "./session.ts";

/**
 * Writes `machine.json` into the folder of a run: what the planner page needs to carry its predictions over to this machine.
 * Returns its path.
 */
export function writeMachineFile(session: Session): string {
  const {machine, cpu_model, logical_cores: cores, pythons, started_utc: measured_utc} = session.environment();
  const {busy} = session.calibration().iterations_a_second;
  const [python] = pythons;
  const file = join(session.folder, "machine.json");
  const found = calibrationOf(session.samples(), {
    machine,
    cpu_model,
    cores,
    python_version: python?.version ?? "unknown",
    python_build: python?.build === "free-threaded" ? "free-threaded" : "gil",
    measured_utc,
    loop_step_seconds: busy ? 1 / busy : null
  });
  writeFileSync(file, JSON.stringify(found, null, 2) + "\n");
  return file;
}
