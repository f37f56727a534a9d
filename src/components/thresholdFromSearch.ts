/** The efficiency of an address (`?efficiency=0.75`): a share from `lowest` up to 0.95, else 0.5 and a sentence. */
export function thresholdFromSearch(search: string, lowest: number): {threshold: number; problems: readonly string[]} {
  const text = new URLSearchParams(search).get("efficiency");
  if (text === null) return {threshold: 0.5, problems: []};
  const threshold = Number(text);
  if (text.trim() !== "" && threshold >= lowest && threshold <= 0.95) return {threshold, problems: []};
  return {threshold: 0.5, problems: [`efficiency must be ${lowest}…0.95, got ${text}`]};
}
