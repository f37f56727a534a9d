import {cloudKey} from "./cloudKey.ts";
import {expressionPattern, parseExpression} from "./parseExpression.ts";
import {pageKey} from "./sourcePages.ts";

type Row = Readonly<Record<string, unknown>>;

/** A text that may cite: a chapter or a tool's file, whole. */
export interface CitingText {
  readonly kind: "chapters" | "tools";
  readonly name: string;
  readonly text: string;
}

/** What uses a source: names of chapters and tools, and rows of data files by the file's name. */
export interface SourceUse {
  readonly chapters: ReadonlySet<string>;
  readonly tools: ReadonlySet<string>;
  readonly data: ReadonlyMap<string, number>;
}

interface OpenUse extends SourceUse {
  readonly chapters: Set<string>;
  readonly tools: Set<string>;
  readonly data: Map<string, number>;
}

const addressPattern = /https?:\/\/[^\s)>\]"`]+/g;

/** The addresses behind `{{published id}}`, `{{limit key}}` and `{{price key}}`. */
function behindExpressions(text: string, files: Readonly<Record<string, readonly Row[]>>): readonly string[] {
  const {published_figures: figures = [], cloud_limits: limits = [], cloud_prices: prices = []} = files;
  return [...text.matchAll(expressionPattern)].flatMap(([, inside = ""]) => {
    const {name, words} = parseExpression(inside);
    const [key] = words;
    const rows =
      name === "published"
        ? figures.filter(({id}) => id === key)
        : name === "limit"
          ? limits.filter((row) => cloudKey(row, "limit") === key)
          : name === "price"
            ? prices.filter((row) => cloudKey(row, "sku") === key)
            : [];
    return rows.map(({source_url}) => String(source_url ?? "")).filter((address) => address !== "");
  });
}

/**
 * What uses each source, by the key of its page: texts that name its address or draw a figure that does, and rows of data
 * files with its address in any column. `files` holds the rows by the name of their file; the register itself cites nothing.
 */
export function sourceUses(
  texts: readonly CitingText[],
  files: Readonly<Record<string, readonly Row[]>>
): ReadonlyMap<string, SourceUse> {
  const uses = new Map<string, OpenUse>();
  const useOf = (address: string): OpenUse => {
    const key = pageKey(address);
    const found = uses.get(key) ?? {
      chapters: new Set<string>(),
      tools: new Set<string>(),
      data: new Map<string, number>()
    };
    uses.set(key, found);
    return found;
  };
  for (const {kind, name, text} of texts) {
    const direct = [...text.matchAll(addressPattern)].map(([address]) => address);
    for (const address of [...direct, ...behindExpressions(text, files)]) useOf(address)[kind].add(name);
  }
  for (const [file, rows] of Object.entries(files)) {
    if (file === "sources") continue;
    for (const row of rows) {
      const cited = new Set(
        Object.values(row).flatMap((value) =>
          typeof value === "string" && /^https?:\/\/\S+$/.test(value) ? [pageKey(value)] : []
        )
      );
      for (const key of cited) {
        const {data} = useOf(key);
        data.set(file, (data.get(file) ?? 0) + 1);
      }
    }
  }
  return uses;
}
