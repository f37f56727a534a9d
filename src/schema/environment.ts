import * as v from "valibot";
import {parts} from "./matrix.ts";

/** `environment.json` beside a run's samples: the machine, the Pythons, the tools, the session. */
export const environmentSchema = v.object({
  run_id: v.string(),
  machine: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "machine must be lower-case letters, digits and hyphens")),
  profile: v.picklist(["smoke", "quick", "standard", "full", "calibrate"]),
  /** The stretch of the plan that was measured; null: what the options chose. */
  part: v.optional(v.nullable(v.picklist(parts)), null),
  cpu_model: v.string(),
  physical_cores: v.number(),
  logical_cores: v.number(),
  /** The machine of which this is a profile (fewer cores, another Python build); null: the machine itself. */
  profile_of: v.optional(v.nullable(v.string()), null),
  /** Processors that samples were kept to (`--cores`); null: all. */
  cores_limit: v.optional(v.nullable(v.number()), null),
  memory_bytes: v.number(),
  os: v.string(),
  kernel: v.string(),
  virtualisation: v.nullable(v.string()),
  governor: v.nullable(v.string()),
  clock_source: v.nullable(v.string()),
  timer_resolution_seconds: v.nullable(v.number()),
  load_before: v.array(v.number()),
  load_after: v.nullable(v.array(v.number())),
  pythons: v.array(
    v.object({
      version: v.string(),
      build: v.string(),
      compiler: v.string(),
      flags: v.string(),
      bytecode_written: v.boolean()
    })
  ),
  tools: v.record(v.string(), v.record(v.string(), v.string())),
  harness_commit: v.nullable(v.string()),
  harness_dirty: v.nullable(v.boolean()),
  /** The plan of this run: cells of each tool, variant and experiment. */
  planned: v.optional(
    v.array(v.object({tool: v.string(), variant: v.string(), experiment: v.string(), cells: v.number()})),
    []
  ),
  seed: v.number(),
  command_line: v.string(),
  started_utc: v.string(),
  ended_utc: v.nullable(v.string()),
  /** Seconds the controller itself costs a sample: the adapter that does nothing, median. */
  harness_seconds: v.nullable(v.number()),
  samples_planned: v.number(),
  samples_done: v.number(),
  interrupted: v.boolean()
});

export type Environment = v.InferOutput<typeof environmentSchema>;
