import {ESLint} from "eslint";
import {expect, test} from "vitest";

const eslint = new ESLint();

async function complaints(text: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, {filePath});
  return result!.messages.map(({ruleId}) => ruleId ?? "");
}

const use = (path: string, name: string) => `import {${name}} from "${path}";\nconsole.log(${name});\n`;

test.each([
  ["src/model/trial.ts", use("../../scripts/parsePort.ts", "parsePort")],
  ["src/components/trial.ts", use("../../scripts/parsePort.ts", "parsePort")],
  ["loaders/trial.ts", use("../scripts/parsePort.ts", "parsePort")],
  ["bench/trial.ts", use("../scripts/parsePort.ts", "parsePort")],
  ["src/queries/trial.ts", use("../../tests/browser/site.ts", "settle")]
])("%s may not import what lies downstream", async (path, text) => {
  expect(await complaints(text, path)).toContain("import-x/no-restricted-paths");
});

test("loaders may import the schema", async () => {
  expect(await complaints(use("../src/schema/parseTable.ts", "parseTable"), "loaders/trial.ts")).toEqual([]);
});

test("barrel files and default exports are refused", async () => {
  expect(await complaints('export * from "./parseTable.ts";\n', "src/schema/trial.ts")).toEqual([
    "no-restricted-syntax"
  ]);
  expect(await complaints("export default 1;\n", "src/schema/trial.ts")).toEqual(["import-x/no-default-export"]);
});
