import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import fc from "fast-check";
import {csvFormatRows} from "d3-dsv";
import * as v from "valibot";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {createFromCsv} from "../../loaders/createFromCsv.ts";
import {plainCell} from "../../loaders/plainCell.ts";
import {queryRows} from "../../loaders/queryRows.ts";
import {identifier, literal} from "../../src/queries/query.ts";
import {cellSchema, type Column, type Table} from "../../src/schema/column.ts";

let folder: string;
let instance: DuckDBInstance;
let db: DuckDBConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csv tables "));
  instance = await DuckDBInstance.create(":memory:");
  db = await instance.connect();
});

afterAll(async () => {
  db.closeSync();
  instance.closeSync();
  await rm(folder, {recursive: true, force: true});
});

/** Which of these cells the engine takes for plain. */
async function plain(column: Column, cells: readonly string[]): Promise<readonly boolean[]> {
  const rows = cells.map((cell, place) => `(${place}, nullif(${literal(cell)}, ''))`).join(", ");
  const sql = `SELECT ${plainCell(column)} AS plain FROM (VALUES ${rows}) AS t(line, ${identifier(column.name)}) ORDER BY line`;
  return (await queryRows<{plain: boolean}>(db, sql)).map((row) => row.plain);
}

const columns: readonly Column[] = [
  {name: "word", type: "string", required: true, description: ""},
  {name: "note", type: "string", description: ""},
  {name: "outcome", type: "string", values: ["ok", "it's late"], description: ""},
  {name: "seconds", type: "number", minimum: 0, description: ""},
  {name: "ratio", type: "number", description: ""},
  {name: "workers", type: "integer", minimum: 1, maximum: 4096, required: true, description: ""},
  {name: "place", type: "integer", description: ""},
  {name: "limit", type: "datetime", description: ""},
  {name: "measured", type: "boolean", required: true, description: ""}
];

/** Cells of every kind, good and bad, and what lies between. */
const cell = fc.oneof(
  fc.constantFrom("", "ok", "it's late", "true", "false", "True", "1e3", "1.0", "1_000", "0x10", "inf", "-inf", "NaN", " 1", "1 ", "+1", "1.", ".5", "1e400", "-0", "1e-7", "4097", "2026-02-30T00:00:00Z", "2026-11-25T10:00:00.5Z", "2026-11-25 10:00:00", "2026-11-25T10:00:00+02:00", "٣"),
  fc.string({maxLength: 8}).filter((text) => !text.includes("\0")),
  fc.integer().map(String),
  fc.double().map(String),
  fc.date({noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01")}).map((date) => date.toISOString())
);

describe("plainCell", () => {
  test.each(columns)("takes for plain only what the schema of $name accepts", async (column) => {
    const schema = cellSchema(column);
    await fc.assert(
      fc.asyncProperty(fc.array(cell, {minLength: 1, maxLength: 60}), async (cells) => {
        const found = await plain(column, cells);
        cells.forEach((text, place) => {
          if (found[place]) expect(v.safeParse(schema, text).success, JSON.stringify(text)).toBe(true);
        });
      }),
      {numRuns: 60}
    );
  });

  test.each([
    ["word", "joblib"],
    ["outcome", "it's late"],
    ["seconds", "0.000006134699999999999"],
    ["seconds", "1e-7"],
    ["workers", "64"],
    ["limit", "2026-11-25T15:49:28.964Z"],
    ["measured", "false"],
    ["place", ""]
  ])("leaves no work to the slow reader for %s %s", async (name, text) => {
    const column = columns.find((one) => one.name === name)!;
    expect(await plain(column, [text])).toEqual([true]);
  });
});

describe("createFromCsv", () => {
  const table: Table = {
    name: "some_rows",
    row: "a row",
    columns: [
      {name: "tool", type: "string", required: true, description: "which"},
      {name: "workers", type: "integer", required: true, minimum: 1, description: "how many"},
      {name: "seconds", type: "number", unit: "s", minimum: 0, description: "how long"},
      {name: "begun", type: "datetime", description: "when"}
    ]
  };
  const write = async (name: string, rows: string[][]) => {
    const path = join(folder, name);
    await writeFile(path, `${csvFormatRows(rows)}\n`);
    return path;
  };
  const create = async (...files: string[]) => {
    await db.run(`DROP TABLE IF EXISTS ${table.name}`);
    await createFromCsv(db, table, files);
    return queryRows(db, `SELECT * FROM ${table.name}`);
  };
  const begun = "2026-11-25T10:00:00.250Z";

  test("reads files by the names of their columns, whatever their order, and a missing one as null", async () => {
    const first = await write("a.csv", [["tool", "workers", "seconds", "begun"], ["ray", "2", "0.5", begun]]);
    const other = await write("b.csv", [["workers", "tool"], ["4", 'quoted, "so"\nand on']]);
    expect(await create(first, other)).toEqual([
      {tool: "ray", workers: 2, seconds: 0.5, begun},
      {tool: 'quoted, "so"\nand on', workers: 4, seconds: null, begun: null}
    ]);
  });

  test("comments the table and each column with its unit", async () => {
    await create(await write("a.csv", [["tool", "workers"], ["ray", "2"]]));
    const comments = await queryRows(db, `SELECT comment FROM duckdb_columns() WHERE table_name = '${table.name}'`);
    expect(comments).toEqual(["which", "how many", "how long (s)", "when"].map((comment) => ({comment})));
  });

  test("accepts what only the slow reader knows to be right", async () => {
    const path = await write("odd.csv", [["tool", "workers"], ["ray", " 2"]]);
    expect(await create(path)).toEqual([{tool: "ray", workers: 2, seconds: null, begun: null}]);
  });

  test.each([
    [[["tool", "workers"], ["ray", "2"], ["dask", "many"]], '3: column workers: workers must be a whole number from 1, got "many"'],
    [[["tool", "workers"], ["ray", "1.5"]], '2: column workers: workers must be a whole number from 1, got "1.5"'],
    [[["tool", "workers", "seconds"], ["ray", "1", "-1"]], '2: column seconds: seconds must be a number from 0, or nothing, got "-1"'],
    [[["tool", "workers"], ["", "2"]], '2: column tool: tool must be text, got ""'],
    [[["tool", "worker"], ["ray", "2"]], '1: column worker: some_rows has no column "worker"'],
    [[["tool"], ["ray"]], "1: column workers: the column workers is missing"],
    [[["tool", "workers"], ["ray", "2"], ["dask"]], "3: column : a row must have 2 cells, got 1"]
  ])("stops at a row that breaks the table: %j", async (rows, message) => {
    const good = await write("good.csv", [["tool", "workers"], ["ray", "2"]]);
    const path = await write("bad.csv", rows);
    await expect(create(good, path)).rejects.toThrow(`${path}:${message}`);
  });
});
