import {formatUnit} from "../src/schema/formatUnit.ts";
import {plainColumn} from "./plainColumn.ts";
import {seriesColumn} from "./seriesColumn.ts";
import type {TableLayout, TableRow} from "./tableLayout.ts";

const seconds = (value: unknown) => (typeof value === "number" ? formatUnit(value, "s") : "–");
const band = (row: TableRow, column: string) =>
  typeof row[column] === "number"
    ? `${seconds(row[column])} (${seconds(row[`${column}_low`])} to ${seconds(row[`${column}_high`])})`
    : "–";
const gain = ({gain_ratio: value}: TableRow) => (typeof value === "number" ? formatUnit(value, "×") : "not timed");
const count = (value: unknown) => formatUnit(Number(value), "1");
const from = ({from_items: items, never}: TableRow) =>
  typeof items === "number" ? `from ${count(items)} on` : `never: ${String(never ?? "")}`;

/** The tables of the chapter on recommendations. */
export const adviceLayouts: Readonly<Record<string, TableLayout>> = {
  advice: {
    caption: "Each workload: as it is, written better, and in the best pool that Python brings",
    columns: [
      {name: "workload", text: ({workload, name}) => `${String(workload)} ${String(name)}`},
      {
        name: "items in a batch",
        text: ({items, items_from}) => `${count(items)}${items_from === "assumed" ? " (assumed)" : ""}`
      },
      {
        name: "an item today",
        text: ({item_seconds, seconds_from}) => `${seconds(item_seconds)}, ${String(seconds_from)}`
      },
      plainColumn("today_seconds", "the batch today"),
      {name: "better serial code", text: gain},
      plainColumn("improved_seconds", "the batch then"),
      plainColumn("pool", "best pool after it"),
      {name: "in that pool, cold", text: (row) => band(row, "pool_seconds")},
      {name: "pays", text: ({pays}) => (pays === "tie" ? "within the uncertainty" : String(pays))},
      {name: "items from which it pays", text: from}
    ]
  },
  adviceSteps: {
    caption: "What each step alone would bring, on the machine of the ranking",
    columns: [
      {name: "workload", text: ({workload, name}) => `${String(workload)} ${String(name)}`},
      plainColumn("today_seconds", "today"),
      plainColumn("serial_seconds", "better serial code alone"),
      plainColumn("pool_seconds", "a pool alone"),
      plainColumn("both_seconds", "both"),
      plainColumn("first", "what brings more")
    ]
  },
  rankedImprovements: {
    caption: "Changes by benefit × reach ÷ effort",
    columns: [
      {name: "change", text: ({id, name}) => `${String(id)} ${String(name)}`},
      plainColumn("step"),
      plainColumn("workload"),
      {name: "saves a batch", text: (row) => band(row, "saved_seconds")},
      plainColumn("reach"),
      plainColumn("weeks"),
      plainColumn("score"),
      plainColumn("verdict")
    ]
  },
  roadmap: {
    caption: "The roadmap",
    columns: [
      {name: "change", text: ({id, name}) => `${String(id)} ${String(name)}`},
      {name: "phase", text: ({phase, phase_name}) => `${String(phase)} ${String(phase_name)}`},
      plainColumn("slot", "slot of the product roadmap"),
      plainColumn("size"),
      plainColumn("weeks"),
      plainColumn("success", "by what its success is seen")
    ]
  },
  roadmapPhases: {
    caption: "What each phase takes, against its two months",
    columns: [
      {name: "phase", text: ({phase, name}) => `${String(phase)} ${String(name)}`},
      plainColumn("months"),
      plainColumn("changes"),
      {name: "weeks of one person", text: ({weeks_low, weeks_high}) => `${count(weeks_low)} to ${count(weeks_high)}`},
      {
        name: "people to keep to the months",
        text: ({people_low, people_high}) =>
          `${formatUnit(Number(people_low), "1", 2)} to ${formatUnit(Number(people_high), "1", 2)}`
      }
    ]
  },
  business: {
    caption: "Work of AssetUtilities' kind, as measured; a new process imports the work with its first item",
    columns: [
      plainColumn("workload"),
      plainColumn("task_count", "items"),
      seriesColumn,
      plainColumn("workers"),
      plainColumn("item_seconds", "an item, workers ready"),
      plainColumn("job_seconds", "the whole job, cold"),
      plainColumn("samples")
    ]
  },
  migration: {
    caption: "Migration, module by module",
    columns: [
      plainColumn("module_path", "module"),
      plainColumn("verdict"),
      plainColumn("pool"),
      plainColumn("partition", "one task is"),
      plainColumn("migration", "what to do"),
      plainColumn("must_not", "what must not be done"),
      plainColumn("effort")
    ]
  },
  modules: {
    caption: "Modules of AssetUtilities",
    columns: [
      plainColumn("module_path", "module"),
      plainColumn("purpose"),
      plainColumn("status"),
      plainColumn("parallel_today", "parallel today"),
      plainColumn("workload_ids", "workloads")
    ]
  }
};
