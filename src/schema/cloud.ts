import type {Column, Table} from "./column.ts";

export const cloudProviders = ["aws", "google", "azure", "modal", "coiled", "kubernetes", "any"] as const;
export type CloudProvider = (typeof cloudProviders)[number];

/** Every unit that a price may be told in; a price row with another one stops the build. */
export const priceUnits = [
  ...["request", "execution", "transition", "operation", "step", "action", "job", "build-minute"],
  ...["vCPU-second", "vCPU-hour", "core-second", "CPU-hour", "GPU-second", "DPU-hour", "DCU-hour", "instance-hour"],
  ...["GB-second", "GiB-second", "GB-hour", "GiB-hour", "GB-month", "GiB-month", "GB", "GiB"],
  ...["cluster-hour", "gateway-hour", "VM-hour", "address-hour", "registry-day", "month"]
] as const;

export const architectures = ["x86_64", "arm64", "any"] as const;

/** One band of one price: dollars a unit, from and below which quantity a month, and how time is rounded. */
export interface PriceRow {
  readonly provider: CloudProvider;
  readonly service: string;
  readonly sku: string;
  readonly unit: (typeof priceUnits)[number];
  readonly price_usd: number;
  readonly region: string;
  readonly architecture: (typeof architectures)[number];
  readonly tier_from: number | null;
  readonly tier_to: number | null;
  readonly billing_increment_seconds: number | null;
  readonly minimum_duration_seconds: number | null;
  readonly free_tier: string | null;
  readonly free_tier_quantity: number | null;
  readonly source_url: string;
  readonly source_title: string;
  readonly source_kind: string;
  readonly as_of: string;
  readonly second_source_url: string | null;
  readonly confidence: "high" | "medium" | "low";
  readonly note: string | null;
}

/** What a service allows, by default or at all, or how long it was seen to take. */
export interface LimitRow {
  readonly provider: CloudProvider;
  readonly service: string;
  readonly limit: string;
  readonly value: string;
  readonly value_numeric: number | null;
  readonly unit: string | null;
  readonly kind: "hard" | "quota" | "default" | "observed";
  readonly source_url: string;
  readonly source_title: string;
  readonly as_of: string;
  readonly confidence: "high" | "medium" | "low";
  readonly note: string | null;
}

/** A size that a service sells: its processors, and the memory that may go with them. */
export interface SizeRow {
  readonly provider: CloudProvider;
  readonly service: string;
  readonly size: string;
  readonly vcpu: number;
  readonly memory_gib: number | null;
  readonly memory_max_gib: number | null;
  readonly memory_step_gib: number | null;
  readonly source_url: string;
  readonly source_title: string;
  readonly as_of: string;
}

/** A priced offer by its slug, the tool whose page speaks of it, and its name. */
export interface OfferRow {
  readonly service: string;
  readonly provider: CloudProvider;
  readonly tool: string | null;
  readonly name: string;
}

const text = (name: string, description: string, required = false): Column => ({
  name,
  type: "string",
  description,
  ...(required ? {required} : {})
});
const amount = (name: string, description: string, unit?: string): Column => ({
  name,
  type: "number",
  description,
  minimum: 0,
  ...(unit ? {unit} : {})
});
const provider: Column = {...text("provider", "whose service", true), values: cloudProviders};
const confidence: Column = {
  ...text("confidence", "high: two sources or a recorded answer; medium: one dated source; low: old or disputed", true),
  values: ["high", "medium", "low"]
};
const source = [
  text("source_url", "address of the source; a row of sources.csv", true),
  text("source_title", "title of the source", true)
];
const asOf = text("as_of", "day on which the figure was read or generated; a month where no day is known", true);

export const pricesTable: Table = {
  name: "prices",
  row: "one band of one list price, before tax and discounts",
  columns: [
    provider,
    text("service", "as the vendor names it", true),
    text("sku", "what is sold", true),
    {...text("unit", "what the price is for one of", true), values: priceUnits},
    {...amount("price_usd", "price of one unit", "USD"), required: true},
    text("region", "where it holds", true),
    {...text("architecture", "processor it holds for", true), values: architectures},
    amount("tier_from", "first unit of a month in this band; empty is none"),
    amount("tier_to", "first unit of a month beyond this band; empty is no end"),
    amount("billing_increment_seconds", "to which time is rounded up; empty is not known", "s"),
    amount("minimum_duration_seconds", "least time that is billed; empty is not known", "s"),
    text("free_tier", "what costs nothing, and within which account"),
    amount("free_tier_quantity", "units a month that cost nothing"),
    ...source,
    {
      ...text("source_kind", "what the source is", true),
      values: ["vendor_price_api", "vendor_price_page", "public_repository", "article"]
    },
    asOf,
    text("second_source_url", "address of a second source that agrees"),
    confidence,
    text("note", "what to know about it")
  ]
};

export const limitsTable: Table = {
  name: "limits",
  row: "one limit of a service, or one observation of how long it takes to start",
  columns: [
    provider,
    text("service", "as the vendor names it", true),
    text("limit", "what is limited", true),
    text("value", "as the source states it", true),
    {...amount("value_numeric", "the same as a number")},
    text("unit", "of the number"),
    {
      ...text(
        "kind",
        "hard: cannot be raised; quota: can be asked for; default: a setting; observed: a measurement",
        true
      ),
      values: ["hard", "quota", "default", "observed"]
    },
    ...source,
    asOf,
    confidence,
    text("note", "what to know about it")
  ]
};

export const sizesTable: Table = {
  name: "sizes",
  row: "one size that a service sells",
  columns: [
    provider,
    text("service", "as the vendor names it", true),
    text("size", "its name", true),
    {...amount("vcpu", "virtual processors"), required: true},
    amount("memory_gib", "memory, or the least that may be chosen; empty is not known", "GiB"),
    amount("memory_max_gib", "the most memory that may be chosen with it", "GiB"),
    amount("memory_step_gib", "steps between them", "GiB"),
    ...source,
    asOf
  ]
};

export const offersTable: Table = {
  name: "offers",
  row: "one priced offer",
  columns: [
    text("service", "slug, as the command line and the address name it", true),
    provider,
    text("tool", "slug of the page that speaks of it"),
    text("name", "as a reader knows it", true)
  ]
};

/** The cloud tables; each is the file `data/cloud_<name>.csv` and the table `<name>` of the database. */
export const cloudTables: readonly Table[] = [pricesTable, limitsTable, sizesTable, offersTable];
