import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {cp, mkdir, mkdtemp, readdir, rm, symlink} from "node:fs/promises";
import {freemem, tmpdir} from "node:os";
import {join, resolve, sep} from "node:path";
import {generateRuns} from "./generateRuns.ts";
import {treeMemory} from "./treeMemory.ts";

/** A build of the whole site from so many generated samples. */
export interface MeasuredBuild {
  readonly samples: number;
  readonly seconds: number;
  /** Most memory of all its processes at one moment; null where it cannot be read. */
  readonly peakBytes: number | null;
  /** The project it was built in; `close` removes it. */
  readonly project: string;
  readonly close: () => Promise<void>;
}

const parts = [
  ...["src", "loaders", "scripts", "bench", "examples", "data"],
  ...["package.json", "package-lock.json", "tsconfig.json", "observablehq.config.ts"]
];

/** Copies the project, generates samples beside its own until there are so many, and builds the site there, nothing kept from before. */
export async function measureBuild(samples: number): Promise<MeasuredBuild> {
  const project = await mkdtemp(join(tmpdir(), "measured-build-"));
  const close = () => rm(project, {recursive: true, force: true});
  try {
    const left = new Set([".observablehq", "live"]);
    for (const part of parts.filter((part) => existsSync(part))) {
      const filter = (from: string) => !left.has(from.split(sep).at(-1) ?? "");
      await cp(part, join(project, part), {recursive: true, filter});
    }
    await linkPackages(project);
    await generateRuns(join(project, "data/runs"), samples);
    return {samples, ...(await build(project)), project, close};
  } catch (error) {
    await close();
    throw error;
  }
}

/** A node_modules of its own, so that no cache of an earlier build is found in it. */
async function linkPackages(project: string): Promise<void> {
  await mkdir(join(project, "node_modules"));
  for (const name of await readdir("node_modules")) {
    if (name === ".cache") continue;
    await symlink(resolve("node_modules", name), join(project, "node_modules", name));
  }
}

async function build(project: string): Promise<{seconds: number; peakBytes: number | null}> {
  const start = performance.now();
  const freeBytes = freemem();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/build.ts"], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that its loaders can be ended with it.
    detached: true,
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
  const endAll = () => {
    try {
      process.kill(-child.pid!);
    } catch {
      // They have ended already.
    }
  };
  const interrupted = () => process.exit(130);
  process.once("SIGINT", interrupted).once("exit", endAll);
  let stopped = false;
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (log += text));
  let peakBytes: number | null = null;
  const timer = setInterval(async () => {
    const bytes = await treeMemory(child.pid!);
    if (bytes === null) return;
    peakBytes = Math.max(peakBytes ?? 0, bytes);
    // Rather stop than push other programs out of memory.
    if (bytes <= freeBytes * 0.7) return;
    stopped = true;
    endAll();
  }, 200);
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  clearInterval(timer);
  process.off("SIGINT", interrupted).off("exit", endAll);
  if (stopped) throw new Error(`the build was stopped at ${((peakBytes ?? 0) / 1e9).toFixed(1)} GB of memory`);
  if (code !== 0) throw new Error(`the build of generated samples failed:\n${log.split("\n").slice(-60).join("\n")}`);
  return {seconds: (performance.now() - start) / 1000, peakBytes};
}
