import type {MeasuredFacts, RatingFacts, Found, ServiceItem} from "../src/model/ratingFacts.ts";
import type {RatingRow} from "../src/schema/rating.ts";
import type {Tool} from "../src/schema/tool.ts";
import {readCsv} from "./readCsv.ts";
import {readTools} from "./readTools.ts";
import {sketchRows, type SketchRow} from "./sketchRows.ts";
import type {Views} from "./gatherViews.ts";
import {cloudScorecardTable} from "../src/schema/cloudScorecard.ts";
import {pitfallsTable} from "../src/schema/facts.ts";
import {ratingsTable} from "../src/schema/rating.ts";
import {checkRatings} from "./checkRatings.ts";

type Row = Readonly<Record<string, unknown>>;

/** Baselines, and the page that holds the executors together: they stand beside the tools, not among them. */
const unrated = new Set(["serial", "serial-optimised", "concurrent-futures"]);

const workers = 2;
const number = (row: Row, column: string): number | null => (typeof row[column] === "number" ? row[column] : null);
const setting = ({variant, start_method: method}: Row): string =>
  [variant, method].filter((part) => part !== "none").join(", ");

/** The best row by a column with its interval: the tool as one would set it up. */
function best(
  rows: readonly Row[],
  column: string,
  better: "less" | "more",
  what: (row: Row) => string = setting
): Found | null {
  const found = rows.flatMap((row) => {
    const value = number(row, column);
    return value === null ? [] : [{value, row}];
  });
  if (found.length === 0) return null;
  const {value, row} = found.reduce((a, b) => ((better === "less" ? b.value < a.value : b.value > a.value) ? b : a));
  const low = number(row, `${column}_low`) ?? value;
  const high = number(row, `${column}_high`) ?? value;
  return {value, low: Math.min(low, value), high: Math.max(high, value), setting: what(row)};
}

/** Import, start and first result together, with the sums of their intervals. */
const firstResult = (row: Row): Row => {
  const sum = (end: string) =>
    ["import", "start", "first"].reduce((total, phase) => total + (number(row, `${phase}_seconds${end}`) ?? 0), 0);
  return {...row, seconds: sum(""), seconds_low: sum("_low"), seconds_high: sum("_high")};
};

/** Rate of the largest payload up to 10 MB that was handed to a task. */
function byteRate(rows: readonly Row[]): Found | null {
  const largest = Math.max(...rows.map(({payload_bytes: bytes}) => Number(bytes)).filter((bytes) => bytes <= 1e7), 0);
  const rates = rows
    .filter(({payload_bytes: bytes, task_seconds: seconds}) => bytes === largest && Number(seconds) > 0)
    .map((row) => ({
      ...row,
      rate: largest / Number(row.task_seconds),
      rate_low: largest / (number(row, "task_seconds_high") ?? Number(row.task_seconds)),
      rate_high: largest / (number(row, "task_seconds_low") ?? Number(row.task_seconds))
    }));
  return best(rates, "rate", "more", (row) => `${setting(row)}, ${String(row.workload)}`);
}

