import type {SeriesKey} from "./seriesLabel.ts";

/** `spawn` first: the one start method that Linux, Windows and macOS all have. */
const methods = ["none", "spawn", "forkserver", "fork"];
const tools = [
  "serial",
  "multiprocessing|pool",
  "concurrent-futures-process|default",
  "joblib|loky",
  "ray|tasks",
  "dask|default",
  "concurrent-futures-thread|default",
  "asyncio|default",
  "threading|queue",
  "asyncio|to-thread",
  "joblib|threading",
  "serial-optimised"
];

const rank = ({tool, variant}: SeriesKey) => {
  const place = tools.findIndex((name) => name === tool || name === `${tool}|${variant}`);
  return place < 0 ? tools.length : place;
};

/**
 * The rows of at most `limit` series: one start method a tool and variant, the most used tools first. What is left out is
 * in the table behind the chart.
 */
export function defaultSeries<Row extends SeriesKey>(rows: readonly Row[], limit = 6): Row[] {
  const method = new Map<string, string>();
  for (const {tool, variant, start_method} of rows) {
    const key = `${tool}|${variant}`;
    const before = method.get(key);
    if (before === undefined || methods.indexOf(start_method) < methods.indexOf(before)) method.set(key, start_method);
  }
  const kept = rows.filter(({tool, variant, start_method}) => method.get(`${tool}|${variant}`) === start_method);
  const order = [...new Map(kept.map((row) => [`${row.tool}|${row.variant}`, row])).values()].sort(
    (a, b) => rank(a) - rank(b)
  );
  const chosen = new Set(order.slice(0, limit).map(({tool, variant}) => `${tool}|${variant}`));
  return kept.filter(({tool, variant}) => chosen.has(`${tool}|${variant}`));
}
