import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import {assert, property, double, integer} from "fast-check";
import {describe, expect, it} from "vitest";
import {criteriaFold, ratingOfScores} from "../../src/model/criteriaFold.ts";
import {gateAnswers, gateKey, gates} from "../../src/model/ratingGate.ts";
import type {MeasuredFacts, RatingFacts} from "../../src/model/ratingFacts.ts";
import {
  bytesRule,
  dispatchRule,
  grainRule,
  linesRule,
  logarithmicScore,
  logarithmicValue,
  startRule
} from "../../src/model/ratingLogarithm.ts";
import {ratingOf} from "../../src/model/ratingOf.ts";
import {pointsScore, typedPointsOf} from "../../src/model/ratingPoints.ts";
import {isCurrentPython} from "../../src/model/ratingPython.ts";
import {noScore, scoreBetween, scoreOf} from "../../src/model/ratingScore.ts";
import {reachLevel} from "../../src/model/ratingTyped.ts";
import {type RatingRow, sevenCriteria} from "../../src/schema/rating.ts";
import type {Library} from "../../src/schema/tool.ts";
import type {CloudService} from "../../src/schema/cloudService.ts";

const criteria = csvParse(readFileSync("data/criteria.csv", "utf8"));
const from = {evidence: "M", reason: "a test"} as const;

const nothing: MeasuredFacts = {
  ...{dispatch: null, grain: null, start: null, bytesPerSecond: null, efficiency: null, fault: null},
  asOf: "2026-11-25"
};

const library = (changes: Partial<Library> = {}, can: Partial<Library["capabilities"]> = {}): Library => ({
  ...{
    slug: "some",
    name: "Some",
    category: "distributed",
    licence: "MIT",
    latest_version: "1",
    latest_month: "2026-09"
  },
  ...{python_versions: "3.10 to 3.14", platforms: ["linux", "macos", "windows"], windows_note: "yes"},
  capabilities: {
    ...{processes: true, threads: false, coroutines: false, pure_python_on_all_cores: true, releases_on_waiting: true},
    ...{chunks: false, ordered_results: true, shares_memory: false, retries: false, time_limit_on_wait: true},
    ...{dynamic_submission: true, beyond_one_machine: false, always_on_service: false, needs_main_guard: true},
    ...can
  },
  ...{doc_url: "https://example.org/", repo_url: "https://example.org/code", as_of: "2026-11-23"},
  ...changes
});

const facts = (changes: Partial<RatingFacts> = {}): RatingFacts => ({
  ...{
    tool: library(),
    takesTables: false,
    answersQueries: false,
    rows: [],
    measured: nothing,
    hazards: 0,
    effort: null
  },
  ...{services: "none", distributions: null, firstResult: null, leaving: null},
  ...changes
});

describe("rules of the logarithmic criteria", () => {
  // The rule in the data file and the function are the same expression.
  it.each([
    ["K1", dispatchRule, "us", 1e6],
    ["K2", grainRule, "us", 1e6],
    ["K3", startRule, "ms", 1e3],
    ["K14", linesRule, "lines", 1]
  ] as const)("%s is the formula of criteria.csv", (id, rule, name, units) => {
    const formula = criteria.find((row) => row["id"] === id)?.["formula"] ?? "";
    const written = new Function(name, `return ${formula}`) as (value: number) => number;
    for (const power of [-8, -6, -5, -4, -2.5, -1, 0, 1, 2, 3])
      expect(logarithmicValue(10 ** power, rule)).toBeCloseTo(written(10 ** power * units), 9);
  });

  it.each([
    [1e-5, dispatchRule, 4],
    [1e-4, dispatchRule, 3],
    [1e-6, dispatchRule, 4],
    [0.1, dispatchRule, 0],
    [0.5, startRule, 3],
    [20, linesRule, 2],
    [10e9, bytesRule, 4],
    [100e6, bytesRule, 2],
    [1, bytesRule, 0]
  ])("%d by its rule is %d", (value, rule, score) => expect(logarithmicValue(value, rule)).toBeCloseTo(score, 9));

  it("carries the interval along, the worse end first", () => {
    const {score, low, high} = logarithmicScore({value: 1e-4, low: 1e-5, high: 1e-3}, dispatchRule, from);
    expect([low, score, high].map((one) => Number(one!.toFixed(9)))).toEqual([2, 3, 4]);
  });

  it("never leaves the scale, and never rises as things get worse", () => {
    assert(
      property(double({min: 1e-9, max: 1e6, noNaN: true}), double({min: 1, max: 100, noNaN: true}), (value, worse) => {
        const [here, there] = [value, value * worse].map((one) => logarithmicValue(one, dispatchRule));
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(4);
        expect(there).toBeLessThanOrEqual(here!);
      })
    );
  });

  it.each([
    [2, 1],
    [10, 2],
    [99, 2],
    [100, 3],
    [1000, 4]
  ])("%i nodes reach level %i", (nodes, level) => expect(reachLevel(nodes)).toBe(level));
});

