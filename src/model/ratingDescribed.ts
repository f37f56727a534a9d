import type {Library} from "../schema/tool.ts";
import {isCurrentPython} from "./ratingPython.ts";
import {type RatingFacts, rowOf} from "./ratingFacts.ts";
import {type Points, pointsScore, typedPointsOf} from "./ratingPoints.ts";
import {noScore, type Provenance, type Score, scoreBetween, scoreOf} from "./ratingScore.ts";
import {reachScore, typedLevel} from "./ratingTyped.ts";

type Scores = Readonly<Record<string, Score>>;
type Described = RatingFacts & {readonly tool: Library};

const openLicence = /^(PSF|MIT|BSD|Apache)/;
/** All cores at the efficiency that earns a 4 (rule of K4). */
const goodEfficiency = 0.8;

const described = ({tool}: Described, reason: string): Provenance => ({
  ...{evidence: "D", reason, source: tool.doc_url, asOf: tool.as_of}
});

function pureParallelism(facts: Described): Score {
  const {capabilities: can} = facts.tool;
  if (!can.pure_python_on_all_cores)
    return can.threads
      ? scoreOf(1, described(facts, "only code that releases the GIL, or another build of Python"))
      : scoreOf(0, described(facts, "one core at a time"));
  if (can.threads && !can.processes) return scoreOf(2, described(facts, "yes, in interpreters that share little"));
  const {efficiency, asOf} = facts.measured;
  if (efficiency === null) return scoreOf(3, described(facts, "yes; efficiency not measured"));
  const level = (value: number) => (value >= goodEfficiency ? 4 : 3);
  const reason = `two workers at ${Math.round(efficiency.value * 100)} % (${efficiency.setting})`;
  return scoreBetween(
    level(efficiency.low),
    level(efficiency.high),
    {evidence: "M", reason, asOf},
    level(efficiency.value)
  );
}

function faultTolerance(facts: Described): Score {
  const {tool, measured} = facts;
  const row = rowOf(facts, "K9");
  const onItsOwn = !tool.capabilities.beyond_one_machine && !tool.capabilities.always_on_service;
  const typed: Points =
    row === undefined && onItsOwn
      ? {recovery: false, persistence: false, noSinglePoint: false}
      : typedPointsOf("K9", row);
  // Measured and documented may disagree, as where a cluster does what one machine does not: then it is not known.
  const recovery =
    measured.fault === null
      ? (typed.recovery ?? null)
      : measured.fault === "survived"
        ? true
        : typed.recovery === true
          ? null
          : false;
  const seen =
    measured.fault === null
      ? ""
      : measured.fault === "survived"
        ? "a killed worker cost nothing here"
        : "a killed worker ended the job here";
  const points = {retry: tool.capabilities.retries, ...typed, recovery};
  return pointsScore(points, {
    evidence: measured.fault === null ? "D" : "M",
    reason: [row?.reason ?? "", seen].filter((text) => text !== "").join("; "),
    source: row?.source_url ?? tool.doc_url,
    asOf: row?.as_of ?? tool.as_of
  });
}

function infrastructure(facts: Described): Score {
  const {tool, services} = facts;
  const {always_on_service: always, beyond_one_machine: beyond} = tool.capabilities;
  const counted = {evidence: "S", source: tool.doc_url, asOf: tool.as_of} as const;
  if (/java/i.test(services ?? "")) return scoreOf(1, {...counted, reason: "needs Java"});
  if (!always)
    return beyond
      ? scoreOf(3, {...counted, reason: "nothing on one machine; a cluster is optional"})
      : scoreOf(4, {...counted, reason: "nothing beside the process"});
  if (services === null) return noScore("needs a service; not run here");
  const parts = services.split(/[;,]/).filter((part) => !/worker/.test(part));
  return scoreOf(parts.length > 1 ? 1 : 2, {...counted, reason: `always on: ${services}`});
}

/** Months from one `yyyy-mm` to the month of a day. */
const monthsBetween = (month: string, day: string): number => {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return count(day) - count(month);
};

/** Scores of a library that rest on its description and on ratings.csv: all but K1, K2, K3, K5 and K14. */
export function ratingDescribed(facts: Described): Scores {
  const {tool, distributions, hazards} = facts;
  const can = tool.capabilities;
  const standard = tool.licence.startsWith("PSF");
  const points = (id: string, made: Points, evidence: "D" | "S" | "J" = "D") => {
    const row = rowOf(facts, id);
    return pointsScore(made, {
      evidence: row?.evidence ?? evidence,
      reason: row?.reason ?? "",
      source: row?.source_url ?? tool.doc_url,
      asOf: row?.as_of ?? tool.as_of
    });
  };
  const typed = (id: string) => typedPointsOf(id, rowOf(facts, id));
  const alone = !can.beyond_one_machine && !can.always_on_service && rowOf(facts, "K17") === undefined;
  return {
    K4: pureParallelism(facts),
    K6: typedLevel(facts, "K6"),
    K7: can.beyond_one_machine
      ? reachScore(facts)
      : scoreOf(
          can.processes || can.threads ? 1 : 0,
          described(facts, can.processes || can.threads ? "one machine" : "one core")
        ),
    K8: points("K8", {futures: can.dynamic_submission, ...typed("K8")}),
    K9: faultTolerance(facts),
    K10: points("K10", typed("K10")),
    K11: infrastructure(facts),
    K12: points("K12", {
      allPlatforms: tool.platforms.length === 3,
      newestPython: isCurrentPython(tool.python_versions),
      ...(standard ? {freeThreaded: true, small: true} : typed("K12")),
      ...(distributions === 0 ? {small: true} : {})
    }),
    K13: can.beyond_one_machine
      ? typedLevel(facts, "K13")
      : scoreOf(can.processes ? 1 : 0, described(facts, can.processes ? "one machine" : "one process")),
    K15:
      hazards === 0
        ? noScore("no hazard was collected, which does not mean that there is none")
        : scoreOf(Math.max(0, 4 - hazards), {
            evidence: "D",
            reason: `${hazards} documented ${hazards === 1 ? "hazard" : "hazards"} in data/pitfalls.csv`,
            asOf: tool.as_of
          }),
    K16: points("K16", {
      ...typed("K16"),
      ...(standard ? {threeYears: true, breadth: true} : {}),
      recentRelease: monthsBetween(tool.latest_month, tool.as_of) <= 6,
      openLicence: openLicence.test(tool.licence)
    }),
    K17: alone
      ? scoreOf(4, described(facts, "nothing listens, and nothing comes from a network"))
      : points("K17", typed("K17"))
  };
}
