import {drawFigure, renderFigure} from "./drawFigure.ts";
import type {SourceLine} from "./includeFiles.ts";
import {type Expression, expressionPattern, parseExpression} from "./parseExpression.ts";
import type {RenderContext} from "./renderContext.ts";
import {renderDiagram} from "./renderDiagram.ts";
import {renderFigureText, renderPublished} from "./renderFigureText.ts";
import {renderLimit} from "./renderLimit.ts";
import {renderPrice} from "./renderPrice.ts";
import {renderTable} from "./renderTable.ts";

/** A rendered text, and for a document the charts it refers to, by file name. */
export interface Rendered {
  readonly text: string;
  readonly charts: Readonly<Record<string, string>>;
}

const languages: Readonly<Record<string, string>> = {
  py: "python",
  ts: "ts",
  csv: "csv",
  yaml: "yaml",
  json: "json",
  sh: "bash",
  Dockerfile: "dockerfile"
};

/** A file of bench/ or examples/, as code. */
function renderCode({words: [path = ""]}: Expression, {read}: RenderContext): string {
  const language = languages[path.split(/[./]/).at(-1) ?? ""] ?? "text";
  return `\`\`\`${language}\n${read(path.startsWith("examples/") ? path : `bench/${path}`).trimEnd()}\n\`\`\``;
}

/**
 * Renders the lines of a chapter: `{{view.column key=value}}`, `{{published id}}`, `{{limit key}}`, `{{price key}}`,
 * `{{figure name}}`, `{{diagram name}}`, `{{table view}}` and `{{code file}}`; code stays as it is. Throws with file and line, and what there is, where an expression finds nothing.
 */
export function renderMarkdown(lines: readonly SourceLine[], context: RenderContext, name: string): Rendered {
  const charts: Record<string, string> = {};
  let count = 0;
  const render = (expression: Expression): string => {
    count += 1;
    switch (expression.name) {
      case "figure": {
        if (context.form === "page") return renderFigure(expression, context);
        const {title, markup, text} = drawFigure(expression, context);
        if (text !== null) return `**${title}**\n\n${text}`;
        const file = `${name}-${count}.svg`;
        charts[file] = markup;
        return `![${title}](${file})`;
      }
      case "diagram":
        return renderDiagram(expression, context, charts);
      case "table":
        return renderTable(expression, context);
      case "code":
        return renderCode(expression, context);
      case "published":
        return renderPublished(expression, context);
      case "limit":
        return renderLimit(expression, context);
      case "price":
        return renderPrice(expression, context);
      default:
        return renderFigureText(expression, `figure-${count}`, context);
    }
  };
  let fence: string | null = null;
  const rendered = lines.map(({text, file, line}) => {
    const mark = /^\s*(```|~~~)/.exec(text)?.[1] ?? null;
    if (mark !== null && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    if (fence !== null || mark !== null) return text;
    return text.replace(expressionPattern, (_, inside: string) => {
      try {
        return render(parseExpression(inside));
      } catch (error) {
        throw new Error(`${file}:${line}: {{${inside}}}: ${(error as Error).message}`, {cause: error});
      }
    });
  });
  return {text: context.form === "document" ? withoutScripts(rendered.join("\n")) : rendered.join("\n"), charts};
}

/** A document has no live blocks and no front matter. */
function withoutScripts(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n+/, "").replace(/^```js\n[\s\S]*?\n```\n+/gm, "");
}