function measuredFacts(tool: string, views: Views, asOf: string): MeasuredFacts {
  const of = (view: string, keep: (row: Row) => boolean = () => true) =>
    (views[view] ?? []).filter((row) => row.tool === tool && keep(row));
  const dispatch = of(
    "dispatch",
    (row) => row.pattern === "independent" && row.chunk === "default" && row.workers === workers
  );
  const fanOut = of("workflows", (row) => row.pattern === "fan_out" && row.task_seconds === 0);
  const most = Math.max(0, ...fanOut.map(({task_count}) => Number(task_count)));
  const grains = of("metg", ({threshold}) => Math.abs(Number(threshold) - 0.8) < 1e-9);
  const engine = of("engines", (row) => row.query === "groupby" && row.variant !== "dataframe");
  const least = Math.min(...engine.map(({data_bytes}) => Number(data_bytes)));
  const cold = engine
    .filter(({data_bytes}) => data_bytes === least)
    .map((row) => ({...row, seconds: (number(row, "cold_seconds") ?? 0) + (number(row, "start_seconds") ?? 0)}));
  const faults = of("faults");
  return {
    dispatch:
      best(dispatch, "task_seconds", "less") ??
      best(
        fanOut.filter(({task_count}) => task_count === most),
        "overhead_seconds",
        "less"
      ),
    grain: best(grains, "granularity_seconds", "less") ?? (grains.length > 0 ? "never" : null),
    start:
      best(of("startup", (row) => row.workers === workers).map(firstResult), "seconds", "less") ??
      best(cold, "seconds", "less", (row) => `${setting(row)}, with a first grouping of a small table`),
    bytesPerSecond: byteRate(of("payload", ({direction}) => direction === "in")),
    efficiency: best(
      of("scaling", (row) => row.kind === "cpu-gil" && row.law === "fixed" && row.workers === workers),
      "efficiency",
      "more"
    ),
    fault:
      faults.length === 0
        ? null
        : faults.some(({outcome, lost}) => outcome === "ok" && Number(lost ?? 0) === 0)
          ? "survived"
          : "lost",
    asOf
  };
}

function effortOf({slug, ...tool}: Tool, views: Views, sketches: readonly SketchRow[]): RatingFacts["effort"] {
  if (tool.category === "cloud") {
    const sketch = sketches.find((row) => row.tool === slug);
    return sketch
      ? {lines: sketch.lines, settings: 1, what: `sketch of ${sketch.files} files, this service's share`}
      : null;
  }
  const adapter = (views.adapters ?? []).find(({file}) => file === tool.adapter);
  const lines = adapter ? number(adapter, "lines") : null;
  const settings = Math.max(1, (tool.variants ?? []).filter((name) => name !== "dataframe").length);
  return lines === null
    ? null
    : {lines, settings, what: `adapter, ${settings} ${settings === 1 ? "setting" : "settings"}`};
}

/** What the rating of each tool and service rests on: the views, the descriptions, the typed rows and the sketches. */
export async function ratingFacts(views: Views): Promise<readonly RatingFacts[]> {
  const [all, rows, scorecard, pitfalls, sketches] = await Promise.all([
    readTools(),
    readCsv<RatingRow>("data/ratings.csv", ratingsTable),
    readCsv<Row>("data/cloud_scorecard.csv", cloudScorecardTable),
    readCsv<Row>("data/pitfalls.csv", pitfallsTable),
    sketchRows()
  ]);
  checkRatings(rows, all);
  const newest =
    (views.runs ?? [])
      .map(({started}) => String(started).slice(0, 10))
      .toSorted()
      .at(-1) ?? "";
  const item = (slug: string, name: string): ServiceItem | null => {
    const row = scorecard.find(({tool, item}) => tool === slug && item === name);
    return row
      ? {
          score: row.score as number | null,
          reason: String(row.reason),
          evidence: row.evidence as ServiceItem["evidence"],
          source: String(row.source_url),
          asOf: String(row.as_of)
        }
      : null;
  };
  return all
    .filter(({slug}) => !unrated.has(slug))
    .map((tool) => {
      const {slug} = tool;
      const adapter = (views.adapters ?? []).find((row) => row.tool === slug);
      return {
        tool,
        takesTables: tool.category !== "cloud" && (tool.adapter ?? "").endsWith("_table_adapter.py"),
        answersQueries: (views.adapters ?? []).some(
          ({tool: name, file}) => name === slug && String(file).endsWith("_table_adapter.py")
        ),
        rows: rows.filter((row) => row.tool === slug),
        measured: measuredFacts(slug, views, newest),
        hazards: pitfalls.filter((row) => row.tool === slug).length,
        effort: effortOf(tool, views, sketches),
        services: adapter ? String(adapter.services) : null,
        distributions: adapter ? number(adapter, "distributions") : null,
        firstResult: item(slug, "first_result"),
        leaving: item(slug, "leaving")
      };
    });
}
