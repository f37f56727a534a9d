import {execFileSync} from "node:child_process";
import {cpus} from "node:os";

const taskset = (args: readonly string[]) =>
  execFileSync("taskset", [...args], {encoding: "utf8", stdio: ["ignore", "pipe", "pipe"]});

/** Processors from a kernel list such as `0-2,5`. */
export function parseProcessorList(list: string): readonly number[] {
  return list.split(",").flatMap((range) => {
    const [from, to = from] = range.split("-").map(Number) as [number, number?];
    return Array.from({length: to - from + 1}, (_, index) => from + index);
  });
}

/**
 * Keeps this process, and so every process it starts from now on (samples, services, probes), on the first `cores`
 * processors: the same machine as if it had no more. Returns what lifts the limit for what is started afterwards. Linux
 * only: throws a sentence elsewhere, and where the system does not grant these processors.
 */
export function limitCores(cores: number, platform: NodeJS.Platform = process.platform): () => void {
  if (platform !== "linux") throw new Error(`--cores ${cores} needs Linux (taskset); this is ${platform}`);
  if (cores > cpus().length) throw new Error(`--cores must be 1…${cpus().length} on this machine, got ${cores}`);
  const pid = String(process.pid);
  // All threads (-a): a child begins with the mask of the thread that started it, and Node has several.
  const set = (list: string) => void taskset(["--all-tasks", "--pid", "--cpu-list", list, pid]);
  let before: string;
  try {
    before = taskset(["--pid", "--cpu-list", pid]).trim().split(/\s/).at(-1)!;
  } catch (error) {
    throw new Error(`--cores ${cores} needs taskset, which is part of util-linux`, {cause: error});
  }
  const granted = parseProcessorList(before);
  const wanted = Array.from({length: cores}, (_, cpu) => cpu);
  if (!wanted.every((cpu) => granted.includes(cpu)))
    throw new Error(`--cores ${cores} takes processors ${wanted.join(",")}, and this process may use ${before} only`);
  set(wanted.join(","));
  return () => set(before);
}
