import {execFileSync} from "node:child_process";
import {cpus} from "node:os";
import {describe, expect, it} from "vitest";
import {describeMachine, machineSlug} from "../../bench/describeMachine.ts";
import {limitCores, parseProcessorList} from "../../bench/limitCores.ts";
import {parseOptions} from "../../bench/options.ts";

/** Processors that a process started now, and one started by that one, may use. */
const granted = () => Number(execFileSync("sh", ["-c", "nproc"], {encoding: "utf8"}));

describe("limitCores", () => {
  it.runIf(process.platform === "linux")("binds every process started from then on, until it is lifted", () => {
    const before = granted();
    const lift = limitCores(1);
    try {
      expect(granted()).toBe(1);
    } finally {
      lift();
    }
    expect(granted()).toBe(before);
  });

  it("says in a sentence where it cannot", () => {
    expect(() => limitCores(1, "darwin")).toThrow("--cores 1 needs Linux (taskset); this is darwin");
    if (process.platform === "linux")
      expect(() => limitCores(cpus().length + 1)).toThrow(
        `--cores must be 1…${cpus().length} on this machine, got ${cpus().length + 1}`
      );
  });

  it("reads the kernel's lists", () => expect(parseProcessorList("0-2,5")).toEqual([0, 1, 2, 5]));
});

describe("a limited machine", () => {
  it("is recorded as what it is and bears a name of its own", () => {
    expect(describeMachine(1)).toMatchObject({logical_cores: 1, cores_limit: 1});
    expect(describeMachine()).toMatchObject({logical_cores: cpus().length, cores_limit: null});
    const slug = machineSlug();
    expect(machineSlug({coresLimit: 1})).toBe(`${slug}-1-core`);
    expect(machineSlug({coresLimit: 4})).toBe(`${slug}-4-cores`);
  });

  it("shares its name between the free-threaded build and its twin only", () => {
    const python = {version: "3.13.5", built: true};
    expect(machineSlug({python})).toBe(`${machineSlug()}-python-3-13-5`);
    expect(machineSlug({python: {...python, built: false}})).toBe(machineSlug());
  });

  it("is asked for by --cores", () => {
    expect(parseOptions(["--cores", "1"]).cores).toBe(1);
    expect(parseOptions([]).cores).toBeNull();
    expect(() => parseOptions(["--cores", "0"])).toThrow("--cores must be a whole number 1…4096, got 0");
    expect(() => parseOptions(["--python", "3.12t"])).toThrow("free-threaded builds exist from 3.13t on");
  });
});
