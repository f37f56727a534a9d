import {type GateKey, gates} from "../model/ratingGate.ts";
import {type Group, groups, type RatingData} from "../model/ratingData.ts";
import {sevenWeights} from "../model/ratingKnown.ts";
import {sevenCriteria} from "../schema/rating.ts";
import {choiceReader} from "./choiceReader.ts";

/** What a reader has set on the comparison: all of it stands in the address. */
export interface ComparisonState {
  readonly group: Group | "all";
  /** Letter of a profile; empty for equal weights. */
  readonly profile: string;
  /** Weights of the seven criteria, 0 to 100 each. */
  readonly weights: Readonly<Record<string, number>>;
  readonly gates: readonly GateKey[];
  readonly sort: string;
  readonly find: string;
  /** The tool whose scores are explained; empty for none. */
  readonly tool: string;
}

export const sortKeys = ["total", "name", ...sevenCriteria.map(({key}) => key)] as const;
const equalWeight = 10;
const keys = sevenCriteria.map(({key}) => key);

/** The weights that a profile stands for, on the seven criteria. Equal ones for none. */
export function presetWeights(data: RatingData, profile: string): Readonly<Record<string, number>> {
  const found = data.profiles.find(({id}) => id === profile);
  if (!found) return Object.fromEntries(keys.map((key) => [key, equalWeight]));
  const sums = sevenWeights(found.weights, data.criteria);
  return Object.fromEntries(keys.map((key) => [key, sums[key] ?? 0]));
}

const weightsText = (weights: Readonly<Record<string, number>>) => keys.map((key) => weights[key]).join(",");

/** The state of an address, and a sentence for each value that was refused (its default stands in). Never throws. */
export function parseComparison(
  search: string,
  data: RatingData
): {readonly state: ComparisonState; readonly problems: readonly string[]} {
  const given = new URLSearchParams(search);
  const problems: string[] = [];
  const choice = choiceReader(given, problems);
  const profile = choice("profile", ["", ...data.profiles.map(({id}) => id)], "");
  const preset = presetWeights(data, profile);
  const asked = (given.get("gates") ?? "").split(",").filter((key) => key !== "");
  const wrong = asked.filter((key) => !(key in gates));
  if (wrong.length > 0) problems.push(`gates must be of ${Object.keys(gates).join(", ")}, got ${wrong.join(", ")}`);
  return {
    state: {
      group: choice("group", ["all", ...Object.keys(groups)], "all") as ComparisonState["group"],
      profile,
      weights: weightsOf(given.get("weights"), preset, problems),
      gates: asked.filter((key): key is GateKey => key in gates),
      sort: choice("sort", sortKeys, "total"),
      find: given.get("find") ?? "",
      tool: choice("tool", ["", ...data.tools.map(({slug}) => slug)], "")
    },
    problems
  };
}

function weightsOf(text: string | null, preset: Readonly<Record<string, number>>, problems: string[]) {
  if (text === null) return preset;
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const good =
    numbers.length === keys.length &&
    numbers.every((value) => value >= 0 && value <= 100) &&
    numbers.some((value) => value > 0);
  if (good) return Object.fromEntries(keys.map((key, place) => [key, numbers[place]!]));
  problems.push(`weights must be ${keys.length} numbers 0…100 with commas, not all of them 0, got ${text}`);
  return preset;
}

/** The address of a state: only what differs from the first look. */
export function comparisonToSearch(state: ComparisonState, data: RatingData): string {
  const made = new URLSearchParams();
  const {group, profile, weights, gates: asked, sort, find, tool} = state;
  if (group !== "all") made.set("group", group);
  if (profile !== "") made.set("profile", profile);
  if (weightsText(weights) !== weightsText(presetWeights(data, profile))) made.set("weights", weightsText(weights));
  if (asked.length > 0) made.set("gates", asked.join(","));
  if (sort !== "total") made.set("sort", sort);
  if (find !== "") made.set("find", find);
  if (tool !== "") made.set("tool", tool);
  const text = made.toString();
  return text === "" ? "" : `?${text}`;
}
