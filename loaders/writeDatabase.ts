import {createReadStream} from "node:fs";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {withDatabase} from "./openDatabase.ts";

/** Writes the database file's bytes to a stream, which stays open. */
export async function writeDatabase(out: NodeJS.WritableStream): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "when-parallel-pays-file-"));
  try {
    const path = join(folder, "benchmarks.duckdb");
    await withDatabase(async () => {}, {path});
    await pipeline(createReadStream(path), out, {end: false});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
