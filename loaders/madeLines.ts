import type {SourceLine} from "./includeFiles.ts";

/** Lines that a module made of the data; `made` names it where an error has to tell a place. */
export function madeLines(made: string, texts: readonly string[]): readonly SourceLine[] {
  return texts
    .join("\n")
    .split("\n")
    .map((text, index) => ({text, file: `(made by ${made})`, line: index + 1}));
}
