import type {Table} from "./column.ts";

/** What makes a service hard to set up, to run and to leave; two more items are counted in the sketches. */
export const scorecardItems = [
  "set_up_steps",
  "network",
  "retries",
  "quota",
  "local_tests",
  "first_result",
  "leaving"
] as const;

/** Complexity of cloud services, item by item, each with its reason and source. */
export const cloudScorecardTable: Table = {
  name: "cloud_scorecard",
  row: "one item of complexity of one cloud service",
  columns: [
    {name: "tool", type: "string", description: "slug of a cloud service", required: true},
    {name: "item", type: "string", description: "what is scored", required: true, values: scorecardItems},
    {
      name: "score",
      type: "integer",
      description:
        "0 none, 1 little, 2 some, 3 much; empty where not established, or where it is computed of the value",
      minimum: 0,
      maximum: 3
    },
    {name: "value", type: "integer", description: "the count that the source gives, of set-up steps", minimum: 0},
    {name: "reason", type: "string", description: "why", required: true},
    {
      name: "evidence",
      type: "string",
      description: "D documented, J judged from what is documented, N not established",
      required: true,
      values: ["D", "J", "N"]
    },
    {name: "source_url", type: "string", description: "address of the source; a row of sources.csv", required: true},
    {
      name: "as_of",
      type: "string",
      description: "day on which it was read, or of the document, ISO 8601",
      required: true
    }
  ]
};
