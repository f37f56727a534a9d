import {execFileSync, type ExecFileSyncOptionsWithStringEncoding} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {kindOf} from "../../bench/cell.ts";
import {findPython} from "../../bench/findPython.ts";

const bench = join(import.meta.dirname, "..", "..", "bench");
const environments = join(bench, "..", ".bench");
const python = findPython().command;
const folder = mkdtempSync(join(tmpdir(), "wpp-work-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const env = {
  ...process.env,
  PYTHONPATH: [bench, join(bench, "adapters"), join(bench, "workloads")].join(delimiter),
  PYTHONDONTWRITEBYTECODE: "1",
  TMPDIR: folder
};

/** What a Python program prints, as JSON; `values` are its `given`. */
function ask<T>(program: string, values: object = {}, command = python): T {
  const script = `import json, sys\ngiven = json.loads(sys.argv[1])\n${program}`;
  const options = {
    env,
    encoding: "utf8",
    maxBuffer: 1 << 24,
    timeout: 60_000,
    stdio: ["ignore", "pipe", "pipe"]
  } satisfies ExecFileSyncOptionsWithStringEncoding;
  return JSON.parse(execFileSync(command, ["-c", script, JSON.stringify(values)], options)) as T;
}

const inOrder = `
from importlib import import_module
from pickle import dumps, loads
work = import_module(given["workload"] + "_work")
cell = {"task_count": 4, "task_seconds": 0.001, "iterations": 500, "workers": 2, "payload_in_bytes": 0, "payload_out_bytes": 0}
items = work.items(cell | given.get("cell", {}))
results = [work.task(item) for item in loads(dumps(items, 5))]
told = work.reference(items) if hasattr(work, "reference") and given["workload"] != "stencil" else results
print(json.dumps({
    "checksum": work.checksum(results),
    "turned": work.checksum(results[::-1]),
    "told": work.checksum(told),
    "moved": work.checksum(loads(dumps(results, 5))),
    "item_bytes": len(dumps(items[0], 5)),
    "measures_payload": getattr(work, "MEASURES_PAYLOAD", False),
}))
getattr(work, "close", lambda: None)()
`;

interface Told {
  readonly checksum: string;
  readonly turned: string;
  readonly told: string;
  readonly moved: string;
  readonly item_bytes: number;
  readonly measures_payload: boolean;
}

function holdsItsContract(workload: string, expected: string, command: string): Told {
  const first = ask<Told>(inOrder, {workload}, command);
  expect(ask<Told>(inOrder, {workload}, command)).toEqual(first);
  // Seen alike with Python 3.10, 3.11, 3.12 and 3.13.
  expect(first.checksum).toBe(expected);
  expect(first.moved, "results that were pickled on their way").toBe(expected);
  expect(first.told, "the reference").toBe(expected);
  expect(first.turned, "results in another order").not.toBe(expected);
  return first;
}

const real = {
  compress: "21f2b17b",
  csvstats: "4ab3444f",
  digest: "1fa328dc",
  http: "c955132d",
  json: "b7694b57",
  regex: "6063df68",
  sqlite: "ce677665"
};
const made = {busy: "5a7c521c", hash: "d91074dc", noop: "67e9e248", sleep: "67e9e248", stencil: "5a7c521c"};
const installed = {draw: "f7f83049", workbook: "83c09520"};

describe("timed work of the standard library", () => {
  it.each(Object.entries({...real, ...made}))("%s gives the same results in every process", (workload, expected) => {
    const {measures_payload} = holdsItsContract(workload, expected, python);
    expect(measures_payload).toBe(workload in real);
  });

  it.each(["compress", "csvstats", "digest", "json", "regex"])("%s takes items of another size", (workload) => {
    const {item_bytes} = ask<Told>(inOrder, {workload, cell: {payload_in_bytes: 24_000}});
    expect(item_bytes).toBeGreaterThan(23_000);
    expect(item_bytes).toBeLessThan(26_000);
  });

  it("says which work lets go of the GIL, and which waits", () => {
    const kinds = Object.keys({...real, ...installed}).map((workload) => [workload, kindOf(workload)]);
    expect(Object.fromEntries(kinds)).toEqual({
      compress: "cpu-releases-gil",
      csvstats: "cpu-gil",
      digest: "cpu-releases-gil",
      draw: "cpu-releases-gil",
      http: "waiting",
      json: "cpu-gil",
      regex: "cpu-gil",
      sqlite: "cpu-releases-gil",
      workbook: "cpu-gil"
    });
  });
});

describe("timed work that needs Pillow and openpyxl", () => {
  const has = "from importlib.util import find_spec\nprint(json.dumps(all(map(find_spec, ('PIL', 'openpyxl')))))";
  const command = (existsSync(environments) ? readdirSync(environments) : [])
    .map((name) => join(environments, name, "bin", "python"))
    .find((candidate) => existsSync(candidate) && ask<boolean>(has, {}, candidate));
  const reason = "no environment under .bench has Pillow and openpyxl; `npm run bench -- --install` makes them";
  if (!command) console.info(`skipped, draw and workbook: ${reason}`);

  for (const [workload, expected] of Object.entries(installed))
    it(`${workload} gives the same results in every process`, ({skip}) => {
      if (!command) return skip(reason);
      expect(holdsItsContract(workload, expected, command).measures_payload).toBe(true);
    });
});

describe("uneven task lengths", () => {
  const lengths = `
import busy_work, sleep_work
cell = {"iterations": 20_000, "task_seconds": 0.002, **given}
print(json.dumps([[length for _, length in work.items(cell)] for work in (busy_work, sleep_work)]))
`;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const cvOf = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value / mean(values) - 1) ** 2)));

  it.each([
    ["lognormal", 0.5, 40],
    ["lognormal", 2, 1000],
    ["pareto", 0.5, 40],
    ["pareto", 2, 1000]
  ])("%s with cv %d over %d tasks have just the mean and the spread asked for", (distribution, cv, count) => {
    const cell = {distribution, task_cv: cv, task_count: count};
    const [iterations = [], seconds = []] = ask<number[][]>(lengths, cell);
    expect(iterations).toHaveLength(count);
    expect(mean(iterations)).toBe(20_000);
    expect(mean(seconds)).toBeCloseTo(0.002, 12);
    expect(cvOf(seconds)).toBeCloseTo(cv, 6);
    expect(cvOf(iterations)).toBeCloseTo(cv, 3);
    expect(Math.min(...iterations)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(0.002 * (1 + cv * Math.sqrt(count - 1)));
    expect(ask<number[][]>(lengths, {...cell, tool: "another"})).toEqual([iterations, seconds]);
  });

  it("have the heavier tail where the distribution is Pareto", () => {
    const most = (distribution: string) =>
      Math.max(...ask<number[][]>(lengths, {distribution, task_cv: 1, task_count: 1000})[1]!);
    expect(most("pareto")).toBeGreaterThan(1.5 * most("lognormal"));
  });

  it("are all alike where nothing else is asked for", () => {
    const even = [Array(5).fill(20_000), Array(5).fill(0.002)];
    expect(ask(lengths, {task_count: 5})).toEqual(even);
    expect(ask(lengths, {task_count: 5, distribution: "constant", task_cv: 0})).toEqual(even);
  });

  it("are refused with the limits named where they cannot be had", () => {
    const ask5 = (cell: object) => () => ask(lengths, {task_count: 5, ...cell});
    expect(ask5({distribution: "pareto", task_cv: 2})).toThrow(
      "task_cv of 5 pareto tasks must be above 0 and below 1.8, got 2"
    );
    expect(ask5({distribution: "uniform", task_cv: 1})).toThrow(
      "distribution must be one of constant, lognormal, pareto, got 'uniform'"
    );
  });
});

