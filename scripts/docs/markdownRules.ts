import type {Configuration} from "markdownlint";

/**
 * The rules of markdownlint that the documents keep: all of them but those that say otherwise here. A paragraph is one line,
 * tools share the names of their sections, and long parts are folded in `<details>`.
 */
export const markdownRules: Configuration = {
  default: true,
  MD010: {code_blocks: false},
  MD013: false,
  MD024: {siblings_only: true},
  MD033: {allowed_elements: ["details", "summary"]}
};
