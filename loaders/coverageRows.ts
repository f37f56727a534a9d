import {group} from "d3";
import type {Run} from "./readRuns.ts";

/** What of the plan ran for one tool and experiment, and why the rest did not. */
export interface CoverageRow {
  readonly part: string;
  readonly tool: string;
  readonly variant: string;
  readonly experiment: string;
  readonly cells_planned: number;
  readonly cells_ok: number;
  readonly samples: number;
  readonly samples_ok: number;
  /** Outcomes other than ok with their counts and the first reason; empty where all went well. */
  readonly not_ok: string;
}

/** The plan of each run held against its samples. A planned cell without any sample was not reached before the run ended. */
export function coverageRows(runs: readonly Run[]): readonly CoverageRow[] {
  return runs.flatMap(({environment, samples}) => {
    const taken = group(samples, (s) => `${s.tool}|${s.variant}|${s.experiment}`);
    return environment.planned.map(({tool, variant, experiment, cells}): CoverageRow => {
      const some = taken.get(`${tool}|${variant}|${experiment}`) ?? [];
      const ok = some.filter(({outcome}) => outcome === "ok");
      const cellOf = (id: string) => id.split("-")[0];
      const bad = [
        ...group(
          some.filter(({outcome}) => outcome !== "ok"),
          ({outcome}) => outcome
        )
      ];
      const reasons = bad.map(
        ([outcome, those]) => `${those.length} ${outcome}: ${those[0]?.detail ?? "no reason given"}`
      );
      const reached = new Set(some.map(({sample_id}) => cellOf(sample_id))).size;
      const unreached =
        reached < cells ? [`${cells - reached} of ${cells} cells not reached before the run ended`] : [];
      return {
        part: environment.part ?? "pools",
        tool,
        variant,
        experiment,
        cells_planned: cells,
        cells_ok: new Set(ok.map(({sample_id}) => cellOf(sample_id))).size,
        samples: some.length,
        samples_ok: ok.length,
        not_ok: [...reasons, ...unreached].join("; ")
      };
    });
  });
}
