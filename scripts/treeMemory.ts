import {readFile, readdir} from "node:fs/promises";

/** Resident bytes of a process and all below it, pages that they share counted in each; null where /proc is not there. */
export async function treeMemory(pid: number): Promise<number | null> {
  const own = await residentBytes(pid);
  if (own === null) return null;
  let bytes = own;
  for (const child of await children(pid)) bytes += (await treeMemory(child)) ?? 0;
  return bytes;
}

async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return found ? Number(found[1]) * 1024 : null;
}

async function children(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8").catch(() => ""));
  return (await Promise.all(lists)).join(" ").split(/\s+/).filter(Boolean).map(Number);
}
