import {type ChildProcess, spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {createInterface} from "node:readline";
import {setTimeout as sleep} from "node:timers/promises";
import {endTree, sampleMark} from "./endTree.ts";

/** What a running service told of itself, handed on to the adapters; or why it cannot be had, with the cure. */
export type ServiceState = Readonly<Record<string, unknown>> | {readonly unsupported: string};

/** Services that run beside samples: started when the first sample needs them, ended with the session. */
export interface Services {
  /** Makes `name` run and ends every other one that computes while it idles; null ends only those. */
  ensure(name: string | null, python: string): Promise<ServiceState | null>;
  stop(): Promise<void>;
}

/** Services whose own work while they idle can be seen on the clock: they run for their own samples only. */
const restless = new Set(["airflow", "prefect"]);

/** The name under which samples of such a service stand together in the order, or null. */
export const blockOfService = (name: string | null): string | null =>
  name !== null && restless.has(name.split(":")[0]!) ? name : null;

export interface ServiceOptions {
  /** Folder of `<name>_service.py` scripts, and what else Python must find. */
  readonly folder: string;
  readonly importPaths: readonly string[];
  readonly mark: string;
  readonly log: (line: string) => void;
  readonly startSeconds?: number;
}

interface Running {
  readonly child: ChildProcess;
  readonly home: string;
  readonly mark: string;
  readonly state: ServiceState;
}

const endSeconds = 20;

/**
 * A manager over `bench/services/<name>_service.py` scripts. Such a script, run in the tool's Python with the part of the
 * name behind `:` as its argument, starts what it stands for, writes one JSON line when that answers (`{"unsupported": …}`
 * if it cannot), and ends everything when its standard input closes. Whatever it leaves behind is ended with its mark.
 */
export function makeServices({folder, importPaths, mark, log, startSeconds = 180}: ServiceOptions): Services {
  const running = new Map<string, Running>();

  async function start(name: string, python: string): Promise<Running> {
    const [script, argument] = name.split(":");
    const home = mkdtempSync(join(tmpdir(), "wpps-"));
    const own = `${mark}-${name}`;
    log(`service ${name} …`);
    const child = spawn(python, [join(folder, `${script}_service.py`), ...(argument ? [argument] : [])], {
      env: {...process.env, PYTHONPATH: importPaths.join(delimiter), TMPDIR: home, [sampleMark]: own},
      detached: process.platform !== "win32",
      stdio: ["pipe", "pipe", "pipe"]
    });
    let said = "";
    child.stderr!.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-2000)));
    child.stdin!.on("error", () => {});
    const lines = createInterface({input: child.stdout!});
    const state = await Promise.race([
      new Promise<ServiceState>((resolve) =>
        lines.on("line", (line) => {
          if (line.startsWith("{")) resolve(JSON.parse(line) as ServiceState);
        })
      ),
      new Promise<ServiceState>((resolve) =>
        child.on("exit", (code) =>
          resolve({unsupported: `service ${name} ended with code ${code}: ${said.trim().split("\n").at(-1) ?? ""}`})
        )
      ),
      new Promise<ServiceState>((resolve) => child.on("error", (error) => resolve({unsupported: error.message}))),
      sleep(startSeconds * 1000, undefined, {ref: false}).then((): ServiceState => ({
        unsupported: `service ${name} did not answer within ${startSeconds} s`
      }))
    ]);
    return {child, home, mark: own, state};
  }

  async function end(name: string): Promise<void> {
    const service = running.get(name);
    if (!service) return;
    running.delete(name);
    const {child, home, mark: own} = service;
    const ended = child.exitCode === null ? new Promise((resolve) => child.once("exit", resolve)) : Promise.resolve();
    child.stdin!.end();
    await Promise.race([ended, sleep(endSeconds * 1000, undefined, {ref: false})]);
    await endTree(child.pid, own);
    rmSync(home, {recursive: true, force: true, maxRetries: 5, retryDelay: 50});
  }

  return {
    async ensure(name, python) {
      for (const other of [...running.keys()]) if (other !== name && blockOfService(other) !== null) await end(other);
      if (name === null) return null;
      const there = running.get(name);
      // One that has died is started anew; one that could not be had stays so for the session.
      if (there && ("unsupported" in there.state || there.child.exitCode === null)) return there.state;
      if (there) await end(name);
      const begun = await start(name, python);
      running.set(name, begun);
      if ("unsupported" in begun.state) log(String(begun.state.unsupported));
      return begun.state;
    },
    async stop() {
      for (const name of [...running.keys()]) await end(name);
    }
  };
}
