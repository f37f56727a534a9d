import {describe, expect, it} from "vitest";
import {checkRatings} from "../../loaders/checkRatings.ts";
import {comparisonDecisions} from "../../loaders/comparisonDecisions.ts";
import {comparisonRows} from "../../loaders/comparisonRows.ts";
import {comparisonUseCases} from "../../loaders/comparisonUseCases.ts";
import {pageBullets} from "../../loaders/ratingData.ts";
import type {RatingRow} from "../../src/schema/rating.ts";
import {someFits} from "../fixtures/fits.ts";
import {someRatings} from "../fixtures/ratings.ts";

const row = (changes: Partial<RatingRow>): RatingRow => ({
  ...{tool: "ray", criterion: "K6", value: 3, holds: null, unknown: null, reason: "spills", evidence: "D"},
  ...{source_url: "https://docs.ray.io", as_of: "2026-11-23"},
  ...changes
});

describe("checkRatings", () => {
  const tools = [{slug: "ray"}];
  it("lets a good row pass", () => {
    expect(() =>
      checkRatings([row({}), row({criterion: "K8", value: null, holds: "graph;state", unknown: "nested"})], tools)
    ).not.toThrow();
  });
  it.each([
    [{tool: "rae"}, "there is no data/tools/rae.md"],
    [{value: 5}, "value must be a whole number 0…4, got 5"],
    [{value: null}, "value must be a number, got nothing"],
    [{criterion: "queue", value: 2}, "value must be a whole number 0…1, got 2"],
    [{criterion: "K7", value: 0.5}, "value must be 1 or more, got 0.5"],
    [{holds: "graph"}, "holds and unknown must be empty"],
    [{criterion: "K8", value: null, holds: "graphs"}, "holds and unknown must name graph, state, nested, got graphs"],
    [{criterion: "K8", value: null, holds: "graph", unknown: "graph"}, "a point stands in holds or in unknown, once"],
    [{criterion: "K8", holds: "graph"}, "value must be empty, got 3"]
  ] as const)("refuses %j: %s", (changes, message) => {
    expect(() => checkRatings([row(changes as Partial<RatingRow>)], tools)).toThrow(message);
  });
  it("refuses the same criterion twice", () => {
    expect(() => checkRatings([row({}), row({})], tools)).toThrow("ray K6 stands twice");
  });
});

describe("pageBullets", () => {
  const text =
    "## Strengths\n\n- Light, see [docs](https://a.b/c).\n- `map` **orders**.\n- {{a.b}} fast.\n\n## Weaknesses\n\n- None.\n";
  it("reads the sentences below a heading, without links and marks, and leaves out what waits for a figure", () => {
    expect(pageBullets(text, "Strengths")).toEqual(["Light, see docs.", "map orders."]);
    expect(pageBullets(text, "Weaknesses")).toEqual(["None."]);
    expect(pageBullets(text, "Costs")).toEqual([]);
  });
});

describe("comparisonRows", () => {
  const rows = comparisonRows(someRatings);
  it("gives every tool its seven ratings on the scale of 1 to 5", () => {
    expect(rows.rating_seven).toHaveLength(5);
    expect(rows.rating_seven![0]).toMatchObject({
      name: "Quick pool",
      overview: "5.0 M",
      use_case_fit: "3.0 M",
      total: "4.4"
    });
    expect(rows.rating_seven![2]).toMatchObject({
      overview: "– (1.0–5.0)",
      performance: "3.0 (2.0–4.0) M",
      known: "29 %"
    });
  });
  it("ranks no orchestrator where its gate fails, and no service among tools", () => {
    const first = rows.rating_profiles!.find((row) => row.id === "A" && row.league === "tools");
    expect(first).toMatchObject({
      ranked: 2,
      of: 4,
      first_name: "Quick pool",
      second_name: "Old threads",
      third_name: "none"
    });
    const services = rows.rating_profiles!.find((row) => row.id === "I" && row.league === "services");
    expect(services).toMatchObject({ranked: 1, of: 1, first_name: "Some functions"});
  });
  it("counts what scores rest on", () => {
    expect(rows.rating_counts![0]).toMatchObject({tools: 4, services: 1, scores: 35, measured: 29, unknown: 6});
    expect(rows.rating_evidence!.find((row) => row.group === "distributed")).toMatchObject({M: 2, N: 5});
  });
  it("puts each tool in one class of complexity: the mean of C4 and C5", () => {
    // Quick pool (5 + 5)/2 and Old threads (5 + 4)/2 are low; Big scheduler (2 + 2)/2 is high; functions (4 + 2)/2 medium.
    const [low, medium, high] = rows.rating_effort!;
    expect([low!.single_computer, medium!.cloud, high!.orchestration]).toEqual([
      "Quick pool, Old threads",
      "Some functions",
      "Big scheduler"
    ]);
  });
});

