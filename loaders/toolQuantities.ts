/** A measured quantity of a tool: where it stands in the views, and what it is called. */
export interface ToolQuantity {
  readonly label: string;
  readonly view: string;
  readonly column: string;
  /** Narrows the view beside tool, variant and start method. */
  readonly settings: Readonly<Record<string, string>>;
  /** The experiment of the plan that brings it; null where it is computed from the fit. */
  readonly experiment: string | null;
}

const of = (
  label: string,
  figure: string,
  settings: Readonly<Record<string, string>>,
  experiment: string | null
): ToolQuantity => {
  const [view = "", column = ""] = figure.split(".");
  return {label, view, column, settings, experiment};
};

/** What a tool's measured profile shows, for so many workers, in the order of its rows. */
export function toolQuantities(workers: number): readonly ToolQuantity[] {
  const own = {workers: String(workers)};
  const empty = {...own, chunk: "default"};
  return [
    of("import, start, first result, stop", "startup.total_seconds", own, "startup"),
    of("of which the import", "startup.import_seconds", own, "startup"),
    of("an empty task, one at a time", "dispatch.task_seconds", {...empty, pattern: "sequential"}, "dispatch"),
    of("an empty task, many at once", "dispatch.task_seconds", {...empty, pattern: "independent"}, "dispatch"),
    of("memory of an idle worker", "memory.idle_bytes_a_worker", own, "memory"),
    of(
      "a task with a megabyte of bytes",
      "payload.task_seconds",
      {workload: "bytes", direction: "in", payload_bytes: "1000000"},
      "payload"
    ),
    of("speed-up, work that holds the GIL", "scaling.speedup", {...own, kind: "cpu-gil", law: "fixed"}, "scaling"),
    of(
      "speed-up, work that releases the GIL",
      "scaling.speedup",
      {...own, kind: "cpu-releases-gil", law: "fixed"},
      "scaling"
    ),
    of("task length at half efficiency", "metg.length_seconds", {threshold: "0.5"}, null),
    of("its granularity (METG)", "metg.granularity_seconds", {threshold: "0.5"}, null),
    of("the model's error on cells left out, median", "heldout.median_ratio", {}, null),
    of("the same, ninth decile", "heldout.p90_ratio", {}, null)
  ];
}
