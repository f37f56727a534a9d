import {execFileSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {homedir} from "node:os";
import {join, sep} from "node:path";
import {buildStamp} from "./buildPython.ts";
import {parsePythonName, type PythonName} from "./parsePythonName.ts";

/** A Python that answers: its command and full version. */
export interface Python {
  readonly command: string;
  readonly version: string;
  readonly freeThreaded: boolean;
  /** Whether it was built here, by `--install --python`. */
  readonly built: boolean;
}

const ask =
  "import sys, sysconfig; print(sys.executable); print('.'.join(map(str, sys.version_info[:3]))); print(sysconfig.get_config_var('Py_GIL_DISABLED') or 0)";

function answers(command: string, builds?: string): Python | undefined {
  try {
    const [executable = "", version = "", free] = execFileSync(command, ["-c", ask], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 20_000
    }).split(/\r?\n/);
    const built = builds !== undefined && executable.startsWith(builds + sep);
    return {command: executable, version, freeThreaded: free === "1", built};
  } catch {
    return undefined;
  }
}

/** The Python of a name among those that were built to their end in `builds`, as a list of one or none. */
function builtHere(name: string, builds: string | undefined): readonly string[] {
  const home = builds && join(builds, `python-${name}`);
  return home && existsSync(join(home, buildStamp)) ? [join(home, "bin", "python3")] : [];
}

/** Commands that may be the Python asked for, the surest first. */
function candidates({name, version, build}: PythonName, builds: string | undefined): readonly string[] {
  if (build === "source") return builtHere(name, builds);
  const root = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  const byPyenv = existsSync(root)
    ? readdirSync(root)
        .filter((folder) => folder === version || folder.startsWith(`${version}.`))
        .filter((folder) => folder.endsWith("t") === (build === "free-threaded"))
        .map((folder) => join(root, folder, "bin", "python3"))
    : [];
  // The free-threaded build made here comes first, since only it has a twin; an ordinary one made here comes last.
  return build === "free-threaded"
    ? [...builtHere(name, builds), `python${name}`, ...byPyenv]
    : [`python${name}`, ...byPyenv, "python3", "python", ...builtHere(`${version}-source`, builds)];
}

/** Versions measured when none is asked for: what the exact requirements are made for, the newest first. */
const known = ["3.13", "3.12", "3.11", "3.10"] as const;

function notFound({name, build}: PythonName): string {
  const places = build === "source" ? "" : " on PATH, among pyenv's versions or";
  return `Python ${name} was not found${places} among those built here; npm run bench -- --install --python ${name} builds it`;
}

/**
 * The Python of a name such as `3.13`, `3.13t` or `3.13-source`, or the newest known one. `builds` is the folder in which
 * `--install --python` builds. Throws, with what to do, when there is none of 3.10 or newer.
 */
export function findPython(wanted?: string, builds?: string): Python {
  for (const text of wanted ? [wanted] : known) {
    const name = parsePythonName(text);
    for (const command of candidates(name, wanted ? builds : undefined)) {
      const python = answers(command, builds);
      const free = name.build === "free-threaded";
      if (python && python.freeThreaded === free && python.version.startsWith(`${name.version}.`)) return python;
    }
  }
  if (wanted) throw new Error(notFound(parsePythonName(wanted)));
  const any = answers("python3");
  if (any && Number(any.version.split(".")[1]) >= 10) return any;
  throw new Error("Python 3.10 or newer was not found; install it so that `python3 --version` answers");
}
