/**
 * The newest CPython that was at least half a year old when the tools were read, in 2026-11: 3.14 of 2025-10
 * (https://docs.python.org/3/whatsnew/3.14.html). A tool is not held to 3.15 of 2026-10 yet.
 */
export const currentPython = 14;

/** Whether a sentence on Python versions covers the current one: `3.10 to 3.14`, `3.10 or newer, below 3.15`, `every supported CPython`; null where it names none. */
export function isCurrentPython(text: string): boolean | null {
  if (/every supported|^any\b/.test(text)) return true;
  const [range = ""] = text.split(/[;,](?! below)/);
  const minor = (pattern: RegExp) => {
    const found = pattern.exec(range)?.[1];
    return found === undefined ? null : Number(found);
  };
  const below = minor(/below 3\.(\d+)/);
  if (below !== null) return below > currentPython;
  const last = minor(/to 3\.(\d+)/);
  if (last !== null) return last >= currentPython;
  return /3\.\d+ or newer/.test(range) ? true : null;
}
