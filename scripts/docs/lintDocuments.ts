import {lint} from "markdownlint/promise";
import {markdownRules} from "./markdownRules.ts";

/** What markdownlint says of Markdown texts by their paths, one sentence a fault; empty when it says nothing. */
export async function lintDocuments(texts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const found = await lint({strings: Object.fromEntries(texts), config: markdownRules});
  return Object.entries(found).flatMap(([path, faults]) =>
    faults.map(({lineNumber, ruleNames: [rule], ruleDescription, errorDetail, errorContext}) => {
      const detail = [errorDetail, errorContext].filter((part) => part !== null && part !== undefined).join(", ");
      return `${path}:${lineNumber}: ${rule}: ${ruleDescription}${detail === "" ? "" : ` (${detail.slice(0, 120)})`}`;
    })
  );
}
