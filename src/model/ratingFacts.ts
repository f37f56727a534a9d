import type {RatingRow} from "../schema/rating.ts";
import type {Tool} from "../schema/tool.ts";
import type {Measured} from "./ratingLogarithm.ts";

/** A measured quantity and in which setting it was found. */
export interface Found extends Measured {
  readonly setting: string;
}

/** What was measured of a tool; null where nothing was. Times in seconds. */
export interface MeasuredFacts {
  /** An empty task, many at once; for an orchestrator what a task adds to a fan-out. */
  readonly dispatch: Found | null;
  /** METG at 80 %; `never` where long tasks do not reach it either. */
  readonly grain: Found | "never" | null;
  readonly start: Found | null;
  /** Bytes a second to a task, the fastest way that the tool has. */
  readonly bytesPerSecond: Found | null;
  /** Efficiency of two workers on pure Python, 0 to 1. */
  readonly efficiency: Found | null;
  /** What a killed worker did to the job. */
  readonly fault: "survived" | "lost" | null;
  /** Day of the newest run. */
  readonly asOf: string;
}

/** How complex a service is on some items of cloud_scorecard.csv, 0 none to 3 much. */
export interface ServiceItem {
  readonly score: number | null;
  readonly reason: string;
  readonly evidence: "D" | "J" | "N";
  readonly source: string;
  readonly asOf: string;
}

/** All that the rating of one tool rests on. */
export interface RatingFacts {
  readonly tool: Tool;
  /** An engine that takes whole tables. */
  readonly takesTables: boolean;
  /** The harness has a program of it for the table queries. */
  readonly answersQueries: boolean;
  readonly rows: readonly RatingRow[];
  readonly measured: MeasuredFacts;
  /** Rows of pitfalls.csv; 0 where none was collected. */
  readonly hazards: number;
  /** Lines of its program, and how many settings of the tool share them. */
  readonly effort: {readonly lines: number; readonly settings: number; readonly what: string} | null;
  /** What the harness had to start beside it; null where it was not run here. */
  readonly services: string | null;
  readonly distributions: number | null;
  readonly firstResult: ServiceItem | null;
  readonly leaving: ServiceItem | null;
}

export const rowOf = ({rows}: Pick<RatingFacts, "rows">, criterion: string): RatingRow | undefined =>
  rows.find((row) => row.criterion === criterion);
