import type {Workload} from "./workload.ts";
import {defaultWorkload, type NumberField, workloadFields} from "./workloadFields.ts";

/** A workload read from text, and a sentence for each value that was refused (its default stands in). */
export interface ParsedWorkload {
  readonly workload: Workload;
  readonly problems: readonly string[];
}

function parseNumber({name, minimum, maximum, whole}: NumberField, text: string): number | string {
  const value = Number(text);
  const kind = whole ? "a whole number " : "";
  const wrong = text.trim() === "" || !Number.isFinite(value) || value < minimum || value > maximum;
  if (wrong || (whole && !Number.isInteger(value))) return `${name} must be ${kind}${minimum}…${maximum}, got ${text}`;
  return value;
}

/**
 * Reads a workload from named texts (an address or a command line; names with underscores). Nothing is thrown: a value that
 * is not allowed gives a sentence with the name, the value and what is allowed, and the default takes its place.
 */
export function parseWorkload(texts: Readonly<Record<string, string | undefined>>): ParsedWorkload {
  const problems: string[] = [];
  const read = workloadFields.map((field) => {
    const text = texts[field.name];
    if (text === undefined) return [field.key, field.default];
    if (field.type === "flag") {
      if (text === "" || text === "true" || text === "1") return [field.key, true];
      if (text !== "false" && text !== "0") problems.push(`${field.name} must be true or false, got ${text}`);
      return [field.key, false];
    }
    if (field.type === "choice") {
      if (field.values.includes(text)) return [field.key, text];
      problems.push(`${field.name} must be one of ${field.values.join(", ")}, got ${text}`);
      return [field.key, field.default];
    }
    if (text === "" && field.optional) return [field.key, null];
    const value = parseNumber(field, text);
    if (typeof value === "number") return [field.key, value];
    problems.push(value);
    return [field.key, field.default];
  });
  return {workload: {...defaultWorkload, ...Object.fromEntries(read)}, problems};
}