describe("scoreBetween", () => {
  it("refuses ends the wrong way round", () => {
    expect(() => scoreBetween(3, 2, from)).toThrow("low end must not lie above its high end, got 3 and 2");
  });
});

describe("pointsScore", () => {
  it("counts what holds", () => {
    const score = pointsScore({graph: true, state: false, nested: false, futures: true}, {evidence: "D"});
    expect(score).toMatchObject({score: 2, low: 2, high: 2, evidence: "D"});
    expect(score.reason).toBe(
      "has a graph of tasks, tasks added while others run; lacks state between tasks, tasks that submit tasks"
    );
  });
  it("opens the interval for what is not known", () => {
    expect(pointsScore({graph: true, state: null, nested: false, futures: true}, {evidence: "D"})).toMatchObject({
      ...{score: 2.5, low: 2, high: 3}
    });
  });
  it("gives no score where more than half is not known, and still says what is possible", () => {
    expect(pointsScore({graph: null, state: null, nested: null, futures: true}, {evidence: "D"})).toMatchObject({
      ...{score: null, low: 1, high: 4, evidence: "N"}
    });
  });
  it("reads a row: named, named as unknown, or not named; without a row nothing is known", () => {
    expect(typedPointsOf("K8", {holds: "graph", unknown: "nested"})).toEqual({graph: true, state: false, nested: null});
    expect(typedPointsOf("K8", undefined)).toEqual({graph: null, state: null, nested: null});
  });
});

describe("isCurrentPython", () => {
  it.each([
    ["every supported CPython; to_thread since 3.9", true],
    ["3.10 to 3.14", true],
    ["3.11 to 3.15, as version 3.1.1 declares", true],
    ["3.9 to 3.12, as vaex-core 4.19.0 declares", false],
    ["3.10 or newer, below 3.15", true],
    ["3.8 or newer, below 3.13", false],
    ["3.10 or newer, as version 1.6.0 declares", true],
    ["any that runs in a Linux container", true],
    ["those of the Apache Beam SDK", null]
  ])("%s: %s", (text, found) => expect(isCurrentPython(text)).toBe(found));
});

