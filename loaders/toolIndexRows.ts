import {formatSeconds} from "../src/schema/formatUnit.ts";
import type {Tool} from "../src/schema/tool.ts";
import type {Views} from "./gatherViews.ts";
import {toolSections} from "./toolSections.ts";
import {toolSubjects} from "./toolSubjects.ts";

/** A line of the index of tools. */
export interface ToolIndexRow {
  readonly slug: string;
  readonly category: Tool["category"];
  /** For a cloud service, whose it is; else empty. */
  readonly provider: string;
  readonly name: string;
  readonly url: string;
  readonly best_for: string;
  /** Whether it was measured here, and its first figures. */
  readonly here: string;
}

/** The first point of "Best for", as plain text. */
function bestFor(slug: string, read: (path: string) => string): string {
  const section = toolSections(slug, read).find(({name}) => name === "Best for");
  const first = section?.lines.find(({text}) => text.startsWith("- "));
  if (!first) throw new Error(`data/tools/${slug}.md: "## Best for" must hold a list`);
  return first.text
    .slice(2)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("`", "");
}

/** The lowest figure of a view among a tool's rows, with two workers where the view tells them. */
function lowest(views: Views, view: string, column: string, slug: string, filter: Readonly<Record<string, unknown>>) {
  const values = (views[view] ?? [])
    .filter((row) => toolSubjects(slug).includes(String(row.tool)))
    .filter((row) => Object.entries(filter).every(([key, value]) => row[key] === value))
    .flatMap((row) => (typeof row[column] === "number" ? [row[column]] : []));
  return values.length > 0 ? Math.min(...values) : null;
}

function measured(views: Views, slug: string): string {
  const figures = [
    ["start and end", lowest(views, "startup", "total_seconds", slug, {})],
    ["an empty task", lowest(views, "dispatch", "task_seconds", slug, {pattern: "independent", chunk: "default"})],
    [
      "a step of ten in a row",
      lowest(views, "workflows", "overhead_seconds", slug, {pattern: "chain", task_seconds: 0})
    ],
    ["a warm grouping of the small table", lowest(views, "engines", "run_seconds", slug, {query: "groupby"})]
  ].flatMap(([name, value]) => (typeof value === "number" ? [`${String(name)} ${formatSeconds(value)}`] : []));
  return figures.length > 0 ? `measured: ${figures.join(", ")}` : "described, not measured";
}

/** Every tool and service with what it is for and what is known of it here; variants share a line, with their lowest figure. */
export function toolIndexRows(
  tools: readonly Tool[],
  views: Views,
  read: (path: string) => string
): readonly ToolIndexRow[] {
  return tools
    .map((tool) => ({
      slug: tool.slug,
      category: tool.category,
      provider: tool.category === "cloud" ? tool.provider : "",
      name: tool.name,
      url: `/tools/${tool.slug}`,
      best_for: bestFor(tool.slug, read),
      here: measured(views, tool.slug)
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}
