import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {explain} from "../../src/model/explain.ts";
import {rank} from "../../src/model/rank.ts";
import {defaultWorkload} from "../../src/model/workloadFields.ts";
import {someFits} from "../fixtures/fits.ts";

const [, section = ""] = readFileSync("data/chapters/methods.md", "utf8").split("## The planner's answer as JSON\n");
const [whole = "", entry = ""] = section.split("\n## ")[0]!.split("An entry of `ranking` holds:");

/** The keys that a table of the section names in its first column. */
const documented = (text: string) =>
  [...text.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, names]) => [...names!.matchAll(/`(\w+)`/g)].map(([, name]) => name));

const answer = explain(rank(defaultWorkload, someFits), someFits);

test("the methods page names every key of the planner's JSON, in its order", () => {
  // The command adds what its own limits leave open.
  expect(documented(whole)).toEqual([...Object.keys(answer), "undecided"]);
});

test("the methods page names every key of an entry of the ranking", () => {
  const keys = new Set(answer.ranking.flatMap((one) => Object.keys(one)));
  expect(documented(entry).toSorted()).toEqual([...keys].toSorted());
});

test("the methods page names every key inside the planner's JSON", () => {
  const inside = answer.ranking.flatMap(({parts, evidence, break_even, best_chunk}) => [
    ...[parts, evidence, break_even ?? {}, best_chunk ?? {}].flatMap((one) => Object.keys(one)),
    ...Object.values(break_even ?? {}).flatMap((edge) => Object.keys(edge))
  ]);
  const unnamed = new Set(inside.filter((name) => !section.includes(`\`${name}\``)));
  expect([...unnamed]).toEqual([]);
});
