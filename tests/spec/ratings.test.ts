import {beforeAll, describe, expect, it} from "vitest";
import {gatherTables} from "../../loaders/gatherTables.ts";
import {ratingData} from "../../loaders/ratingData.ts";
import {criteriaFold} from "../../src/model/criteriaFold.ts";
import type {RatingData} from "../../src/model/ratingData.ts";
import {scoreLimits} from "../../src/model/ratingScore.ts";
import {sevenCriteria} from "../../src/schema/rating.ts";
import {wantedTools} from "./wantedTools.ts";

let data: RatingData;
beforeAll(async () => {
  data = await ratingData(await gatherTables());
}, 240_000);

/** The page that holds the executors together is rated by its executors. */
const parts: Readonly<Record<string, readonly string[]>> = {
  "concurrent-futures": ["concurrent-futures-thread", "concurrent-futures-process"]
};
const wantedRated = wantedTools.flatMap((slug) => parts[slug] ?? [slug]);
const foldOf = (slug: string) =>
  criteriaFold(data.tools.find((tool) => tool.slug === slug)?.scores ?? {}, data.criteria);

describe("T4: ratings", () => {
  it("are there for every tool and service that the specification names", () => {
    const rated = new Set(data.tools.map(({slug}) => slug));
    expect(wantedRated.filter((slug) => !rated.has(slug))).toEqual([]);
  });

  it("T4.1: judge every tool by the same criteria, of which each belongs to one of the seven", () => {
    const keys = sevenCriteria.map(({key}) => key);
    expect(new Set(data.criteria.map((one) => one.seven_criteria_group))).toEqual(new Set(keys));
    const ids = data.criteria.map(({id}) => id).toSorted();
    for (const {slug, scores} of data.tools) expect(Object.keys(scores).toSorted(), slug).toEqual(ids);
  });

  it("stand on one scale of one to five, with an interval that holds them and the evidence they rest on", () => {
    expect(scoreLimits).toMatchObject({lowest: 0, highest: 4});
    for (const {slug} of data.tools) {
      for (const [key, {rating, low, high, evidence}] of Object.entries(foldOf(slug))) {
        const name = `${slug} ${key}`;
        expect(low, name).toBeGreaterThanOrEqual(1);
        expect(high, name).toBeLessThanOrEqual(5);
        expect(low, name).toBeLessThanOrEqual(high);
        if (rating === null) continue;
        expect(rating, name).toBeGreaterThanOrEqual(1);
        expect(rating, name).toBeLessThanOrEqual(5);
        expect(evidence.length, name).toBeGreaterThan(0);
      }
    }
  });

  it("T1.2: say something on each of the seven for every named tool: a rating, or that it is not known", () => {
    for (const slug of wantedRated) {
      const fold = foldOf(slug);
      expect(Object.keys(fold), slug).toEqual(sevenCriteria.map(({key}) => key));
      const known = Object.values(fold).filter(({rating}) => rating !== null).length;
      expect(known, `${slug} is rated on ${known} of the seven`).toBeGreaterThanOrEqual(5);
    }
  });

  it("have strengths, weaknesses, best use and avoid when beside them", () => {
    for (const {slug, strengths, weaknesses, bestFor, avoidWhen} of data.tools)
      for (const list of [strengths, weaknesses, bestFor, avoidWhen]) expect(list.length, slug).toBeGreaterThan(0);
  });

  it("T4.4: rise with a better score and fall with a worse one, on the criterion's own of the seven only", () => {
    const [tool] = data.tools;
    const [criterion] = data.criteria;
    if (!tool || !criterion) throw new Error("there are no tools or no criteria");
    const score = tool.scores[criterion.id]!;
    const at = (value: number) =>
      criteriaFold({...tool.scores, [criterion.id]: {...score, score: value, low: value, high: value}}, data.criteria);
    const [worst, best] = [at(scoreLimits.lowest), at(scoreLimits.highest)];
    for (const {key} of sevenCriteria) {
      if (key === criterion.seven_criteria_group) expect(best[key].rating!).toBeGreaterThan(worst[key].rating!);
      else expect(best[key]).toEqual(worst[key]);
    }
  });
});
