/** What the specification asks of one document: its headings in order, and what each must speak of below it. */
export interface WantedDocument {
  readonly id: string;
  readonly file: string;
  readonly headings: readonly WantedHeading[];
}

/** A heading, and the sub-headings below it: headings of their own, words in bold, or first cells of a table. */
export interface WantedHeading {
  readonly heading: string;
  readonly below: readonly string[];
}

const heading = (text: string, ...below: string[]): WantedHeading => ({heading: text, below});

const criteria = [
  ...["Overview", "Architecture", "Scalability", "Integration", "Learning curve", "Performance", "Use-case fit"]
];

/** The headings of the nine documents, as section 6 of the specification names them. */
export const wantedDocuments: readonly WantedDocument[] = [
  {
    id: "D1",
    file: "README.md",
    headings: [
      heading("Overview"),
      heading("Target audience", "Python developers", "Data engineers", "Business-automation engineers"),
      heading("Research categories"),
      heading("Quick reference"),
      heading(
        "Research methodology",
        ...["Official documentation", "Academic and industry analysis", "Community insight", "Mapping to business use"]
      ),
      heading("Standard evaluation framework", ...criteria),
      heading("Navigation tips"),
      heading("Contributing", "Validate", "Suggest", "Give feedback", "Share measurements")
    ]
  },
  {
    id: "D2",
    file: "single-computer-parallelization.md",
    headings: [
      heading("Overview"),
      heading("Research framework"),
      heading("multiprocessing", ...criteria),
      heading("concurrent.futures", ...criteria),
      heading("threading and asyncio", "threading", "asyncio", ...criteria),
      heading("joblib", ...criteria),
      heading(
        "Summary and recommendations",
        ...["Comparative analysis", "Strategic recommendations", "Implementation roadmap", "Technical guidelines"],
        ...[
          "Configuration",
          "Errors",
          "Memory",
          "Expected business impact",
          "Migration strategy",
          "Compatibility",
          "Testing"
        ]
      )
    ]
  },
  {
    id: "D3",
    file: "distributed-computing-frameworks.md",
    headings: [
      heading("Overview"),
      heading("Research framework"),
      ...["Ray", "Dask", "Celery", "PySpark", "Modin"].map((name) => heading(name, ...criteria)),
      heading("Additional frameworks", "Vaex"),
      heading("Summary and recommendations")
    ]
  },
  {
    id: "D4",
    file: "workflow-orchestration.md",
    headings: [
      heading("Overview"),
      heading("Research framework"),
      ...["Airflow", "Prefect", "Luigi", "Dagster", "Metaflow"].map((name) => heading(name, ...criteria)),
      heading("Orchestration versus task parallelisation"),
      heading("Summary and recommendations")
    ]
  },
  {
    id: "D5",
    file: "cloud-infrastructure.md",
    headings: [
      heading("Overview"),
      heading("Research framework"),
      heading("AWS", "Batch", "Lambda", "Step Functions", "ECS and Fargate", ...criteria),
      heading("Google Cloud", "Dataflow", "Cloud Functions", "Cloud Run", "Kubernetes Engine", ...criteria),
      heading("Azure", "Batch", "Functions", "Logic Apps", "Container Instances", ...criteria),
      heading("Kubernetes on any cloud", ...criteria),
      heading("Cost analysis"),
      heading("Summary and recommendations")
    ]
  },
  {
    id: "D6",
    file: "performance-analysis.md",
    headings: [
      heading("Overview"),
      heading(
        "Analysis framework",
        ...["Throughput", "Latency", "Scalability curves", "Overhead", "Resource use", "Break-even points"]
      ),
      heading("Single computer", "CPU-bound", "Waiting", "Memory-bound", "Mixed"),
      heading("Distributed", "Network overhead", "Cost of moving data", "Price of fault tolerance", "Load balancing"),
      heading("Orchestration", "Scheduling overhead", "Cost of keeping state", "Time to resolve dependencies"),
      heading("Cloud", "Cold start", "auto-scaling", "Cross-region", "Cost against performance"),
      heading("Decision-making framework", "Task characteristics", "Infrastructure constraints", "Budget"),
      heading("Scalability patterns", "Linear", "Sub-linear", "Plateau", "Negative"),
      heading("Bottleneck analysis"),
      heading("Real-world considerations", "Business workload patterns", "Data pipelines", "Report generation"),
      heading("Summary and recommendations")
    ]
  },
  {
    id: "D7",
    file: "implementation-recommendations.md",
    headings: [
      heading(
        "Integration strategy",
        ...["Excel", "file management", "data exploration", "visualisation", "report generation", "web scraping"]
      ),
      heading("Prioritised roadmap", "Foundation", "Scaling", "Advanced features"),
      heading("Technical guidelines", "API design", "Errors and reliability", "Testing"),
      heading("Dependency management"),
      heading("User experience"),
      heading("Migration"),
      heading("Risks", "Technical", "Performance", "Compatibility", "Maintenance"),
      heading("Success metrics", "Performance", "Adoption", "Quality"),
      heading("Long-term vision")
    ]
  },
  {
    id: "D8",
    file: "comparison-tables.md",
    headings: [
      heading("Single computer"),
      heading("Distributed"),
      heading("Orchestration"),
      heading("Cloud", "AWS", "Google Cloud", "Azure"),
      heading("By implementation complexity"),
      heading(
        "By use case",
        ...[
          "Excel processing",
          "Batch file operations",
          "Data-processing workflows",
          "Report generation",
          "Web scraping"
        ]
      ),
      heading("Decision matrix"),
      heading("Development cost"),
      heading("Operating cost"),
      heading("Summary")
    ]
  },
  {
    id: "D9",
    file: "evaluation-framework.md",
    headings: [
      heading("Overview"),
      heading("Core criteria", ...criteria),
      heading("Special criteria by category"),
      heading("Rating system"),
      heading("Comparison framework"),
      heading("Business impact assessment"),
      heading("Decision support"),
      heading("Documentation standards")
    ]
  }
];
