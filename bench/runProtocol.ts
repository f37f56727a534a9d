import {spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {endTree, markedProcesses, sampleMark} from "./endTree.ts";

/** What came of one fresh process: its row, or why there is none. */
export interface ProtocolResult {
  readonly row: Readonly<Record<string, unknown>>;
  readonly outcome: "ok" | "timeout" | "oom" | "error" | "unsupported";
  readonly detail: string | null;
  /** Wall seconds from start to end of the process, seen from outside. */
  readonly wallSeconds: number;
}

/** Where the protocol and what it imports stand, which Python runs it, and how long it may take. */
export interface ProtocolOptions {
  readonly python: string;
  readonly protocol: string;
  readonly importPaths: readonly string[];
  readonly timeoutSeconds: number;
  readonly mark: string;
  readonly signal?: AbortSignal;
}

const mostOutput = 1 << 20;
const oneLine = (text: string) => text.trim().split("\n").at(-1)?.slice(0, 300) ?? "";

/**
 * Runs one request in a fresh Python process of its own process group and temporary folder, and ends whatever it leaves.
 * Never throws for what the process does: time-outs, crashes and babble come back as outcomes.
 */
export async function runProtocol(request: object, options: ProtocolOptions): Promise<ProtocolResult> {
  const {python, protocol, importPaths, timeoutSeconds, mark, signal} = options;
  // Short, and outside the project: a fork server's socket must fit into 108 bytes.
  const folder = mkdtempSync(join(tmpdir(), "wpp-"));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PYTHONPATH: importPaths.join(delimiter),
    TMPDIR: folder,
    [sampleMark]: mark
  };
  // An environment that may not write bytecode imports three to four times as slowly.
  delete env.PYTHONDONTWRITEBYTECODE;
  delete env.PYTHONSTARTUP;
  const began = performance.now();
  const child = spawn(python, [protocol], {
    env,
    detached: process.platform !== "win32",
    stdio: ["pipe", "pipe", "pipe"]
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout = (stdout + text).slice(-mostOutput)));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr = (stderr + text).slice(-mostOutput)));
  child.stdin.on("error", () => {}).end(JSON.stringify(request));
  let timedOut = false;
  const end = () => void endTree(child.pid, mark);
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, timeoutSeconds * 1000);
  signal?.addEventListener("abort", end);
  const ended = await new Promise<{code: number | null; killedBy: string | null; failure?: string}>((resolve) => {
    child.on("error", (error) => resolve({code: null, killedBy: null, failure: error.message}));
    // "exit", not "close": a process that was left behind may hold the pipes open for ever.
    child.on("exit", (code, killedBy) => setImmediate(() => resolve({code, killedBy})));
  });
  const wallSeconds = (performance.now() - began) / 1000;
  clearTimeout(timer);
  signal?.removeEventListener("abort", end);
  await drained(child.stdout);
  const left = markedProcesses(mark).length;
  await endTree(undefined, mark);
  child.stdout.destroy();
  child.stderr.destroy();
  rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 50});

  const failed = (outcome: ProtocolResult["outcome"], detail: string): ProtocolResult => ({
    row: {},
    outcome,
    detail,
    wallSeconds
  });
  if (timedOut) return failed("timeout", `no answer within ${timeoutSeconds} s; the process tree was ended`);
  if (ended.failure) return failed("error", `${python} did not start: ${ended.failure}`);
  if (ended.killedBy === "SIGKILL") return failed("oom", "killed by the system, as it does when memory runs out");
  if (ended.code !== 0)
    return failed("error", `ended with ${ended.killedBy ?? `code ${ended.code}`}: ${oneLine(stderr)}`);
  try {
    const row = JSON.parse(oneLineFull(stdout)) as Record<string, unknown>;
    const outcome = row.outcome as ProtocolResult["outcome"];
    const leftNote = left > 0 ? `left ${left} processes behind, which were ended` : null;
    return {row, outcome, detail: (row.detail as string | undefined)?.split("\n")[0] ?? leftNote, wallSeconds};
  } catch {
    return failed("error", `the last line of its output is no row: ${JSON.stringify(oneLine(stdout))}`);
  }
}

const oneLineFull = (text: string) => text.trim().split("\n").at(-1) ?? "";

/** Waits until what the process wrote before it ended has been read, but not for those that hold its pipe open. */
function drained(stream: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    if (!stream.readable) return resolve();
    stream.on("end", resolve);
    setTimeout(resolve, 200).unref();
  });
}
