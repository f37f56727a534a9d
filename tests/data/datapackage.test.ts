import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {datapackage} from "../../loaders/datapackage.ts";
import {runFolders} from "../../loaders/readRuns.ts";

test("data/datapackage.json says what the schema says (else: npm run describe)", async () => {
  const committed: unknown = JSON.parse(await readFile("data/datapackage.json", "utf8"));
  expect(committed).toEqual(JSON.parse(JSON.stringify(datapackage(await runFolders("data/runs")))));
});

test("every file that it names is there", async () => {
  const {resources} = datapackage(await runFolders("data/runs"));
  const paths = resources.flatMap(({path}) => path);
  expect(paths.filter((path) => !existsSync(join("data", path)))).toEqual([]);
});
