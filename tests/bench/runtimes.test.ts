import {execFileSync} from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {buildPython, buildStamp, configureFlags} from "../../bench/buildPython.ts";
import {debianMirror} from "../../bench/debianMirror.ts";
import {type Apt, fetchSource, suites} from "../../bench/fetchSource.ts";
import {findPython} from "../../bench/findPython.ts";
import {environmentPython} from "../../bench/installTool.ts";
import {parsePythonName} from "../../bench/parsePythonName.ts";

let folder = "";
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), "wpp-runtimes-")))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const quiet = () => {};
const targets = "main/binary-amd64/Packages https://mirror.example/debian/dists/bookworm/ Debian\n";

/** A command that answers as a Python of that version does, built or not to its end. */
function fakePython(name: string, version: string, free: boolean, done = true): string {
  const command = join(folder, `python-${name}`, "bin", "python3");
  mkdirSync(join(command, ".."), {recursive: true});
  writeFileSync(command, `#!/bin/sh\nprintf '%s\\n${version}\\n${free ? 1 : 0}\\n' "$0"\n`);
  chmodSync(command, 0o755);
  if (done) writeFileSync(join(folder, `python-${name}`, buildStamp), "{}");
  return command;
}

function aptError(line: string): Error {
  return Object.assign(new Error("Command failed"), {stderr: `W: a warning\n${line}\n`});
}

/** An apt whose suites hold what is said, and which notes what it was asked. */
function fakeApt(holds: Partial<Record<string, () => void>>, asked: string[][] = []): Apt {
  return (args, home) => {
    asked.push([...args]);
    if (args[0] === "indextargets") return targets;
    if (args.includes("update")) return "";
    const suite = home.split("/").at(-1)!;
    const fetch = holds[suite];
    if (!fetch) throw aptError("E: Unable to find a source package for python3.13");
    fetch();
    return "";
  };
}

/** The source of a Python in miniature: a configure and a make file that do what the real ones do to the file system. */
function miniature(file: string): void {
  const tree = join(folder, "miniature", "Python-3.13.5");
  mkdirSync(tree, {recursive: true});
  const script = String.raw`#!/bin/sh
prefix=$(printf '%s' "$1" | sed 's/--prefix=//')
printf 'all:\n\techo "$@" > made\ninstall:\n\tmkdir -p %s/bin\n\tcp made %s/\n\tcp $(dirname $0)/python3 %s/bin/\n' "$prefix" "$prefix" "$prefix" | sed "s|\$(dirname .0)|$(dirname $0)|;s|\"\$@\"|$*|" > Makefile
`;
  writeFileSync(join(tree, "configure"), script, {mode: 0o755});
  // It has every module but lzma.
  writeFileSync(
    join(tree, "python3"),
    `#!/bin/sh\ncase "$2" in *lzma*) exit 1;; import*sys*) printf '%s\\n3.13.5\\n1\\n' "$0";; esac\n`,
    {mode: 0o755}
  );
  execFileSync("tar", ["-cf", file, "-C", join(folder, "miniature"), "Python-3.13.5"]);
}

describe("parsePythonName", () => {
  it.each([
    ["3.13", "3.13", "ordinary"],
    ["3.13t", "3.13", "free-threaded"],
    ["3.14-source", "3.14", "source"]
  ])("reads %s", (name, version, build) => expect(parsePythonName(name)).toEqual({name, version, build}));

  it.each(["3", "3.13.0", "3.13tt", "../3.13", "pypy3.11"])("refuses %s and says what is allowed", (text) =>
    expect(() => parsePythonName(text)).toThrow(/--python must be a version such as 3\.13, 3\.13t .* got /)
  );

  it("knows from which version on there is a free-threaded build", () =>
    expect(() => parsePythonName("3.12t")).toThrow("--python 3.12t: free-threaded builds exist from 3.13t on"));
});

