/** What a system did at a load: so many workers (or clients), so much work a second. */
export interface LawPoint {
  readonly load: number;
  readonly throughput: number;
  /** Work that each worker was given, where it is known: equal at every load when the work grows with the workers. */
  readonly workPerLoad?: number;
}

/** A fitted parameter with its 95 % interval (asymptotic, Student's t). */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const laws = ["amdahl", "gustafson", "usl"] as const;
export type Law = (typeof laws)[number];

/** A law fitted to a series. What a law does not have is null. */
export interface LawFit {
  readonly law: Law;
  /** γ: work a second of one worker. */
  readonly rate: Estimate;
  /** α, the share that cannot be shared: Amdahl's serial fraction, the contention of the universal scalability law. */
  readonly contention: Estimate | null;
  /** σ: Gustafson's serial share of the time on many workers. */
  readonly serialShare: Estimate | null;
  /** β: what each pair of workers costs, the coherence of the universal scalability law. */
  readonly coherence: Estimate | null;
  /** The load of the greatest throughput; null where there is none or it cannot be told, and why. */
  readonly peak: Estimate | null;
  readonly peakReason: string | null;
  /** Lowest and highest load that was measured. */
  readonly range: readonly [number, number];
  readonly points: number;
  /** Akaike's criterion with the correction for few points; Infinity where there are too few of them. */
  readonly aicc: number;
}

/** Whether misses count by their size or as a share of what was measured. */
export type LawError = "absolute" | "relative";
