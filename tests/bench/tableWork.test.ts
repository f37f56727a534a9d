import {execFileSync} from "node:child_process";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {findPython} from "../../bench/findPython.ts";

const python = findPython().command;
const workloads = join(import.meta.dirname, "..", "..", "bench", "workloads");

function checksum(rows: string): string {
  const script = `import table_work; print(table_work.checksum(${rows}))`;
  const env = {...process.env, PYTHONPATH: workloads, PYTHONDONTWRITEBYTECODE: "1"};
  return execFileSync(python, ["-c", script], {env, encoding: "utf8"}).trim();
}

describe("the answers of a table query", () => {
  it("are equal whatever the engine's types and the order in which it adds", () => {
    const answer = checksum("[[1, 1000000.25], [2, 0.125]]");
    expect(checksum("[(1.0, 1000000.2500000001), (2.0, 0.12500000000003)]")).toBe(answer);
  });

  it.each(["[[2, 0.125], [1, 1000000.25]]", "[[1, 1000010.25], [2, 0.125]]", "[[1, 1000000.25]]"])(
    "differ for %s",
    (rows) => {
      expect(checksum(rows)).not.toBe(checksum("[[1, 1000000.25], [2, 0.125]]"));
    }
  );
});
