import type {Tool} from "../src/schema/tool.ts";
import {abilities, capabilityWords} from "./capabilityWords.ts";
import {costJobs} from "./costRows.ts";

type Row = Readonly<Record<string, unknown>>;

/** Another tool of the same kind, and in what it differs. */
export interface RivalRow {
  readonly name: string;
  readonly url: string;
  /** Capabilities that it has and the page's tool has not, in words; and the other way round. */
  readonly more: string;
  readonly less: string;
  /** For cloud services, the provider and the lowest cost of a middling job; else empty. */
  readonly provider: string;
  readonly cost: string;
}

/** Rivals shown at most: those that differ least. */
const shown = 6;

const answers = ({capabilities}: Tool) => capabilities as Readonly<Record<string, boolean | null>>;

function gained(from: Tool, to: Tool): readonly string[] {
  return Object.entries(answers(to))
    .filter(([name, value]) => name in abilities && value === true && answers(from)[name] === false)
    .map(([name]) => capabilityWords(name));
}

/** The lowest price of a job among a service's offers, in words. */
function lowestCost(slug: string, costs: readonly Row[], job: string): string {
  const priced = costs.filter((row) => row.tool === slug && typeof row[`${job}_usd`] === "number");
  const [cheapest] = priced.toSorted((a, b) => Number(a[`${job}_usd`]) - Number(b[`${job}_usd`]));
  return cheapest ? `${costJobs[job]}: ${String(cheapest[`${job}_text`])}` : "";
}

/**
 * Other tools of the category, those most alike first; for a cloud service those of the same kind, then those of the same
 * provider.
 */
export function rivalRows(tool: Tool, tools: readonly Tool[], costs: readonly Row[]): readonly RivalRow[] {
  const distance = (other: Tool) => {
    const unlike = gained(tool, other).length + gained(other, tool).length;
    if (tool.category !== "cloud" || other.category !== "cloud") return unlike;
    const far = other.service_kind === tool.service_kind ? 0 : other.provider === tool.provider ? 100 : 200;
    return far + unlike;
  };
  return tools
    .filter((other) => other.slug !== tool.slug && other.category === tool.category)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, shown)
    .map((other) => ({
      name: other.name,
      url: `/tools/${other.slug}`,
      more: gained(tool, other).join(", "),
      less: gained(other, tool).join(", "),
      provider: other.category === "cloud" ? other.service_kind : "",
      cost: lowestCost(other.slug, costs, "middling")
    }));
}
