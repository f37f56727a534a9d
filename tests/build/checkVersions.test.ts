import {readdirSync, readFileSync} from "node:fs";
import {expect, it, vi} from "vitest";
import {compareVersions} from "../../scripts/versions/compareVersions.ts";
import {pinnedVersions} from "../../scripts/versions/pinnedVersions.ts";

it("reads each pin of the requirement files once, extras left out", () => {
  expect(pinnedVersions(["modin[ray]==0.37.1\n-r work-array.txt\n", "dask==2026.8.0", "dask==2026.8.0\n"])).toEqual([
    {distribution: "dask", version: "2026.8.0"},
    {distribution: "modin", version: "0.37.1"}
  ]);
  expect(() => pinnedVersions(["dask>=2026"])).toThrow('a requirement must be name==version, got "dask>=2026"');
});

it("reads the project's own files", () => {
  const folder = "bench/requirements";
  const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  expect(pinnedVersions(texts).map(({distribution}) => distribution)).toEqual(
    expect.arrayContaining(["ray", "celery", "apache-airflow", "polars"])
  );
});

it("tells what is as measured, what is newer, and what could not be asked", async () => {
  const answers: Readonly<Record<string, string>> = {
    dask: "dask (2026.8.0)\nAvailable versions: 2026.8.0, 2026.7.1\n",
    ray: "ray (2.61.0)\nAvailable versions: 2.61.0, 2.60.0\n"
  };
  const ask = vi.fn(async (name: string) => {
    if (!answers[name]) throw new Error("ERROR: No matching distribution found\nmore");
    return answers[name];
  });
  const pins = pinnedVersions(["dask==2026.8.0\nray==2.60.0\nvaex-core==4.19.0"]);
  expect(await compareVersions(pins, ask)).toEqual([
    {distribution: "dask", version: "2026.8.0", newest: "2026.8.0", state: "current", reason: null},
    {distribution: "ray", version: "2.60.0", newest: "2.61.0", state: "newer", reason: null},
    {
      distribution: "vaex-core",
      version: "4.19.0",
      newest: null,
      state: "unknown",
      reason: "ERROR: No matching distribution found"
    }
  ]);
});
