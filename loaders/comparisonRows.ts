import {comparisonCell, percent, scoreCell, totalCell} from "../src/components/comparisonCell.ts";
import {finerKnown, sevenKnown, sevenRatings} from "../src/model/ratingKnown.ts";
import {groups, type RatedTool, type RatingData} from "../src/model/ratingData.ts";
import {paretoFront} from "../src/model/paretoFront.ts";
import {gates} from "../src/model/ratingGate.ts";
import {ratingRank} from "../src/model/ratingRank.ts";
import {weightedScore} from "../src/model/weightedScore.ts";
import {evidenceClasses, sevenCriteria} from "../src/schema/rating.ts";
import type {Views} from "./gatherViews.ts";
import {ratingStability} from "./ratingStability.ts";

type Rows = Views[string];
const equal = Object.fromEntries(sevenCriteria.map(({key}) => [key, 1]));
/** Ratings are told in tenths. */
const tenth = (rating: number | null) => (rating === null ? null : Number(rating.toFixed(1)));
const list = (texts: readonly string[]) => texts.join(" ");

/** Every tool on the seven criteria, with its total at equal weights. */
function sevenRows({tools, criteria}: RatingData): Rows {
  const fronts = new Map(
    Object.keys(groups).map((group) => [
      group,
      paretoFront(
        tools
          .filter((tool) => tool.group === group)
          .map((tool) => ({
            id: tool.slug,
            values: sevenCriteria.map(({key}) => sevenRatings(tool, criteria)[key].rating)
          }))
      )
    ])
  );
  return tools.map((tool) => {
    const ratings = sevenRatings(tool, criteria);
    const total = weightedScore(sevenKnown(ratings), equal);
    return {
      slug: tool.slug,
      name: tool.name,
      page: `/tools/${tool.slug}`,
      group: tool.group,
      provider: tool.provider ?? "",
      ...Object.fromEntries(sevenCriteria.map(({key}) => [key, comparisonCell(ratings[key])])),
      total: totalCell(total),
      known: percent(Object.values(tool.scores).filter(({score}) => score !== null).length / criteria.length),
      beaten: fronts.get(tool.group)!.includes(tool.slug) ? "no" : "yes"
    };
  });
}

const wordRows = ({tools}: RatingData): Rows =>
  tools.map(({slug, name, group, provider, strengths, weaknesses, bestFor, avoidWhen, requirements}) => ({
    ...{slug, name, group, provider: provider ?? "", requirements},
    strengths: list(strengths),
    weaknesses: list(weaknesses),
    best_for: list(bestFor),
    avoid_when: list(avoidWhen)
  }));

/** Every tool on the finer criteria. */
const scoreRows = ({tools, criteria}: RatingData): Rows =>
  tools.map(({slug, name, group, scores}) => ({
    ...{slug, name, group},
    ...Object.fromEntries(criteria.map(({id}) => [id, scores[id] ? scoreCell(scores[id]) : "–"]))
  }));

/** How many scores of each group rest on which evidence. */
function evidenceRows({tools}: RatingData): Rows {
  return Object.entries(groups).map(([group, name]) => {
    const scores = tools.filter((tool) => tool.group === group).flatMap((tool) => Object.values(tool.scores));
    const count = (name: string) => scores.filter((one) => (one.score === null ? "N" : one.evidence) === name).length;
    return {
      group,
      name,
      scores: scores.length,
      ...Object.fromEntries(evidenceClasses.map((name) => [name, count(name)]))
    };
  });
}

/** The first three of each profile and league, with how often each came first. */
function profileRows({profiles, tools}: RatingData): Rows {
  return profiles.flatMap(({id, name, weights, gates: asked}) =>
    (["tools", "services"] as const).map((league) => {
      const own = tools.filter((tool) => tool.league === league);
      const ranked = ratingRank(own, weights, asked, finerKnown).filter(({rank}) => rank !== null);
      const stability = ratingStability(
        ranked.map(({tool}) => tool),
        weights
      );
      const place = (index: number) => {
        const one = ranked[index];
        return one
          ? `${one.tool.name}: ${totalCell(one.total)}, first in ${percent(stability[index]!.shares[0]!)}`
          : "–";
      };
      return {
        id,
        profile: `${id}: ${name}`,
        league,
        asked: asked.map((key) => gates[key]).join("; ") || "none",
        ranked: ranked.length,
        of: own.length,
        first: place(0),
        second: place(1),
        third: place(2),
        first_name: ranked[0]?.tool.name ?? "none",
        second_name: ranked[1]?.tool.name ?? "none",
        third_name: ranked[2]?.tool.name ?? "none",
        first_share: stability[0]?.shares[0] ?? null,
        computed_from: "the scores and weights of this page, a thousand seeded draws"
      };
    })
  );
}

