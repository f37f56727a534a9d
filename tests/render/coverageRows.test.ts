import {describe, expect, it} from "vitest";
import {coverageRows} from "../../loaders/coverageRows.ts";
import type {Run} from "../../loaders/readRuns.ts";

const sample = (sample_id: string, outcome: string, detail: string | null = null) => ({
  sample_id,
  tool: "ray",
  variant: "tasks",
  experiment: "dispatch",
  outcome,
  detail
});
const run = (planned: number, samples: readonly object[]) =>
  ({
    environment: {
      part: "distributed",
      planned: [{tool: "ray", variant: "tasks", experiment: "dispatch", cells: planned}]
    },
    samples
  }) as unknown as Run;

describe("coverageRows", () => {
  it("counts cells that ended well once, however many samples they have", () => {
    const [row] = coverageRows([run(2, [sample("0001-0", "ok"), sample("0001-1", "ok"), sample("0002-0", "ok")])]);
    expect(row).toMatchObject({cells_planned: 2, cells_ok: 2, samples: 3, samples_ok: 3, not_ok: ""});
  });

  it("tells what failed with its reason, and what was not reached", () => {
    const [row] = coverageRows([run(3, [sample("0001-0", "error", "no Java"), sample("0002-0", "ok")])]);
    expect(row).toMatchObject({cells_ok: 1, samples_ok: 1});
    expect(row!.not_ok).toBe("1 error: no Java; 1 of 3 cells not reached before the run ended");
  });
});
