import {execFileSync, type ExecFileSyncOptionsWithStringEncoding} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {expandMatrix} from "../../bench/expandMatrix.ts";
import {placesOf} from "../../bench/placesOf.ts";
import {readTable} from "../../bench/readTable.ts";
import {type MatrixRow, matrixTable} from "../../src/schema/matrix.ts";

const root = join(import.meta.dirname, "..", "..");
const places = placesOf(root);
const folder = mkdtempSync(join(tmpdir(), "wpp-business-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const env = {
  ...process.env,
  PYTHONPATH: [join(root, "bench"), ...places.importPaths].join(delimiter),
  PYTHONDONTWRITEBYTECODE: "1",
  TMPDIR: folder
};

/** What a Python program prints, as JSON; `values` are its `given`. Its inputs and outputs stand below the test's own folder. */
function ask<T>(command: string, program: string, values: object = {}): T {
  const script = `import json, sys\ngiven = json.loads(sys.argv[1])\n${program}`;
  const options = {env, encoding: "utf8", timeout: 120_000} satisfies ExecFileSyncOptionsWithStringEncoding;
  return JSON.parse(execFileSync(command, ["-c", script, JSON.stringify(values)], options)) as T;
}

const packages = ["openpyxl", "pandas", "matplotlib", "yaml", "docx", "pypdf", "PIL"];
const has = `from importlib.util import find_spec\nprint(json.dumps(all(map(find_spec, ${JSON.stringify(packages)}))))`;
const python = (existsSync(places.environments) ? readdirSync(places.environments) : [])
  .filter((name) => /^(stdlib|joblib)-business-3\.\d+\.\d+$/.test(name))
  .map((name) => join(places.environments, name, "bin", "python"))
  .find((candidate) => existsSync(candidate) && ask<boolean>(candidate, has));
const reason = "no environment under .bench has what business work needs; `npm run bench -- --install` makes them";
if (!python) console.info(`skipped, business work: ${reason}`);

const doing = `
from importlib import import_module
def done(name, count, **more):
    work = import_module(name + "_work")
    items = work.items({"task_count": count, "data_folder": None})
    for item in items:
        item.update(more)
    results = [work.task(item) for item in items]
    told = [work.checksum(results), work.checksum(results[::-1])]
    getattr(work, "close", lambda: None)()
    return told
`;

describe("the plan of business work", () => {
  const everything = {profile: "standard", part: "business", tools: [], experiments: [], workers: []} as const;
  const part = expandMatrix(readTable<MatrixRow>(places.matrix, matrixTable), everything);
  const cells = part.filter(({experiment}) => experiment === "business");
  const works = [...new Set(cells.map(({workload}) => workload))];

  it("has a module for every work, and the plain loop beside every pool", () => {
    for (const workload of works) {
      expect(existsSync(join(root, "bench", "workloads", `${workload}_work.py`)), workload).toBe(true);
      const counts = new Set(cells.filter((cell) => cell.workload === workload).map(({taskCount}) => taskCount));
      const serial = cells.filter((cell) => cell.workload === workload && cell.tool === "serial");
      expect(new Set(serial.map(({taskCount}) => taskCount)), workload).toEqual(counts);
    }
  });

  it("sets what is done today beside what could be, as the plain loop, in threads and in spawned processes", () => {
    const kinds = (workload: string) =>
      new Set(
        cells.filter((cell) => cell.workload === workload).map(({tool, startMethod}) => `${tool}:${startMethod}`)
      );
    const pairs = works.filter((name) => name.endsWith("_today")).map((name) => name.replace("_today", ""));
    expect(pairs.toSorted()).toEqual(["archive", "book", "frame", "job", "pdf", "plot", "stats", "word", "yaml"]);
    for (const name of pairs)
      for (const way of [`${name}_today`, `${name}_improved`])
        expect([...kinds(way)], way).toEqual(
          expect.arrayContaining(["serial:none", "concurrent-futures-thread:none", "concurrent-futures-process:spawn"])
        );
  });
});

describe("business work", () => {
  it.for([
    ["archive", {}],
    ["book", {}],
    ["frame", {}],
    ["job", {}],
    ["pdf", {}],
    ["plot", {dpi: 60}],
    ["stats", {}],
    ["word", {}],
    ["yaml", {}]
  ] as const)("%s: the improved way gives what the way of today gives", {timeout: 120_000}, ([name, more], {skip}) => {
    if (!python) return skip(reason);
    // One job of each kind; two items of anything else.
    const count = name === "job" ? 6 : 2;
    const program = `${doing}print(json.dumps([done(given["name"] + way, given["count"], **given["more"]) for way in ("_today", "_improved")]))`;
    const [today, improved] = ask<string[][]>(python, program, {name, more, count});
    expect(improved).toEqual(today);
    expect(today![0], "results in another order").not.toBe(today![1]);
  });

  it("a workbook that is written anew keeps formats, formulas and widths, and loses the old rows", ({skip}) => {
    if (!python) return skip(reason);
    const program = `
import book_improved_work as work
from openpyxl import load_workbook
(item,) = work.items({"task_count": 1, "data_folder": None})
work.task(item)
old, new = (load_workbook(item[name])["data"] for name in ("template", "target"))
print(json.dumps({
    "formats": [sheet["B5"].number_format for sheet in (old, new)],
    "fills": [sheet["C7"].fill.fgColor.rgb for sheet in (old, new)],
    "width": new.column_dimensions["A"].width,
    "header": [old["B1"].value, new["B1"].value],
    "beyond": [old["B121"].value or old["B120"].value, new["B120"].value, new["L1"].value],
    "formula": load_workbook(item["target"])["overview"]["B2"].value,
}))`;
    expect(ask(python, program)).toEqual({
      formats: ["0.00", "0.00"],
      fills: ["FFF2F2F2", "FFF2F2F2"],
      width: 24,
      header: ["old_2", "load_1"],
      beyond: [0.5, null, null],
      formula: "=MAX(data!B2:B101)"
    });
  });

  it("a shared workbook holds every sheet after the plain loop, and says what it holds when two write at once", ({
    skip
  }) => {
    if (!python) return skip(reason);
    const program = `
import book_shared_work as work
from concurrent.futures import ThreadPoolExecutor
def told(run):
    items = work.items({"task_count": 4, "data_folder": None})
    return work.checksum(run(items))
def broken(items):
    results = list(map(work.task, items))
    with open(items[0]["target"], "r+b") as file:
        file.truncate(100)
    return results
with ThreadPoolExecutor(4) as pool:
    print(json.dumps([
        told(lambda items: list(map(work.task, items))),
        told(lambda items: list(map(work.task, items[::-1]))[::-1]),
        told(broken),
        told(lambda items: list(pool.map(work.task, items))),
    ]))`;
    const [loop, turned, broken, threads] = ask<string[]>(python, program);
    expect(loop).toMatch(/^4 of 4 sheets [0-9a-f]{8}, all tasks reported success$/);
    expect(turned).toBe(loop);
    expect(broken).toBe("the workbook is unreadable, all tasks reported success");
    expect(threads).toMatch(
      /^(\d of 4 sheets [0-9a-f]{8}|the workbook is unreadable), (all tasks reported success|\d tasks failed)$/
    );
  });

  it("a stem that begins like another gets only its own files in the improved way", ({skip}) => {
    if (!python) return skip(reason);
    const program = `
import archive_improved_work, archive_today_work, os, tempfile
from zipfile import ZipFile
folder, out = tempfile.mkdtemp(), tempfile.mkdtemp()
for name in ("case1_a.csv", "case10_a.csv"):
    open(os.path.join(folder, name), "w").close()
today = archive_today_work.task({
    "stem": "case1", "analysis": {"input_directory": folder, "filename": {"extension": ["csv"]}},
    "Analysis": {"result_folder": out}})
improved = archive_improved_work.task({"folder": folder, "names": ["case1_a.csv"], "archive": os.path.join(out, "i.zip")})
print(json.dumps([sorted(ZipFile(result["archive"]).namelist()) for result in (today, improved)]))`;
    expect(ask(python, program)).toEqual([["case10_a.csv", "case1_a.csv"], ["case1_a.csv"]]);
  });

  it.for([
    ["download_10ms", 0.01],
    ["download_100ms", 0.1]
  ] as const)("%s waits as long as its name says", ([workload, seconds], {skip}) => {
    if (!python) return skip(reason);
    const program = `${doing}
import time
began = time.perf_counter()
told = done(given["workload"], 3)
print(json.dumps({"told": told, "seconds": (time.perf_counter() - began) / 3}))`;
    const found = ask<{told: string[]; seconds: number}>(python, program, {workload});
    expect(found.seconds).toBeGreaterThanOrEqual(seconds);
    expect(found.told[0]).not.toBe(found.told[1]);
  });
});
