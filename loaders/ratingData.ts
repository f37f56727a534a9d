import {readFile} from "node:fs/promises";
import {gateAnswers, gateKey} from "../src/model/ratingGate.ts";
import {type Group, profilesOf, type RatedTool, type RatingData} from "../src/model/ratingData.ts";
import type {RatingFacts} from "../src/model/ratingFacts.ts";
import {ratingOf} from "../src/model/ratingOf.ts";
import type {Score} from "../src/model/ratingScore.ts";
import {
  criteriaTable,
  type CriterionRow,
  gatesTable,
  type PresetRow,
  type ProfileGateRow,
  weightPresetsTable
} from "../src/schema/rating.ts";
import type {Tool} from "../src/schema/tool.ts";
import type {Views} from "./gatherViews.ts";
import {ratingFacts} from "./ratingFacts.ts";
import {readCsv} from "./readCsv.ts";

/** The bullets below a heading of a tool's page, as plain sentences: no links, no code, no expressions. */
export function pageBullets(text: string, heading: string): readonly string[] {
  const lines = text.split("\n");
  const start = lines.indexOf(`## ${heading}`);
  if (start < 0) return [];
  const end = lines.findIndex((line, place) => place > start && line.startsWith("## "));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .filter((line) => line.startsWith("- "))
    .filter((line) => !line.includes("{{"))
    .map((line) =>
      line
        .slice(2)
        .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
        .replace(/[`*]/g, "")
        .trim()
    );
}

const groupOf = ({tool, takesTables}: RatingFacts): Group => (takesTables ? "data-frames" : tool.category);

const systems: Readonly<Record<string, string>> = {linux: "Linux", macos: "macOS", windows: "Windows"};

/** What has to be there: Python, systems, services, image. */
function requirementsOf(tool: Tool, services: string | null): string {
  const on = tool.platforms.map((name) => systems[name]).join(", ");
  if (tool.category === "cloud") {
    const {needs_image_build: image, needs_vpc: network} = tool.capabilities;
    const needs = ["an account", image ? "an image to build" : "", network ? "a network" : ""].filter(
      (part) => part !== ""
    );
    return `${tool.provider === "any" ? "a cluster" : needs.join(", ")}; Python: ${tool.python_versions}${on ? `; ${on}` : ""}`;
  }
  const beside = services === null || services === "none" ? "" : `; beside it: ${services}`;
  return `Python: ${tool.python_versions}; ${on}${beside}; ${tool.licence}`;
}

/** Four digits, as the pages have them: what a score is made of is not known better. */
const short = (value: number): number => Number(value.toPrecision(4));
const shortScore = (score: Score): Score => ({
  ...score,
  score: score.score === null ? null : short(score.score),
  low: short(score.low),
  high: short(score.high)
});

async function ratedTool(facts: RatingFacts): Promise<RatedTool> {
  const {tool, services} = facts;
  const page = await readFile(`data/tools/${tool.slug}.md`, "utf8");
  return {
    slug: tool.slug,
    name: tool.name,
    group: groupOf(facts),
    league: tool.category === "cloud" ? "services" : "tools",
    provider: tool.category === "cloud" ? tool.provider : null,
    asOf: tool.as_of,
    scores: Object.fromEntries(Object.entries(ratingOf(facts)).map(([id, score]) => [id, shortScore(score)])),
    gates: gateAnswers(facts),
    strengths: pageBullets(page, "Strengths"),
    weaknesses: pageBullets(page, "Weaknesses"),
    bestFor: pageBullets(page, "Best for"),
    avoidWhen: pageBullets(page, "Avoid when"),
    requirements: requirementsOf(tool, services)
  };
}

/** The criteria, the profiles, and every tool and service with its scores and answers, by group and name. */
export async function ratingData(views: Views): Promise<RatingData> {
  const [facts, criteria, presets, gateRows] = await Promise.all([
    ratingFacts(views),
    readCsv<CriterionRow>("data/criteria.csv", criteriaTable),
    readCsv<PresetRow>("data/weight_presets.csv", weightPresetsTable),
    readCsv<ProfileGateRow>("data/gates.csv", gatesTable)
  ]);
  const tools = await Promise.all(facts.map(ratedTool));
  const order = ["single-computer", "data-frames", "distributed", "orchestration", "cloud"];
  const gatesOf = (profile: string) =>
    gateRows.filter(({profile_id}) => profile_id === profile).flatMap(({gate}) => gateKey(gate) ?? []);
  return {
    criteria: criteria.map(({id, name, definition, scoring_rule, seven_criteria_group}) => ({
      ...{id, name, definition, scoring_rule, seven_criteria_group}
    })),
    profiles: profilesOf(presets, gatesOf),
    tools: tools.toSorted(
      (a, b) =>
        order.indexOf(a.group) - order.indexOf(b.group) || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)
    )
  };
}
