import type {StartMethod} from "../src/schema/sample.ts";

/** One way a tool is set up: what the samples call its variant, and the start methods it is measured with. */
export interface Variant {
  readonly variant: string;
  readonly startMethods: readonly StartMethod[];
}

/** A tool the harness can measure. `environment` names a file of bench/requirements; tools may share one. */
export interface Tool {
  readonly slug: string;
  readonly environment: string;
  /** Distributions whose version stands for the tool's; empty for the standard library. */
  readonly distribution: string | null;
  readonly variants: readonly Variant[];
}

const none: readonly StartMethod[] = ["none"];
const processes: readonly StartMethod[] = ["fork", "spawn", "forkserver"];

/** Every tool that has an adapter, in the order in which lists show them. */
export const tools: readonly Tool[] = [
  {slug: "serial", environment: "stdlib", distribution: null, variants: [{variant: "default", startMethods: none}]},
  {
    slug: "serial-optimised",
    environment: "serial-optimised",
    distribution: "numpy",
    variants: [{variant: "default", startMethods: none}]
  },
  {
    slug: "multiprocessing",
    environment: "stdlib",
    distribution: null,
    variants: [{variant: "pool", startMethods: processes}]
  },
  {
    slug: "concurrent-futures-process",
    environment: "stdlib",
    distribution: null,
    variants: [{variant: "default", startMethods: processes}]
  },
  {
    slug: "concurrent-futures-thread",
    environment: "stdlib",
    distribution: null,
    variants: [{variant: "default", startMethods: none}]
  },
  {slug: "threading", environment: "stdlib", distribution: null, variants: [{variant: "queue", startMethods: none}]},
  {
    slug: "asyncio",
    environment: "stdlib",
    distribution: null,
    variants: [
      {variant: "default", startMethods: none},
      {variant: "to-thread", startMethods: none}
    ]
  },
  {
    slug: "joblib",
    environment: "joblib",
    distribution: "joblib",
    variants: [
      {variant: "loky", startMethods: none},
      {variant: "threading", startMethods: none}
    ]
  }
];

/** The module name of a tool's adapter: `bench/adapters/<slug_with_underscores>_adapter.py`. */
export function adapterModule(slug: string): string {
  return `${slug.replaceAll("-", "_")}_adapter`;
}

/** The tool of a slug, or an error that names those there are. */
export function toolBySlug(slug: string): Tool {
  const tool = tools.find((candidate) => candidate.slug === slug);
  if (!tool) throw new Error(`no tool ${JSON.stringify(slug)}; there are ${tools.map((t) => t.slug).join(", ")}`);
  return tool;
}
