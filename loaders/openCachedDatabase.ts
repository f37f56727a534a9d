import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {literal} from "../src/queries/query.ts";
import {cachedFile} from "./cachedResult.ts";
import {setUpEngine} from "./setUpEngine.ts";

/** The database file of everything the report knows, built by the first that asks for it. */
export const databaseFile = (): Promise<string> =>
  cachedFile("benchmarks", ".duckdb", async (path) => {
    const {withDatabase} = await import("./openDatabase.ts");
    await withDatabase(async () => {}, {path});
  });

/** Hands that database, opened for reading only, to `use`, then closes it. */
export async function withCachedDatabase<Result>(use: (db: DuckDBConnection) => Promise<Result>): Promise<Result> {
  const path = await databaseFile();
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  try {
    await setUpEngine(db);
    await db.run(`ATTACH ${literal(path)} AS report (READ_ONLY)`);
    await db.run("USE report");
    return await use(db);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}
