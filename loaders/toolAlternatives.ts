import type {Tool} from "../src/schema/tool.ts";
import {findRows} from "./findRow.ts";
import type {RenderContext} from "./renderContext.ts";

/** What else to take: where the planner ranks the tool, and which are of the same kind; all computed. Markdown. */
export function toolAlternatives(tool: Tool, {tables}: RenderContext): readonly string[] {
  const ranked = findRows(tables, "tool_ranking", {}).length > 0;
  const rivals = tool.category === "cloud" ? "tool_services" : "tool_rivals";
  const has = (view: string) => (tables[view] ?? []).some((row) => row.tool === tool.slug);
  return [
    ...(ranked
      ? [
          "As the [planner](/) ranks the tools for four kinds of work on the measured machine, started anew for each:",
          "",
          "{{table tool_ranking}}",
          ""
        ]
      : []),
    ...(has("engines") ? ["{{figure engineTimes query=groupby}}", ""] : []),
    ...(has("workflows") ? ["{{figure workflowOverhead pattern=fan_out task_count=10}}", ""] : []),
    `{{table ${rivals}}}`,
    "",
    "[All tools and services](/tools/) by category."
  ];
}
