import type {RunHead} from "./readRuns.ts";

/** What environments.* of the database holds of a run. */
export function environmentRow({folder, environment: e}: RunHead) {
  const {run_id, machine, profile, cpu_model, physical_cores, logical_cores, memory_bytes, os, kernel, virtualisation} =
    e;
  const python = e.pythons.map(({version}) => version).join(", ");
  const rest = {
    harness_commit: e.harness_commit,
    harness_dirty: e.harness_dirty,
    seed: e.seed,
    harness_seconds: e.harness_seconds
  };
  const times = {
    started_utc: e.started_utc,
    ended_utc: e.ended_utc,
    samples_planned: e.samples_planned,
    samples_done: e.samples_done
  };
  return {
    run_id,
    folder,
    machine,
    part: e.part ?? "pools",
    profile_of: e.profile_of ?? "",
    cores_limit: e.cores_limit ?? logical_cores,
    profile,
    cpu_model,
    physical_cores,
    logical_cores,
    memory_bytes,
    os,
    kernel,
    virtualisation,
    python,
    ...rest,
    ...times
  };
}
