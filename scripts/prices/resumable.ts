import {createHash} from "node:crypto";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {FetchText} from "./listedPrice.ts";

/** Keeps what was fetched on a day, so that a run that was cut off goes on where it stopped; a key in an address is not kept. */
export function resumable(fetchText: FetchText, folder: string, day: string): FetchText {
  return async (url) => {
    const name = createHash("sha256").update(url).digest("hex").slice(0, 24);
    const file = join(folder, day, name);
    const known = await readFile(file, "utf8").catch(() => null);
    if (known !== null) return known;
    const text = await fetchText(url);
    await mkdir(join(folder, day), {recursive: true});
    // Written whole or not at all.
    await writeFile(`${file}.part`, text);
    await rename(`${file}.part`, file);
    return text;
  };
}
