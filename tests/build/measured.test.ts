import {readFile} from "node:fs/promises";
import {expect, it} from "vitest";
import {measuredFiles} from "../../loaders/measured.ts";
import {modulesOf} from "../../loaders/modulesOf.ts";
import {views} from "../../src/queries/views.ts";
import {cloudTables} from "../../src/schema/cloud.ts";
import {factTables} from "../../src/schema/facts.ts";

it.each(["loaders/gatherViews.ts", "loaders/fitsFile.ts"])("knows every file of data that %s reads", async (module) => {
  const modules = [...(await modulesOf(module))];
  expect(modules.length).toBeGreaterThan(20);
  // The database that views are asked of holds tools and facts as well; that no view asks them is tested below.
  for (const file of modules.filter((file) => !/(readTools|openDatabase)\.ts$/.test(file))) {
    const read = [...(await readFile(file, "utf8")).matchAll(/"(data\/[\w./-]+)"/g)].map(([, path]) => path!);
    for (const path of read) expect(measuredFiles, `${file} reads ${path}`).toContain(path);
  }
});

it("no view asks a table of facts: those may change without the views", () => {
  const facts = ["tools", ...factTables.map(({name}) => name), ...cloudTables.map(({name}) => `cloud_${name}`)];
  for (const {name, sql} of views)
    for (const table of facts) expect(sql({}), name).not.toMatch(new RegExp(`\\b(FROM|JOIN) ${table}\\b`, "i"));
});
