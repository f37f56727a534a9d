import type {PriceRow} from "../../src/schema/cloud.ts";

/** One band of one price as a vendor lists it today, under the names of our price file. */
export interface ListedPrice {
  readonly provider: "aws" | "azure" | "google";
  readonly service: string;
  readonly sku: string;
  readonly region: string;
  readonly architecture: PriceRow["architecture"];
  readonly tier_from: number;
  /** Dollars for one unit of our price file. */
  readonly price_usd: number;
  /** The unit in the vendor's words. */
  readonly vendor_unit: string;
  /** What the vendor calls the state of its list: a version or a date of effect. */
  readonly source_version: string;
  /** An address that stays: not that of one version. */
  readonly source_url: string;
  readonly source_title: string;
  readonly source_kind: PriceRow["source_kind"];
}

/** Reads a text from an address, or throws. */
export type FetchText = (url: string) => Promise<string>;
