import type {Tool} from "../src/schema/tool.ts";
import {chapterContext} from "./chapterContext.ts";
import type {SourceLine} from "./includeFiles.ts";
import {madeLines} from "./madeLines.ts";
import type {RenderContext} from "./renderContext.ts";
import {type Rendered, renderMarkdown} from "./renderMarkdown.ts";
import {toolAlternatives} from "./toolAlternatives.ts";
import {toolCapabilities} from "./toolCapabilities.ts";
import {toolCloud} from "./toolCloud.ts";
import {toolFacts} from "./toolFacts.ts";
import {toolProfile} from "./toolProfile.ts";
import {toolPublished} from "./toolPublished.ts";
import {toolScope} from "./toolScope.ts";
import {toolSections} from "./toolSections.ts";

/** What others say that does not agree, and what users reported; nothing where there is nothing. */
function claimLines({tables}: RenderContext): readonly string[] {
  const some = (view: string, heading: string) =>
    (tables[view] ?? []).length > 0 ? [`### ${heading}`, "", `{{table ${view}}}`, ""] : [];
  return [
    ...some("tool_guidance", "How short a task may be"),
    ...some("tool_contradictions", "Claims that contradict each other")
  ];
}

function pitfallLines({tables}: RenderContext): readonly string[] {
  return ["tool_pitfalls", "tool_complaints"].flatMap((view) =>
    (tables[view] ?? []).length > 0 ? ["", `{{table ${view}}}`, ""] : []
  );
}

/** The tool of a slug; throws a sentence that names what there is. */
function findTool(slug: string, {tables}: RenderContext): Tool {
  const tools = (tables.tools ?? []) as unknown as readonly Tool[];
  const tool = tools.find((one) => one.slug === slug);
  if (!tool) throw new Error(`there is no tool ${slug}; there are ${tools.map((one) => one.slug).join(", ")}`);
  return tool;
}

/**
 * Renders the page of a tool: facts, the seven criteria as written in `data/tools/<slug>.md`, what was measured and what
 * others published beside it, contradictions, pitfalls, prices and alternatives. A page's Markdown, or a plain document.
 * Throws with the tools there are when there is no such slug, with file and line when an expression finds nothing.
 */
export function renderToolPage(slug: string, context: RenderContext): Rendered {
  const tool = findTool(slug, context);
  const scoped = toolScope(tool, context);
  const made = (texts: readonly string[]) => madeLines("loaders/toolPage.ts", [...texts, ""]);
  /** What is set below a written section. */
  const below: Readonly<Record<string, () => readonly SourceLine[]>> = {
    Overview: () => [
      ...made(["", "### What it can do", "", ...toolCapabilities(tool, scoped)]),
      ...made(["## Measured profile", "", ...toolProfile(tool, scoped), ""]),
      ...made(["## Published figures", "", ...toolPublished(scoped), "", ...claimLines(scoped)])
    ],
    Pitfalls: () => made(pitfallLines(scoped))
  };
  const lines = [
    ...made([
      "---",
      `title: ${JSON.stringify(tool.name)}`,
      "---",
      "",
      `# ${tool.name}`,
      "",
      ...toolFacts(tool, scoped)
    ]),
    ...toolSections(slug, context.read).flatMap((section) => [
      ...made([`## ${section.name}`]),
      ...section.lines,
      ...(below[section.name]?.() ?? [])
    ]),
    ...made(tool.category === "cloud" ? toolCloud(slug, scoped) : []),
    ...made(["## Alternatives", "", ...toolAlternatives(tool, scoped)])
  ];
  return renderMarkdown(lines, scoped, `tool-${slug}`);
}

/** Writes the page of a tool as the Markdown that Framework turns into a page. */
export async function writeToolPage(slug: string): Promise<void> {
  process.stdout.write(renderToolPage(slug, await chapterContext("page")).text);
}
