import {readdirSync, readFileSync} from "node:fs";
import {execFileSync} from "node:child_process";
import {setTimeout as sleep} from "node:timers/promises";

/** The environment variable by which every process of a sample can be told, however it detached itself. */
export const sampleMark = "WHEN_PARALLEL_PAYS_SAMPLE";

/** Numbers of the live processes whose environment bears the mark (Linux; elsewhere none can be told). */
export function markedProcesses(mark: string): readonly number[] {
  const needle = `${sampleMark}=${mark}\0`;
  let entries: string[];
  try {
    entries = readdirSync("/proc");
  } catch {
    return [];
  }
  return entries
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        if (!`${readFileSync(`/proc/${entry}/environ`, "latin1")}\0`.includes(needle)) return [];
        // A zombie keeps no environment, so what is found here still runs.
        return [Number(entry)];
      } catch {
        return [];
      }
    });
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

/** Ends a sample's whole process tree: its process group, and whatever left the group but bears the mark. */
export async function endTree(leader: number | undefined, mark: string): Promise<void> {
  if (leader !== undefined) {
    if (process.platform === "win32") {
      try {
        execFileSync("taskkill", ["/T", "/F", "/PID", String(leader)], {stdio: "ignore"});
      } catch {
        // Gone already.
      }
      return;
    }
    kill(-leader);
  }
  // A process may fork while its siblings are being ended; look again until none is left.
  for (let round = 0; round < 20; round += 1) {
    const left = markedProcesses(mark);
    if (left.length === 0) return;
    left.forEach(kill);
    await sleep(25);
  }
}
