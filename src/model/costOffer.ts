import type {CloudProvider, PriceRow} from "../schema/cloud.ts";

/** A row of the limits by its service and its name there. */
export interface LimitRef {
  readonly service: string;
  readonly limit: string;
  readonly provider?: CloudProvider;
}

/**
 * What drives a meter: billed seconds times vCPUs, times GiB, or of whole instances; data compute units; the time that the
 * cluster stands; calls; orchestrator steps; data that leaves.
 */
export type MeterDriver =
  "vcpu" | "memory" | "instance" | "instanceVcpu" | "dcu" | "cluster" | "call" | "step" | "outer" | "inner" | "egress";

/** One price of an offer: what drives it, and where it stands in the price file. */
export interface MeterRef {
  readonly part: "compute" | "memory" | "requests" | "steps" | "cluster" | "egress" | "usage" | "idle";
  readonly by: MeterDriver;
  readonly service: string;
  readonly sku: string;
  readonly provider?: CloudProvider;
  readonly architecture?: PriceRow["architecture"];
  /** The meter whose free quantity this one shares. */
  readonly freeOf?: {readonly service?: string; readonly architecture?: PriceRow["architecture"]};
}

/** How the size that is paid for follows from what a task needs. */
export type SizeRule =
  | {readonly kind: "lambda"}
  | {readonly kind: "listed"; readonly service: string}
  | {readonly kind: "machine"; readonly service: string; readonly size: string}
  | {readonly kind: "coupled"; readonly gibPerVcpu: number; readonly vcpu: LimitRef; readonly memory: LimitRef}
  | {readonly kind: "asked"; readonly vcpu?: LimitRef; readonly memory?: LimitRef; readonly coreVcpu?: number}
  | {readonly kind: "none"; readonly memoryGib?: number}
  | {readonly kind: "own"};

/** How its units live: a call each in kept environments, a fresh container each, a pool of workers, or steps alone. */
export type Life = "calls" | "containers" | "pool" | "steps";

export interface Offer {
  readonly service: string;
  readonly provider: CloudProvider;
  readonly life: Life;
  readonly size: SizeRule;
  readonly meters: readonly MeterRef[];
  readonly spot?: boolean;
  /** The time after which the service ends a call or container. */
  readonly runTime?: LimitRef;
  /** A setting that has to be raised for longer work. */
  readonly runTimeDefault?: LimitRef;
  readonly payload?: LimitRef;
  /** How many may run at once. */
  readonly atOnce?: readonly LimitRef[];
  readonly vcpuQuota?: LimitRef;
  /** More units than this need several jobs. */
  readonly fanOut?: LimitRef;
  readonly start?: LimitRef;
  /** Start-up is part of what is billed. */
  readonly startBilled?: boolean;
  /** Units that may start at once, and after that each second. */
  readonly launch?: {readonly burst: LimitRef; readonly rate: LimitRef; readonly rateSeconds: number};
  /** Steps a second that the orchestrator allows. */
  readonly stepRate?: LimitRef;
  /** Why the offer cannot be had or priced, whatever the work. */
  readonly closed?: string | LimitRef;
  /** Dollars that a vendor gives each month: on which part, and the price row that says so. */
  readonly credit?: {readonly of: "all" | "usage"; readonly ref: Pick<MeterRef, "service" | "sku">};
  /** Meters of instances that stand ready; `always` of them do in any case. */
  readonly warm?: {readonly meters: readonly MeterRef[]; readonly always: number};
  /** Windows is refused by the service itself, not only missing from the prices. */
  readonly linuxOnly?: string;
  readonly notes?: readonly string[];
}
