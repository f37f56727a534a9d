import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {databaseFile} from "./openCachedDatabase.ts";

/** Writes the database file's bytes to a stream, which stays open. */
export async function writeDatabase(out: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(await databaseFile()), out, {end: false});
}
