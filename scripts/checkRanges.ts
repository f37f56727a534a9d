import {parseArgs} from "node:util";
import {formatUnit, unitOfColumn} from "../src/schema/formatUnit.ts";
import {gatherViews} from "../loaders/gatherViews.ts";
import type {RangeRow} from "../loaders/rangeRows.ts";

const help = `npm run check:ranges

Holds measured figures against the ranges of data/expected_ranges.csv and lists those outside, and those not measured yet.
Exits 1 when a figure outside has no explanation there.`;

function line({id, column, value, low, high, verdict, published, explanation}: RangeRow): string {
  const text = (figure: number) => formatUnit(figure, unitOfColumn(column), 3);
  const shown = value === null ? "not measured" : text(value);
  const beside = published === "" ? "" : `; published: ${published}`;
  const why =
    verdict === "inside" || verdict === "missing" ? "" : explanation === "" ? " NOT EXPLAINED" : ` ${explanation}`;
  return `${verdict.padEnd(8)} ${id}: ${shown}, expected ${text(low)} to ${text(high)}${beside}${why}`;
}

const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}}});
if (values.help) console.log(help);
else {
  const rows = (await gatherViews()).ranges as unknown as readonly RangeRow[];
  for (const row of rows) console.log(line(row));
  const outside = rows.filter(({verdict}) => verdict === "below" || verdict === "above");
  const open = outside.filter(({explanation}) => explanation === "");
  const missing = rows.filter(({verdict}) => verdict === "missing").length;
  console.log(
    `${rows.length} ranges: ${outside.length} outside (${open.length} not explained), ${missing} not measured`
  );
  process.exitCode = open.length > 0 ? 1 : 0;
}
