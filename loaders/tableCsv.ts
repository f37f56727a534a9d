import {csvOf, queryRows, withDatabase} from "./openDatabase.ts";

/** The rows of a SQL text over the whole database, as CSV text. */
export const tableCsv = (sql: string): Promise<string> => withDatabase(async (db) => csvOf(await queryRows(db, sql)));
