import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import type {Experiment, StartMethod} from "../src/schema/sample.ts";

/** One way a tool is set up: what the samples call its variant, and the start methods it is measured with. */
export interface Variant {
  readonly variant: string;
  readonly startMethods: readonly StartMethod[];
  /** `name` or `name:argument` of a script of bench/services that must run beside it; it starts its own in `startup`. */
  readonly service?: string;
}

/** A tool the harness can measure. `environment` names a file of bench/requirements; tools may share one. */
export interface Tool {
  readonly slug: string;
  readonly environment: string;
  /** Distribution whose version stands for the tool's; null for the standard library. */
  readonly distribution: string | null;
  readonly variants: readonly Variant[];
  /** The newest Python that the tool takes, where that is not the newest one measured. */
  readonly python?: string;
  /** Commands that must be on the PATH, each with how to get it. */
  readonly commands?: Readonly<Record<string, string>>;
}

const none: readonly StartMethod[] = ["none"];
const processes: readonly StartMethod[] = ["fork", "spawn", "forkserver"];
const java = {java: "install Java 17, such as Debian's openjdk-17-jre-headless"};
const redis = {"redis-server": "install Redis, such as Debian's redis-server"};

function tool(slug: string, variants: readonly Variant[], rest: Partial<Tool> = {}): Tool {
  return {slug, environment: slug, distribution: slug, variants, ...rest};
}
const variant = (name: string, startMethods = none, service?: string): Variant =>
  service === undefined ? {variant: name, startMethods} : {variant: name, startMethods, service};
const standard = {environment: "stdlib", distribution: null};

/** Every tool that has an adapter, in the order in which lists show them. */
export const tools: readonly Tool[] = [
  tool("serial", [variant("default")], standard),
  tool("serial-optimised", [variant("default")], {distribution: "numpy"}),
  tool("multiprocessing", [variant("pool", processes)], standard),
  tool("concurrent-futures-process", [variant("default", processes)], standard),
  tool("concurrent-futures-thread", [variant("default")], standard),
  tool("threading", [variant("queue")], standard),
  tool("asyncio", [variant("default"), variant("to-thread")], standard),
  tool("joblib", [variant("loky"), variant("threading")]),
  tool("parallel-map", [variant("processes", ["spawn"]), variant("threads")], standard),
  tool("concurrent-futures-interpreter", [variant("default")], {distribution: "interpreters-pep-734"}),
  tool("ray", [variant("tasks"), variant("actors")]),
  tool("dask-local", [variant("threads"), variant("processes", ["spawn"])], {
    environment: "dask",
    distribution: "dask"
  }),
  tool("dask", [variant("default", ["spawn"]), variant("dataframe")], {distribution: "distributed"}),
  tool("celery", [variant("prefork", ["fork"], "redis"), variant("threads", none, "redis")], {commands: redis}),
  tool("pyspark", [variant("rdd"), variant("arrow"), variant("dataframe")], {commands: java}),
  tool("beam", [variant("direct")], {distribution: "apache-beam"}),
  tool("functions-framework", [variant("instances")]),
  tool("pandas", [variant("default")]),
  tool("polars", [variant("default")]),
  tool("duckdb", [variant("default")]),
  tool("modin", [variant("ray")]),
  tool("vaex", [variant("default")], {distribution: "vaex-core", python: "3.12"}),
  tool("airflow", [variant("sqlite", none, "airflow:sqlite"), variant("postgresql", none, "airflow:postgresql")], {
    distribution: "apache-airflow"
  }),
  tool("prefect", [variant("default", none, "prefect")]),
  tool("luigi", [variant("local")]),
  tool("dagster", [variant("in-process"), variant("multiprocess")]),
  tool("metaflow", [variant("local")])
];

/** Groups that the plan may name as `@group` in place of tool:variant:start_method. */
export const groups: Readonly<Record<string, readonly string[]>> = {
  serial: ["serial:default:none"],
  "process-pools": [
    "multiprocessing:pool:fork",
    "multiprocessing:pool:spawn",
    "concurrent-futures-process:default:fork",
    "concurrent-futures-process:default:spawn",
    "joblib:loky:none"
  ],
  forkserver: ["multiprocessing:pool:forkserver", "concurrent-futures-process:default:forkserver"],
  threads: [
    "concurrent-futures-thread:default:none",
    "threading:queue:none",
    "asyncio:to-thread:none",
    "joblib:threading:none"
  ],
  coroutines: ["asyncio:default:none"],
  distributed: ["ray:tasks:none", "dask:default:spawn"],
  "distributed-variants": [
    "ray:actors:none",
    "dask-local:threads:none",
    "dask-local:processes:spawn",
    "functions-framework:instances:none"
  ],
  queues: ["celery:prefork:fork", "pyspark:rdd:none"],
  "queue-variants": ["celery:threads:none", "pyspark:arrow:none", "beam:direct:none"],
  engines: [
    "pandas:default:none",
    "polars:default:none",
    "duckdb:default:none",
    "dask:dataframe:none",
    "modin:ray:none",
    "vaex:default:none",
    "pyspark:dataframe:none"
  ],
  orchestrators: [
    "airflow:sqlite:none",
    "airflow:postgresql:none",
    "prefect:default:none",
    "luigi:local:none",
    "dagster:in-process:none",
    "dagster:multiprocess:none",
    "metaflow:local:none"
  ]
};

/** The module name of a tool's adapter: `bench/adapters/<slug_with_underscores>[_table]_adapter.py`. */
export function adapterModule(slug: string, experiment?: Experiment): string {
  return `${slug.replaceAll("-", "_")}${experiment === "table" ? "_table" : ""}_adapter`;
}

/** The tool of a slug, or an error that names those there are. */
export function toolBySlug(slug: string): Tool {
  const found = tools.find((candidate) => candidate.slug === slug);
  if (!found) throw new Error(`no tool ${JSON.stringify(slug)}; there are ${tools.map((t) => t.slug).join(", ")}`);
  return found;
}

/** The first command that a tool needs and the PATH does not have, as a sentence with the cure; null when all are there. */
export function missingCommand(slug: string, path: string = process.env.PATH ?? ""): string | null {
  const commands = tools.find((candidate) => candidate.slug === slug)?.commands ?? {};
  const there = (command: string) => path.split(delimiter).some((folder) => existsSync(join(folder, command)));
  const missing = Object.entries(commands).find(([command]) => !there(command));
  return missing ? `${missing[0]} was not found: ${missing[1]}` : null;
}

/** The service that a tool's variant needs beside it, or null. */
export function serviceOf(slug: string, name: string): string | null {
  const found = tools.find((candidate) => candidate.slug === slug);
  return found?.variants.find((candidate) => candidate.variant === name)?.service ?? null;
}
