/** Minor versions of Python 3 that a tool takes; null: no limit on that side. */
export interface PythonRange {
  readonly from: number | null;
  readonly to: number | null;
}

const minor = (match: RegExpExecArray | null) => (match ? Number(match[1]) : null);

/**
 * Reads the texts of `python_versions`: `3.10 to 3.14`, `3.10 or newer, below 3.15`, `every supported CPython`; a backport
 * counts. null for a text that names no versions.
 */
export function pythonRange(text: string): PythonRange | null {
  const span = /\b3\.(\d+) to 3\.(\d+)/.exec(text);
  if (span) return {from: Number(span[1]), to: Number(span[2])};
  const from = minor(/\bon 3\.(\d+) a backport/.exec(text)) ?? minor(/\b3\.(\d+) or newer/.exec(text));
  if (from === null && !/every supported CPython/.test(text)) return null;
  const below = minor(/\bbelow 3\.(\d+)/.exec(text));
  return {from, to: below === null ? null : below - 1};
}
