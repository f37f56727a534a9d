/** One of the nine documents that the specification names. */
export interface PlannedDocument {
  /** Its number in the specification. */
  readonly id: string;
  /** Its file in `docs/modules/multiprocessing/`. */
  readonly file: string;
  /** The chapter that makes it: `data/chapters/<chapter>.md`. */
  readonly chapter: string;
}

const planned = (id: string, chapter: string): PlannedDocument => ({id, file: `${chapter}.md`, chapter});

/** Where the documents belong in the library that asked for them, and below `export/` here. */
export const documentFolder = "docs/modules/multiprocessing";

/** The entry document; it is made from the navigation, the criteria and `data/documents/readme.md`. */
export const entryDocument = "README.md";

/** Which chapter makes which document, in reading order; the entry document stands before and after them. */
export const documentPlan: readonly PlannedDocument[] = [
  planned("D2", "single-computer-parallelization"),
  planned("D3", "distributed-computing-frameworks"),
  planned("D4", "workflow-orchestration"),
  planned("D5", "cloud-infrastructure"),
  planned("D6", "performance-analysis"),
  planned("D7", "implementation-recommendations"),
  planned("D8", "comparison-tables"),
  planned("D9", "evaluation-framework")
];
