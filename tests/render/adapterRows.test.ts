import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {adapterRows} from "../../loaders/adapterRows.ts";
import type {Run} from "../../loaders/readRuns.ts";

it("counts code, not comments, docstrings or the example, and distributions beside the harness's own", () => {
  const folder = mkdtempSync(join(tmpdir(), "adapters-"));
  const text = '"""A tool.\n\nTwo lines."""\n\nimport tool\n\n# why\ndef run(pool):\n    """Doc."""\n    return 1\n\n';
  writeFileSync(join(folder, "some_tool_adapter.py"), `${text}if __name__ == "__main__":\n    print(1)\n`);
  const tools = {"some-tool": {tool: "1", numpy: "2", dependency: "3"}};
  const rows = adapterRows([{environment: {tools}} as unknown as Run], folder);
  rmSync(folder, {recursive: true});
  expect(rows).toEqual([
    {tool: "some-tool", file: "some_tool_adapter.py", lines: 3, distributions: 2, services: "none"}
  ]);
});
