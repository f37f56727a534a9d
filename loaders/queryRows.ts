import type {DuckDBConnection} from "@duckdb/node-api";

/** The rows of a SQL text as plain objects: whole numbers as numbers, times as ISO text. */
export async function queryRows<Row>(db: DuckDBConnection, sql: string): Promise<readonly Row[]> {
  const reader = await db.runAndReadAll(sql);
  const rows: unknown = reader
    .getRowObjectsJS()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === "bigint" ? Number(value) : value instanceof Date ? value.toISOString() : value
        ])
      )
    );
  return rows as readonly Row[];
}
