import {group, median, quantile} from "d3";
import {csvParse} from "d3-dsv";
import {chunkPlan} from "../src/model/chunkPlan.ts";
import type {Fit} from "../src/model/fit.ts";
import {fewestLoads, fitLaws, type LawOptions} from "../src/model/fitLaws.ts";
import type {Estimate, LawPoint} from "../src/model/law.ts";
import {saturation} from "../src/model/saturation.ts";
import {toolName} from "../src/model/toolName.ts";
import type {Sample} from "../src/schema/sample.ts";
import {formatSeconds} from "../src/schema/formatUnit.ts";

/** One law fitted to one series; a series that settles none has one row, whose `law` is `none`. */
export interface LawRow {
  readonly subject: string;
  readonly series: string;
  readonly work: string;
  readonly law: string;
  readonly chosen: boolean;
  readonly loads: number;
  readonly load_low: number;
  readonly load_high: number;
  readonly rate: number | null;
  readonly contention: number | null;
  readonly contention_low: number | null;
  readonly contention_high: number | null;
  readonly serial_share: number | null;
  readonly serial_share_low: number | null;
  readonly serial_share_high: number | null;
  readonly coherence: number | null;
  readonly coherence_low: number | null;
  readonly coherence_high: number | null;
  readonly peak_load: number | null;
  readonly peak_load_low: number | null;
  readonly peak_load_high: number | null;
  readonly aicc: number | null;
  /** Workers that one dispatcher keeps busy, c·d/o, and the tasks a second at which it is full. */
  readonly ceiling_workers: number | null;
  readonly ceiling_per_second: number | null;
  readonly note: string;
  readonly counted_in: string;
}

/** A measured point of a series; `low` and `high` hold eight of ten samples. */
export interface LawPointRow {
  readonly subject: string;
  readonly series: string;
  readonly load: number;
  readonly throughput: number;
  readonly throughput_low: number;
  readonly throughput_high: number;
}

interface Series {
  readonly subject: string;
  /** The tool, and the work that it did. */
  readonly series: string;
  readonly work: string;
  readonly points: readonly (LawPoint & {readonly low: number; readonly high: number})[];
  readonly options: LawOptions;
  readonly ceiling: {readonly workers: number; readonly perSecond: number} | null;
}

function pointsOf(samples: readonly Sample[]): Series["points"] {
  return [...group(samples, (s) => s.workers)]
    .map(([load, some]) => {
      const rates = some.map((s) => s.task_count / s.run_seconds!);
      return {
        load,
        throughput: median(rates)!,
        low: quantile(rates, 0.1)!,
        high: quantile(rates, 0.9)!,
        workPerLoad: median(some, (s) => s.task_count / s.workers)!
      };
    })
    .toSorted((a, b) => a.load - b.load);
}

/** Where the tool's own dispatcher, serial as it is, would be full; null where no cost of a chunk was fitted. */
function ceilingOf(fit: Fit | undefined, sample: Sample): Series["ceiling"] {
  if (!fit || !(fit.parameters.chunk > 0)) return null;
  const seconds = sample.task_seconds ?? 0;
  const {size} = chunkPlan(fit, sample.task_count, seconds, sample.workers, sample.chunk_size);
  return {workers: saturation(fit, seconds, size), perSecond: size / fit.parameters.chunk};
}

/** Experiments whose loads are workers: waiting has no capacity but the workers themselves, computing has the cores. */
function measuredSeries(samples: readonly Sample[], fits: readonly Fit[], cores: number): readonly Series[] {
  const usable = samples.filter(
    (s) =>
      s.outcome === "ok" &&
      s.run_seconds !== null &&
      s.run_seconds > 0 &&
      !s.tool.startsWith("serial") &&
      s.chunk_size === null &&
      (s.rtt_seconds ?? 0) === 0 &&
      (s.experiment === "waiting" || (s.experiment === "scaling" && s.task_count === 40))
  );
  const keys = group(
    usable,
    ({experiment, tool, variant, start_method: start, workload, task_seconds: seconds}) =>
      `${tool}:${variant}:${start}:${experiment === "waiting" ? "waiting" : workload}:${seconds}`
  );
  const made = [...keys]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([subject, some]): Series => {
      const sample = some.toSorted((a, b) => b.workers - a.workers)[0]!;
      const {tool, variant, start_method: start, experiment, workload, task_seconds: seconds} = sample;
      const fit = fits.find((one) => one.tool === tool && one.variant === variant && one.startMethod === start);
      const kind = experiment === "waiting" ? "waiting" : `computing (${workload})`;
      return {
        subject,
        series: `${toolName({tool, variant})}${start === "none" ? "" : ` · ${start}`}`,
        work: `${kind}, tasks of ${formatSeconds(seconds ?? 0)}`,
        points: pointsOf(some),
        options: {capacity: experiment === "waiting" ? null : cores, error: "relative"},
        ceiling: experiment === "waiting" ? ceilingOf(fit, sample) : null
      };
    });
  // Of several task lengths of one tool and kind of work, the one with the most loads.
  const kindOf = ({subject}: Series) => subject.slice(0, subject.lastIndexOf(":"));
  const most = [...group(made, kindOf).values()].map(
    (some) => some.toSorted((a, b) => b.points.length - a.points.length)[0]!
  );
  return most;
}

