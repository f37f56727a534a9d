import type {Tool} from "../src/schema/tool.ts";
import {abilities, needs} from "./capabilityWords.ts";
import {findRows} from "./findRow.ts";
import type {RenderContext} from "./renderContext.ts";

function capabilityLines(capabilities: Readonly<Record<string, boolean | null>>): readonly string[] {
  const words = (table: Readonly<Record<string, string>>, answer: boolean | null) =>
    Object.entries(capabilities).flatMap(([name, value]) => (name in table && value === answer ? [table[name]!] : []));
  const line = (title: string, found: readonly string[]) =>
    found.length > 0 ? [`- **${title}:** ${found.join(", ")}.`] : [];
  const unknown = [...words(abilities, null), ...words(needs, null)];
  return [
    ...line("It can", words(abilities, true)),
    ...line("It cannot", words(abilities, false)),
    ...line("It asks for", words(needs, true)),
    ...line("Not established", unknown)
  ];
}

/** What it takes to run the same task with the tool: counted by the harness. */
function takesLines(
  {slug, adapter}: {readonly slug: string; readonly adapter?: string | null},
  context: RenderContext
) {
  const [row] = adapter ? findRows(context.tables, "adapters", {file: adapter}) : [];
  if (!row) return [];
  const installed =
    typeof row.distributions === "number"
      ? `{{adapters.distributions file=${adapter}}} distributions beside those of the work itself`
      : "its distributions not counted, since no run holds it";
  const services = row.services === "none" ? "no service beside it" : `beside it ${String(row.services)}`;
  const which = row.tool === slug ? "it" : `\`${adapter}\``;
  return [
    `- **The same task with ${which}:** {{adapters.lines file=${adapter}}} lines of code, ${installed}, ${services}.`
  ];
}

/** What a tool can and cannot do, asks for and takes, in words: a Markdown list from its front matter and the adapters. */
export function toolCapabilities(tool: Tool, context: RenderContext): readonly string[] {
  return [...capabilityLines(tool.capabilities), ...(tool.category === "cloud" ? [] : takesLines(tool, context))];
}
