import {createRequire} from "node:module";
import {readFile} from "node:fs/promises";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {withDatabase} from "../../loaders/openDatabase.ts";
import {queryRows} from "../../loaders/queryRows.ts";
import type {SampleFilter} from "../../src/queries/query.ts";
import {views} from "../../src/queries/views.ts";

type Row = Readonly<Record<string, unknown>>;

interface Connection {
  readonly query: (sql: string) => {readonly toArray: () => readonly {readonly toJSON: () => Row}[]};
}

let folder: string;
let browser: Connection;
let built: ReadonlyMap<string, readonly Row[]>;

/** Filters as a reader may set them, and none. */
const filters: Readonly<Record<string, SampleFilter>> = {
  none: {},
  tool: {tools: ["multiprocessing"], startMethods: ["spawn"]},
  machine: {machines: ["amd-epyc-2"], pythonBuilds: ["gil"], workloads: ["noop", "busy"]},
  days: {from: "2026-01-01", until: "2099-12-31", platforms: ["Linux"]},
  "a day without samples": {until: "1999-12-31"}
};

const cases = views.flatMap((view) => Object.keys(filters).map((filter) => ({view: view.name, filter})));
const sqlOf = (name: string, filter: string) => views.find((view) => view.name === name)!.sql(filters[filter]!);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "two engines "));
  const path = join(folder, "benchmarks.duckdb");
  built = await withDatabase(
    async (db) => {
      const found = new Map<string, readonly Row[]>();
      for (const {view, filter} of cases) found.set(`${view} ${filter}`, await queryRows<Row>(db, sqlOf(view, filter)));
      return found;
    },
    {path}
  );
  browser = await openBrowserEngine(await readFile(path));
}, 120_000);

afterAll(() => rm(folder, {recursive: true, force: true}));

/** The engine of the page, run by Node: the very release, without a worker. */
async function openBrowserEngine(bytes: Uint8Array): Promise<Connection> {
  const require = createRequire(import.meta.url);
  const dist = dirname(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs"));
  const duckdb = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs") as {
    createDuckDB: (bundles: object, logger: object, runtime: object) => Promise<Engine>;
    VoidLogger: new () => object;
    NODE_RUNTIME: object;
  };
  const bundle = (name: string) => ({mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: ""});
  const bundles = {mvp: bundle("mvp"), eh: bundle("eh")};
  const engine = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await engine.instantiate(() => {});
  // Under Node the engine leaves a log beside the name it is given: a name in the folder that goes.
  const name = join(folder, "browser.duckdb");
  engine.registerFileBuffer(name, bytes);
  const connection = engine.connect();
  connection.query(`ATTACH '${name}' AS base (READ_ONLY)`);
  connection.query("USE base");
  return connection;
}

interface Engine {
  readonly instantiate: (progress: () => void) => Promise<unknown>;
  readonly registerFileBuffer: (name: string, bytes: Uint8Array) => void;
  readonly connect: () => Connection;
}

/** Twelve digits: the engines add in another order. */
const plain = (value: unknown): unknown => {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return Number(value.toPrecision(12));
  return value;
};

const rowsOf = (rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));

test.each(cases)("$view answers alike in both engines, filter: $filter", ({view, filter}) => {
  const there = browser.query(sqlOf(view, filter)).toArray();
  const rows = rowsOf(there.map((row) => row.toJSON()));
  expect(rows).toEqual(rowsOf(built.get(`${view} ${filter}`)!));
});

test("most views have rows, and so have something to compare", () => {
  const filled = views.filter(({name}) => built.get(`${name} none`)!.length > 0);
  expect(filled.length).toBeGreaterThan(views.length / 2);
});