/** The series that the R package usl explains itself with, as published: loads and throughput. */
export function publishedLawPoints(csv: string): readonly LawPoint[] {
  return csvParse(csv).map(({load, throughput}) => ({load: Number(load), throughput: Number(throughput)}));
}

const parted = (name: string, estimate: Estimate | null) => ({
  [name]: estimate?.value ?? null,
  [`${name}_low`]: estimate?.low ?? null,
  [`${name}_high`]: estimate?.high ?? null
});

const countedIn = "the fits of this page, from the loads that were measured";

function rowsOf({subject, series, work, points, options, ceiling}: Series): readonly LawRow[] {
  const {fits, chosen, loads, reason} = fitLaws(points, options);
  const measured = points.map(({load}) => load).filter((load) => load <= (options.capacity ?? Infinity));
  const shared = {
    subject,
    series,
    work,
    loads,
    ceiling_workers: ceiling?.workers ?? null,
    ceiling_per_second: ceiling?.perSecond ?? null,
    counted_in: countedIn
  };
  if (fits.length === 0) {
    const none = {law: "none", chosen: false, load_low: Math.min(...measured), load_high: Math.max(...measured)};
    const empty = {rate: null, aicc: null, ...parted("contention", null), ...parted("serial_share", null)};
    const more = {...parted("coherence", null), ...parted("peak_load", null)};
    return [{...shared, ...none, ...empty, ...more, note: reason ?? ""} as LawRow];
  }
  return fits.map((fit) => {
    const all = fit.points === points.length;
    const notes = [
      ...(fit.law === "gustafson" && !all ? [`work grows with the workers at ${fit.points} of ${loads} loads`] : []),
      ...(fit.peak && fit.peak.value > fit.range[1] ? ["peak beyond the measured loads"] : []),
      ...(fit.law === "usl" && fit.peakReason ? [fit.peakReason] : []),
      ...(fit.law === "usl" && fit.coherence!.low > 0 && chosen !== "usl"
        ? ["β is off zero, though AICc charges its parameter more than it gains with so few loads"]
        : [])
    ];
    return {
      ...shared,
      law: fit.law,
      chosen: fit.law === chosen,
      load_low: fit.range[0],
      load_high: fit.range[1],
      rate: fit.rate.value,
      ...parted("contention", fit.contention),
      ...parted("serial_share", fit.serialShare),
      ...parted("coherence", fit.coherence),
      ...parted("peak_load", fit.peak),
      aicc: Number.isFinite(fit.aicc) ? fit.aicc : null,
      note: notes.join("; ")
    } as LawRow;
  });
}

/** Series of one work that settle nothing for the same reason, in one row that names them all. */
function together(rows: readonly LawRow[]): readonly LawRow[] {
  const alike = group(rows, ({work, note}) => `${work}|${note}`);
  return [...alike.values()].map((some) => ({
    ...some[0]!,
    series: some.map(({series}) => series).join(", "),
    load_low: Math.min(...some.map((row) => row.load_low)),
    load_high: Math.max(...some.map((row) => row.load_high)),
    ceiling_workers: null,
    ceiling_per_second: null
  }));
}

/**
 * The scaling laws of every series that has loads to fit them to: waiting tasks by workers, computing tasks by workers up to
 * the cores, and what others published. Those that can be told first. `published` is the text of usl_reference.csv.
 */
export function lawRows(
  samples: readonly Sample[],
  fits: readonly Fit[],
  {cores, published}: {readonly cores: number; readonly published: string}
): {readonly laws: readonly LawRow[]; readonly lawPoints: readonly LawPointRow[]} {
  const reference: Series = {
    subject: "usl",
    series: "the R package usl",
    work: "published example, SPEC SDM91",
    points: publishedLawPoints(published).map((point) => ({...point, low: point.throughput, high: point.throughput})),
    options: {error: "absolute"},
    ceiling: null
  };
  const all = [...measuredSeries(samples, fits, cores), reference];
  const rows = all.map((series) => ({series, rows: rowsOf(series)}));
  const settled = (entry: (typeof rows)[number]) => (entry.rows[0]!.loads >= fewestLoads ? 0 : 1);
  const sorted = rows.filter((entry) => settled(entry) === 0);
  const open = rows.filter((entry) => settled(entry) === 1).flatMap((entry) => entry.rows);
  return {
    laws: [...sorted.flatMap((entry) => entry.rows), ...together(open)],
    lawPoints: sorted.flatMap(({series: {subject, series, points}}) =>
      points.map(({load, throughput, low, high}) => ({
        subject,
        series,
        load,
        throughput,
        throughput_low: low,
        throughput_high: high
      }))
    )
  };
}
