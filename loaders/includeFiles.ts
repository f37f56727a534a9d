/** A line of Markdown and where it was written, so that an error names that place. */
export interface SourceLine {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

const includePattern = /^\{\{include\s+(\S+)(?:\s+level=([1-6]))?\s*\}\}$/;
const fencePattern = /^(```|~~~)/;

/** The lines of a file without its front matter, numbered as in the file. */
function bodyLines(text: string, file: string): SourceLine[] {
  const lines = text.split("\n").map((line, index) => ({text: line, file, line: index + 1}));
  if (lines[0]?.text !== "---") return lines;
  const end = lines.findIndex(({text}, index) => index > 0 && text === "---");
  if (end < 0) throw new Error(`${file}:1: front matter is not closed, expected a second line "---"`);
  return lines.slice(end + 1);
}

/** Moves headings so that the topmost of an included file (`##`) stands at `level`. Code keeps its hashes. */
function shiftHeadings(lines: readonly SourceLine[], level: number): SourceLine[] {
  let inCode = false;
  return lines.map((line) => {
    if (fencePattern.test(line.text)) inCode = !inCode;
    if (inCode || !/^#{2,6} /.test(line.text)) return line;
    const hashes = line.text.indexOf(" ");
    return {...line, text: "#".repeat(Math.min(6, hashes + level - 2)) + line.text.slice(hashes)};
  });
}

/**
 * Puts the body of a data file in place of each line `{{include tools/joblib.md level=3}}`: a tool is described in one
 * file only, and a chapter shows that text. `level` is where the file's `##` headings come to stand (2 if not said).
 * Included files include nothing themselves. An unknown file throws with the place of the line that names it.
 */
export function includeFiles(text: string, file: string, read: (path: string) => string): SourceLine[] {
  return text.split("\n").flatMap((line, index) => {
    const found = includePattern.exec(line.trim());
    if (!found) return [{text: line, file, line: index + 1}];
    const path = found[1] as string;
    let included: string;
    try {
      included = read(path);
    } catch (cause) {
      throw new Error(`${file}:${index + 1}: cannot include ${path}, there is no such file under data/`, {cause});
    }
    return shiftHeadings(bodyLines(included, path), Number(found[2] ?? 2));
  });
}
