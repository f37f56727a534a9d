export const startups = ["none", "typical"] as const;
export const quotaStates = ["first", "raised"] as const;
export const clusterStates = ["shared", "own"] as const;
export const spotStates = ["allowed", "avoided"] as const;
export const costPlatforms = ["linux", "windows"] as const;

/** The work to be priced, and the reader's own machine that the clouds are compared with. Times in seconds, money in US dollars. */
export interface CostWorkload {
  readonly tasks: number;
  /** What one task takes on one vCPU-bound slot of the service, by itself. */
  readonly seconds: number;
  readonly vcpu: number;
  readonly memoryGib: number;
  /** Tasks that may run at once, if the service lets them. */
  readonly concurrency: number;
  readonly freeTier: boolean;
  readonly startup: (typeof startups)[number];
  /** Tasks that one container, invocation or request works off, one after the other. */
  readonly packing: number;
  /** Memory of a Lambda function; null sizes it by its vCPUs. */
  readonly lambdaMb: number | null;
  readonly payloadBytes: number;
  /** Steps, transitions or actions of an orchestrator for each task. */
  readonly steps: number;
  readonly egressGib: number;
  /** Interruptions of a Spot container or machine an hour; a task that is interrupted begins anew. */
  readonly interruptionsAnHour: number;
  /** Whether capacity that may be taken away is good enough. */
  readonly spot: (typeof spotStates)[number];
  readonly quotas: (typeof quotaStates)[number];
  readonly cluster: (typeof clusterStates)[number];
  readonly platform: (typeof costPlatforms)[number];
  /** By when the job must be done; null is no deadline. */
  readonly deadlineHours: number | null;
  readonly runsAMonth: number;
  /** Instances that stand ready all month, where a service sells that. */
  readonly warmInstances: number;
  readonly ownCores: number;
  readonly ownMemoryGib: number;
  readonly ownWatts: number;
  readonly ownKwhUsd: number;
  readonly ownPurchaseUsd: number;
  readonly ownLifeYears: number;
  readonly ownHoursAYear: number;
}