describe("the stencil", () => {
  const multiplier = 1103515245n;
  const mask = 0x7fffffffn;
  const mixed = (seed: bigint, ...values: readonly bigint[]) =>
    values.reduce((value, neighbour) => (value * multiplier + neighbour) & mask, seed);

  it("mixes the left, own and right neighbour, fewer at the edges", () => {
    const program = `
import serial_adapter, stencil_work
levels = [[(step, index, given["iterations"]) for index in range(3)] for step in range(2)]
print(json.dumps([stencil_work.serial(levels), serial_adapter.run_graph(None, stencil_work.task, levels)]))
`;
    const seeds = [65_537n, 65_538n, 65_539n] as const;
    const still = [mixed(seeds[0], 0n, 1n), mixed(seeds[1], 0n, 1n, 2n), mixed(seeds[2], 1n, 2n)].map(Number);
    expect(ask(program, {iterations: 0})).toEqual([still, still]);
    const once = (value: bigint) => (value * multiplier + 12_345n) & mask;
    const [a, b, c] = [once(0n), once(1n), once(2n)] as const;
    const stepped = [mixed(seeds[0], a, b), mixed(seeds[1], a, b, c), mixed(seeds[2], b, c)].map(once).map(Number);
    expect(ask(program, {iterations: 1})).toEqual([stepped, stepped]);
  });

  it("is two tasks a worker wide, four at least, and loses no task", () => {
    const widths = (workers: number, count: number) =>
      ask<number[]>(
        `import stencil_work\nprint(json.dumps([len(level) for level in stencil_work.grid(given | {"iterations": 1})]))`,
        {workers, task_count: count}
      );
    expect(widths(1, 12)).toEqual([4, 4, 4]);
    expect(widths(3, 14)).toEqual([6, 6, 2]);
  });

  it("gives by its reference what a graph gives", () => {
    const program = `
import stencil_work
cell = {"workers": 3, "task_count": 21, "iterations": 10}
print(json.dumps([stencil_work.reference(stencil_work.items(cell)), stencil_work.serial(stencil_work.grid(cell))]))
`;
    const [reference, graph] = ask<number[][]>(program);
    expect(reference).toHaveLength(3);
    expect(reference).toEqual(graph);
  });
});