describe("comparisonUseCases", () => {
  const work = {
    ...{id: "W01", name: "CSV files into workbooks", items: 80, items_from: "a document names it", seconds: 0.4},
    ...{kind: "cpu-gil" as const, payloadIn: 300, payloadOut: 100}
  };
  it("names the ways of a use that was timed, and an example for scraping; nothing for what is not there", () => {
    const rows = comparisonUseCases([work], someFits, [{tool: "multiprocessing", lines: 11}]);
    const uses = [...new Set(rows.map(({use}) => use))];
    expect(uses).toEqual(["Excel processing", "web scraping"]);
    for (const {way, gain_ratio: gain, suitability} of rows) {
      expect(String(way)).not.toMatch(/plain loop/);
      expect(suitability).toBe(Number(gain) >= 1.5 ? "suits" : Number(gain) >= 1.05 ? "helps little" : "does not pay");
    }
  });
});

describe("comparisonDecisions", () => {
  const engine = (tool: string, query: string, data_bytes: number, run_seconds: number) => ({
    ...{tool, variant: "default", query, data_bytes, run_seconds}
  });
  const latency = (tool: string, variant: string, task_seconds: number, workers = 2) => ({
    ...{tool, variant, pattern: "sequential", workers, task_seconds}
  });
  const views = {
    engines: [
      ...[engine("polars", "groupby", 1e7, 1), engine("polars", "join", 1e7, 4)],
      ...[engine("duckdb", "groupby", 1e7, 3), engine("duckdb", "join", 1e7, 3)],
      // Fastest where it answered, but it did not answer all.
      engine("vaex", "groupby", 1e7, 0.1)
    ],
    dispatch: [
      latency("serial", "default", 1e-8),
      latency("asyncio", "default", 2e-5),
      latency("multiprocessing", "pool", 9e-5),
      latency("multiprocessing", "pool", 6e-5),
      latency("ray", "tasks", 1e-6, 1)
    ]
  };
  const [batch] = someRatings.profiles;
  const data = {...someRatings, profiles: [...someRatings.profiles, {...batch!, id: "G", gates: []}]};
  const rows = comparisonDecisions(views, someFits, data);
  const of = (start: string) => rows.find(({situation}) => situation.startsWith(start))!;

  it("orders engines by the geometric mean over all queries of a table", () => {
    // √(1 · 4) = 2 against √(3 · 3) = 3.
    expect(of("data under 10 GB: one table of 10 MB")).toMatchObject({
      first: "Polars: 2 s",
      second: "DuckDB: 3 s",
      third: "–"
    });
  });
  it("asks the model for each load, and names what the plain loop cannot lose", () => {
    expect(of("very short tasks").basis).toContain("computed");
    expect(of("long tasks: 100").first).toMatch(/: \d(\.\d)?×/);
  });
  it("takes the fastest setting of each tool for real time, at two workers, without the loop", () => {
    expect(of("real time")).toMatchObject({first: "asyncio: 20 µs", second: "multiprocessing.Pool: 60 µs", third: "–"});
  });
  it("ranks tools and services apart, and says where the first place is a tie", () => {
    expect(of("batch on many machines, what you rent").first).toBe("Some functions: 4.4");
    expect(of("batch on many machines, what you install").first).toMatch(/^Quick pool: 4\.6/);
  });
  it("says what is documented of data larger than memory, by reach", () => {
    const knowing = {
      ...data,
      tools: data.tools.map((tool) => ({...tool, scores: {...tool.scores, K6: {...tool.scores.K7!, score: 3}}}))
    };
    const found = comparisonDecisions(views, someFits, knowing).find(({situation}) =>
      situation.startsWith("data of 10 GB")
    );
    expect(found!.first).toMatch(/^Big scheduler:|^Some functions:/);
    expect(found!.basis).toContain("not measured here");
  });
  it("refuses data without the profiles it speaks of", () => {
    expect(() => comparisonDecisions(views, someFits, someRatings)).toThrow("weight_presets.csv has no profile G");
  });
});
