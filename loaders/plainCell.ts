import type {Column} from "../src/schema/column.ts";
import {identifier, literal} from "../src/queries/query.ts";

/**
 * A SQL condition on a cell of CSV text (null where empty): true only where `cellSchema` accepts it. What it does not
 * know, such as a number in hexadecimal, it leaves to the slow reader, which decides and says why.
 */
export function plainCell(column: Column): string {
  const {type, required, values, minimum, maximum} = column;
  const name = identifier(column.name);
  const number = `TRY_CAST(${name} AS DOUBLE)`;
  const conditions = {
    string: [],
    boolean: [`${name} IN ('true', 'false')`],
    // Date.parse and the engine differ on days that do not exist.
    datetime: [
      `regexp_full_match(${name}, '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z')`,
      `TRY_CAST(${name} AS TIMESTAMP) IS NOT NULL`
    ],
    // The engine reads 1_000 and inf as numbers; JavaScript does not.
    number: [`isfinite(${number})`, `NOT contains(${name}, '_')`],
    integer: [`isfinite(${number})`, `NOT contains(${name}, '_')`, `${number} = trunc(${number})`]
  }[type];
  const limits = [
    ...(values ? [`${name} IN (${values.map(literal).join(", ")})`] : []),
    ...(minimum === undefined ? [] : [`${number} >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`${number} <= ${maximum}`])
  ];
  const all = [...conditions, ...limits];
  if (required) return `coalesce(${[`${name} IS NOT NULL`, ...all].join(" AND ")}, false)`;
  return all.length === 0 ? "true" : `(${name} IS NULL OR coalesce(${all.join(" AND ")}, false))`;
}
