/**
 * What `--python` may name. `3.13` is whatever Python of that version the machine has; `3.13t` is the free-threaded build;
 * `3.13-source` is the ordinary build made here from the same source with the same flags as `3.13t`, since a distributor's
 * own build is often optimised with a profile, and the two must differ in nothing but the lock.
 */
export interface PythonName {
  readonly name: string;
  /** Major and minor, such as `3.13`. */
  readonly version: string;
  readonly build: "ordinary" | "free-threaded" | "source";
}

/** Reads the name of a Python; throws a sentence that names the value and what is allowed. */
export function parsePythonName(text: string): PythonName {
  const [, version, ending] = /^(3\.\d+)(t|-source)?$/.exec(text) ?? [];
  if (version === undefined)
    throw new Error(
      `--python must be a version such as 3.13, 3.13t (free-threaded) or 3.13-source (built as 3.13t is), got ${text}`
    );
  const build = ending === "t" ? "free-threaded" : ending === "-source" ? "source" : "ordinary";
  if (build === "free-threaded" && Number(version.slice(2)) < 13)
    throw new Error(`--python ${text}: free-threaded builds exist from 3.13t on`);
  return {name: text, version, build};
}
