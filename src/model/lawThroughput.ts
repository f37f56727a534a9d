import type {Law} from "./law.ts";

/** The parameters of a law as numbers; what it does not have is 0 or null. */
export interface LawParameters {
  readonly law: Law;
  readonly rate: number;
  readonly contention: number | null;
  readonly serialShare: number | null;
  readonly coherence: number | null;
}

/** Work a second at a load by a law. */
export function lawThroughput({law, rate, contention, serialShare, coherence}: LawParameters, load: number): number {
  if (law === "gustafson") return rate * (load - (serialShare ?? 0) * (load - 1));
  return (rate * load) / (1 + (contention ?? 0) * (load - 1) + (coherence ?? 0) * load * (load - 1));
}
