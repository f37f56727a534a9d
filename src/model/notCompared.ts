import type {Answer} from "./answer.ts";
import type {Fit} from "./fit.ts";
import type {ToolFactsBySlug, ToolKind} from "./toolFacts.ts";

const reasons: Readonly<Partial<Record<ToolKind, string>>> = {
  orchestrator:
    "an orchestrator: it keeps a schedule and a history of runs, and was timed on whole workflows; a race against a pool would say nothing of what it is for",
  engine: "an engine for tables: it answers queries and calls no Python function of yours; it was timed on tables"
};

/** The tools that no ranking of independent Python calls may hold, and why. Orchestrators and engines are compared on their own pages. */
export function notCompared(facts: ToolFactsBySlug, fits: readonly Fit[]): Answer["not_compared"] {
  const timed = new Set(fits.map(({tool}) => tool));
  return Object.entries(facts).flatMap(([tool, {kind}]) => {
    const reason = reasons[kind];
    return reason !== undefined && !timed.has(tool) ? [{tool, reason}] : [];
  });
}
