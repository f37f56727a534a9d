import type {BatchMachine} from "./adviseBatch.ts";
import {evenWeights, type ImprovementWeights} from "./rankImprovements.ts";
import {platforms} from "./workload.ts";

/** What a reader of the recommendations can move: files in a batch (null: what documents name), the machine, the weights. */
export interface AdviceSettings {
  readonly files: number | null;
  readonly machine: Pick<BatchMachine, "cores" | "platform">;
  readonly weights: ImprovementWeights;
}

/** Where the controls begin, and what the chapter's tables are computed for: a common office computer. */
export const defaultAdvice: AdviceSettings = {
  files: null,
  machine: {cores: 8, platform: "windows"},
  weights: evenWeights
};

/** The limits of each number in the address. */
export const adviceLimits = {
  files: {minimum: 1, maximum: 100_000, whole: true},
  cores: {minimum: 1, maximum: 128, whole: true},
  benefit: {minimum: 0, maximum: 2, whole: false},
  reach: {minimum: 0, maximum: 2, whole: false},
  effort: {minimum: 0, maximum: 2, whole: false}
} as const;
type NumberName = keyof typeof adviceLimits;

/** Reads the settings from names and texts; what is wrong keeps its default and is said in a sentence. */
export function parseAdvice(texts: Readonly<Record<string, string | undefined>>): {
  readonly settings: AdviceSettings;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const number = <Empty extends number | null>(name: NumberName, empty: Empty): number | Empty => {
    const text = texts[name]?.trim() ?? "";
    if (text === "") return empty;
    const {minimum, maximum, whole} = adviceLimits[name];
    const value = Number(text);
    if (value >= minimum && value <= maximum && (!whole || Number.isInteger(value))) return value;
    problems.push(`${name} must be ${whole ? "a whole number " : ""}${minimum}…${maximum}, got ${text}`);
    return empty;
  };
  const {machine, weights} = defaultAdvice;
  const asked = texts.platform ?? machine.platform;
  const platform = platforms.find((one) => one === asked);
  if (!platform) problems.push(`platform must be one of ${platforms.join(", ")}, got ${asked}`);
  const settings: AdviceSettings = {
    files: number("files", null),
    machine: {cores: number("cores", machine.cores), platform: platform ?? machine.platform},
    weights: {
      benefit: number("benefit", weights.benefit),
      reach: number("reach", weights.reach),
      effort: number("effort", weights.effort)
    }
  };
  return {settings, problems};
}

/** The settings as a search string; what stands at its default is left out. */
export function adviceToSearch({files, machine, weights}: AdviceSettings): string {
  const found = new URLSearchParams();
  const add = (name: string, value: number | string | null, usual: number | string | null) => {
    if (value !== usual) found.set(name, String(value));
  };
  add("files", files, null);
  add("cores", machine.cores, defaultAdvice.machine.cores);
  add("platform", machine.platform, defaultAdvice.machine.platform);
  for (const name of ["benefit", "reach", "effort"] as const) add(name, weights[name], evenWeights[name]);
  const text = found.toString();
  return text === "" ? "" : `?${text}`;
}
