/** A distribution and the version that the harness measures. */
export interface Pin {
  readonly distribution: string;
  readonly version: string;
}

/** The pins of requirement files, by their texts, each distribution once and in the order of names. Throws on a line that is no pin. */
export function pinnedVersions(texts: readonly string[]): readonly Pin[] {
  const pins = new Map<string, string>();
  for (const line of texts.flatMap((text) => text.trim().split("\n"))) {
    if (line.startsWith("-r ") || line.trim() === "") continue;
    const [, distribution, version] = /^([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)$/.exec(line.trim()) ?? [];
    if (!distribution || !version) throw new Error(`a requirement must be name==version, got ${JSON.stringify(line)}`);
    pins.set(distribution, version);
  }
  return [...pins]
    .map(([distribution, version]) => ({distribution, version}))
    .toSorted((a, b) => (a.distribution < b.distribution ? -1 : 1));
}
