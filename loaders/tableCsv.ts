import {withCachedDatabase} from "./openCachedDatabase.ts";
import {csvOf, queryRows} from "./openDatabase.ts";

/** The rows of a SQL text over the whole database, as CSV text. */
export const tableCsv = (sql: string): Promise<string> =>
  withCachedDatabase(async (db) => csvOf(await queryRows(db, sql)));
