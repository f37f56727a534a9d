import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {adviceToSearch, parseAdvice} from "../../src/model/adviceSettings.ts";
import {itemsFrom} from "../../src/model/itemsFrom.ts";
import {adviseBatch, type BatchMachine, type BatchWork} from "../../src/model/adviseBatch.ts";
import {
  type Change,
  evenWeights,
  type ImprovableWork,
  improvedWork,
  rankImprovements
} from "../../src/model/rankImprovements.ts";
import {scheduleRoadmap} from "../../src/model/scheduleRoadmap.ts";
import {makeFit} from "../fixtures/fits.ts";

const startup = [{workers: 2, importSeconds: 0, startSeconds: 0.4, firstSeconds: 0.1, stopSeconds: 0}];
const spawn = makeFit({startMethod: "spawn", startup});
const fork = makeFit({startMethod: "fork"});
const threads = makeFit({tool: "concurrent-futures-thread", startMethod: "none"});
const fits = [spawn, fork, threads];

const book: BatchWork = {
  items: 40,
  seconds: 0.1,
  kind: "cpu-gil",
  pool: "process",
  payloadIn: 0,
  payloadOut: 0,
  importSeconds: 0.5
};
const windows: BatchMachine = {cores: 4, platform: "windows"};

describe("adviseBatch", () => {
  it("adds what each spawned worker imports to start and work", () => {
    const {loopSeconds, pool, pays} = adviseBatch(book, windows, fits);
    expect(loopSeconds).toBeCloseTo(4);
    expect(pool).toMatchObject({start_method: "spawn", workers: 4});
    const withoutImports = adviseBatch({...book, importSeconds: 0}, windows, fits).pool!;
    expect(pool!.seconds - withoutImports.seconds).toBeCloseTo(0.5);
    expect(pays).toBe("yes");
  });

  it("imports in rounds where there are more workers than cores", () => {
    const few = adviseBatch(book, {...windows, workers: 4}, [spawn]).pool!;
    const many = adviseBatch({...book, importSeconds: 0}, {...windows, workers: 8}, [spawn]).pool!;
    const both = adviseBatch(book, {...windows, workers: 8}, [spawn]).pool!;
    expect(both.seconds - many.seconds).toBeCloseTo(1);
    expect(both.seconds).toBeGreaterThan(few.seconds);
  });

  it("offers Windows no fork, and work that is not for threads no threads", () => {
    expect(adviseBatch(book, windows, [fork, threads]).pool).toBeNull();
    expect(adviseBatch(book, {...windows, platform: "linux"}, [fork]).pool).not.toBeNull();
    expect(itemsFrom({...book, pool: "none"}, windows, fits)).toMatchObject({state: "never"});
  });

  it("finds the number of items from which it pays, as brute force does", () => {
    const from = itemsFrom(book, windows, fits);
    expect(from.state).toBe("at");
    const pays = (items: number) => {
      const {pool, loopSeconds} = adviseBatch({...book, items}, windows, fits);
      return pool!.seconds < loopSeconds;
    };
    for (let items = from.value!; items < from.value! + 60; items += 1) expect(pays(items), String(items)).toBe(true);
    expect(pays(from.value! - 1)).toBe(false);
  });

  it("never lets threads gain on work that holds the GIL", () => {
    const {pool, loopSeconds} = adviseBatch({...book, pool: "thread"}, windows, fits);
    expect(pool!.seconds).toBeGreaterThanOrEqual(loopSeconds);
    expect(itemsFrom({...book, pool: "thread"}, windows, fits).state).toBe("never");
  });

  it("needs more items the longer the workers import", () => {
    fc.assert(
      fc.property(fc.double({min: 0, max: 3, noNaN: true}), fc.double({min: 0, max: 3, noNaN: true}), (a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a];
        const edge = (importSeconds: number) => itemsFrom({...book, importSeconds}, windows, [spawn]).value!;
        expect(edge(short)).toBeLessThanOrEqual(edge(long));
      }),
      {numRuns: 20}
    );
  });
});

const work = (changes: Partial<ImprovableWork> = {}): ImprovableWork => ({
  ...book,
  id: "W01",
  name: "books",
  gain: {value: 10, low: 8, high: 12},
  ...changes
});
const change = (id: string, step: Change["step"], rest: Partial<Change> = {}): Change => ({
  id,
  name: id,
  step,
  workload: "W01",
  weeks_low: 1,
  weeks_high: 3,
  reach: 2,
  depends_on: null,
  ...rest
});