describe("ratingOf a library", () => {
  it("scores every criterion, and only those", () => {
    expect(Object.keys(ratingOf(facts()))).toEqual(criteria.map((row) => row["id"]));
  });

  it.each([
    ["coroutines only", {pure_python_on_all_cores: false, processes: false}, null, 0],
    ["threads under the GIL", {pure_python_on_all_cores: false, processes: false, threads: true}, null, 1],
    ["interpreters", {processes: false, threads: true}, null, 2],
    ["processes, not measured", {}, null, 3],
    ["processes at 75 %", {}, {value: 0.75, low: 0.7, high: 0.78}, 3],
    ["processes at 95 %", {}, {value: 0.95, low: 0.9, high: 0.97}, 4]
  ])("pure Python with %s", (_, can, efficiency, score) => {
    const measured = {...nothing, efficiency: efficiency && {...efficiency, setting: "spawn"}};
    expect(ratingOf(facts({tool: library({}, can), measured})).K4).toMatchObject({score});
  });

  it("an efficiency on both sides of the bound is not sure of its 4", () => {
    const measured = {...nothing, efficiency: {value: 0.82, low: 0.75, high: 0.9, setting: ""}};
    expect(ratingOf(facts({measured})).K4).toMatchObject({score: 4, low: 3, high: 4});
  });

  it("what a killed worker did here stands against what the documentation says", () => {
    const row: RatingRow = {
      ...{tool: "some", criterion: "K9" as const, value: null, holds: "recovery", unknown: null, reason: "repeats"},
      ...{evidence: "D" as const, source_url: "https://example.org/", as_of: "2026-11-23"}
    };
    const tool = library({}, {beyond_one_machine: true, retries: true});
    const at = (fault: MeasuredFacts["fault"]) =>
      ratingOf(facts({tool, rows: [row], measured: {...nothing, fault}})).K9;
    expect(at("survived")).toMatchObject({score: 2, low: 2, high: 2, evidence: "M"});
    expect(at("lost")).toMatchObject({score: 1.5, low: 1, high: 2});
    expect(at(null)).toMatchObject({score: 2, evidence: "D"});
  });

  it("a one-machine tool without a service has nothing to trust and nothing to start", () => {
    const {K11, K17, K9, K7} = ratingOf(facts());
    expect([K11, K17, K9, K7].map((one) => one!.score)).toEqual([4, 4, 0, 1]);
  });

  it.each([
    ["needs Java", "Java", {}, 1],
    ["one service", "Redis; a worker process", {always_on_service: true}, 2],
    ["several services", "scheduler, API server; a database", {always_on_service: true}, 1],
    ["a cluster if wanted", "none", {beyond_one_machine: true}, 3]
  ])("infrastructure: %s", (_, services, can, score) => {
    expect(ratingOf(facts({tool: library({}, can), services})).K11!.score).toBe(score);
  });

  it("a hazard that nobody collected is no absence of hazards", () => {
    expect(ratingOf(facts()).K15).toMatchObject({score: null, low: 0, high: 4});
    expect(ratingOf(facts({hazards: 3})).K15).toMatchObject({score: 1});
    expect(ratingOf(facts({hazards: 9})).K15).toMatchObject({score: 0});
  });

  it("upkeep counts months to the day of reading, and the licence", () => {
    const at = (latest_month: string, licence = "MIT") =>
      ratingOf(facts({tool: library({latest_month, licence})})).K16!;
    expect([at("2026-05").low, at("2026-04").low, at("2026-05", "proprietary").low]).toEqual([2, 1, 1]);
  });

  it("tools that never reach the efficiency score 0 for grain, not nothing", () => {
    expect(ratingOf(facts({measured: {...nothing, grain: "never"}})).K2).toMatchObject({score: 0, evidence: "M"});
    expect(ratingOf(facts()).K2).toMatchObject({score: null, evidence: "N"});
  });

  it("data movement is the mean of two halves", () => {
    const bytesPerSecond = {value: 1e9, low: 1e9, high: 1e9, setting: "spawn, bytes"};
    // 1 GB/s is 3; small objects by pickle lie between 0 and 2: (3 + 0 … 2) / 2.
    expect(ratingOf(facts({measured: {...nothing, bytesPerSecond}})).K5).toMatchObject({score: 2, low: 1.5, high: 2.5});
    const threads = library({}, {processes: false, threads: true, shares_memory: true});
    expect(ratingOf(facts({tool: threads, measured: {...nothing, bytesPerSecond}})).K5).toMatchObject({score: 3.5});
    expect(ratingOf(facts()).K5).toMatchObject({score: 1, low: 0, high: 2, evidence: "D"});
  });

  it("lines shared by several settings leave room upwards only", () => {
    const {score, low, high} = ratingOf(facts({effort: {lines: 40, settings: 2, what: "adapter"}})).K14!;
    expect([low, score, high].map((one) => Number(one!.toFixed(9)))).toEqual([1, 1, 2]);
  });
});

const service = (
  can: Partial<CloudService["capabilities"]> = {},
  changes: Partial<CloudService> = {}
): CloudService => ({
  ...{slug: "a-service", name: "A service", category: "cloud", provider: "aws", service_kind: "containers"},
  ...{
    former_name: null,
    lock_in: "little",
    licence: "the service is proprietary",
    python_versions: "any",
    platforms: ["linux"]
  },
  capabilities: {
    ...{scale_to_zero: true, runs_containers: true, runs_functions: false, array_jobs: null, retries: true, spot: null},
    ...{gpu: null, local_emulation: null, managed_control_plane: true, needs_image_build: true, needs_vpc: false},
    ...can
  },
  ...{doc_url: "https://example.org/", repo_url: "https://example.org/code", as_of: "2026-11-25"},
  ...changes
});

