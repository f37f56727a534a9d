import type {ToolFacts, ToolFactsBySlug, ToolKind} from "../src/model/toolFacts.ts";
import type {Library} from "../src/schema/tool.ts";
import type {AdapterRow} from "./adapterRows.ts";
import {measuredViews} from "./measured.ts";
import {pythonRange} from "./pythonRange.ts";
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
  const views = await measuredViews();
  const [reference] = views.reference_step as readonly [{machine: string; step_seconds: number | null}];
  // A tool with an adapter for tables has a second one: calls are what is planned.
  const adapters = new Map(
    (views.adapters as unknown as readonly AdapterRow[])
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
  return {
    machine: reference.machine,
    referenceStepSeconds: reference.step_seconds,
    facts: Object.fromEntries(facts)
  };
}
