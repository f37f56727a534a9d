import {createHash} from "node:crypto";

/**
 * A pure function that keeps its last results, by its arguments as JSON: in a preview, what an edit leaves as it was is not
 * computed again. Arguments must differ in what JSON holds; results must not be changed.
 */
export function remembered<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
  most = 64
): (...args: Args) => Result {
  const kept = new Map<string, Result>();
  return (...args) => {
    const key = createHash("sha256").update(JSON.stringify(args)).digest("base64");
    if (!kept.has(key)) kept.set(key, compute(...args));
    const result = kept.get(key)!;
    // The last one asked for stays the longest.
    kept.delete(key);
    kept.set(key, result);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return result;
  };
}
