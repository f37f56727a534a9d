import type {Tool} from "../src/schema/tool.ts";
import {cloudKey} from "./cloudKey.ts";
import type {Views} from "./gatherViews.ts";
import {rivalRows} from "./rivalRows.ts";
import type {RenderContext} from "./renderContext.ts";
import {toolRanking} from "./toolRanking.ts";
import {toolSubjects} from "./toolSubjects.ts";

type Row = Readonly<Record<string, unknown>>;

/** Whether a claim refers to one of the figures: `(F09c)` means F09c and F09c5, `F70` all of F70a, F70b … */
function cites(claim: string, ids: readonly string[]): boolean {
  const references = claim.match(/\b[FT]\d+[a-z]?\d*\b/g) ?? [];
  return references.some((reference) =>
    ids.some((id) => {
      const rest = id.slice(reference.length);
      return id.startsWith(reference) && (rest === "" || (/\d$/.test(reference) ? /^[a-z]/ : /^\d/).test(rest));
    })
  );
}

/** Whether two claims that do not agree speak of the tool: by their subject, by a figure they cite, or by its name. */
function concerns(row: Row, subjects: readonly string[], ids: readonly string[], name: string): boolean {
  const claims = `${String(row.claim_a)} ${String(row.claim_b)}`;
  const word = name.replace(/ \(.*$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return (
    subjects.some((subject) => row.subject === subject || String(row.subject).startsWith(`${subject}-`)) ||
    cites(claims, ids) ||
    new RegExp(`(?<![\\w.-])${word}(?![\\w-])`).test(claims)
  );
}

/** Words by which price and limit rows name the services of a cloud tool. */
function serviceWords(tool: Tool): readonly string[] {
  const short = tool.slug.replace(/^(aws|google|azure)-/, "");
  return [short, cloudKey({provider: "", service: tool.name, limit: ""}, "limit").split("/")[1]!];
}

/** Rows of prices or limits that belong to a tool's service: of all services whose words fit, the one with the longest. */
function ofService(rows: readonly Row[], tool: Tool, tools: readonly Tool[]): readonly Row[] {
  if (tool.category !== "cloud") return [];
  const provider = (one: Tool) => (one.category !== "cloud" ? "" : one.provider === "any" ? one.slug : one.provider);
  const fit = (row: Row, one: Tool) => {
    const service = cloudKey(row, "limit").split("/")[1]!;
    const fitting = serviceWords(one).filter((words) => service === words || service.startsWith(`${words}-`));
    return row.provider === provider(one) ? Math.max(0, ...fitting.map((words) => words.length)) : 0;
  };
  return rows.filter((row) => {
    const own = fit(row, tool);
    return own > 0 && tools.every((other) => other.slug === tool.slug || fit(row, other) < own);
  });
}

/** The tables of one tool's page, `tool_…`, beside all others. Computed from what the context holds. */
export function toolScope(tool: Tool, context: RenderContext): RenderContext {
  const {tables} = context;
  const tools = (tables.tools ?? []) as unknown as readonly Tool[];
  const subjects = toolSubjects(tool.slug);
  const own = (view: string) => (tables[view] ?? []).filter((row) => subjects.includes(String(row.tool)));
  const published = own("published_figures");
  const ids = published.map(({id}) => String(id));
  const scoped: Views = {
    tool_efficiency: own("granularity").filter((row) => !String(row.tool).startsWith("serial")),
    tool_published: published,
    tool_guidance: own("granularity_guidance"),
    tool_contradictions: (tables.contradictions ?? []).filter((row) => concerns(row, subjects, ids, tool.name)),
    tool_pitfalls: own("pitfalls"),
    tool_complaints: own("complaints"),
    tool_prices: ofService(tables.cloud_prices ?? [], tool, tools),
    tool_limits: ofService(tables.cloud_limits ?? [], tool, tools),
    tool_costs: own("cloud_costs"),
    tool_ranking: toolRanking(tool.slug, context.fits) as unknown as Views[string],
    [tool.category === "cloud" ? "tool_services" : "tool_rivals"]: rivalRows(
      tool,
      tools,
      tables.cloud_costs ?? []
    ) as unknown as Views[string]
  };
  return {...context, tables: {...tables, ...scoped}};
}
