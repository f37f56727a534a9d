import {join} from "node:path";

/** Where the parts of the harness stand, as absolute paths; tests hand in their own. */
export interface Places {
  readonly root: string;
  readonly protocol: string;
  readonly importPaths: readonly string[];
  readonly probe: string;
  readonly requirements: string;
  readonly environments: string;
  readonly services: string;
  readonly data: string;
  readonly matrix: string;
  readonly timeouts: string;
}

/** The places of a checkout whose root folder is given. */
export function placesOf(root: string): Places {
  const bench = join(root, "bench");
  return {
    root,
    protocol: join(bench, "protocol.py"),
    importPaths: ["adapters", "workloads", "services"].map((folder) => join(bench, folder)),
    probe: join(bench, "probe.py"),
    requirements: join(bench, "requirements"),
    environments: join(root, ".bench"),
    services: join(bench, "services"),
    data: join(root, ".bench", "data"),
    matrix: join(root, "data", "matrix.csv"),
    timeouts: join(root, "data", "timeouts.csv")
  };
}