describe("ratingOf a service", () => {
  it("scores every criterion, and measures nothing", () => {
    const scores = ratingOf(facts({tool: service(), services: null}));
    expect(Object.keys(scores)).toEqual(criteria.map((row) => row["id"]));
    expect(Object.values(scores).filter(({evidence}) => evidence === "M")).toEqual([]);
    expect([scores.K1, scores.K2, scores.K5].map((one) => one!.score)).toEqual([null, null, null]);
  });

  it.each([
    ["nothing always on", {scale_to_zero: true}, "containers", 4],
    ["something always on", {scale_to_zero: false}, "containers", 2],
    ["a cluster", {scale_to_zero: true}, "kubernetes", 0],
    ["not established", {scale_to_zero: null}, "containers", null]
  ] as const)("infrastructure: %s", (_, can, service_kind, score) => {
    expect(ratingOf(facts({tool: service(can, {service_kind})})).K11!.score).toBe(score);
  });

  it("the class of the wait is a range of the score for start-up", () => {
    const firstResult = {
      score: 2,
      reason: "30 s",
      evidence: "D",
      source: "https://example.org/",
      asOf: "2026-11-25"
    } as const;
    expect(ratingOf(facts({tool: service(), firstResult})).K3).toMatchObject({score: 1.5, low: 1, high: 2});
    expect(ratingOf(facts({tool: service(), firstResult: {...firstResult, score: null}})).K3).toMatchObject({
      score: null
    });
  });

  it("what is not established widens, what is denied does not hold", () => {
    expect(ratingOf(facts({tool: service({retries: null})})).K9).toMatchObject({score: 3, low: 2, high: 4});
    expect(ratingOf(facts({tool: service({retries: false})})).K9).toMatchObject({score: 2, low: 2, high: 2});
  });
});

describe("criteriaFold", () => {
  const finer = [
    {id: "K1", seven_criteria_group: "performance"},
    {id: "K3", seven_criteria_group: "performance"},
    ...sevenCriteria
      .filter(({key}) => key !== "performance")
      .map(({key}, place) => ({id: `X${place}`, seven_criteria_group: key}))
  ] as const;

  it("means the scores of a group and adds one; what is missing opens the interval", () => {
    const {performance, overview} = criteriaFold({K1: scoreOf(4, from), K3: noScore("no")}, finer);
    expect(performance).toEqual({rating: 5, low: 3, high: 5, known: 1, of: 2, evidence: ["M"]});
    expect(overview).toEqual({rating: null, low: 1, high: 5, known: 0, of: 1, evidence: []});
  });

  it("covers every finer criterion of the data file once", () => {
    const found = sevenCriteria.flatMap(({key}) => criteria.filter((row) => row["seven_criteria_group"] === key));
    expect(found).toHaveLength(17);
    for (const {key} of sevenCriteria)
      expect(
        criteria.some((row) => row["seven_criteria_group"] === key),
        key
      ).toBe(true);
  });

  it("keeps the rating inside its interval, and both inside the scale", () => {
    assert(
      property(integer({min: 0, max: 4}), integer({min: 0, max: 4}), integer({min: 0, max: 4}), (a, b, c) => {
        const {rating, low, high} = ratingOfScores([
          scoreBetween(Math.min(a, b), Math.max(a, b), from),
          scoreOf(c, from)
        ]);
        expect(rating).toBeGreaterThanOrEqual(low);
        expect(rating).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(1);
        expect(high).toBeLessThanOrEqual(5);
      })
    );
  });

  it("refuses to rate nothing", () => expect(() => ratingOfScores([])).toThrow("got none"));
});

describe("gates", () => {
  it("know every wording of gates.csv", () => {
    const wordings = csvParse(readFileSync("data/gates.csv", "utf8")).map((row) => row["gate"] ?? "");
    expect(wordings.length).toBeGreaterThan(8);
    for (const wording of wordings) expect(() => gateKey(wording)).not.toThrow();
    expect(gateKey("none by default")).toBeNull();
    expect(() => gateKey("is blue")).toThrow('there is no gate "is blue"; there are usable on one machine');
  });

  it("are all answered by a library and by a service, with a reason", () => {
    for (const tool of [library(), service()]) {
      const answers = gateAnswers(facts({tool}));
      expect(Object.keys(answers)).toEqual(Object.keys(gates));
      for (const [key, {reason}] of Object.entries(answers)) expect(reason, key).not.toBe("");
    }
  });

  it("tell a tool of one machine from one of several, and what is not known from what is not so", () => {
    const one = gateAnswers(facts());
    const many = gateAnswers(facts({tool: library({}, {beyond_one_machine: true})}));
    expect([one.hosts.pass, many.hosts.pass]).toEqual([false, true]);
    expect([one.queue.pass, many.queue.pass]).toEqual([false, null]);
    expect(gateAnswers(facts({services: "Java"}))["no-jvm"].pass).toBe(false);
  });
});
