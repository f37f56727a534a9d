import type {LimitRow} from "../schema/cloud.ts";
import {type CostFacts, findLimit} from "./costMeter.ts";
import type {LimitRef, Offer} from "./costOffer.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** What is paid for: its vCPUs and memory (null: not recorded), and how many tasks fit in side by side. */
export interface Size {
  readonly vcpu: number;
  readonly memoryGib: number | null;
  readonly sideBySide: number;
  /** What the reader should know of the choice. */
  readonly note?: string;
}

/** A size, or the sentence that says why there is none. */
export type Sized = {readonly size: Size} | {readonly reason: string};

/** The memory that a Lambda function has for each vCPU in the report's default job: up to here the vCPUs decide its size. */
const gibPerVcpu = 2;

const gib = ({value_numeric, unit}: LimitRow) => (value_numeric ?? Infinity) / (unit === "MB" ? 1024 : 1);

const says = ({limit, value, unit}: LimitRow) =>
  `${limit}: ${value}${unit && /^[\d.]+$/.test(value) ? ` ${unit}` : ""}`;

/** The size of an offer that holds one task; the limits decide before any price. */
export function costSize(offer: Offer, workload: CostWorkload, facts: CostFacts): Sized {
  const {vcpu, memoryGib} = workload;
  const limit = (ref: LimitRef) => findLimit(facts, offer.provider, ref);
  const need = `a task needs ${vcpu} vCPU and ${memoryGib} GiB`;
  const rule = offer.size;
  const whole = (size: Omit<Size, "sideBySide">): Sized => ({size: {...size, sideBySide: 1}});
  switch (rule.kind) {
    case "none":
      return whole({vcpu, memoryGib: rule.memoryGib ?? memoryGib});
    case "lambda":
      return lambdaSize(workload, limit);
    case "asked": {
      const [cpu, memory] = [rule.vcpu && limit(rule.vcpu), rule.memory && limit(rule.memory)];
      if (cpu && vcpu > cpu.value_numeric! * (rule.coreVcpu ?? 1)) return {reason: `${need}; ${says(cpu)}`};
      if (memory && memoryGib > gib(memory)) return {reason: `${need}; ${says(memory)}`};
      return whole({vcpu, memoryGib});
    }
    case "coupled": {
      const coupled = Math.max(vcpu, memoryGib / rule.gibPerVcpu);
      const [cpu, memory] = [limit(rule.vcpu), limit(rule.memory)];
      if (vcpu > cpu.value_numeric!) return {reason: `${need}; ${says(cpu)}`};
      if (coupled * rule.gibPerVcpu > gib(memory)) return {reason: `${need}; ${says(memory)}`};
      return whole({vcpu: coupled, memoryGib: coupled * rule.gibPerVcpu});
    }
    case "listed": {
      const rows = facts.sizes.filter((row) => row.provider === offer.provider && row.service === rule.service);
      const fits = rows
        .filter((row) => row.vcpu >= vcpu && (row.memory_max_gib ?? row.memory_gib ?? Infinity) >= memoryGib)
        .toSorted((a, b) => a.vcpu - b.vcpu || (a.memory_gib ?? 0) - (b.memory_gib ?? 0));
      const [row] = fits;
      if (!row) {
        const largest = rows.toSorted((a, b) => b.vcpu - a.vcpu || (b.memory_gib ?? 0) - (a.memory_gib ?? 0))[0];
        return {reason: `${need}; the largest size recorded is ${largest?.size ?? "none"}`};
      }
      const [least, step] = [row.memory_gib ?? 0, row.memory_step_gib];
      const above = Math.max(0, memoryGib - least);
      const memory = least + (step === null ? above : Math.ceil(above / step) * step);
      return whole({vcpu: row.vcpu, memoryGib: memory});
    }
    case "machine":
    case "own": {
      const row = rule.kind === "own" ? undefined : machineOf(rule, facts);
      const [cores, memory] = row ? [row.vcpu, row.memory_gib] : [workload.ownCores, workload.ownMemoryGib];
      const sideBySide = Math.floor(Math.min(cores / vcpu, (memory ?? Infinity) / memoryGib) + 1e-9);
      if (sideBySide < 1) return {reason: `${need}; the machine has ${cores} vCPU and ${memory ?? "?"} GiB`};
      const note = memory === null ? "the machine's memory is not recorded, so only its vCPUs are counted" : undefined;
      return {size: {vcpu: cores, memoryGib: memory, sideBySide, ...(note ? {note} : {})}};
    }
  }
}

function machineOf({service, size}: {readonly service: string; readonly size: string}, {sizes}: CostFacts) {
  const row = sizes.find((row) => row.service === service && row.size === size);
  if (!row) throw new Error(`cloud_sizes.csv has no ${service}: ${size}`);
  return row;
}

function lambdaSize({vcpu, memoryGib, lambdaMb}: CostWorkload, limit: (ref: LimitRef) => LimitRow): Sized {
  const service = "Lambda";
  const one = limit({service, limit: "memory that gives one vCPU"}).value_numeric!;
  const [least, most] = ["memory, minimum", "memory, maximum"].map((name) => limit({service, limit: name}));
  const byMemory = memoryGib > gibPerVcpu * vcpu;
  const asked = lambdaMb ?? (byMemory ? Math.max(one * vcpu, memoryGib * 1024) : one * vcpu);
  const mb = Math.ceil(Math.max(asked, least!.value_numeric!) - 1e-9);
  if (mb > most!.value_numeric!) return {reason: `a task needs ${mb} MB (${one} MB a vCPU); ${says(most!)}`};
  const note =
    lambdaMb !== null
      ? `${mb} MB as asked: ${(mb / one).toPrecision(3)} vCPU`
      : byMemory
        ? `sized by memory: ${mb} MB`
        : `sized by its vCPUs, ${one} MB each: ${mb} MB, not ${memoryGib} GiB`;
  return {size: {vcpu: mb / one, memoryGib: mb / 1024, sideBySide: 1, note}};
}
