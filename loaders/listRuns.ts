import type {DuckDBConnection} from "@duckdb/node-api";
import {queryRows} from "./queryRows.ts";
import {noRuns, readEnvironment, runFolders, type RunHead} from "./readRuns.ts";

/** The runs that left a sample in the table `samples`, without their rows; throws a sentence when there is none. */
export async function listRuns(db: DuckDBConnection, root = "data/runs"): Promise<readonly RunHead[]> {
  const rows = await queryRows<{run_id: string; tool: string}>(
    db,
    "SELECT DISTINCT run_id, tool FROM samples ORDER BY ALL"
  );
  const heads = await Promise.all(
    (await runFolders(root)).map(async (folder): Promise<RunHead> => {
      const environment = await readEnvironment(root, folder);
      return {
        folder,
        environment,
        tools: rows.filter((row) => row.run_id === environment.run_id).map(({tool}) => tool)
      };
    })
  );
  const held = heads.filter(({tools}) => tools.length > 0);
  if (held.length === 0) throw new Error(noRuns(root));
  return held;
}
