import type {Fit} from "../src/model/fit.ts";
import {comparisonCell} from "../src/components/comparisonCell.ts";
import {sevenRatings} from "../src/model/ratingKnown.ts";
import {formatUnit} from "../src/schema/formatUnit.ts";
import {costRowsByScale, effortCostRows} from "./comparisonCosts.ts";
import {comparisonDecisions} from "./comparisonDecisions.ts";
import {comparisonRows} from "./comparisonRows.ts";
import {comparisonUseCases, type UseCaseWork} from "./comparisonUseCases.ts";
import type {Views} from "./gatherViews.ts";
import {ratingData} from "./ratingData.ts";
import {ratingFacts} from "./ratingFacts.ts";
import {readCloud} from "./readCloud.ts";

type Row = Readonly<Record<string, unknown>>;

const share = (row: Row | undefined, column: string) =>
  typeof row?.[column] === "number" ? formatUnit(row[column], "%", 2) : "not measured";

/** The best row of a tool in a view by a column. */
function bestOf(
  views: Views,
  view: string,
  tool: string,
  column: string,
  keep: (row: Row) => boolean
): Row | undefined {
  return (views[view] ?? [])
    .filter((row) => row.tool === tool && keep(row) && typeof row[column] === "number")
    .toSorted((a, b) => Number(b[column]) - Number(a[column]))[0];
}

/** All tables of the comparison and of the evaluation framework; `tables` must hold the views and the sketches. */
export async function comparisonTables(
  tables: Views,
  fits: readonly Fit[],
  works: readonly UseCaseWork[]
): Promise<Views> {
  const [data, facts, cloud] = await Promise.all([ratingData(tables), ratingFacts(tables), readCloud()]);
  const single = data.tools
    .filter(({group}) => group === "single-computer")
    .map((tool) => {
      const {slug, name, scores} = tool;
      const ratings = sevenRatings(tool, data.criteria);
      const {tool: described} = facts.find((one) => one.tool.slug === slug)!;
      const can = described.category === "cloud" ? null : described.capabilities;
      const kinds = [can?.processes && "processes", can?.threads && "threads", can?.coroutines && "coroutines"];
      return {
        slug,
        name,
        type: kinds.filter((kind) => kind).join(", "),
        computing: share(
          bestOf(
            tables,
            "scaling",
            slug,
            "efficiency",
            (row) => row.kind === "cpu-gil" && row.law === "fixed" && row.workers === 2
          ),
          "efficiency"
        ),
        releasing: share(
          bestOf(
            tables,
            "scaling",
            slug,
            "efficiency",
            (row) => row.kind === "cpu-releases-gil" && row.law === "fixed" && row.workers === 2
          ),
          "efficiency"
        ),
        waiting: share(
          bestOf(tables, "waiting", slug, "efficiency", (row) => row.task_seconds === 0.01 && row.workers === 64),
          "efficiency"
        ),
        data: scores.K5?.reason ?? "–",
        learning_curve: comparisonCell(ratings.learning_curve),
        integration: comparisonCell(ratings.integration),
        use_case_fit: comparisonCell(ratings.use_case_fit)
      };
    });
  const special = data.tools.map(({slug, name, group, provider, scores, gates}) => ({
    ...{slug, name, group, provider: provider ?? ""},
    execution: scores.K8?.reason ?? "–",
    reach: scores.K7?.reason ?? "–",
    memory: scores.K6?.reason ?? "–",
    fault: scores.K9?.reason ?? "–",
    seen: scores.K10?.reason ?? "–",
    infrastructure: scores.K11?.reason ?? "–",
    places: scores.K13?.reason ?? "–",
    trust: scores.K17?.reason ?? "–",
    start: scores.K3?.reason ?? "–",
    dispatch: scores.K1?.reason ?? "–",
    history: gates.history.reason,
    queue: gates.queue.reason
  }));
  return {
    ...comparisonRows(data),
    rating_single: single,
    rating_distributed: special.filter(({group}) => group === "distributed" || group === "data-frames"),
    rating_orchestration: special.filter(({group}) => group === "orchestration"),
    rating_cloud: special.filter(({group}) => group === "cloud"),
    decisions: comparisonDecisions(tables, fits, data) as unknown as Views[string],
    use_cases: comparisonUseCases(works, fits, tables.adapters ?? []),
    operating_costs: costRowsByScale(cloud, data),
    effort_costs: effortCostRows(facts, data, tables.cloud_sketches ?? [])
  };
}
