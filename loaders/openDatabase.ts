import {DuckDBInstance, type DuckDBConnection} from "@duckdb/node-api";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {cloudTables} from "../src/schema/cloud.ts";
import {factTables} from "../src/schema/facts.ts";
import {measureTable} from "../src/schema/measure.ts";
import {sampleTable} from "../src/schema/sample.ts";
import type {Tool} from "../src/schema/tool.ts";
import {literal} from "../src/queries/query.ts";
import {gatherAllFits} from "./gatherFits.ts";
import {readCloud} from "./readCloud.ts";
import {createFromCsv} from "./createFromCsv.ts";
import {createFromRows} from "./createFromRows.ts";
import {environmentRow} from "./environmentRow.ts";
import {fitTables} from "./fitTables.ts";
import {listRuns} from "./listRuns.ts";
import {noRuns, runFolders} from "./readRuns.ts";
import {readTools} from "./readTools.ts";
import {setUpEngine} from "./setUpEngine.ts";

/** What the table `tools` holds of a description: lists as words. */
const toolRow = ({capabilities, platforms, ...tool}: Tool) => ({
  ...tool,
  adapter: "adapter" in tool ? (tool.adapter ?? null) : null,
  platforms: platforms.join(" "),
  variants: "variants" in tool ? (tool.variants ?? []).join(" ") : "",
  ...capabilities
});

const cellColumns =
  "run_id, experiment, tool, variant, start_method, python_build, workload, kind, pattern, task_count, task_seconds, chunk_size, payload_in_bytes, payload_out_bytes, workers";

/**
 * A DuckDB database of everything the report knows, at a path or in memory; hands it to `use`, then closes it. Rows are
 * checked by their schema as they come in. The storage format is one that the browser's engine reads.
 */
export async function withDatabase<Result>(
  use: (db: DuckDBConnection) => Promise<Result>,
  {path, runsFolder = "data/runs"}: {readonly path?: string; readonly runsFolder?: string} = {}
): Promise<Result> {
  const folders = await runFolders(runsFolder);
  if (folders.length === 0) throw new Error(noRuns(runsFolder));
  const folder = await mkdtemp(join(tmpdir(), "when-parallel-pays-db-"));
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  try {
    await setUpEngine(db);
    if (path) {
      await db.run(`ATTACH ${literal(path)} AS report (STORAGE_VERSION 'v1.0.0')`);
      await db.run("USE report");
    }
    const files = (name: string) => folders.map((run) => join(runsFolder, run, name));
    await createFromCsv(db, sampleTable, files("samples.csv"));
    await createFromCsv(db, measureTable, files("measures.csv"));
    const runs = await listRuns(db, runsFolder);
    const environments = {
      name: "environments",
      row: "one run: its machine, software and session",
      rows: runs.map(environmentRow)
    };
    for (const table of factTables) await createFromCsv(db, table, [`data/${table.name}.csv`]);
    await readCloud();
    for (const table of cloudTables) await createFromCsv(db, table, [`data/cloud_${table.name}.csv`]);
    const tools = {
      name: "tools",
      row: "one tool, from the front matter of data/tools",
      rows: (await readTools()).map(toolRow)
    };
    const fits = await gatherAllFits(runs, runsFolder);
    for (const table of [environments, tools, ...fitTables(fits)]) await createFromRows(db, table, folder);
    await db.run(`CREATE TABLE cells AS SELECT ${cellColumns}, count(*) AS samples, count(*) FILTER (outcome = 'ok') AS ok_samples,
      median(run_seconds) AS run_seconds, stddev_samp(run_seconds) / avg(run_seconds) AS run_variation,
      min(run_seconds) AS run_seconds_min, max(run_seconds) AS run_seconds_max FROM samples GROUP BY ALL ORDER BY ALL`);
    await db.run("COMMENT ON TABLE cells IS 'one combination of settings: its samples and their median warm run'");
    const result = await use(db);
    if (path) {
      await db.run("USE memory");
      await db.run("DETACH report");
    }
    return result;
  } finally {
    db.closeSync();
    instance.closeSync();
    await rm(folder, {recursive: true, force: true});
  }
}
