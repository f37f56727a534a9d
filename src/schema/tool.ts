import * as v from "valibot";
import {cloudServiceSchema} from "./cloudService.ts";

const text = v.pipe(v.string(), v.minLength(1));

/** What a tool can do, each answered yes or no. */
const capabilities = [
  "processes",
  "threads",
  "coroutines",
  "pure_python_on_all_cores",
  "releases_on_waiting",
  "chunks",
  "ordered_results",
  "shares_memory",
  "retries",
  "time_limit_on_wait",
  "dynamic_submission",
  "beyond_one_machine",
  "always_on_service",
  "needs_main_guard"
] as const;

/** A library or program that is installed. */
const librarySchema = v.strictObject({
  slug: v.pipe(text, v.regex(/^[a-z0-9-]+$/, "slug must be lower-case letters, digits and hyphens")),
  name: text,
  category: v.picklist(["single-computer", "distributed", "orchestration"]),
  licence: text,
  latest_version: text,
  latest_month: v.pipe(text, v.regex(/^\d{4}-\d{2}$/, "latest_month must be like 2026-10")),
  python_versions: text,
  platforms: v.array(v.picklist(["linux", "macos", "windows"])),
  windows_note: text,
  capabilities: v.strictObject(v.entriesFromList(capabilities, v.boolean())),
  doc_url: v.pipe(text, v.url()),
  repo_url: v.pipe(text, v.url()),
  /** A file of bench/adapters; left out on a page that holds several tools together. */
  adapter: v.optional(v.nullable(text)),
  variants: v.optional(v.array(text)),
  as_of: v.pipe(text, v.isoDate())
});

/** Front matter of `data/tools/<slug>.md`: the only place where a tool or a cloud service is described. */
export const toolSchema = v.variant("category", [librarySchema, cloudServiceSchema]);

export type Library = v.InferOutput<typeof librarySchema>;
export type Tool = v.InferOutput<typeof toolSchema>;
