/**
 * One colour a tool, on every chart. Luminance 0.12–0.27, so that each has at least 3:1 against the light and the dark
 * background; a symbol and a label always stand beside it.
 */
const colors: Readonly<Record<string, string>> = {
  serial: "currentColor",
  "serial-optimised": "#7d7d7d",
  multiprocessing: "#2f7ed8",
  "concurrent-futures-process": "#d1600a",
  "concurrent-futures-thread": "#1b9272",
  threading: "#7f6bd0",
  asyncio: "#d63a82",
  joblib: "#9c6f12",
  "joblib threading": "#6f8a1d",
  "asyncio to-thread": "#c2492f",
  ray: "#2b80af",
  dask: "#b75b7b",
  "dask-local": "#0e8c07",
  celery: "#6b3ffc",
  pyspark: "#96724b",
  beam: "#068972",
  "functions-framework": "#8a7500",
  pandas: "#ce33bd",
  polars: "#678241",
  duckdb: "#0c55fc",
  modin: "#e0383a",
  vaex: "#438756",
  airflow: "#950cfc",
  prefect: "#877921",
  luigi: "#46818c",
  dagster: "#e80b85",
  metaflow: "#3d8922",
  "concurrent-futures-interpreter": "#6f6cd8"
};

const spare = ["#3f8f3f", "#a0529c", "#2b8a9e", "#b0603a"] as const;

/** The colour of a tool (slug), or of one of its variants where that has its own; an unknown tool gets a spare one, always the same. */
export function toolColor(tool: string, variant = "default"): string {
  const known = colors[`${tool} ${variant}`] ?? colors[tool];
  if (known) return known;
  const sum = [...tool].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return spare[sum % spare.length] as string;
}