describe("rankImprovements", () => {
  it("scores by benefit × reach ÷ effort", () => {
    const [serial] = rankImprovements([change("serial", "serial")], [work()], windows, fits);
    expect(serial).toMatchObject({verdict: "do", weeks: 2});
    expect(serial!.saved_seconds).toBeCloseTo(3.6);
    expect(serial!.saved_seconds_low).toBeCloseTo(3.5);
    expect(serial!.score).toBeCloseTo((3.6 * 2) / 2);
  });

  it("holds a pool against the better code, not against today's", () => {
    const changes = [change("pool", "pool")];
    const [after] = rankImprovements(changes, [work()], windows, fits);
    expect(after).toMatchObject({verdict: "later", saved_seconds: 0, score: 0});
    const [without] = rankImprovements(changes, [work({gain: null})], windows, fits);
    expect(without!.verdict).toBe("do");
    expect(without!.saved_seconds).toBeGreaterThan(0);
  });

  it("changes its order when the data does", () => {
    const changes = [change("books", "serial"), change("figures", "serial", {workload: "W06"})];
    const figures = (gain: number) =>
      work({id: "W06", items: 10, seconds: 0.2, gain: {value: gain, low: gain, high: gain}});
    const order = (booksGain: number, figuresGain: number) => {
      const books = work({gain: {value: booksGain, low: booksGain, high: booksGain}});
      return rankImprovements(changes, [books, figures(figuresGain)], windows, fits).map(({id}) => id);
    };
    expect(order(10, 8)).toEqual(["books", "figures"]);
    expect(order(1.1, 8)).toEqual(["figures", "books"]);
  });

  it("puts what is unsafe first, what nobody has timed after what pays, and ranks by the weights", () => {
    const changes = [
      change("big", "serial", {weeks_low: 5, weeks_high: 5}),
      change("small", "serial", {workload: "W06"}),
      change("untimed", "serial", {workload: "W09"}),
      change("race", "safety"),
      change("later", "machines")
    ];
    const works = [work(), work({id: "W06", items: 12}), work({id: "W09", gain: null})];
    const order = (effort: number) =>
      rankImprovements(changes, works, windows, fits, {...evenWeights, effort}).map(({id}) => id);
    expect(order(1)).toEqual(["race", "big", "small", "untimed", "later"]);
    expect(order(2)).toEqual(["race", "small", "big", "untimed", "later"]);
  });

  it("prices the shipped number of workers", () => {
    const [cap] = rankImprovements([change("cap", "cap")], [work({gain: null})], windows, fits);
    expect(cap!.before_seconds!).toBeGreaterThan(cap!.after_seconds!);
    expect(cap!.verdict).toBe("do");
  });

  it("asks for the frame only where something that it carries is to be done", () => {
    const changes = [
      change("map", "frame"),
      change("tests", "frame", {depends_on: "map"}),
      change("pool", "pool", {depends_on: "map"})
    ];
    const verdicts = (items: number) =>
      Object.fromEntries(
        rankImprovements(changes, [work({items, gain: null})], windows, fits).map(({id, verdict}) => [id, verdict])
      );
    expect(verdicts(40)).toEqual({map: "before all else", tests: "before all else", pool: "do"});
    expect(verdicts(4)).toEqual({map: "later", tests: "later", pool: "later"});
  });

  it("leaves what saves less than a second a batch for later", () => {
    const saved = (seconds: number) =>
      rankImprovements([change("small", "serial")], [work({items: 1, seconds})], windows, fits)[0]!.verdict;
    expect(saved(1.2)).toBe("do");
    expect(saved(1)).toBe("later");
  });

  it("improves by the gain only where there is one", () => {
    expect(improvedWork(work()).seconds).toBeCloseTo(0.01);
    expect(improvedWork(work({gain: null})).seconds).toBe(0.1);
  });
});

describe("scheduleRoadmap", () => {
  const item = (id: string, depends_on: readonly string[] = [], phase = 1) => ({
    id,
    phase,
    weeks_low: 1,
    weeks_high: 2,
    depends_on
  });

  it("does one after the other for one person, forerunners first, phases in order", () => {
    const rows = scheduleRoadmap([item("c", [], 2), item("b", ["a"]), item("a")]);
    expect(rows.map(({id, start_low, end_high}) => [id, start_low, end_high])).toEqual([
      ["a", 0, 2],
      ["b", 1, 4],
      ["c", 2, 6]
    ]);
  });

  it("shares what does not depend among two", () => {
    const rows = scheduleRoadmap([item("a"), item("b"), item("c", ["a", "b"])], 2);
    expect(rows.map(({start_low}) => start_low)).toEqual([0, 0, 1]);
  });

  it("refuses circles and unknown names", () => {
    expect(() => scheduleRoadmap([item("a", ["b"]), item("b", ["a"])])).toThrow("goes in circles among a, b");
    expect(() => scheduleRoadmap([item("a", ["x"])])).toThrow("a depends on x, which the roadmap does not hold");
  });
});

describe("the address of the advice", () => {
  it("reads back what it wrote", () => {
    const {settings} = parseAdvice({files: "200", cores: "16", platform: "linux", effort: "0.5"});
    const search = adviceToSearch(settings);
    expect(search).toBe("?files=200&cores=16&platform=linux&effort=0.5");
    expect(parseAdvice(Object.fromEntries(new URLSearchParams(search))).settings).toEqual(settings);
    expect(adviceToSearch(parseAdvice({}).settings)).toBe("");
  });

  it("says what a wrong value may be, and goes on with the default", () => {
    const {settings, problems} = parseAdvice({files: "0.5", cores: "1000", platform: "amiga"});
    expect(problems).toEqual([
      "platform must be one of linux, windows, macos, got amiga",
      "files must be a whole number 1…100000, got 0.5",
      "cores must be a whole number 1…128, got 1000"
    ]);
    expect(settings).toEqual(parseAdvice({}).settings);
  });
});
