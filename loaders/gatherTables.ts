import {cloudTables} from "../src/schema/cloud.ts";
import {factTables} from "../src/schema/facts.ts";
import {measureTable} from "../src/schema/measure.ts";
import {sampleTable} from "../src/schema/sample.ts";
import {allowed} from "../src/schema/column.ts";
import {gatherCost} from "./gatherCost.ts";
import {gatherCloud} from "./gatherCloud.ts";
import {gatherViews, type Views} from "./gatherViews.ts";
import {readCsv} from "./readCsv.ts";
import {readTools} from "./readTools.ts";

/** What texts may draw on: the views, the fact files, the tools, and the columns of samples.csv. */
export async function gatherTables(): Promise<Views> {
  const facts = await Promise.all(
    factTables.map(
      async (table) => [table.name, await readCsv<Record<string, unknown>>(`data/${table.name}.csv`, table)] as const
    )
  );
  const clouds = await Promise.all(
    cloudTables.map(
      async (table) =>
        [`cloud_${table.name}`, await readCsv<Record<string, unknown>>(`data/cloud_${table.name}.csv`, table)] as const
    )
  );
  const columns = [sampleTable, measureTable].flatMap((table) =>
    table.columns.map((column) => ({
      table: table.name,
      column: column.name,
      unit: column.unit ?? "",
      meaning: column.description,
      allowed: allowed(column)
    }))
  );
  const tools = (await readTools()) as unknown as readonly Record<string, unknown>[];
  return {
    ...(await gatherViews()),
    ...(await gatherCost()),
    ...Object.fromEntries([...facts, ...clouds]),
    ...(await gatherCloud()),
    columns,
    tools
  };
}
