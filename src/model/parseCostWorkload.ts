import {costFields, type CostField, defaultCostWorkload} from "./costFields.ts";
import type {CostWorkload} from "./costWorkload.ts";

/** Work read from text, and a sentence for each value that was refused (its default stands in). */
export interface ParsedCostWorkload {
  readonly workload: CostWorkload;
  readonly problems: readonly string[];
}

/** The value of one field, or a sentence that says what is allowed. */
function parseField(field: CostField, text: string): {readonly value: unknown} | {readonly problem: string} {
  const {name} = field;
  if (field.type === "flag") {
    if (["", "true", "1"].includes(text)) return {value: true};
    return ["false", "0"].includes(text) ? {value: false} : {problem: `${name} must be true or false, got ${text}`};
  }
  if (field.type === "choice") {
    if (field.values.includes(text)) return {value: text};
    return {problem: `${name} must be one of ${field.values.join(", ")}, got ${text}`};
  }
  if (text === "" && field.optional) return {value: null};
  const {minimum, maximum, whole} = field;
  const value = Number(text);
  const wrong = text.trim() === "" || !(value >= minimum && value <= maximum) || (whole && !Number.isInteger(value));
  if (!wrong) return {value};
  return {problem: `${name} must be ${whole ? "a whole number " : ""}${minimum}…${maximum}, got ${text || "nothing"}`};
}

/** Reads the work to be priced from named texts (an address or a command line; names with underscores). Never throws. */
export function parseCostWorkload(texts: Readonly<Record<string, string | undefined>>): ParsedCostWorkload {
  const problems: string[] = [];
  const read = costFields.flatMap((field) => {
    const text = texts[field.name];
    if (text === undefined) return [];
    const found = parseField(field, text);
    if ("value" in found) return [[field.key, found.value] as const];
    problems.push(found.problem);
    return [];
  });
  return {workload: {...defaultCostWorkload, ...Object.fromEntries(read)}, problems};
}
