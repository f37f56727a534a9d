import {noScore, type Provenance, type Score, scoreBetween} from "./ratingScore.ts";

/** One point of a criterion that counts points: it holds, does not, or is not known. */
export type Points = Readonly<Record<string, boolean | null>>;

/** The points that may be typed for a criterion, by its id. */
export const typedPoints: Readonly<Record<string, readonly string[]>> = {
  K8: ["graph", "state", "nested"],
  K9: ["recovery", "persistence", "noSinglePoint"],
  K10: ["listing", "webUi", "metrics", "trace"],
  K12: ["freeThreaded", "small"],
  K16: ["recentRelease", "threeYears", "breadth", "openLicence"],
  K17: ["noPort", "noPickle", "authentication", "tls"]
};

const words: Readonly<Record<string, string>> = {
  futures: "tasks added while others run",
  graph: "a graph of tasks",
  state: "state between tasks",
  nested: "tasks that submit tasks",
  retry: "retries",
  recovery: "repetition of a lost worker's tasks",
  persistence: "results that outlive the driver",
  noSinglePoint: "survival of the loss of any one process",
  listing: "a listing",
  webUi: "a web page",
  metrics: "metrics",
  trace: "a trace",
  allPlatforms: "Linux, macOS and Windows",
  newestPython: "a current Python",
  freeThreaded: "free-threaded Python",
  small: "50 MB or less installed",
  ownImage: "any Python in your image",
  windows: "Windows programs",
  noImage: "a start without building an image",
  recentRelease: "a release within six months",
  threeYears: "releases in each of three years",
  breadth: "several maintainers or a foundation",
  openLicence: "an open licence",
  noPort: "closed ports",
  noPickle: "messages without pickle",
  authentication: "accounts",
  tls: "TLS"
};

/** What holds, what does not and what is not known, in words: `has retries; lacks a trace; not known: TLS`. */
export function pointsText(points: Points): string {
  const named = (wanted: boolean | null) =>
    Object.entries(points)
      .filter(([, holds]) => holds === wanted)
      .map(([name]) => words[name] ?? name)
      .join(", ");
  const parts = [
    ["has ", named(true)],
    ["lacks ", named(false)],
    ["not known: ", named(null)]
  ] as const;
  return parts.flatMap(([before, text]) => (text === "" ? [] : [before + text])).join("; ");
}

/**
 * One point each for what holds; scaled to 0–4 where a criterion has another number of points. Unknown points widen the
 * interval, and where more than half are unknown there is no score.
 */
export function pointsScore(points: Points, from: Omit<Provenance, "reason"> & {readonly reason?: string}): Score {
  const values = Object.values(points);
  const known = values.filter((holds) => holds !== null).length;
  const scale = 4 / values.length;
  const sure = values.filter((holds) => holds === true).length * scale;
  const open = (values.length - known) * scale;
  const reason = [pointsText(points), from.reason ?? ""].filter((text) => text !== "").join(" — ");
  const scored = scoreBetween(sure, sure + open, {...from, reason});
  return known * 2 < values.length ? {...noScore(reason), low: scored.low, high: scored.high} : scored;
}

/** Reads the typed part of a row; what it does not name does not hold. Without a row every point is unknown. */
export function typedPointsOf(
  criterion: string,
  row: {readonly holds: string | null; readonly unknown: string | null} | undefined
): Points {
  const split = (text: string | null | undefined) => (text ?? "").split(";").filter((name) => name !== "");
  const [holds, unknown] = [split(row?.holds), split(row?.unknown)];
  return Object.fromEntries(
    (typedPoints[criterion] ?? []).map((name) => [
      name,
      row === undefined || unknown.includes(name) ? null : holds.includes(name)
    ])
  );
}
