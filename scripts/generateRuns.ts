import {randomLcg, randomLogNormal} from "d3-random";
import {csvFormatRows, csvParseRows} from "d3-dsv";
import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {finished} from "node:stream/promises";
import {defaultRun} from "../loaders/currentRuns.ts";
import {readRuns} from "../loaders/readRuns.ts";

/** Samples of one generated run at most: about what a long session leaves. */
const samplesARun = 100_000;

const jittered = ["import_seconds", "start_seconds", "first_seconds", "run_seconds", "stop_seconds"];

/**
 * Writes runs below `folder` until it holds that many samples with the committed ones: copies of the run that pages show
 * first, older than it, each time off by a factor near one (seeded). For speed checks only; the site never shows them.
 */
export async function generateRuns(folder: string, samples: number, root = "data/runs"): Promise<void> {
  const committed = await readRuns(root);
  const source = join(root, defaultRun(committed).folder);
  const own = committed.reduce((sum, run) => sum + run.samples.length, 0);
  const environment = JSON.parse(await readFile(join(source, "environment.json"), "utf8")) as Record<string, unknown>;
  const table = csvParseRows(await readFile(join(source, "samples.csv"), "utf8"));
  const measures = csvParseRows(await readFile(join(source, "measures.csv"), "utf8"));
  const factor = randomLogNormal.source(randomLcg(0.42))(0, 0.05);
  for (let run = 0, left = samples - own; left > 0; run++, left -= samplesARun) {
    const run_id = `generated${String(run).padStart(6, "0")}`;
    const target = join(folder, `2026-01-01-generated-${String(run).padStart(6, "0")}`);
    await mkdir(target, {recursive: true});
    await writeFile(
      join(target, "environment.json"),
      JSON.stringify({...environment, run_id, started_utc: "2026-01-01T00:00:00Z"})
    );
    const count = Math.min(left, samplesARun);
    const kept = await writeSamples(join(target, "samples.csv"), table, {run_id, count, factor});
    await writeMeasures(join(target, "measures.csv"), measures, run_id, kept);
  }
}

/** Writes `count` rows, the source over and over. Returns how many copies of each sample there are. */
async function writeSamples(
  path: string,
  [header = [], ...rows]: readonly string[][],
  {run_id, count, factor}: {run_id: string; count: number; factor: () => number}
): Promise<ReadonlyMap<string, number>> {
  const place = Object.fromEntries(header.map((name, index) => [name, index]));
  const times = jittered.map((name) => place[name]!);
  const copies = new Map<string, number>();
  const file = createWriteStream(path);
  file.write(`${csvFormatRows([header])}\n`);
  for (let index = 0; index < count;) {
    const part = rows.slice(0, count - index).map((row) => {
      const made = [...row];
      const id = row[place["sample_id"]!]!;
      const copy = copies.get(id) ?? 0;
      copies.set(id, copy + 1);
      made[place["run_id"]!] = run_id;
      made[place["sample_id"]!] = `${id}-${copy}`;
      made[place["order_index"]!] = String(index++);
      for (const time of times) if (row[time]) made[time] = (Number(row[time]) * factor()).toPrecision(6);
      return made;
    });
    if (!file.write(`${csvFormatRows(part)}\n`)) await once(file, "drain");
  }
  file.end();
  await finished(file);
  return copies;
}

async function writeMeasures(
  path: string,
  [header = [], ...rows]: readonly string[][],
  run_id: string,
  copies: ReadonlyMap<string, number>
): Promise<void> {
  const [run, sample] = [header.indexOf("run_id"), header.indexOf("sample_id")];
  const file = createWriteStream(path);
  file.write(`${csvFormatRows([header])}\n`);
  for (const row of rows) {
    const made = Array.from({length: copies.get(row[sample]!) ?? 0}, (_, copy) =>
      row.map((cell, index) => (index === run ? run_id : index === sample ? `${cell}-${copy}` : cell))
    );
    if (made.length > 0 && !file.write(`${csvFormatRows(made)}\n`)) await once(file, "drain");
  }
  file.end();
  await finished(file);
}
