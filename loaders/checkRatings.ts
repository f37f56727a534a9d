import {typedPoints} from "../src/model/ratingPoints.ts";
import type {RatingRow} from "../src/schema/rating.ts";
import type {Tool} from "../src/schema/tool.ts";

const levels: Readonly<Record<string, number>> = {K6: 4, K13: 4, queue: 1, history: 1};

/** What is wrong with one row, as the end of a sentence; null where nothing is. */
function flawOf({criterion, value, holds, unknown}: RatingRow): string | null {
  const allowed = typedPoints[criterion];
  if (allowed) {
    const named = [holds, unknown].flatMap((text) => (text ?? "").split(";").filter((name) => name !== ""));
    const wrong = named.find((name) => !allowed.includes(name));
    if (wrong !== undefined) return `holds and unknown must name ${allowed.join(", ")}, got ${wrong}`;
    if (new Set(named).size < named.length) return "a point stands in holds or in unknown, once";
    return value === null ? null : `value must be empty, got ${value}`;
  }
  if (holds !== null || unknown !== null) return "holds and unknown must be empty";
  if (value === null) return "value must be a number, got nothing";
  const most = levels[criterion];
  if (most === undefined) return value >= 1 ? null : `value must be 1 or more, got ${value}`;
  return Number.isInteger(value) && value <= most ? null : `value must be a whole number 0…${most}, got ${value}`;
}

/** Throws where a row of ratings.csv names a tool that is not described, comes twice, or has what its criterion does not allow. */
export function checkRatings(rows: readonly RatingRow[], tools: readonly Pick<Tool, "slug">[]): void {
  const known = new Set(tools.map(({slug}) => slug));
  const seen = new Set<string>();
  for (const row of rows) {
    const name = `${row.tool} ${row.criterion}`;
    if (!known.has(row.tool)) throw new Error(`ratings.csv: ${name}: there is no data/tools/${row.tool}.md`);
    if (seen.has(name)) throw new Error(`ratings.csv: ${name} stands twice`);
    seen.add(name);
    const flaw = flawOf(row);
    if (flaw) throw new Error(`ratings.csv: ${name}: ${flaw}`);
  }
}
