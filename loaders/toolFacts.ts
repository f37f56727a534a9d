import type {Tool} from "../src/schema/tool.ts";
import type {RenderContext} from "./renderContext.ts";

const categories: Readonly<Record<Tool["category"], string>> = {
  "single-computer": "one computer",
  distributed: "distributed framework",
  orchestration: "orchestrator",
  cloud: "cloud service"
};

const providers = {aws: "AWS", google: "Google Cloud", azure: "Azure", any: "any, or your own machines"} as const;
const systems: Readonly<Record<string, string>> = {linux: "Linux", macos: "macOS", windows: "Windows"};

/** `2026-11` as `November 2026`. */
const monthWords = (month: string) =>
  new Date(`${month}-01T00:00:00Z`).toLocaleString("en-GB", {month: "long", year: "numeric", timeZone: "UTC"});

/** The list that a tool's page begins with, from its front matter: Markdown. */
export function toolFacts(tool: Tool, context: RenderContext): readonly string[] {
  const platforms = tool.platforms.map((platform) => systems[platform]).join(", ") || "runs no code of yours";
  const head =
    tool.category === "cloud"
      ? [
          `- **Category:** ${categories.cloud}, ${tool.service_kind}; provider ${providers[tool.provider]}.`,
          ...(tool.former_name ? [`- **Former name:** ${tool.former_name}.`] : []),
          `- **Licence:** ${tool.licence}.`,
          `- **To leave it, write anew:** ${tool.lock_in}.`,
          `- **Python:** ${tool.python_versions}.`,
          `- **Platforms:** ${platforms}.`
        ]
      : [
          `- **Category:** ${categories[tool.category]}.`,
          `- **Licence:** ${tool.licence}.`,
          `- **Version:** ${tool.latest_version} of ${monthWords(tool.latest_month)}${versionMeasured(tool.slug, context)}.`,
          `- **Python:** ${tool.python_versions}.`,
          `- **Platforms:** ${platforms}. On Windows: ${tool.windows_note}.`
        ];
  return [...head, `- **Read on ${tool.as_of}:** [documentation](${tool.doc_url}), [repository](${tool.repo_url}).`];
}

/** The version that the runs were made with, where they say it. */
function versionMeasured(slug: string, {tables}: RenderContext): string {
  const row = (tables.tool_versions ?? []).find(({tool}) => tool === slug);
  return row ? `; measured with ${String(row.version)}` : "";
}
