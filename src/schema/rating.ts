import type {Table} from "./column.ts";

/** The seven criteria that every tool is judged by, in order, with the names that readers see. */
export const sevenCriteria = [
  {key: "overview", id: "C1", name: "overview"},
  {key: "architecture", id: "C2", name: "architecture"},
  {key: "scalability", id: "C3", name: "scalability"},
  {key: "integration", id: "C4", name: "integration"},
  {key: "learning_curve", id: "C5", name: "learning curve"},
  {key: "performance", id: "C6", name: "performance"},
  {key: "use_case_fit", id: "C7", name: "use-case fit"}
] as const;
export type SevenKey = (typeof sevenCriteria)[number]["key"];

/** Where a score comes from: measured here, by a third party, documented, read from source or counted, judged, not known. */
export const evidenceClasses = ["M", "T", "D", "S", "J", "N"] as const;
export type EvidenceClass = (typeof evidenceClasses)[number];

/** What may be typed; all other criteria are computed from measurements, descriptions, adapters, sketches and pitfalls. */
export const typedCriteria = ["K6", "K7", "K8", "K9", "K10", "K12", "K13", "K16", "K17", "queue", "history"] as const;
export type TypedCriterion = (typeof typedCriteria)[number];

/** A row of ratings.csv. */
export interface RatingRow {
  readonly tool: string;
  readonly criterion: TypedCriterion;
  readonly value: number | null;
  readonly holds: string | null;
  readonly unknown: string | null;
  readonly reason: string;
  readonly evidence: "T" | "D" | "S" | "J";
  readonly source_url: string;
  readonly as_of: string;
}

export interface CriterionRow {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly scoring_rule: string;
  readonly formula: string | null;
  readonly evidence_classes: string;
  readonly seven_criteria_group: SevenKey;
}

export interface PresetRow {
  readonly profile_id: string;
  readonly profile_name: string;
  readonly criterion_id: string;
  readonly weight: number;
}

export interface ProfileGateRow {
  readonly profile_id: string;
  readonly gate: string;
}

const text = (name: string, description: string, required = true) =>
  ({name, type: "string", description, required}) as const;

export const ratingsTable: Table = {
  name: "ratings",
  row: "what is known of one tool on one criterion where no measurement, description or count tells it",
  columns: [
    text("tool", "slug"),
    {...text("criterion", "a criterion of criteria.csv, or a gate that no description answers"), values: typedCriteria},
    {
      ...{name: "value", type: "number", minimum: 0},
      description: "K6, K13: the level; K7: nodes, machines or copies at once; queue, history: 1 yes, 0 no"
    },
    text("holds", "K8, K9, K10, K12, K16, K17: the points that hold, joined by ;", false),
    text("unknown", "the points of which it is not known", false),
    text("reason", "why, in a few words"),
    {...text("evidence", "T third party, D documented, S read from source, J judged"), values: ["T", "D", "S", "J"]},
    text("source_url", "address of the source; a row of sources.csv"),
    text("as_of", "day on which it was read, ISO 8601")
  ]
};

export const criteriaTable: Table = {
  name: "criteria",
  row: "one criterion, with how it is scored from 0 to 4",
  columns: [
    text("id", "how presets and scores name it"),
    text("name", "short name"),
    text("definition", "what is judged"),
    text("scoring_rule", "what earns which score"),
    text("formula", "the rule as an expression of the measured input", false),
    text("evidence_classes", "classes that may score it, joined by ;"),
    {
      ...text("seven_criteria_group", "the one of the seven criteria that it belongs to"),
      values: sevenCriteria.map(({key}) => key)
    }
  ]
};

export const weightPresetsTable: Table = {
  name: "weight_presets",
  row: "the weight of one criterion in one profile; those of a profile sum to 100",
  columns: [
    text("profile_id", "letter of the profile"),
    text("profile_name", "kind of work that it stands for"),
    text("criterion_id", "a criterion of criteria.csv"),
    {name: "weight", type: "number", description: "its weight", required: true, minimum: 0, maximum: 100}
  ]
};

export const gatesTable: Table = {
  name: "gates",
  row: "a requirement that a profile begins with",
  columns: [text("profile_id", "letter of the profile"), text("gate", "the requirement, yes or no")]
};