describe("debianMirror", () => {
  it("takes the address of the main archive from apt's own configuration", () => {
    const lines = [
      "main/binary-amd64/Packages https://packages.example/apt/dists/stable/ Vendor Inc",
      "main/binary-amd64/Packages https://mirror.example/debian-security/dists/bookworm-security/ Debian",
      "main/binary-amd64/Packages https://mirror.example/debian/dists/bookworm-updates/ Debian",
      "contrib/binary-amd64/Packages https://mirror.example/other/dists/bookworm/ Debian",
      "main/binary-amd64/Packages https://mirror.example/debian/dists/bookworm/ Debian"
    ];
    expect(debianMirror(lines.join("\n"))).toBe("https://mirror.example/debian/");
  });

  it("goes by the folder's name as long as no index was downloaded", () =>
    expect(debianMirror("main/binary-arm64/Packages http://m.example/debian/dists/trixie/ $(ORIGIN)")).toBe(
      "http://m.example/debian/"
    ));

  it.each(["", "main/binary-amd64/Packages http://m.example/ubuntu/dists/noble/ Ubuntu"])(
    "says so when apt knows no Debian mirror (%s)",
    (lines) => expect(() => debianMirror(lines)).toThrow("apt on this machine is set up with no Debian mirror")
  );
});

describe("fetchSource", () => {
  const tarball = (suite: string) => join(folder, suite, "python3.13_3.13.5.orig.tar.xz");

  it("asks suite after suite, with a list and a state that are not the machine's", () => {
    const asked: string[][] = [];
    const apt = fakeApt({forky: () => writeFileSync(tarball("forky"), "")}, asked);
    expect(fetchSource(folder, "3.13", quiet, apt)).toEqual({tarball: tarball("forky"), suite: "forky"});
    expect(readFileSync(join(folder, "forky", "suite.sources"), "utf8")).toMatch(
      /^Types: deb-src\nURIs: https:\/\/mirror\.example\/debian\/\nSuites: forky\nComponents: main\n/
    );
    for (const args of asked.slice(1)) {
      expect(args.some((arg) => arg.startsWith(`Dir::State=${folder}/`))).toBe(true);
      expect(args.some((arg) => arg.startsWith(`Dir::Etc::sourcelist=${folder}/`))).toBe(true);
      expect(args.join(" ")).not.toMatch(/unauthenticated|insecure|trusted/i);
    }
  });

  it("does not ask again for what is there", () => {
    mkdirSync(join(folder, "trixie"));
    writeFileSync(tarball("trixie"), "");
    const apt: Apt = () => {
      throw new Error("asked");
    };
    expect(fetchSource(folder, "3.13", quiet, apt).suite).toBe("trixie");
  });

  it("says that no suite has it", () =>
    expect(() => fetchSource(folder, "3.99", quiet, fakeApt({}))).toThrow(
      `no suite of Debian among ${suites.join(", ")} has the source of python3.99`
    ));

  it("passes over a suite whose mirror lacks the file it lists, and gives apt's own reason if none has it", () => {
    const gone = () => {
      throw aptError("E: Failed to fetch python3.13_3.13.5.orig.tar.xz  404  Not Found");
    };
    const apt = fakeApt({trixie: gone, forky: () => writeFileSync(tarball("forky"), "")});
    expect(fetchSource(folder, "3.13", quiet, apt).suite).toBe("forky");
    rmSync(tarball("forky"));
    expect(() => fetchSource(folder, "3.13", quiet, fakeApt({trixie: gone}))).toThrow(
      "the source of python3.13 could not be fetched (E: Failed to fetch python3.13_3.13.5.orig.tar.xz  404  Not Found)"
    );
  });
});

