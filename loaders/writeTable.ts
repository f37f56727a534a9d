import {createReadStream} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {literal} from "../src/queries/query.ts";
import {withCachedDatabase} from "./openCachedDatabase.ts";

/** Writes the rows of a SQL text over the whole database as CSV, times in ISO 8601, to a stream, which stays open. */
export async function writeTable(sql: string, out: NodeJS.WritableStream): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "when-parallel-pays-table-"));
  try {
    const file = join(folder, "table.csv");
    // The engine writes files only; a million rows would not fit into memory as objects.
    await withCachedDatabase((db) =>
      db.run(`COPY (${sql}) TO ${literal(file)} (FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%gZ')`)
    );
    await pipeline(createReadStream(file), out, {end: false});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
