// Runs before anything is installed: plain JavaScript, Node's own modules only.
// `node scripts/setup.mjs` checks the machine and installs what is missing;
// `node scripts/setup.mjs scripts/x.ts …` then runs that script.
import {spawn, spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {constants} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const leastNode = [20, 19];
const leastPython = [3, 10];

/** True when version (as "20.19.1") is at least the pair `least`. */
export function isAtLeast(version, [major, minor]) {
  const [a = 0, b = 0] = version.split(".").map(Number);
  return a > major || (a === major && b >= minor);
}

/** What is wrong with this Node, in a sentence, or null. */
export function nodeProblem(version = process.versions.node) {
  if (isAtLeast(version, leastNode)) return null;
  return `This project needs Node ${leastNode.join(".")} or newer, but this is Node ${version}. Install a newer Node and run the command again.`;
}

/** What is wrong with this machine's Python, in a sentence, or null. `ask` returns its version or null. */
export function pythonProblem(ask = askPython) {
  const version = ask();
  if (version === null) {
    return `This project needs Python ${leastPython.join(".")} or newer as "python3", but there is none on the PATH. Install Python and run the command again.`;
  }
  if (isAtLeast(version, leastPython)) return null;
  return `This project needs Python ${leastPython.join(".")} or newer, but "python3" is Python ${version}. Install a newer Python and run the command again.`;
}

function askPython() {
  const code = "import platform; print(platform.python_version())";
  const {status, stdout} = spawnSync("python3", ["-c", code], {encoding: "utf8"});
  return status === 0 ? stdout.trim() : null;
}

/** Names of packages that package-lock.json asks for and node_modules does not hold in that version. */
export function missingPackages(wanted, installed, machine = process) {
  const fits = (list, name) =>
    list === undefined ||
    list.some((d) => d === name) ||
    (list.every((d) => d[0] === "!") && !list.includes(`!${name}`));
  return Object.entries(wanted).flatMap(([path, {version, optional, os, cpu, libc}]) => {
    if (path === "" || installed[path]?.version === version) return [];
    // npm leaves out optional packages made for other machines.
    if (optional && (libc !== undefined || (os === undefined && cpu === undefined))) return [];
    if (optional && !(fits(os, machine.platform) && fits(cpu, machine.arch))) return [];
    return [path.replace(/^.*node_modules\//, "")];
  });
}

function missing() {
  const lock = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;
  const hidden = "node_modules/.package-lock.json";
  const absent = (path) => !existsSync(join(root, path, "package.json"));
  const wanted = lock("package-lock.json");
  const installed = existsSync(join(root, hidden)) ? lock(hidden) : {};
  for (const path of Object.keys(installed)) if (absent(path)) delete installed[path];
  return missingPackages(wanted, installed);
}

// Settings of the shell that would leave packages out or send them elsewhere.
function installEnvironment() {
  const unwanted =
    /^(NODE_ENV|NODE_OPTIONS|npm_config_(omit|only|production|include|global|prefix|dry_run|workspace.*))$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)));
}

function install(names) {
  console.error(`Installing ${names.length} packages from the npm registry (${names.slice(0, 3).join(", ")} …)`);
  const own = process.env.npm_execpath;
  const npm = own !== undefined && /npm-cli\.[cm]?js$/.test(own) ? [process.execPath, own] : ["npm"];
  const flags = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, ...rest] = [...npm, ...flags];
  const {status, error} = spawnSync(command, rest, {
    cwd: root,
    env: installEnvironment(),
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && npm.length === 1
  });
  if (error?.code === "ENOENT")
    return `The command "npm" was not found. It comes with Node: install Node again and retry.`;
  if (status !== 0)
    return `The packages could not be installed: "npm ci" failed (its message stands above). Check the network and run the command again.`;
  return null;
}

/** Checks the machine and installs what is missing. Returns a sentence when that is impossible, else null. */
export function setup({python = true} = {}) {
  const problem = nodeProblem() ?? (python ? pythonProblem() : null);
  if (problem !== null) return problem;
  const names = missing();
  return names.length === 0 ? null : install(names);
}

function main([script, ...args]) {
  const help = args.includes("--help") || args.includes("-h");
  if (script === "--help") {
    console.log(
      "node scripts/setup.mjs [script.ts …]: checks Node and Python, installs missing packages, runs the script."
    );
    return;
  }
  const problem = setup({python: !help});
  if (problem !== null) {
    console.error(problem);
    process.exitCode = 1;
    return;
  }
  if (script === undefined) {
    console.error("Everything is installed.");
    return;
  }
  const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const child = spawn(process.execPath, ["--import", tsx, join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    env: {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"}
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 1);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
