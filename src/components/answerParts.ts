/** The parts of a predicted time, in the order of the critical path; `name` is the key in the answer. */
export const answerParts = [
  {name: "start", text: "start-up", color: "#6f6f78"},
  {name: "call", text: "call", color: "#2b8a9e"},
  {name: "dispatch", text: "dispatch", color: "#d1600a"},
  {name: "data", text: "data", color: "#a0529c"},
  {name: "compute", text: "the work itself", color: "#2f7ed8"},
  {name: "idle", text: "waiting for the last", color: "#9c6f12"}
] as const;
