import {formatUnit} from "../src/schema/formatUnit.ts";
import {citedLink} from "./citedLink.ts";
import {cloudKey} from "./cloudKey.ts";
import {findRows} from "./findRow.ts";
import type {Expression} from "./parseExpression.ts";
import type {RenderContext} from "./renderContext.ts";

/** A limit's value as a reader sees it: `15 min`, `1,000 executions`, or the source's own words where it is no number. */
function limitText({value, value_numeric: number, unit}: Readonly<Record<string, unknown>>): string {
  const words = String(value);
  if (typeof number !== "number" || !/^(median )?[\d.]+$/.test(words)) return words;
  if (unit === "s") return formatUnit(number, "s");
  if (unit === "ms") return formatUnit(number / 1000, "s");
  return unit ? `${formatUnit(number, "1", 9)} ${String(unit)}` : formatUnit(number, "1", 9);
}

/**
 * A service's documented limit, `{{limit aws/lambda/maximum-run-time}}`: the text and a link to its dated source. Throws
 * when there is no such limit, naming those of the service.
 */
export function renderLimit({words: [key = ""]}: Expression, {tables, form}: RenderContext): string {
  const rows = findRows(tables, "cloud_limits", {});
  const found = rows.filter((row) => cloudKey(row, "limit") === key);
  const [row] = found;
  if (!row) {
    const near = rows.map((other) => cloudKey(other, "limit")).filter((other) => other.startsWith(key.split("/")[0]!));
    throw new Error(`cloud_limits has no ${key}; it has ${near.join(", ") || "nothing of that provider"}`);
  }
  if (found.length > 1) throw new Error(`${found.length} rows of cloud_limits are called ${key}`);
  return citedLink(limitText(row), row, form);
}
