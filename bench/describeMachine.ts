import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {arch, cpus, loadavg, release, totalmem, type} from "node:os";
import type {Python} from "./findPython.ts";

const read = (file: string): string | null => {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return null;
  }
};

const output = (command: string, args: readonly string[]): string | null => {
  try {
    return execFileSync(command, [...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      // As for a sample: what the shell says of bytecode does not hold there.
      env: {...process.env, PYTHONDONTWRITEBYTECODE: undefined},
      timeout: 20_000
    }).trim();
  } catch {
    return null;
  }
};

function physicalCores(): number {
  const info = read("/proc/cpuinfo");
  if (!info) return cpus().length;
  const pairs = info.split("\n\n").map((block) => {
    const value = (name: string) => new RegExp(`^${name}\\s*:\\s*(.*)$`, "m").exec(block)?.[1] ?? "";
    return `${value("physical id")}/${value("core id")}`;
  });
  return new Set(pairs.filter((pair) => pair !== "/")).size || cpus().length;
}

const osName = () => /^PRETTY_NAME="?([^"\n]*)/m.exec(read("/etc/os-release") ?? "")?.[1] ?? `${type()} ${release()}`;

/**
 * What the machine is: the part of environment.json that does not change within a session. `logical_cores` counts what the
 * samples may use: with `coresLimit` (`--cores`) no more than that, however many the machine has.
 */
export function describeMachine(coresLimit: number | null = null) {
  const model = cpus()[0]?.model.trim() ?? arch();
  return {
    cpu_model: model,
    physical_cores: physicalCores(),
    logical_cores: coresLimit ?? cpus().length,
    cores_limit: coresLimit,
    memory_bytes: totalmem(),
    os: osName(),
    kernel: `${type()} ${release()}`,
    virtualisation:
      output("systemd-detect-virt", []) ?? (/\bhypervisor\b/.test(read("/proc/cpuinfo") ?? "") ? "hypervisor" : null),
    governor: read("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
    clock_source: read("/sys/devices/system/clocksource/clocksource0/current_clocksource"),
    load_before: loadavg()
  };
}

/** What makes a profile of its own of the same machine: fewer cores, or a Python that was built here. */
export interface MachineProfile {
  readonly coresLimit?: number | null;
  readonly python?: Pick<Python, "version" | "built">;
}

/**
 * A slug from the processor's name and the number of cores, such as `amd-epyc-2`; limited to one core `amd-epyc-2-1-core`.
 * A Python built here adds its version, such as `amd-epyc-2-python-3-13-5`, the same for the free-threaded build and its
 * twin: these two may be compared with each other, and neither with the Python that came with the machine.
 */
export function machineSlug({coresLimit = null, python}: MachineProfile = {}): string {
  const words = (cpus()[0]?.model ?? arch()).toLowerCase().match(/[a-z0-9]+/g) ?? ["machine"];
  const kept = words.filter((word) => !/^(r|tm|cpu|processor|core|with|\d+core|ghz|\d+ghz)$/.test(word)).slice(0, 3);
  const limit = coresLimit === null ? [] : [coresLimit, coresLimit === 1 ? "core" : "cores"];
  const build = python?.built ? ["python", ...python.version.split(".")] : [];
  return [...kept, cpus().length, ...limit, ...build].join("-");
}

/** What a Python says of its build, and the distributions installed beside it. */
export function describePython(python: string) {
  const script = String.raw`
import json, platform, re, sys, sysconfig, time
from importlib.metadata import distributions
print(json.dumps({
  "version": platform.python_version(),
  "build": "free-threaded" if sysconfig.get_config_var("Py_GIL_DISABLED") else "gil",
  "compiler": platform.python_compiler(),
  "flags": " ".join(f.strip("'") for f in (sysconfig.get_config_var("CONFIG_ARGS") or "").split() if re.match(r"'?--(enable|disable|with|without)-[^/]*$", f)),
  "bytecode_written": not sys.dont_write_bytecode,
  "resolution": time.get_clock_info("perf_counter").resolution,
  "distributions": {d.metadata["Name"]: d.version for d in sorted(distributions(), key=lambda d: d.metadata["Name"].lower())}
}))`;
  const text = output(python, ["-c", script]);
  if (text === null) throw new Error(`${python} does not answer`);
  return JSON.parse(text) as {
    version: string;
    build: string;
    compiler: string;
    flags: string;
    bytecode_written: boolean;
    resolution: number;
    distributions: Record<string, string>;
  };
}

/** What decides how a sample is taken: a change elsewhere in the project leaves a run comparable. */
const harnessPaths = [
  "bench",
  "data/matrix.csv",
  "data/timeouts.csv",
  "src/schema/sample.ts",
  "src/schema/measure.ts"
] as const;

/** The last commit that changed the harness and whether it was changed since; nulls outside a git checkout. */
export function harnessCommit(folder: string): {
  readonly harness_commit: string | null;
  readonly harness_dirty: boolean | null;
} {
  const commit = output("git", ["-C", folder, "log", "-1", "--format=%H", "--", ...harnessPaths]);
  const status = output("git", ["-C", folder, "status", "--porcelain", "--", ...harnessPaths]);
  return {harness_commit: commit || null, harness_dirty: status === null ? null : status !== ""};
}

/** CPU seconds that all processes of the machine have used since it started (Linux; null elsewhere). */
export function busySeconds(): number | null {
  const fields = read("/proc/stat")?.split("\n")[0]?.split(/\s+/).slice(1).map(Number);
  if (!fields) return null;
  // user, nice, system, irq, softirq and steal; not idle and iowait. The kernel counts in hundredths.
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields;
  return (user + nice + system + irq + softirq + steal) / 100;
}
