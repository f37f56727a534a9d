import {buildPython} from "./buildPython.ts";
import {findPython, type Python} from "./findPython.ts";
import {parsePythonName} from "./parsePythonName.ts";

/**
 * The Python of a name, built in `builds` if the machine has none of it; a version that is missing altogether is built as
 * its `-source` twin. Throws a sentence with the cure where it can be neither found nor built.
 */
export async function providePython(wanted: string, builds: string, log: (line: string) => void): Promise<Python> {
  try {
    return findPython(wanted, builds);
  } catch {
    const {version, build} = parsePythonName(wanted);
    await buildPython(builds, build === "ordinary" ? `${version}-source` : wanted, log);
    return findPython(wanted, builds);
  }
}
