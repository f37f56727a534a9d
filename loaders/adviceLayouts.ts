import {seriesLabel, type SeriesKey} from "../src/components/seriesLabel.ts";
import {formatUnit} from "../src/schema/formatUnit.ts";
import type {LayoutColumn, TableLayout, TableRow} from "./tableLayouts.ts";

const plain = (column: string, name = column.replaceAll("_", " ")): LayoutColumn => ({name, column});
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
      plain("today_seconds", "the batch today"),
      {name: "better serial code", text: gain},
      plain("improved_seconds", "the batch then"),
      plain("pool", "best pool after it"),
      {name: "in that pool, cold", text: (row) => band(row, "pool_seconds")},
      {name: "pays", text: ({pays}) => (pays === "tie" ? "within the uncertainty" : String(pays))},
      {name: "items from which it pays", text: from}
    ]
  },
  adviceSteps: {
    caption: "What each step alone would bring, on the machine of the ranking",
    columns: [
      {name: "workload", text: ({workload, name}) => `${String(workload)} ${String(name)}`},
      plain("today_seconds", "today"),
      plain("serial_seconds", "better serial code alone"),
      plain("pool_seconds", "a pool alone"),
      plain("both_seconds", "both"),
      plain("first", "what brings more")
    ]
  },
  rankedImprovements: {
    caption: "Changes by benefit × reach ÷ effort",
    columns: [
      {name: "change", text: ({id, name}) => `${String(id)} ${String(name)}`},
      plain("step"),
      plain("workload"),
      {name: "saves a batch", text: (row) => band(row, "saved_seconds")},
      plain("reach"),
      plain("weeks"),
      plain("score"),
      plain("verdict")
    ]
  },
  roadmap: {
    caption: "The roadmap",
    columns: [
      {name: "change", text: ({id, name}) => `${String(id)} ${String(name)}`},
      {name: "phase", text: ({phase, phase_name}) => `${String(phase)} ${String(phase_name)}`},
      plain("slot", "slot of the product roadmap"),
      plain("size"),
      plain("weeks"),
      plain("success", "by what its success is seen")
    ]
  },
  roadmapPhases: {
    caption: "What each phase takes, against its two months",
    columns: [
      {name: "phase", text: ({phase, name}) => `${String(phase)} ${String(name)}`},
      plain("months"),
      plain("changes"),
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
      plain("workload"),
      plain("task_count", "items"),
      {name: "tool", text: (row) => seriesLabel(row as unknown as SeriesKey)},
      plain("workers"),
      plain("item_seconds", "an item, workers ready"),
      plain("job_seconds", "the whole job, cold"),
      plain("samples")
    ]
  },
  migration: {
    caption: "Migration, module by module",
    columns: [
      plain("module_path", "module"),
      plain("verdict"),
      plain("pool"),
      plain("partition", "one task is"),
      plain("migration", "what to do"),
      plain("must_not", "what must not be done"),
      plain("effort")
    ]
  },
  modules: {
    caption: "Modules of AssetUtilities",
    columns: [
      plain("module_path", "module"),
      plain("purpose"),
      plain("status"),
      plain("parallel_today", "parallel today"),
      plain("workload_ids", "workloads")
    ]
  }
};
