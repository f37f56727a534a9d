import type {PriceRow} from "../schema/cloud.ts";
import type {MeterDriver} from "./costOffer.ts";

/** What a job uses, from which every meter's quantity follows. Times in seconds. */
export interface Usage {
  /** Billed, of all calls, containers or workers. */
  readonly billed: number;
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly calls: number;
  readonly steps: number;
  readonly tasks: number;
  /** How long the cluster stands for the job. */
  readonly clusterSeconds: number;
  readonly egressGib: number;
}

/**
 * Data compute units of Dataproc Serverless: 0.6 a vCPU, 0.1 a GB up to 8 GB a vCPU and 0.2 above
 * (https://cloud.google.com/dataproc-serverless/pricing).
 */
function dataComputeUnits({vcpu, memoryGib}: Usage): number {
  const above = Math.max(0, memoryGib - 8 * vcpu);
  return 0.6 * vcpu + 0.1 * (memoryGib - above) + 0.2 * above;
}

const drivers: Readonly<Record<MeterDriver, (usage: Usage) => number>> = {
  vcpu: ({billed, vcpu}) => billed * vcpu,
  memory: ({billed, memoryGib}) => billed * memoryGib,
  instance: ({billed}) => billed,
  instanceVcpu: ({billed, vcpu}) => billed * vcpu,
  dcu: (usage) => usage.billed * dataComputeUnits(usage),
  cluster: ({clusterSeconds}) => clusterSeconds,
  call: ({calls}) => calls,
  step: ({steps}) => steps,
  outer: ({tasks}) => tasks,
  inner: ({steps, tasks}) => steps - tasks,
  egress: ({egressGib}) => egressGib
};

/** A core is two vCPUs; an hour has 3,600 s. GB and GiB count alike, as the expected results do. */
const unitSize = (unit: PriceRow["unit"]) => (unit.startsWith("core-") ? 2 : 1) * (unit.endsWith("-hour") ? 3600 : 1);

/** The quantity of a meter, in its unit. */
export const costQuantity = (by: MeterDriver, unit: PriceRow["unit"], usage: Usage): number =>
  drivers[by](usage) / unitSize(unit);
