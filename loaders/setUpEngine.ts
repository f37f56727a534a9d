import type {DuckDBConnection} from "@duckdb/node-api";

/** Settings under which every database here is written and asked: the same rows on any machine, in bounded memory. */
export async function setUpEngine(db: DuckDBConnection): Promise<void> {
  // The clock of a machine must not decide how a timestamp is read.
  await db.run("SET TimeZone = 'UTC'");
  await db.run("SET threads = 1");
  // Beyond it the engine goes to disk: a long history must not need a large machine.
  await db.run("SET memory_limit = '1GB'");
}