/** How often each tool came to which place, and its ratings on two criteria, for the profile that the page shows first. */
function firstProfile({profiles, tools, criteria}: RatingData): {readonly stability: Rows; readonly front: Rows} {
  const [profile] = profiles;
  if (!profile) throw new Error("weight_presets.csv holds no profile");
  const own = tools.filter(({league}) => league === "tools");
  const ranked = ratingRank(own, profile.weights, profile.gates, finerKnown).filter(({rank}) => rank !== null);
  const shares = ratingStability(
    ranked.map(({tool}) => tool),
    profile.weights
  );
  return {
    stability: ranked.map(({tool}, place) => ({
      name: tool.name,
      ...Object.fromEntries(
        ["first", "second", "third", "fourth", "fifth"].map((name, rank) => [
          `${name}_share`,
          shares[place]!.shares[rank] ?? 0
        ])
      )
    })),
    front: ranked.map(({tool}) => {
      const {learning_curve: x, performance: y} = sevenRatings(tool, criteria);
      return {name: tool.name, learning_curve: tenth(x.rating), performance: tenth(y.rating)};
    })
  };
}

const presetRows = ({criteria, profiles}: RatingData): Rows =>
  criteria.map(({id, name}) => ({
    ...{id, name},
    ...Object.fromEntries(profiles.map((profile) => [profile.id, profile.weights[id] ?? 0]))
  }));

const complexity = (rating: number) => (rating >= 3.5 ? "low" : rating >= 2.5 ? "medium" : "high");

/** Tools by how hard they are to put in: the mean of integration and learning curve. */
function effortRows({tools, criteria}: RatingData): Rows {
  const levelOf = (tool: RatedTool) => {
    const {integration, learning_curve: learning} = sevenRatings(tool, criteria);
    const known = [integration.rating, learning.rating].flatMap((rating) => (rating === null ? [] : [rating]));
    return known.length === 0 ? null : complexity(known.reduce((a, b) => a + b, 0) / known.length);
  };
  return ["low", "medium", "high"].map((level) => ({
    level,
    ...Object.fromEntries(
      Object.keys(groups).map((group) => [
        group.replace("-", "_"),
        tools
          .filter((tool) => tool.group === group && levelOf(tool) === level)
          .map(({name}) => name)
          .join(", ") || "none"
      ])
    )
  }));
}

/** The tables of the comparison and of the framework, as chapters ask for them. */
export function comparisonRows(data: RatingData): Views {
  const {stability, front} = firstProfile(data);
  return {
    rating_stability: stability,
    rating_front: front,
    rating_seven: sevenRows(data),
    rating_words: wordRows(data),
    rating_scores: scoreRows(data),
    rating_evidence: evidenceRows(data),
    rating_profiles: profileRows(data),
    rating_presets: presetRows(data),
    rating_effort: effortRows(data),
    rating_gates: Object.entries(gates).map(([key, gate]) => ({
      ...{key, gate},
      passes: data.tools.filter((tool) => tool.gates[key as keyof typeof gates].pass === true).length,
      fails: data.tools.filter((tool) => tool.gates[key as keyof typeof gates].pass === false).length,
      open: data.tools.filter((tool) => tool.gates[key as keyof typeof gates].pass === null).length
    })),
    rating_counts: [
      {
        tools: data.tools.filter(({league}) => league === "tools").length,
        services: data.tools.filter(({league}) => league === "services").length,
        scores: data.tools.reduce((sum, {scores}) => sum + Object.keys(scores).length, 0),
        measured: data.tools
          .flatMap(({scores}) => Object.values(scores))
          .filter(({evidence, score}) => evidence === "M" && score !== null).length,
        judged: data.tools
          .flatMap(({scores}) => Object.values(scores))
          .filter(({evidence, score}) => evidence === "J" && score !== null).length,
        unknown: data.tools.flatMap(({scores}) => Object.values(scores)).filter(({score}) => score === null).length,
        counted_in: "the rating itself"
      }
    ]
  };
}
