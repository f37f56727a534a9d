import {execFileSync, spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {join} from "node:path";
import {fetchSource, type Apt} from "./fetchSource.ts";
import {parsePythonName, type PythonName} from "./parsePythonName.ts";

/** Written into a build's folder when all of it is there: without it the folder is a build that was stopped. */
export const buildStamp = "build.json";

/** Modules that need a library's headers at build time, each with Debian's package of them. */
const optionalModules = {
  bz2: "libbz2-dev",
  ctypes: "libffi-dev",
  lzma: "liblzma-dev",
  sqlite3: "libsqlite3-dev",
  ssl: "libssl-dev",
  zlib: "zlib1g-dev"
} as const;

/**
 * Flags of both builds. Upstream's defaults: -O3, no profile, no link-time optimisation; a profile-guided build would take
 * many minutes more, and both builds go without. The test modules would only take disk.
 */
export function configureFlags(build: PythonName["build"]): readonly string[] {
  return ["--disable-test-modules", ...(build === "free-threaded" ? ["--disable-gil"] : [])];
}

function requireCommand(command: string, argument: string): void {
  try {
    execFileSync(command, [argument], {stdio: "ignore"});
  } catch (error) {
    throw new Error(`there is no ${command} on this machine; install a C compiler and make (build-essential)`, {
      cause: error
    });
  }
}

/** Runs one step with its output in a file, and says every 20 s that it goes on. Throws with the file's last line. */
async function step(
  name: string,
  [command, ...args]: readonly [string, ...string[]],
  folder: string,
  log: (line: string) => void
) {
  const file = join(folder, "build.log");
  const output = openSync(file, "a");
  const began = performance.now();
  const passed = () => `${Math.round((performance.now() - began) / 1000)} s`;
  log(`${name} …`);
  const ticking = setInterval(() => log(`${name}: ${passed()}`), 20_000);
  const code = await new Promise<number | string | null>((resolve) => {
    const child = spawn(command, args, {cwd: folder, stdio: ["ignore", output, output]});
    child.on("error", (error) => resolve(error.message)).on("exit", (status, signal) => resolve(status ?? signal));
  });
  clearInterval(ticking);
  closeSync(output);
  if (code === 0) return log(`${name}: done in ${passed()}`);
  const last = readFileSync(file, "utf8").trim().split("\n").at(-1);
  throw new Error(`${name} ended with ${code}: ${last} (all of it is in ${file})`);
}

function missingModules(python: string): readonly string[] {
  return Object.keys(optionalModules).filter((name) => {
    try {
      execFileSync(python, ["-c", `import ${name}`], {stdio: "ignore"});
      return false;
    } catch {
      return true;
    }
  });
}

/**
 * Builds a Python such as `3.13t` or `3.13-source` into `folder/python-<name>/` and returns its command. The source comes
 * through apt; each step that was done is passed over when it is called again, and `make` goes on where it was stopped.
 * Throws one sentence, with the cure, where it cannot be had.
 */
export async function buildPython(
  folder: string,
  wanted: string,
  log: (line: string) => void,
  apt?: Apt
): Promise<string> {
  const {name, version, build} = parsePythonName(wanted);
  const home = join(folder, `python-${name}`);
  const python = join(home, "bin", "python3");
  if (existsSync(join(home, buildStamp))) return python;
  const sourceFolder = join(folder, "python-source", version);
  try {
    requireCommand("cc", "--version");
    requireCommand("make", "--version");
    const {tarball, suite} = fetchSource(sourceFolder, version, log, apt);
    const tree = join(sourceFolder, "tree");
    if (!existsSync(tree)) {
      rmSync(`${tree}.partial`, {recursive: true, force: true});
      mkdirSync(`${tree}.partial`);
      const unpack = ["tar", "-xf", tarball, "-C", `${tree}.partial`, "--strip-components=1"] as const;
      await step(`unpacking ${tarball.split("/").at(-1)}`, unpack, sourceFolder, log);
      renameSync(`${tree}.partial`, tree);
    }
    const work = join(sourceFolder, `build-${name}`);
    mkdirSync(work, {recursive: true});
    const flags = configureFlags(build);
    if (!existsSync(join(work, "Makefile")))
      await step(`configuring ${name}`, [join(tree, "configure"), `--prefix=${home}`, ...flags], work, log);
    await step(`compiling ${name}`, ["make", `-j${availableParallelism()}`], work, log);
    rmSync(home, {recursive: true, force: true});
    await step(`installing ${name}`, ["make", "install"], work, log);
    const missing = missingModules(python);
    const packages = missing.map((module) => optionalModules[module as keyof typeof optionalModules]);
    if (missing.length > 0)
      log(
        `${name} lacks ${missing.join(", ")}; to have them, install ${packages.join(" ")}, remove ${home}, build again`
      );
    const sha256 = createHash("sha256").update(readFileSync(tarball)).digest("hex");
    const record = {name, source: tarball.split("/").at(-1), sha256, suite, flags, missing_modules: missing};
    writeFileSync(join(home, buildStamp), JSON.stringify(record, null, 2) + "\n");
    rmSync(work, {recursive: true, force: true});
    return python;
  } catch (error) {
    const other = build === "source" ? `install Python ${version}` : `put a python${name} on PATH`;
    throw new Error(`Python ${name} could not be built: ${(error as Error).message}. Cure: mend that, or ${other}`, {
      cause: error
    });
  }
}
