/** Words a minute of a reader of plain technical prose. */
export const wordsAMinute = 220;

/** Longer than this nobody reads a chapter in one go. */
export const longestMinutes = 15;

/** What is looked at and not read through: code, tables, pictures, what is folded, the lists that are made. */
const lookedAt = [
  /^(```|~~~)[^\n]*\n[\s\S]*?^\1[^\n]*$/gm,
  /<details>[\s\S]*?<\/details>/g,
  /^## (Contents|Sources)$[\s\S]*?(?=^## |^---$)/gm,
  /^\|.*$/gm,
  /!\[[^\]]*\]\([^)]*\)/g
];

/** The number of words of a document that a reader reads through: its prose, its headings and its lists. */
export function readingWords(text: string): number {
  const prose = lookedAt.reduce((rest, pattern) => rest.replace(pattern, ""), text).replace(/\]\([^)]*\)/g, "] ");
  return prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
