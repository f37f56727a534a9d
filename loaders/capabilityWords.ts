/** Capabilities as words that go after "it can". */
export const abilities: Readonly<Record<string, string>> = {
  processes: "run processes",
  threads: "run threads",
  coroutines: "run coroutines",
  pure_python_on_all_cores: "put pure Python on all cores",
  releases_on_waiting: "work on while a task waits",
  chunks: "hand over several tasks at once",
  ordered_results: "give results in order",
  shares_memory: "share memory",
  retries: "try again what failed",
  time_limit_on_wait: "limit the time of a wait",
  dynamic_submission: "take tasks while others run",
  beyond_one_machine: "go beyond one machine",
  scale_to_zero: "scale to zero",
  runs_containers: "run containers",
  runs_functions: "run functions",
  array_jobs: "run a job as an array",
  spot: "use spare capacity at a lower price",
  gpu: "use a GPU",
  local_emulation: "be emulated locally",
  managed_control_plane: "be had without a control plane to run"
};

/** Capabilities that are needs: words that go after "it asks for". */
export const needs: Readonly<Record<string, string>> = {
  always_on_service: "a service that is always on",
  needs_main_guard: "the main guard",
  needs_image_build: "an image to build",
  needs_vpc: "a network of its own"
};

/** A capability in words; throws when there are none for it. */
export function capabilityWords(name: string): string {
  const words = abilities[name] ?? needs[name];
  if (!words) throw new Error(`there are no words for the capability ${name}`);
  return words;
}
