/** Runs `python -m pip index versions NAME` and returns what it printed. Rejects where pip fails. */
export type AskPip = (distribution: string) => Promise<string>;

/** The newest release of a distribution that the package index offers this Python, by pip's own words. Rejects with a sentence. */
export async function newestVersion(distribution: string, ask: AskPip): Promise<string> {
  const text = await ask(distribution);
  const found = /^([\w.-]+) \(([\w.]+)\)/m.exec(text);
  if (!found) throw new Error(`pip said nothing of a version of ${distribution}: ${text.slice(0, 80)}`);
  return found[2]!;
}
