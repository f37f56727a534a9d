import {readFileSync} from "node:fs";
import {cloudTables} from "../src/schema/cloud.ts";
import {factTables} from "../src/schema/facts.ts";
import {measureTable} from "../src/schema/measure.ts";
import {sampleTable} from "../src/schema/sample.ts";
import {allowed} from "../src/schema/column.ts";
import {gatherCost} from "./gatherCost.ts";
import {gatherCloud} from "./gatherCloud.ts";
import {gatherSources} from "./gatherSources.ts";
import type {Views} from "./gatherViews.ts";
import {measuredViews} from "./measured.ts";
import {readCsv} from "./readCsv.ts";
import {readTools} from "./readTools.ts";
import {toolIndexRows} from "./toolIndexRows.ts";

/** METG at half efficiency on one node, as others published it, the smallest first. */
function publishedMetg(figures: readonly Readonly<Record<string, unknown>>[]) {
  return figures
    .filter(({quantity, conditions}) => quantity === "metg50" && String(conditions).includes("1 node"))
    .map(({tool, value, conditions, tool_version, machine, year, source_title, source_url, id}) => {
      const pattern = String(conditions).replace(/[,;]? *METG\(50%\)[,;]? */, "");
      const metg_seconds = Number(value);
      return {id, tool, metg_seconds, pattern, tool_version, machine, year, source_title, source_url};
    })
    .toSorted((a, b) => a.metg_seconds - b.metg_seconds);
}

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
  const tools = await readTools();
  const published = Object.fromEntries(facts).published_figures ?? [];
  const views = await measuredViews();
  return {
    ...views,
    published_metg: publishedMetg(published),
    ...(await gatherCost()),
    ...Object.fromEntries([...facts, ...clouds]),
    ...(await gatherCloud()),
    ...(await gatherSources()),
    columns,
    tool_index: toolIndexRows(tools, views, (path) => readFileSync(path, "utf8")) as unknown as Views[string],
    tools: tools as unknown as Views[string]
  };
}
