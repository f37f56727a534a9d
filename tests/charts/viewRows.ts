import {randomLcg} from "d3-random";

const series = [
  {tool: "serial", variant: "default", start_method: "none"},
  {tool: "multiprocessing", variant: "pool", start_method: "fork"},
  {tool: "multiprocessing", variant: "pool", start_method: "spawn"},
  {tool: "concurrent-futures-process", variant: "default", start_method: "spawn"},
  {tool: "concurrent-futures-thread", variant: "default", start_method: "none"},
  {tool: "joblib", variant: "loky", start_method: "none"}
];

/** A value with its interval, as the views name them. */
function interval(name: string, value: number, spread: number) {
  return {[name]: value, [`${name}_low`]: value / spread, [`${name}_high`]: value * spread};
}

/** Rows in the shape of the views, made from a seed: for drawing only, never shown as measurements. */
export function viewRows() {
  const random = randomLcg(7);
  const cost = series.map((_, place) => 10 ** (-6 + place * 0.7) * (1 + random()));
  const each = <Row>(make: (key: (typeof series)[number], cost: number, place: number) => Row[]) =>
    series.flatMap((key, place) => make(key, cost[place] as number, place));
  return {
    startup: each((key, cost, place) => [
      {
        ...key,
        workers: 2,
        import_seconds: 0.01 + random() / 50,
        start_seconds: place / 40,
        first_seconds: place / 60,
        stop_seconds: cost
      }
    ]),
    dispatch: each((key, cost) =>
      ["independent", "sequential"].map((pattern) => ({
        ...key,
        pattern,
        chunk: "default",
        workers: 2,
        ...(interval("task_seconds", pattern === "independent" ? cost : cost * 3, 1.2) as {
          task_seconds: number;
          task_seconds_low: number;
          task_seconds_high: number;
        })
      }))
    ),
    granularity: each((key, cost) =>
      [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1].map((task_seconds) => {
        const efficiency = (0.95 * task_seconds) / (task_seconds + cost);
        return {
          ...key,
          workers: 2,
          task_seconds,
          efficiency,
          efficiency_low: efficiency * 0.95,
          efficiency_high: efficiency * 1.03
        };
      })
    ),
    metg: each((key, cost) =>
      [0.5, 0.8, 0.95].map((threshold) => ({
        ...key,
        threshold,
        workers: 2,
        granularity_seconds: threshold === 0.95 ? null : cost * 2,
        granularity_seconds_low: threshold === 0.95 ? null : cost * 1.8,
        granularity_seconds_high: threshold === 0.95 ? null : cost * 2.3,
        length_seconds: threshold === 0.95 ? null : cost
      }))
    ),
    payload: each((key, cost) =>
      ["in", "out"].flatMap((direction) =>
        [1e3, 1e5, 1e6, 1e7].map((payload_bytes) => {
          const task_seconds = cost + payload_bytes * 1e-9;
          return {
            ...key,
            direction,
            payload_bytes,
            task_seconds,
            task_seconds_low: task_seconds * 0.9,
            task_seconds_high: task_seconds * 1.2
          };
        })
      )
    ),
    waiting: each((key, cost) =>
      [1, 4, 16, 64].map((workers) => {
        const rate = 1 / (0.01 / workers + cost);
        return {
          ...key,
          task_seconds: 0.01,
          workers,
          throughput_per_second: rate,
          throughput_per_second_low: rate * 0.95,
          throughput_per_second_high: rate * 1.05
        };
      })
    ),
    scaling: each((key, _, place) =>
      [1, 2, 4].map((workers) => {
        const speedup = place === 4 ? 0.98 : Math.min(workers, 2) * 0.95;
        return {
          ...key,
          kind: "cpu-gil",
          law: "fixed",
          workers,
          speedup,
          speedup_low: speedup * 0.97,
          speedup_high: speedup * 1.02,
          efficiency: speedup / workers,
          efficiency_low: (speedup / workers) * 0.97,
          efficiency_high: (speedup / workers) * 1.02,
          extrapolated: workers > 2
        };
      })
    ),
    memory: each((key, _, place) => [
      {
        ...key,
        workers: 2,
        idle_bytes_a_worker: 4e6 * (place + 1),
        idle_bytes_a_worker_low: 3.8e6 * (place + 1),
        idle_bytes_a_worker_high: 4.3e6 * (place + 1)
      }
    ]),
    heldout: each((key, _, place) => [
      {...key, cells: 8, median_ratio: 1.01 + place / 100, p90_ratio: 1.05 + place / 30}
    ]),
    engines: each((key, cost) =>
      ["groupby", "sort"].map((query) => ({
        ...key,
        query,
        data_bytes: 2e8,
        ...(interval("run_seconds", cost * 1e4, 1.1) as {
          run_seconds: number;
          run_seconds_low: number;
          run_seconds_high: number;
        }),
        cold_seconds: cost * 2e4,
        start_seconds: 0.1,
        peak_rss_bytes: 1e8,
        samples: 5
      }))
    ),
    workflows: each((key, cost) =>
      ["chain", "fan_out"].map((pattern) => ({
        ...key,
        pattern,
        task_count: 10,
        task_seconds: 0,
        ...(interval("run_seconds", cost * 1e3, 1.2) as {
          run_seconds: number;
          run_seconds_low: number;
          run_seconds_high: number;
        }),
        overhead_seconds: cost * 100,
        assignment_seconds: null,
        execution_seconds: null,
        transition_seconds: null,
        samples: 3
      }))
    ),
    baseline: Array.from({length: 60}, (_, order_index) => ({
      order_index,
      baseline_seconds: 0.1 * (1 + (random() - 0.5) / 30)
    }))
  };
}
