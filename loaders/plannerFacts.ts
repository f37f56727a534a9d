import type {ToolFacts, ToolFactsBySlug, ToolKind} from "../src/model/toolFacts.ts";
import type {Library} from "../src/schema/tool.ts";
import {adapterRows} from "./adapterRows.ts";
import {loopStepSeconds} from "./loopStepSeconds.ts";
import {pythonRange} from "./pythonRange.ts";
import {currentRuns, defaultRun, readRuns} from "./readRuns.ts";
import {readTools} from "./readTools.ts";

/** What the planner needs beside the fits: the tools' descriptions, and how fast plain Python is on the first machine. */
export interface PlannerFacts {
  readonly machine: string;
  readonly referenceStepSeconds: number | null;
  readonly facts: ToolFactsBySlug;
}

const engines = new Set(["pandas", "polars", "duckdb", "modin", "vaex"]);
const queues = new Set(["celery"]);

function kindOf({slug, category}: Library): ToolKind {
  if (category === "orchestration") return "orchestrator";
  if (engines.has(slug)) return "engine";
  if (queues.has(slug)) return "queue";
  return category === "distributed" ? "distributed" : "pool";
}

/** The services that a tool needs beside it, as adapterRows names them. */
const countServices = (text: string) => (text === "none" ? 0 : text.split(/[;,]/).length);

/** The facts that gates and effort ask for, from the tools' descriptions, the adapters and the runs' own lists. */
export async function plannerFacts(): Promise<PlannerFacts> {
  const runs = await readRuns();
  const first = defaultRun(runs);
  // A tool with an adapter for tables has a second one: calls are what is planned.
  const adapters = new Map(
    adapterRows(currentRuns(runs))
      .filter(({file, tool}) => file === `${tool.replaceAll("-", "_")}_adapter.py`)
      .map((row) => [row.tool, row])
  );
  const libraries = (await readTools()).filter((tool): tool is Library => tool.category !== "cloud");
  const facts = libraries.map((tool): [string, ToolFacts] => {
    const python = pythonRange(tool.python_versions);
    const adapter = adapters.get(tool.slug);
    return [
      tool.slug,
      {
        name: tool.name,
        kind: kindOf(tool),
        licence: tool.licence,
        platforms: tool.platforms,
        pythonStated: python !== null,
        pythonFrom: python?.from ?? null,
        pythonTo: python?.to ?? null,
        service: tool.capabilities.always_on_service,
        state: tool.capabilities.dynamic_submission,
        lines: adapter?.lines ?? null,
        distributions: adapter?.distributions ?? null,
        services: adapter ? countServices(adapter.services) : 0
      }
    ];
  });
  const referenceStepSeconds = await loopStepSeconds(first);
  return {machine: first.environment.machine, referenceStepSeconds, facts: Object.fromEntries(facts)};
}
