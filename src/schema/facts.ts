import {assetUtilitiesTables} from "./assetUtilities.ts";
import {cloudScorecardTable} from "./cloudScorecard.ts";
import type {Column, Table} from "./column.ts";
import {migrationTable} from "./migration.ts";
import {criteriaTable, gatesTable, ratingsTable, weightPresetsTable} from "./rating.ts";
import {workImportTable} from "./workImport.ts";

const text = (name: string, description: string, required = false): Column => ({
  name,
  type: "string",
  description,
  required
});
const number = (name: string, description: string): Column => ({name, type: "number", description});
const address = (name = "source_url"): Column => text(name, "address of the source; a row of sources.csv", true);

/** What others published: never mixed with what was measured here. */
export const publishedFiguresTable: Table = {
  name: "published_figures",
  row: "one number that somebody published",
  columns: [
    text("id", "how texts cite it", true),
    text("tool", "slug of a tool, or of other_subjects.csv", true),
    text("quantity", "what was measured", true),
    number("value", "the figure the source states; empty where it states only a bound"),
    number("low", "lower bound that the source states"),
    number("high", "upper bound that the source states"),
    {
      ...text("unit", "unit of the figure", true),
      values: ["s", "tasks/s", "executions/s", "ratio", "count", "bytes", "usd", "flop/s"]
    },
    text("conditions", "under which it holds"),
    text("machine", "on what"),
    text("tool_version", "which version"),
    text("source_title", "title of the source"),
    text("source_url", "address of the source, a row of sources.csv; empty where only copies are known"),
    text("year", "year of the figure"),
    {
      ...text(
        "grade",
        "A primary with data, B primary but old or informal, C vendor or single person, D computed",
        true
      ),
      values: ["A", "B", "C", "D"]
    },
    text("evidence", "kind of evidence"),
    text("note", "what to know about it")
  ]
};

/** Every address that anything cites. */
export const sourcesTable: Table = {
  name: "sources",
  row: "one source: a page or document",
  columns: [
    text("source_url", "its address, by which it is cited", true),
    text("title", "its title", true),
    text("publisher", "who stands behind it"),
    text("kind", "what it is"),
    text("as_of", "day on which it was read, ISO 8601"),
    text("trust", "A to D, as the grades of published figures")
  ]
};

export const contradictionsTable: Table = {
  name: "contradictions",
  row: "two claims that do not agree",
  columns: [
    text("id", "how texts cite it", true),
    text("subject", "what they speak of", true),
    text("claim_a", "one claim", true),
    address("source_a"),
    text("claim_b", "the other", true),
    text("source_b", "address of the other's source"),
    text("reading", "how we read it")
  ]
};

export const complaintsTable: Table = {
  name: "complaints",
  row: "a thread in which users report a hazard",
  columns: [
    text("tool", "slug", true),
    text("complaint", "what they report", true),
    address("thread_url"),
    {...text("state", "as it was when read; empty where not recorded"), values: ["open", "closed"]}
  ]
};

export const granularityGuidanceTable: Table = {
  name: "granularity_guidance",
  row: "what a project says about the smallest useful task",
  columns: [
    text("tool", "slug", true),
    text("guidance", "in its words or short", true),
    {...number("min_task_seconds", "the smallest number the source states"), unit: "s", minimum: 0},
    address(),
    text("note", "what to know about it")
  ]
};

export const pitfallsTable: Table = {
  name: "pitfalls",
  row: "a hazard of a tool, with its remedy",
  columns: [
    text("tool", "slug", true),
    text("pitfall", "what goes wrong", true),
    text("consequence", "what it leads to"),
    text("remedy", "what to do instead"),
    address()
  ]
};

/** The fact files that the report reads today; each is `data/<name>.csv`. */
export const factTables: readonly Table[] = [
  publishedFiguresTable,
  sourcesTable,
  contradictionsTable,
  complaintsTable,
  granularityGuidanceTable,
  pitfallsTable,
  cloudScorecardTable,
  ...assetUtilitiesTables,
  migrationTable,
  criteriaTable,
  weightPresetsTable,
  gatesTable,
  ratingsTable,
  workImportTable
];
