import {describe, expect, it} from "vitest";
import {breakdownRows} from "../../loaders/breakdownRows.ts";
import {buildRows, type MeasuredBuild} from "../../loaders/buildRows.ts";

const series = {tool: "concurrent-futures-thread", variant: "default", start_method: "none"};
const loop = {tool: "serial", variant: "default", start_method: "none"};

function measured(build: MeasuredBuild["build"], task: number, speedup: number): MeasuredBuild {
  const startup = [
    {...series, workers: 2, total_seconds: 0.01, samples: 4},
    {...series, workers: 1, total_seconds: 0.005, samples: 4},
    {...loop, workers: 1, total_seconds: 0.003, samples: 4}
  ];
  const dispatch = [
    {...series, pattern: "independent", chunk: "default", workers: 2, task_seconds: task, samples: 3},
    {...series, pattern: "independent", chunk: "default", workers: 1, task_seconds: 9, samples: 3},
    {...series, pattern: "sequential", chunk: "default", workers: 2, task_seconds: 9, samples: 3},
    {...loop, pattern: "independent", chunk: "default", workers: 1, task_seconds: task / 100, samples: 5}
  ];
  const scaling = [
    {...series, kind: "cpu-gil", law: "fixed", workers: 2, speedup, samples: 5},
    {...series, kind: "cpu-gil", law: "growing", workers: 2, speedup: 9, samples: 5},
    {...series, kind: "cpu-releases-gil", law: "fixed", workers: 2, speedup: 1.9, samples: 2}
  ];
  return {build, startup, dispatch, scaling, measured_on: `m ${build}`} as unknown as MeasuredBuild;
}

describe("buildRows", () => {
  const rows = buildRows([measured("free-threaded", 2e-5, 1.9), measured("gil", 1e-5, 1)]);

  it("sets the two builds of a tool beneath each other, the default one first", () => {
    expect(rows.map(({tool, build}) => `${tool} ${build}`)).toEqual([
      "concurrent-futures-thread gil",
      "concurrent-futures-thread free-threaded",
      "serial gil",
      "serial free-threaded"
    ]);
  });

  it("takes two workers and the tool's own chunk, and compares an empty task with the default build", () => {
    expect(rows[1]).toEqual({
      ...series,
      build: "free-threaded",
      total_seconds: 0.01,
      task_seconds: 2e-5,
      task_ratio: 2,
      speedup: 1.9,
      released_ratio: 1.9,
      samples: 2,
      measured_on: "m free-threaded"
    });
  });

  it("gives the loop no speed-up over itself", () => {
    expect(rows.at(-1)).toMatchObject({speedup: null, released_ratio: null, task_ratio: 2});
  });

  it("is empty without builds", () => expect(buildRows([])).toEqual([]));
});

describe("breakdownRows", () => {
  const start = {import_seconds: 0.1, start_seconds: 0.2, first_seconds: 0.3, stop_seconds: 0.05, samples: 4};
  const pool = {tool: "multiprocessing", variant: "pool", start_method: "spawn"};
  const airflow = {tool: "airflow", variant: "sqlite", start_method: "none"};
  const duckdb = {tool: "duckdb", variant: "default", start_method: "none"};
  const rows = breakdownRows({
    startup: [
      {...airflow, workers: 2, ...start},
      {...pool, workers: 2, ...start},
      {...pool, workers: 1, ...start, start_seconds: 9}
    ],
    dispatch: [{...pool, pattern: "independent", chunk: "default", workers: 2, task_seconds: 1e-5}],
    payload: [
      {...pool, workload: "bytes", direction: "in", payload_bytes: 1e6, task_seconds: 0.001},
      {...pool, workload: "array", direction: "out", payload_bytes: 1e6, task_seconds: 9},
      {...pool, workload: "bytes", direction: "out", payload_bytes: 1e6, task_seconds: 0.002}
    ],
    granularity: [
      {...pool, kind: "cpu-gil", workers: 2, task_seconds: 1, efficiency: 0.9},
      {...pool, kind: "cpu-gil", workers: 2, task_seconds: 0.1, efficiency: 0.5}
    ],
    workflows: [{...airflow, pattern: "fan_out", task_count: 10, task_seconds: 0, overhead_seconds: 0.4}],
    engines: [
      {...duckdb, query: "groupby", data_bytes: 1e7, start_seconds: 9, cold_seconds: 9, samples: 1},
      {...duckdb, query: "groupby", data_bytes: 2e8, start_seconds: 0.2, cold_seconds: 0.5, samples: 1}
    ]
  });

  it("goes family by family: pools, engines on the largest table, orchestrators", () => {
    expect(rows.map(({family, tool}) => `${family} ${tool}`)).toEqual([
      "processes multiprocessing",
      "data frames duckdb",
      "orchestrators airflow"
    ]);
    expect(rows[1]).toMatchObject({
      import_seconds: null,
      start_seconds: 0.2,
      first_seconds: 0.5,
      dispatch_seconds: null
    });
  });

  it("takes each step from its own measurement: two workers, bytes, the longest tasks", () => {
    expect(rows[0]).toMatchObject({
      import_seconds: 0.1,
      start_seconds: 0.2,
      first_seconds: 0.3,
      dispatch_seconds: 1e-5,
      transfer_seconds: 0.001,
      collect_seconds: 0.002,
      work_share: 0.9,
      stop_seconds: 0.05
    });
  });

  it("takes an orchestrator's step for its dispatch, and leaves what was not measured empty", () => {
    expect(rows[2]).toMatchObject({dispatch_seconds: 0.4, transfer_seconds: null, work_share: null});
  });
});
