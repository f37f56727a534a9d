import {type League, type RatingData} from "../model/ratingData.ts";
import {sevenCriteria} from "../schema/rating.ts";
import {choiceReader} from "./choiceReader.ts";

/** How far the weights may move from the given ones: the sum of the Dirichlet's parameters; null for any weights at all. */
export const spreads = {near: 100, loose: 20, any: null} as const;
export type Spread = keyof typeof spreads;

/** What a reader has set on the framework's page: all of it stands in the address. */
export interface EvaluationState {
  readonly profile: string;
  readonly weights: Readonly<Record<string, number>>;
  readonly league: League;
  readonly spread: Spread;
  readonly x: string;
  readonly y: string;
}

const axes = sevenCriteria.map(({key}) => key as string);
const usual = {league: "tools", spread: "near", x: "learning_curve", y: "performance"} as const;

const preset = (data: RatingData, profile: string) =>
  data.profiles.find(({id}) => id === profile)?.weights ?? data.profiles[0]!.weights;

const text = (weights: Readonly<Record<string, number>>, data: RatingData) =>
  data.criteria.map(({id}) => weights[id] ?? 0).join(",");

/** The state of an address, and a sentence for each value that was refused (its default stands in). Never throws. */
export function parseEvaluation(
  search: string,
  data: RatingData
): {readonly state: EvaluationState; readonly problems: readonly string[]} {
  const given = new URLSearchParams(search);
  const problems: string[] = [];
  const choice = choiceReader(given, problems);
  const ids = data.profiles.map(({id}) => id);
  const profile = choice("profile", ids, ids[0]!);
  const weights = given.get("weights");
  const numbers = weights?.split(",").map((part) => (part.trim() === "" ? NaN : Number(part))) ?? [];
  const good =
    numbers.length === data.criteria.length &&
    numbers.every((value) => value >= 0 && value <= 100) &&
    numbers.some((value) => value > 0);
  if (weights !== null && !good)
    problems.push(
      `weights must be ${data.criteria.length} numbers 0…100 with commas, not all of them 0, got ${weights}`
    );
  return {
    state: {
      profile,
      weights: good
        ? Object.fromEntries(data.criteria.map(({id}, place) => [id, numbers[place]!]))
        : preset(data, profile),
      league: choice("league", ["tools", "services"], usual.league) as League,
      spread: choice("spread", Object.keys(spreads), usual.spread) as Spread,
      x: choice("x", axes, usual.x),
      y: choice("y", axes, usual.y)
    },
    problems
  };
}

/** The address of a state: only what differs from the first look. */
export function evaluationToSearch(state: EvaluationState, data: RatingData): string {
  const made = new URLSearchParams();
  if (state.profile !== data.profiles[0]!.id) made.set("profile", state.profile);
  if (text(state.weights, data) !== text(preset(data, state.profile), data))
    made.set("weights", text(state.weights, data));
  for (const name of ["league", "spread", "x", "y"] as const)
    if (state[name] !== usual[name]) made.set(name, state[name]);
  const search = made.toString();
  return search === "" ? "" : `?${search}`;
}
