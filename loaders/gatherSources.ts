import {readdir, readFile} from "node:fs/promises";
import {basename, join} from "node:path";
import {csvParse} from "d3-dsv";
import {sourceRows} from "./sourceRows.ts";
import {type CitingText, sourceUses} from "./sourceUses.ts";
import type {Views} from "./gatherViews.ts";
import {unconfirmedRows} from "./unconfirmedRows.ts";

async function filesOf(folder: string, end: string): Promise<readonly (readonly [name: string, text: string])[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(end)).toSorted();
  return Promise.all(
    names.map(async (name) => [basename(name, end), await readFile(join(folder, name), "utf8")] as const)
  );
}

const counted = (rows: readonly object[]) => rows.length;

/** The tables of the page on sources: every source with what uses it, what could not be confirmed, and how many there are. */
export async function gatherSources(folder = "data"): Promise<Views> {
  const texts: CitingText[] = [];
  for (const kind of ["chapters", "tools"] as const)
    for (const [name, text] of await filesOf(join(folder, kind), ".md")) texts.push({kind, name, text});
  const csv = await filesOf(folder, ".csv");
  const files = Object.fromEntries(csv.map(([name, text]) => [name, [...csvParse(text)]]));
  const register = files.sources ?? [];
  const rows = sourceRows(register, sourceUses(texts, files));
  const unconfirmed = unconfirmedRows(files);
  return {
    source_pages: rows.map((one) => ({...one})),
    unconfirmed: unconfirmed.map((one) => ({...one})),
    source_counts: [
      {
        counted_in: "data/sources.csv and all that cites it",
        addresses: counted(register),
        pages: counted(rows),
        merged: register.length - rows.length,
        unused: counted(rows.filter(({used_by}) => used_by === "nothing")),
        primary: counted(rows.filter(({trust}) => trust === "A")),
        single_voice: counted(rows.filter(({trust}) => trust === "C")),
        flawed: counted(unconfirmed.filter(({file}) => file === "sources")),
        unconfirmed: counted(unconfirmed)
      }
    ]
  };
}
