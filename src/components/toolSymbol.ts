import type {SymbolType} from "@observablehq/plot";

const symbols: Readonly<Record<string, SymbolType>> = {
  serial: "asterisk",
  "serial-optimised": "times",
  multiprocessing: "circle",
  "concurrent-futures-process": "square",
  "concurrent-futures-thread": "triangle",
  threading: "diamond",
  asyncio: "star",
  "asyncio to-thread": "hexagon",
  joblib: "wye",
  "joblib threading": "cross",
  ray: "square",
  dask: "star",
  "dask-local": "cross",
  celery: "triangle",
  pyspark: "hexagon",
  beam: "circle",
  "functions-framework": "times",
  pandas: "diamond",
  polars: "wye",
  duckdb: "square",
  modin: "star",
  vaex: "cross",
  airflow: "triangle",
  prefect: "hexagon",
  luigi: "circle",
  dagster: "diamond",
  metaflow: "wye",
  "concurrent-futures-interpreter": "square"
};

/** The symbol of a tool: colour never stands alone. */
export function toolSymbol(tool: string, variant = "default"): SymbolType {
  return symbols[`${tool} ${variant}`] ?? symbols[tool] ?? "plus";
}