describe("buildPython", () => {
  it("configures the free-threaded build and its twin alike but for the lock, and neither with a profile", () => {
    const twin = configureFlags("source");
    expect(configureFlags("free-threaded")).toEqual([...twin, "--disable-gil"]);
    expect(twin.join(" ")).not.toMatch(/optimizations|lto/);
  });

  it("names the cure in one sentence where there is no apt", async () => {
    const apt: Apt = () => {
      throw new Error("spawnSync apt-get ENOENT");
    };
    await expect(buildPython(folder, "3.13t", quiet, apt)).rejects.toThrow(
      "Python 3.13t could not be built: apt-get does not run on this machine (spawnSync apt-get ENOENT). Cure: mend that, or put a python3.13t on PATH"
    );
  });

  it("builds once, records source and flags, tells what is missing, and is found afterwards", async () => {
    const lines: string[] = [];
    const asked: string[][] = [];
    const tarball = join(folder, "python-source", "3.13", "trixie", "python3.13_3.13.5.orig.tar.xz");
    const apt = fakeApt({trixie: () => miniature(tarball)}, asked);
    const command = await buildPython(folder, "3.13t", (line) => lines.push(line), apt);
    expect(command).toBe(join(folder, "python-3.13t", "bin", "python3"));
    expect(readFileSync(join(folder, "python-3.13t", "made"), "utf8")).toContain("--disable-gil");
    expect(JSON.parse(readFileSync(join(folder, "python-3.13t", buildStamp), "utf8"))).toMatchObject({
      source: "python3.13_3.13.5.orig.tar.xz",
      suite: "trixie",
      flags: ["--disable-test-modules", "--disable-gil"],
      missing_modules: ["lzma"]
    });
    expect(lines.join("\n")).toContain("3.13t lacks lzma; to have them, install liblzma-dev");
    const before = asked.length;
    await buildPython(folder, "3.13t", quiet, apt);
    expect(asked).toHaveLength(before);
    expect(findPython("3.13t", folder)).toEqual({command, version: "3.13.5", freeThreaded: true, built: true});
  });

  it("goes on where it was stopped: what is fetched and unpacked stays, a half-installed build is replaced", async () => {
    const tarball = join(folder, "python-source", "3.13", "trixie", "python3.13_3.13.5.orig.tar.xz");
    mkdirSync(join(tarball, ".."), {recursive: true});
    miniature(tarball);
    fakePython("3.13-source", "3.13.1", false, false);
    writeFileSync(join(folder, "python-3.13-source", "stale"), "");
    const apt: Apt = () => {
      throw new Error("asked");
    };
    await buildPython(folder, "3.13-source", quiet, apt);
    expect(existsSync(join(folder, "python-3.13-source", "stale"))).toBe(false);
    expect(existsSync(join(folder, "python-3.13-source", buildStamp))).toBe(true);
  });

  it("says which step failed and where all of its output is", async () => {
    const tarball = join(folder, "python-source", "3.13", "trixie", "python3.13_3.13.5.orig.tar.xz");
    mkdirSync(join(tarball, ".."), {recursive: true});
    writeFileSync(tarball, "no archive");
    await expect(buildPython(folder, "3.13t", quiet)).rejects.toThrow(
      /unpacking python3\.13_3\.13\.5\.orig\.tar\.xz ended with \d+: .*build\.log\)/
    );
  });
});

describe("findPython", () => {
  it("finds the builds of the folder it is given, each by its own name", () => {
    const free = fakePython("3.99t", "3.99.5", true);
    const twin = fakePython("3.99-source", "3.99.5", false);
    expect(findPython("3.99t", folder)).toEqual({command: free, version: "3.99.5", freeThreaded: true, built: true});
    expect(findPython("3.99-source", folder).command).toBe(twin);
  });

  it("takes the twin for a version that the machine has in no other way", () =>
    expect(findPython("3.99", fakePython("3.99-source", "3.99.5", false) && folder).built).toBe(true));

  it("finds no build that was stopped half-way, none that is not what its name says, and says how to get one", () => {
    fakePython("3.99t", "3.99.5", true, false);
    fakePython("3.99-source", "3.98.1", false);
    for (const name of ["3.99t", "3.99-source"])
      expect(() => findPython(name, folder)).toThrow(
        new RegExp(`^Python ${name} was not found .*; npm run bench -- --install --python ${name} builds it$`)
      );
  });

  it("keeps the environments of a Python built here apart from those of the machine's own", () => {
    const ordinary = {command: "python3", version: "3.13.5", freeThreaded: false, built: false};
    const paths = [ordinary, {...ordinary, built: true}, {...ordinary, built: true, freeThreaded: true}].map((python) =>
      environmentPython(folder, "joblib", python)
    );
    expect(new Set(paths).size).toBe(3);
  });
});
