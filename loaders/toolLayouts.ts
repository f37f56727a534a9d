import {formatUnit} from "../src/schema/formatUnit.ts";
import {costJobs} from "./costRows.ts";
import type {LayoutColumn, TableLayout} from "./tableLayouts.ts";

const plain = (column: string, name = column.replaceAll("_", " ")): LayoutColumn => ({name, column});
const text = (value: unknown) => String(value ?? "");
const seconds = (column: string, name: string): LayoutColumn => ({
  name,
  text: (row) => (typeof row[column] === "number" ? formatUnit(row[column], "s") : "–")
});
/** Dollars, or the limit that excludes the offer. */
const usd = (job: string): LayoutColumn => ({
  name: costJobs[job]!,
  text: (row) => text(row[`${job}_text`] ?? row[`${job}_reason`])
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
      plain("best_for", "best for"),
      plain("here", "in this report")
    ]
  },
  tool_contradictions: {
    caption: "Claims that do not agree, and how they are read here",
    columns: [
      plain("id"),
      {name: "one claim", column: "claim_a", url: "source_a"},
      {name: "the other", column: "claim_b", url: "source_b"},
      plain("reading")
    ]
  },
  tool_guidance: {
    caption: "What its makers say about the smallest useful task",
    columns: [{name: "guidance", column: "guidance", url: "source_url"}, plain("note", "note")]
  },
  tool_pitfalls: {
    caption: "Hazards and their remedies",
    columns: [
      {name: "what goes wrong", column: "pitfall", url: "source_url"},
      plain("consequence", "leads to"),
      plain("remedy", "instead")
    ]
  },
  tool_complaints: {
    caption: "Threads in which users report a hazard",
    columns: [{name: "what they report", column: "complaint", url: "thread_url"}, plain("state", "when read")]
  },
  tool_prices: {
    caption: "List prices, each with its source",
    columns: [
      {name: "what is billed", text: ({service, sku}) => `${text(service)}: ${text(sku)}`, url: "source_url"},
      {name: "price", text: ({price_usd, unit}) => `${formatUnit(Number(price_usd), "1", 6)} USD per ${text(unit)}`},
      {name: "for", text: tier},
      plain("region"),
      plain("architecture"),
      seconds("billing_increment_seconds", "steps of"),
      seconds("minimum_duration_seconds", "at least"),
      plain("as_of", "as of")
    ]
  },
  tool_costs: {
    caption: "Four jobs with its offers, by the standard assumptions of the cost page",
    columns: [
      plain("name", "offer"),
      usd("short"),
      usd("packed"),
      usd("middling"),
      usd("long"),
      plain("prices_of", "oldest price of")
    ]
  },
  tool_ranking: {
    caption: "Its place for four kinds of work, and the fastest other tool",
    columns: [plain("work", "the work"), plain("own", "this tool"), plain("place"), plain("other", "the fastest other")]
  },
  tool_rivals: {
    caption: "Tools of the same kind, the most alike first",
    columns: [{name: "tool", column: "name", url: "url"}, plain("more", "it can also"), plain("less", "it cannot")]
  },
  tool_services: {
    caption: "Services of the same kind first, then of the same provider",
    columns: [
      {name: "service", column: "name", url: "url"},
      plain("provider", "kind"),
      plain("more", "it can also"),
      plain("less", "it cannot"),
      plain("cost", "its lowest price")
    ]
  }
};
