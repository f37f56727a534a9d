/** Names as their documentation writes them, by tool and variant. */
const names: Readonly<Record<string, string>> = {
  "serial:default": "the plain loop",
  "serial-optimised:default": "vectorised code in one thread",
  "multiprocessing:pool": "multiprocessing.Pool",
  "concurrent-futures-process:default": "ProcessPoolExecutor",
  "concurrent-futures-thread:default": "ThreadPoolExecutor",
  "threading:queue": "threads with a queue",
  "asyncio:default": "asyncio",
  "asyncio:to-thread": "asyncio.to_thread",
  "joblib:loky": "joblib (loky)",
  "joblib:threading": "joblib (threads)",
  "parallel-map:processes": "parallel_map (processes)",
  "parallel-map:threads": "parallel_map (threads)",
  "concurrent-futures-interpreter:default": "InterpreterPoolExecutor",
  "ray:tasks": "Ray tasks",
  "ray:actors": "Ray actors",
  "dask-local:threads": "Dask (threads)",
  "dask-local:processes": "Dask (processes)",
  "dask:default": "Dask distributed",
  "dask:dataframe": "Dask DataFrame",
  "celery:prefork": "Celery (prefork)",
  "celery:threads": "Celery (threads)",
  "pyspark:rdd": "PySpark RDD",
  "pyspark:arrow": "PySpark mapInPandas",
  "pyspark:dataframe": "PySpark DataFrame",
  "beam:direct": "Beam DirectRunner",
  "functions-framework:instances": "functions-framework (local)",
  "pandas:default": "pandas",
  "polars:default": "Polars",
  "duckdb:default": "DuckDB",
  "modin:ray": "Modin on Ray",
  "vaex:default": "Vaex",
  "airflow:sqlite": "Airflow on SQLite",
  "airflow:postgresql": "Airflow on PostgreSQL",
  "prefect:default": "Prefect",
  "luigi:local": "Luigi",
  "dagster:in-process": "Dagster (in process)",
  "dagster:multiprocess": "Dagster (multiprocess)",
  "metaflow:local": "Metaflow"
};

/** What a sentence calls a tool in one of its variants. */
export function toolName({tool, variant}: {readonly tool: string; readonly variant: string}): string {
  return names[`${tool}:${variant}`] ?? (variant === "default" ? tool : `${tool} (${variant})`);
}