describe("the web server of http", () => {
  it("runs while the items are in use, waits as long as it says, and is gone after close", () => {
    const program = `
import asyncio, http_work, time
items = http_work.items({"task_count": 3, "payload_in_bytes": 0, "payload_out_bytes": 50_000})
server = http_work._servers[0]
alive = server.poll() is None
began = time.perf_counter()
pages = [http_work.task(item) for item in items]
seconds = (time.perf_counter() - began) / len(items)
async def together():
    return await asyncio.gather(*map(http_work.task.coroutine, items))
fetched = asyncio.run(together())
http_work.close()
try:
    http_work.task(items[0])
    refused = False
except ConnectionError:
    refused = True
print(json.dumps({
    "alive": alive, "ended": server.poll() is not None, "refused": refused, "seconds": seconds,
    "sizes": [len(page) for page in pages], "same": fetched == pages == http_work.reference(items),
}))
`;
    const {seconds, ...rest} = ask<{seconds: number}>(program);
    expect(rest).toEqual({alive: true, ended: true, refused: true, sizes: [50_000, 50_000, 50_000], same: true});
    expect(seconds).toBeGreaterThanOrEqual(0.02);
  });

  it("does not outlive a driver that was killed", () => {
    const program = `
import os, signal, subprocess, time
child = subprocess.Popen([sys.executable, "-c", """
import http_work, signal
http_work.items({"task_count": 1, "payload_in_bytes": 0, "payload_out_bytes": 0})
print(http_work._servers[0].pid, flush=True)
signal.pause()
"""], stdout=subprocess.PIPE)
server = int(child.stdout.readline())
def gone():
    try:
        return open(f"/proc/{server}/stat").read().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True
before = gone()
child.kill()
child.wait()
until = time.monotonic() + 10
while not gone() and time.monotonic() < until:
    time.sleep(0.02)
after = gone()
if not after:
    os.kill(server, signal.SIGKILL)
print(json.dumps([before, after]))
`;
    expect(ask(program)).toEqual([false, true]);
  });
});

describe("marks of tasks that were begun", () => {
  it("tell what ran twice after a worker was killed, once and half way through", () => {
    const program = `
import mark_work, subprocess
items = mark_work.items({"task_count": 5, "task_seconds": 0.01})
calm = mark_work.undisturbed(items)
def work(chosen):
    code = "import json, sys, mark_work\\nfor item in json.loads(sys.argv[1]): mark_work.task(item)"
    return subprocess.run([sys.executable, "-c", code, json.dumps(chosen)]).returncode
codes = [work(calm), work(items), work(items[2:])]
times = [list(mark_work.executed(which).values()) for which in (calm, items)]
checks = [mark_work.checksum(results) for results in (mark_work.reference(items), [mark_work.task(item) for item in calm])]
import os
folders = [which[0][2] for which in (items, calm)]
mark_work.close()
print(json.dumps({"codes": codes, "times": times, "same": checks[0] == checks[1], "left": [*map(os.path.exists, folders)]}))
`;
    expect(ask(program)).toEqual({
      codes: [0, -9, 0],
      times: [
        [1, 1, 1, 1, 1],
        [1, 1, 2, 1, 1]
      ],
      same: true,
      left: [false, false]
    });
  });
});

describe("the serial reference", () => {
  const reference = (cell: object) => {
    const input = JSON.stringify({
      experiment: "validation",
      pattern: "independent",
      task_count: 4,
      task_seconds: null,
      payload_in_bytes: 0,
      payload_out_bytes: 0,
      workers: 2,
      serial_budget_seconds: 0.01,
      want_checksum: true,
      ...cell
    });
    const output = execFileSync(python, [join(bench, "protocol.py")], {env, input, encoding: "utf8"});
    return JSON.parse(output.trim().split("\n").at(-1)!) as Readonly<Record<string, unknown>>;
  };

  it("says how many bytes an item and a result of real work take", () => {
    const row = reference({workload: "compress", payload_in_bytes: 10_000});
    expect(row).toMatchObject({outcome: "ok"});
    expect(row.payload_in_bytes).toBeGreaterThan(10_000);
    expect(row.payload_in_bytes).toBeLessThan(10_030);
    expect(row.payload_out_bytes).toBeGreaterThan(1_000);
    expect(row.payload_out_bytes).toBeLessThan(10_000);
    const made = reference({workload: "noop"});
    expect(made).toMatchObject({outcome: "ok"});
    expect(made).not.toHaveProperty("payload_in_bytes");
  });

  it("times all of uneven tasks, not the first few", () => {
    const cell = {workload: "sleep", task_count: 40, task_seconds: 0.002, distribution: "pareto", task_cv: 2};
    const row = reference({...cell, serial_budget_seconds: 0.002});
    expect(row).toMatchObject({outcome: "ok"});
    expect(row.task_seconds_serial).toBeGreaterThanOrEqual(0.002);
  });
});
