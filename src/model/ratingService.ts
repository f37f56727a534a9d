import type {CloudService} from "../schema/cloudService.ts";
import {type RatingFacts, rowOf} from "./ratingFacts.ts";
import {type Points, pointsScore, typedPointsOf} from "./ratingPoints.ts";
import {noScore, type Provenance, type Score, scoreBetween, scoreOf} from "./ratingScore.ts";
import {reachScore, typedLevel} from "./ratingTyped.ts";

type Rented = RatingFacts & {readonly tool: CloudService};

/** The wait for a first result in classes (none, little, some, much) as a range of the score for start-up. */
function startFromClass({firstResult}: Rented): Score {
  if (!firstResult || firstResult.score === null) return noScore(firstResult?.reason ?? "not established");
  const {score, reason, source, asOf} = firstResult;
  return scoreBetween(3 - score, 4 - score, {evidence: "D", reason, source, asOf});
}

/**
 * Scores of a cloud service, all but K1, K2, K5 and K14: what a library does on your machine, the service does for you, so the
 * rules are read accordingly. K3 comes from the class of its wait, K13 from what has to be written anew to leave.
 */
export function ratingService(facts: Rented): Readonly<Record<string, Score>> {
  const {tool, hazards, leaving} = facts;
  const can = tool.capabilities;
  const runsCode = tool.platforms.length > 0;
  const from = (reason: string, evidence: Provenance["evidence"] = "D"): Provenance => ({
    ...{evidence, reason, source: tool.doc_url, asOf: tool.as_of}
  });
  const points = (id: string, made: Points, evidence: "D" | "J" = "D") => {
    const row = rowOf(facts, id);
    return pointsScore(made, {
      evidence: row?.evidence ?? evidence,
      reason: row?.reason ?? "",
      source: row?.source_url ?? tool.doc_url,
      asOf: row?.as_of ?? tool.as_of
    });
  };
  const typed = (id: string) => typedPointsOf(id, rowOf(facts, id));
  const managed = can.managed_control_plane === true;
  const byProvider = (id: string, made: Points) =>
    points(id, rowOf(facts, id) ? typed(id) : managed ? made : typed(id), "J");
  const hasLimit = can.runs_containers === true || can.runs_functions === true;
  return {
    K3: startFromClass(facts),
    K4: runsCode ? scoreOf(3, from("each copy is a process of its own")) : noScore("runs no Python of its own"),
    K6: rowOf(facts, "K6")
      ? typedLevel(facts, "K6")
      : hasLimit
        ? scoreOf(2, from("each copy has a limit of memory"))
        : noScore("not established"),
    K7: reachScore(facts),
    K8: points("K8", {futures: true, ...typed("K8")}),
    K9: points("K9", {
      retry: can.retries,
      recovery: can.retries,
      ...(managed ? {persistence: true, noSinglePoint: true} : pick(typed("K9"), ["persistence", "noSinglePoint"]))
    }),
    K10: byProvider("K10", {listing: true, webUi: true, metrics: true, trace: null}),
    K11:
      tool.service_kind === "kubernetes"
        ? scoreOf(0, from("a cluster"))
        : can.scale_to_zero === null
          ? noScore("not established")
          : can.scale_to_zero
            ? scoreOf(4, from("nothing is always on"))
            : scoreOf(2, from("something is always on")),
    K12: runsCode
      ? points("K12", {
          windows: tool.platforms.includes("windows"),
          ownImage: can.runs_containers,
          freeThreaded: can.runs_containers,
          noImage: can.needs_image_build === null ? null : !can.needs_image_build
        })
      : noScore("runs no Python of its own"),
    K13:
      leaving && leaving.score !== null
        ? scoreOf(4 - leaving.score, {
            evidence: leaving.evidence,
            reason: `to write anew when leaving: ${leaving.reason}`,
            source: leaving.source,
            asOf: leaving.asOf
          })
        : noScore("not established"),
    K15:
      hazards === 0
        ? noScore("no hazard was collected, which does not mean that there is none")
        : scoreOf(Math.max(0, 4 - hazards), from(`${hazards} documented hazards in data/pitfalls.csv`)),
    K16: points("K16", typed("K16")),
    K17: byProvider("K17", {noPort: true, noPickle: true, authentication: true, tls: true})
  };
}

const pick = (points: Points, names: readonly string[]): Points =>
  Object.fromEntries(names.map((name) => [name, points[name] ?? null]));
