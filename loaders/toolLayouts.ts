import {formatUnit} from "../src/schema/formatUnit.ts";
import {jobCostColumns} from "./jobCostColumns.ts";
import {plainColumn} from "./plainColumn.ts";
import type {LayoutColumn, TableLayout} from "./tableLayout.ts";

const text = (value: unknown) => String(value ?? "");
const seconds = (column: string, name: string): LayoutColumn => ({
  name,
  text: (row) => (typeof row[column] === "number" ? formatUnit(row[column], "s") : "–")
});
const tier = (row: Readonly<Record<string, unknown>>) => {
  const edge = (value: unknown) => (typeof value === "number" && value > 0 ? formatUnit(value, "1", 3) : null);
  const [from, to] = [edge(row.tier_from), edge(row.tier_to)];
  return `${from ? `from ${from} ` : ""}${to ? `up to ${to}` : ""}`.trim();
};

/** The tables of the pages on tools. */
export const toolLayouts: Readonly<Record<string, TableLayout>> = {
  tool_index: {
    caption: "Tools, what each is for, and whether it was measured here",
    columns: [
      {name: "tool", column: "name", url: "url"},
      plainColumn("best_for", "best for"),
      plainColumn("here", "in this report")
    ]
  },
  tool_contradictions: {
    caption: "Claims that do not agree, and how they are read here",
    columns: [
      plainColumn("id"),
      {name: "one claim", column: "claim_a", url: "source_a"},
      {name: "the other", column: "claim_b", url: "source_b"},
      plainColumn("reading")
    ]
  },
  tool_guidance: {
    caption: "What its makers say about the smallest useful task",
    columns: [{name: "guidance", column: "guidance", url: "source_url"}, plainColumn("note", "note")]
  },
  tool_pitfalls: {
    caption: "Hazards and their remedies",
    columns: [
      {name: "what goes wrong", column: "pitfall", url: "source_url"},
      plainColumn("consequence", "leads to"),
      plainColumn("remedy", "instead")
    ]
  },
  tool_complaints: {
    caption: "Threads in which users report a hazard",
    columns: [{name: "what they report", column: "complaint", url: "thread_url"}, plainColumn("state", "when read")]
  },
  tool_prices: {
    caption: "List prices, each with its source",
    columns: [
      {name: "what is billed", text: ({service, sku}) => `${text(service)}: ${text(sku)}`, url: "source_url"},
      {name: "price", text: ({price_usd, unit}) => `${formatUnit(Number(price_usd), "1", 6)} USD per ${text(unit)}`},
      {name: "for", text: tier},
      plainColumn("region"),
      plainColumn("architecture"),
      seconds("billing_increment_seconds", "steps of"),
      seconds("minimum_duration_seconds", "at least"),
      plainColumn("as_of", "as of")
    ]
  },
  tool_costs: {
    caption: "Four jobs with its offers, by the standard assumptions of the cost page",
    columns: jobCostColumns
  },
  tool_ranking: {
    caption: "Its place for four kinds of work, and the fastest other tool",
    columns: [
      plainColumn("work", "the work"),
      plainColumn("own", "this tool"),
      plainColumn("place"),
      plainColumn("other", "the fastest other")
    ]
  },
  tool_rivals: {
    caption: "Tools of the same kind, the most alike first",
    columns: [
      {name: "tool", column: "name", url: "url"},
      plainColumn("more", "it can also"),
      plainColumn("less", "it cannot")
    ]
  },
  tool_services: {
    caption: "Services of the same kind first, then of the same provider",
    columns: [
      {name: "service", column: "name", url: "url"},
      plainColumn("provider", "kind"),
      plainColumn("more", "it can also"),
      plainColumn("less", "it cannot"),
      plainColumn("cost", "its lowest price")
    ]
  }
};
