import * as v from "valibot";

const text = v.pipe(v.string(), v.minLength(1));
const address = v.pipe(text, v.url());

/** What a service can do or asks for: yes, no, or not established (null). */
const capabilities = [
  "scale_to_zero",
  "runs_containers",
  "runs_functions",
  "array_jobs",
  "retries",
  "spot",
  "gpu",
  "local_emulation",
  "managed_control_plane",
  "needs_image_build",
  "needs_vpc"
] as const;

/** Front matter of a cloud service's page: it has no release to install, but a provider and a price of leaving. */
export const cloudServiceSchema = v.strictObject({
  slug: v.pipe(text, v.regex(/^[a-z0-9-]+$/, "slug must be lower-case letters, digits and hyphens")),
  name: text,
  category: v.literal("cloud"),
  provider: v.picklist(["aws", "google", "azure", "any"]),
  service_kind: v.picklist([
    "batch queue",
    "functions",
    "state machine",
    "containers",
    "data pipelines",
    "kubernetes",
    "low-code flows"
  ]),
  /** The name under which older texts know it; null where it was never renamed. */
  former_name: v.nullable(text),
  /** What has to be written anew to leave. */
  lock_in: text,
  licence: text,
  python_versions: text,
  /** Operating systems of the containers or functions that it runs; empty where it runs no code of yours. */
  platforms: v.array(v.picklist(["linux", "windows"])),
  capabilities: v.strictObject(v.entriesFromList(capabilities, v.nullable(v.boolean()))),
  doc_url: address,
  /** Where its code or that of its client stands. */
  repo_url: address,
  as_of: v.pipe(text, v.isoDate())
});

export type CloudService = v.InferOutput<typeof cloudServiceSchema>;
