/** The thirty tools and services that section 4 of the specification names, by their slugs. */
export const wantedTools: readonly string[] = [
  ...["multiprocessing", "concurrent-futures", "threading", "asyncio", "joblib"],
  ...["ray", "dask", "celery", "pyspark", "modin", "vaex"],
  ...["airflow", "prefect", "luigi", "dagster", "metaflow"],
  ...["aws-batch", "aws-lambda", "aws-step-functions", "aws-ecs", "aws-fargate"],
  ...["google-dataflow", "google-cloud-functions", "google-cloud-run", "google-gke"],
  ...["azure-batch", "azure-functions", "azure-logic-apps", "azure-container-instances"],
  "kubernetes"
];

/** The sections of a tool's text that answer the seven criteria, C1 to C7. */
export const criteriaSections = [
  ...["Overview", "Architecture", "Scalability", "Integration", "Learning curve", "Performance", "Use-case fit"]
];

/** What stands beside a rating, and the hazards. */
export const judgementSections = ["Strengths", "Weaknesses", "Best for", "Avoid when", "Pitfalls"];
