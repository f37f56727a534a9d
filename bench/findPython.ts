import {execFileSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";

/** A Python that answers: its command and full version. */
export interface Python {
  readonly command: string;
  readonly version: string;
  readonly freeThreaded: boolean;
}

const ask =
  "import sys, sysconfig; print(sys.executable); print('.'.join(map(str, sys.version_info[:3]))); print(sysconfig.get_config_var('Py_GIL_DISABLED') or 0)";

function answers(command: string): Python | undefined {
  try {
    const [executable = "", version = "", free] = execFileSync(command, ["-c", ask], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 20_000
    }).split(/\r?\n/);
    return {command: executable, version, freeThreaded: free === "1"};
  } catch {
    return undefined;
  }
}

/** Commands that may be the Python asked for, the surest first. */
function candidates(wanted: string): readonly string[] {
  const root = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  const byPyenv = existsSync(root)
    ? readdirSync(root)
        .filter((name) => name === wanted || name.startsWith(`${wanted}.`))
        .map((name) => join(root, name, "bin", "python3"))
    : [];
  return [`python${wanted}`, ...byPyenv, "python3", "python"];
}

/** Versions measured when none is asked for: what the exact requirements are made for, the newest first. */
const known = ["3.13", "3.12", "3.11", "3.10"] as const;

/**
 * The Python of a version such as `3.13` or `3.13t`, or the newest known one. Throws, with what to do, when there is none
 * of 3.10 or newer.
 */
export function findPython(wanted?: string): Python {
  for (const version of wanted ? [wanted] : known)
    for (const command of candidates(version)) {
      const python = answers(command);
      const free = version.endsWith("t");
      if (python && python.freeThreaded === free && `${python.version}.`.startsWith(`${version.replace("t", "")}.`))
        return python;
    }
  const any = wanted ? undefined : answers("python3");
  if (any && Number(any.version.split(".")[1]) >= 10) return any;
  throw new Error(
    wanted
      ? `Python ${wanted} was not found on PATH or among pyenv's versions; install it, or leave out --python`
      : "Python 3.10 or newer was not found; install it so that `python3 --version` answers"
  );
}
