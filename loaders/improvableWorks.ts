import type {BatchWork} from "../src/model/adviseBatch.ts";
import type {ImprovableWork} from "../src/model/rankImprovements.ts";
import type {BusinessRow} from "../src/queries/business.ts";
import type {Improvement} from "../src/schema/assetUtilities.ts";

/** A row of `data/workloads.csv`, as far as the advice needs it. */
export interface WorkloadRow {
  readonly id: string;
  readonly name: string;
  readonly bound: string;
  readonly items_typical: number | null;
  readonly seconds_per_item: number | null;
  readonly payload_in_bytes: number | null;
  readonly payload_out_bytes: number | null;
  readonly recommended_pool: string | null;
}

/** Items of a batch where no document names a number: an assumption, said wherever it is used, and the reader's to change. */
export const assumedItems = 20;

const kindOfBound: Readonly<Record<string, BatchWork["kind"]>> = {
  "cpu-gil": "cpu-gil",
  "cpu-releases-gil": "cpu-releases-gil",
  disk: "cpu-releases-gil",
  mixed: "cpu-releases-gil",
  network: "waiting"
};

/** An item in the plain loop of the experiment, the largest batch that was measured; null where it was not. */
function loopItem(rows: readonly BusinessRow[], workload: string | null): BusinessRow | null {
  const found = rows.filter((row) => row.workload === workload && row.tool === "serial");
  return found.toSorted((a, b) => b.task_count - a.task_count)[0] ?? null;
}

function gainOf(rows: readonly BusinessRow[], improvement: Improvement | undefined): ImprovableWork["gain"] {
  if (!improvement) return null;
  const today = loopItem(rows, improvement.business_today);
  const better = loopItem(rows, improvement.business_improved);
  if (today && better)
    return {
      value: today.item_seconds / better.item_seconds,
      low: today.item_seconds_low / better.item_seconds_high,
      high: today.item_seconds_high / better.item_seconds_low
    };
  const {serial_gain: gain} = improvement;
  return gain === null ? null : {value: gain, low: gain, high: gain};
}

/** A workload with where each of its figures comes from. */
export interface KnownWork extends ImprovableWork {
  readonly seconds_from: "measured here" | "measured before this report" | "not timed";
  readonly items_from: "a document names it" | "assumed";
}

/**
 * The workloads that can be timed, each with the seconds of an item as it is today (from the experiment `business` where it
 * ran, else as the workload table says) and the factor that better serial code brings.
 */
export function improvableWorks(
  workloads: readonly WorkloadRow[],
  improvements: readonly Improvement[],
  rows: readonly BusinessRow[]
): readonly KnownWork[] {
  return workloads.flatMap((work): KnownWork[] => {
    const own = improvements.filter(({workload}) => workload === work.id);
    const serial = own.find(({step}) => step === "serial");
    const pooled = own.find(({step}) => step === "pool");
    const here = own.map(({business_today: name}) => loopItem(rows, name)).find((row) => row !== null) ?? null;
    const seconds = here?.item_seconds ?? work.seconds_per_item;
    if (seconds === null) return [];
    const pool =
      work.recommended_pool === "process" || work.recommended_pool === "thread" ? work.recommended_pool : "none";
    return [
      {
        id: work.id,
        name: work.name,
        items: work.items_typical ?? assumedItems,
        items_from: work.items_typical === null ? "assumed" : "a document names it",
        seconds,
        seconds_from: here ? "measured here" : "measured before this report",
        kind: pooled?.kind ?? serial?.kind ?? kindOfBound[work.bound] ?? "cpu-gil",
        pool,
        payloadIn: work.payload_in_bytes ?? 0,
        payloadOut: work.payload_out_bytes ?? 0,
        importSeconds: pooled?.import_seconds ?? serial?.import_seconds ?? 0,
        gain: gainOf(rows, serial)
      }
    ];
  });
}
