import type {DispatchRow} from "../src/queries/dispatch.ts";
import type {ScalingRow} from "../src/queries/scaling.ts";
import type {StartupRow} from "../src/queries/startup.ts";
import type {Series} from "../src/queries/query.ts";
import type {PythonBuild} from "../src/schema/sample.ts";

/** What was measured with one build of Python: the rows of three views, and on what. */
export interface MeasuredBuild {
  readonly build: PythonBuild;
  readonly startup: readonly StartupRow[];
  readonly dispatch: readonly DispatchRow[];
  readonly scaling: readonly ScalingRow[];
  readonly measured_on: string;
}

/** One tool on one build of Python, to be read beside the same tool on the other build. */
export interface BuildRow extends Series {
  readonly build: PythonBuild;
  readonly total_seconds: number | null;
  /** An empty task, many at once. */
  readonly task_seconds: number | null;
  /** `task_seconds` over that on the default build. */
  readonly task_ratio: number | null;
  /** Two workers against the plain loop of the same build, long tasks that hold the GIL; null for the loop itself. */
  readonly speedup: number | null;
  /** The same with tasks that release it. */
  readonly released_ratio: number | null;
  /** The fewest samples behind one of these. */
  readonly samples: number;
  readonly measured_on: string;
}

const workersOf = (tool: string) => (tool.startsWith("serial") ? 1 : 2);

const sameSeries = (a: Series, b: Series) =>
  a.tool === b.tool && a.variant === b.variant && a.start_method === b.start_method;

/** The tools of some builds, tool by tool with the builds beneath each other; the default build gives the ratio. */
export function buildRows(builds: readonly MeasuredBuild[]): readonly BuildRow[] {
  const emptyTask = ({dispatch}: MeasuredBuild, series: Series) =>
    dispatch.find(
      (row) =>
        sameSeries(row, series) &&
        row.pattern === "independent" &&
        row.chunk === "default" &&
        row.workers === workersOf(series.tool)
    );
  const usual = builds.find(({build}) => build === "gil");
  return builds
    .flatMap((measured) =>
      measured.startup
        .filter(({tool, workers}) => workers === workersOf(tool))
        .map(({tool, variant, start_method, total_seconds, samples}): BuildRow => {
          const series = {tool, variant, start_method};
          const task = emptyTask(measured, series);
          const base = usual ? emptyTask(usual, series) : undefined;
          const at = (kind: string) =>
            measured.scaling.find(
              (row) => sameSeries(row, series) && row.kind === kind && row.law === "fixed" && row.workers === 2
            );
          const [held, released] = [at("cpu-gil"), at("cpu-releases-gil")];
          return {
            ...series,
            build: measured.build,
            total_seconds,
            task_seconds: task?.task_seconds ?? null,
            task_ratio: task && base ? task.task_seconds / base.task_seconds : null,
            speedup: held?.speedup ?? null,
            released_ratio: released?.speedup ?? null,
            samples: Math.min(samples, ...[task, held, released].flatMap((row) => (row ? [row.samples] : []))),
            measured_on: measured.measured_on
          };
        })
    )
    .toSorted((a, b) => {
      const key = ({tool, variant, start_method: start}: Series) => `${tool}|${variant}|${start}`;
      return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.build < b.build ? 1 : -1;
    });
}
