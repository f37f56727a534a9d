import type {CriterionRow, PresetRow} from "../schema/rating.ts";
import type {GateAnswer, GateKey} from "./ratingGate.ts";
import type {Score} from "./ratingScore.ts";

export const groups = {
  "single-computer": "single computer",
  "data-frames": "data frames",
  distributed: "distributed",
  orchestration: "orchestration",
  cloud: "cloud"
} as const;
export type Group = keyof typeof groups;

/** What is installed, and what is rented: one stands beside your machine, the other in its place, so they share no rank. */
export type League = "tools" | "services";

/** A tool or service as the comparison shows it. */
export interface RatedTool {
  readonly slug: string;
  readonly name: string;
  readonly group: Group;
  readonly league: League;
  readonly provider: string | null;
  readonly asOf: string;
  readonly scores: Readonly<Record<string, Score>>;
  readonly gates: Readonly<Record<GateKey, GateAnswer>>;
  /** Sentences of its page. */
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly bestFor: readonly string[];
  readonly avoidWhen: readonly string[];
  readonly requirements: string;
}

/** A kind of work: its weights by criterion, and the gates it begins with. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly gates: readonly GateKey[];
}

/** All that the two pages of the comparison compute from. */
export interface RatingData {
  readonly criteria: readonly Pick<
    CriterionRow,
    "id" | "name" | "definition" | "scoring_rule" | "seven_criteria_group"
  >[];
  readonly profiles: readonly Profile[];
  readonly tools: readonly RatedTool[];
}

/** The profiles of weight_presets.csv with their gates. Throws when the weights of one do not sum to 100. */
export function profilesOf(
  presets: readonly PresetRow[],
  gatesOf: (profile: string) => readonly GateKey[]
): readonly Profile[] {
  const ids = [...new Set(presets.map(({profile_id}) => profile_id))];
  return ids.map((id) => {
    const own = presets.filter(({profile_id}) => profile_id === id);
    const sum = own.reduce((total, {weight}) => total + weight, 0);
    if (sum !== 100) throw new Error(`weight_presets.csv: the weights of profile ${id} must sum to 100, got ${sum}`);
    return {
      id,
      name: own[0]!.profile_name,
      weights: Object.fromEntries(own.map(({criterion_id, weight}) => [criterion_id, weight])),
      gates: gatesOf(id)
    };
  });
}
