import {cloudKey} from "./cloudKey.ts";
import {findRows} from "./findRow.ts";
import {markdownCell} from "./markdownCell.ts";
import type {RenderContext} from "./renderContext.ts";

function limitLines({tables}: RenderContext): readonly string[] {
  const rows = findRows(tables, "tool_limits", {});
  const keys = rows.map((row) => cloudKey(row, "limit"));
  const table = rows.map((row, place) => {
    const key = keys[place]!;
    const single = keys.filter((other) => other === key).length === 1;
    const value = single
      ? `{{limit ${key}}}`
      : `[${markdownCell(`${String(row.value)} ${String(row.unit ?? "")}`)}](${String(row.source_url)})`;
    return `| ${markdownCell(row.service)}: ${markdownCell(row.limit)} | ${value} | ${markdownCell(row.kind)} | ${String(row.as_of)} |`;
  });
  return ["| limit | value | kind | as of |", "| --- | --- | --- | --- |", ...table];
}

const folded = (summary: string, lines: readonly string[]) => [
  "<details>",
  `<summary>${summary}</summary>`,
  "",
  ...lines,
  "",
  "</details>",
  ""
];

/** Prices, limits, costs and the sketch of a cloud service: Markdown. */
export function toolCloud(slug: string, context: RenderContext): readonly string[] {
  const count = (view: string) => findRows(context.tables, view, {}).length;
  const [costs, prices, limits] = [count("tool_costs"), count("tool_prices"), count("tool_limits")];
  const sketch = (context.tables.cloud_sketches ?? []).some(({tool}) => tool === slug);
  return [
    "## Prices and limits",
    "",
    "The [cost page](/cost) computes the price of your own tasks, [cloud infrastructure](/cloud-infrastructure) sets all services side by side.",
    "",
    ...(costs > 0
      ? ["{{table tool_costs}}", ""]
      : [
          "No offer of it is priced by the cost page: it runs on others, or its bill cannot be computed from tasks.",
          ""
        ]),
    ...(prices > 0
      ? folded(`${prices} list prices`, ["{{table tool_prices}}"])
      : ["The facts hold no price of its own: what it runs on is billed.", ""]),
    ...(limits > 0
      ? folded(`${limits} documented limits`, limitLines(context))
      : ["The facts hold no documented limit of its own.", ""]),
    ...(sketch
      ? [
          "### What it takes to set it up",
          "",
          `{{table cloud_sketches tool=${slug}}}`,
          "",
          `{{table cloud_complexity tool=${slug}}}`,
          ""
        ]
      : [])
  ];
}
