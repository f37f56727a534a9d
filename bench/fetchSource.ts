import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {debianMirror, targetFormat} from "./debianMirror.ts";

/** Debian's suites in which a Python is looked for, the most settled first. */
export const suites = ["trixie", "forky", "sid"] as const;

/** Runs `apt-get` in a folder and returns what it prints; throws an error that carries `stderr`. */
export type Apt = (args: readonly string[], folder: string) => string;

const aptGet: Apt = (args, folder) =>
  execFileSync("apt-get", [...args], {
    cwd: folder,
    encoding: "utf8",
    env: {...process.env, LC_ALL: "C"},
    stdio: ["ignore", "pipe", "pipe"]
  });

const keyrings = ["/usr/share/keyrings/debian-archive-keyring.pgp", "/usr/share/keyrings/debian-archive-keyring.gpg"];

function complaint(error: unknown): string {
  const {stderr, message} = error as {stderr?: string; message: string};
  return (stderr ?? "").split("\n").find((line) => line.startsWith("E: ")) ?? message;
}

/** Options that give apt a list of sources and a state of its own: the machine's configuration is read, never changed. */
function privateApt(folder: string, mirror: string, suite: string): readonly string[] {
  for (const part of ["state/lists/partial", "cache/archives/partial"])
    mkdirSync(join(folder, part), {recursive: true});
  const keyring = keyrings.find(existsSync);
  const sources = join(folder, "suite.sources");
  writeFileSync(
    sources,
    ["Types: deb-src", `URIs: ${mirror}`, `Suites: ${suite}`, "Components: main"]
      .concat(keyring ? [`Signed-By: ${keyring}`] : [])
      .join("\n") + "\n"
  );
  const values = {
    "Dir::Etc::sourcelist": sources,
    "Dir::Etc::sourceparts": "-",
    "Dir::State": join(folder, "state"),
    "Dir::Cache": join(folder, "cache"),
    // A mirror that does not answer is an error here, not a warning.
    "APT::Update::Error-Mode": "any"
  };
  return Object.entries(values).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
}

/** The source of a Python as fetched: the file, and the suite of Debian that has it (null where it was there already). */
export interface Source {
  readonly tarball: string;
  readonly suite: string;
}

function fetched(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((file) => /\.orig\.tar\.\w+$/.test(file));
  return name && join(folder, name);
}

/**
 * Fetches the source of a Python such as `3.13` into `folder/<suite>`: the upstream archive of Debian's source package,
 * without Debian's patches, whose checksum apt compares with the suite's signed index. Throws a sentence when there is no
 * apt, no Debian mirror, no network, or no suite that has it.
 */
export function fetchSource(folder: string, version: string, log: (line: string) => void, apt: Apt = aptGet): Source {
  const ready = suites.find((suite) => fetched(join(folder, suite)));
  if (ready) return {tarball: fetched(join(folder, ready))!, suite: ready};
  mkdirSync(folder, {recursive: true});
  let targets: string;
  try {
    targets = apt(["indextargets", "--no-release-info", "--format", targetFormat], folder);
  } catch (error) {
    throw new Error(`apt-get does not run on this machine (${complaint(error)})`, {cause: error});
  }
  const mirror = debianMirror(targets);
  let failure: unknown;
  for (const suite of suites) {
    const home = join(folder, suite);
    const options = privateApt(home, mirror, suite);
    log(`looking for python${version} in Debian ${suite} …`);
    try {
      apt([...options, "update"], home);
    } catch (error) {
      throw new Error(`Debian's index of ${suite} could not be fetched (${complaint(error)})`, {cause: error});
    }
    try {
      apt([...options, "source", "--download-only", "--tar-only", "--only-source", `python${version}`], home);
    } catch (error) {
      // A mirror's index may name a file that the mirror no longer holds; a later suite may have a newer one.
      if (!/Unable to find a source package/.test(complaint(error))) {
        log(`${suite}: ${complaint(error)}`);
        failure = error;
      }
      continue;
    }
    const tarball = fetched(home);
    if (tarball) return {tarball, suite};
  }
  if (failure !== undefined)
    throw new Error(`the source of python${version} could not be fetched (${complaint(failure)})`, {cause: failure});
  throw new Error(`no suite of Debian among ${suites.join(", ")} has the source of python${version}`);
}
