import {execFileSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Python} from "./findPython.ts";

/** The version of uv that makes the environments. */
const uvVersion = "0.13.9";

const bin = process.platform === "win32" ? "Scripts" : "bin";
const exe = process.platform === "win32" ? ".exe" : "";

/** Where environments stand: `.bench/<environment>-<python version>/`; a Python built here is told from any other. */
export function environmentPython(folder: string, environment: string, python: Python): string {
  const {version, freeThreaded, built} = python;
  return join(
    folder,
    `${environment}-${version}${freeThreaded ? "t" : ""}${built ? "-built" : ""}`,
    bin,
    `python${exe}`
  );
}

function installUv(folder: string, python: Python): string {
  const home = join(folder, `uv-${uvVersion}`);
  const uv = join(home, bin, `uv${exe}`);
  if (!existsSync(uv)) {
    execFileSync(python.command, ["-m", "venv", home], {stdio: "ignore"});
    execFileSync(join(home, bin, `python${exe}`), ["-m", "pip", "install", "--quiet", `uv==${uvVersion}`], {
      stdio: ["ignore", "ignore", "pipe"]
    });
  }
  return uv;
}

/** The text that decides an environment: its requirements file and those it takes in by `-r`. */
function requirementsText(file: string): string {
  const text = readFileSync(file, "utf8");
  const included = [...text.matchAll(/^-r\s+(\S+)/gm)].map(([, name]) => requirementsText(join(file, "..", name!)));
  return [text, ...included].join("\n");
}

/**
 * Makes a tool's environment if it is missing or its requirements changed: exact versions, bytecode compiled (an
 * uncompiled one imports three to four times as slowly). Returns its Python. Throws with uv's last line on failure.
 */
export function installTool(folder: string, requirements: string, environment: string, python: Python): string {
  const file = join(requirements, `${environment}.txt`);
  const target = environmentPython(folder, environment, python);
  const home = join(target, "..", "..");
  const stamp = join(home, "requirements.sha256");
  const hash = createHash("sha256").update(requirementsText(file)).digest("hex");
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return target;
  mkdirSync(folder, {recursive: true});
  rmSync(home, {recursive: true, force: true});
  const uv = installUv(folder, python);
  const run = (args: readonly string[]) => {
    try {
      execFileSync(uv, [...args], {stdio: ["ignore", "ignore", "pipe"], encoding: "utf8"});
    } catch (error) {
      const text = String((error as {stderr?: string}).stderr ?? error);
      throw new Error(`${environment} could not be installed: ${text.trim().split("\n").slice(-2).join(" ")}`, {
        cause: error
      });
    }
  };
  run(["venv", "--quiet", "--python", python.command, home]);
  run(["pip", "install", "--quiet", "--compile-bytecode", "--python", target, "-r", file]);
  writeFileSync(stamp, hash);
  return target;
}
