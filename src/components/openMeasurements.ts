/** What the pages use of Framework's DuckDB client. */
export interface DatabaseClient {
  readonly query: (sql: string) => Promise<Iterable<{readonly toJSON: () => object}>>;
}

/** Asks one query and gives plain rows. */
export type Ask = (sql: string) => Promise<readonly object[]>;

/**
 * Makes the tables of the attached database `base` known by their plain names: a view each, since the client uses a new
 * connection for every query and would forget a `USE`.
 */
export async function openMeasurements(client: DatabaseClient): Promise<Ask> {
  const ask: Ask = async (sql) => Array.from(await client.query(sql), (row) => row.toJSON());
  const tables = await ask("SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'base'");
  for (const {name} of tables as readonly {name: string}[]) await ask(`CREATE VIEW "${name}" AS FROM base."${name}"`);
  return ask;
}
