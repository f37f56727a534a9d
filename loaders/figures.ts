import {baselineDrift, type BaselineRow} from "../src/components/baselineDrift.ts";
import {type FrontRow, paretoFigure, type StabilityRow, stabilityFigure} from "./comparisonFigures.ts";
import {chunkSweep, type ChunkCurveRow} from "../src/components/chunkSweep.ts";
import {costByLengthChart} from "../src/components/costByLengthChart.ts";
import {costFrontierChart} from "../src/components/costFrontierChart.ts";
import {decisionTreeFigure} from "../src/components/decisionTreeFigure.ts";
import {dispatchCost, type DispatchRow} from "../src/components/dispatchCost.ts";
import {type EnginesRow, engineTimes} from "../src/components/engineTimes.ts";
import {granularityCurve, type GranularityRow} from "../src/components/granularityCurve.ts";
import {heldoutError, type HeldoutRow} from "../src/components/heldoutError.ts";
import {memoryPerWorker, type MemoryRow} from "../src/components/memoryPerWorker.ts";
import {metgTable, type MetgRow} from "../src/components/metgTable.ts";
import {payloadCost, type PayloadRow} from "../src/components/payloadCost.ts";
import {plannerAnswer} from "../src/components/plannerAnswer.ts";
import {roadmapTimeline, type RoadmapRow} from "../src/components/roadmapTimeline.ts";
import {plannerChart} from "../src/components/plannerChart.ts";
import {toolProfile} from "../src/components/toolProfile.ts";
import {type LawPointRow, type LawRow, scalingLaws} from "../src/components/scalingLaws.ts";
import {speedup, type ScalingRow} from "../src/components/speedup.ts";
import {startupPhases, type StartupRow} from "../src/components/startupPhases.ts";
import {type ValidationCellRow, validationScatter} from "../src/components/validationScatter.ts";
import {waitingThroughput, type WaitingRow} from "../src/components/waitingThroughput.ts";
import {workflowOverhead, type WorkflowsRow} from "../src/components/workflowOverhead.ts";
import {winnerMap} from "../src/components/winnerMap.ts";
import {decisionTree} from "../src/model/decisionTree.ts";
import {parseTreeInputs} from "../src/model/decisionTreeInputs.ts";
import type {Fit} from "../src/model/fit.ts";
import {defaultWorkload} from "../src/model/workloadFields.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";
import type {Views} from "./gatherViews.ts";

/** What a chart is drawn with at build. */
export interface FigureInput {
  readonly tables: Views;
  readonly fits: readonly Fit[];
  readonly settings: Readonly<Record<string, string>>;
  readonly document: Document;
  readonly width: number;
}

/** A chart that texts may show: its title, the view behind it (if there is one), and how it is drawn. */
export interface Figure {
  readonly title: (settings: Readonly<Record<string, string>>) => string;
  readonly view: string | null;
  readonly draw: (input: FigureInput) => Element;
}

/** A figure over one view; the component narrows the rows by its options. */
function overView<Row extends object>(
  view: string,
  title: Figure["title"],
  draw: (
    rows: readonly Row[],
    options: Readonly<Record<string, unknown>> & {document: Document; width: number}
  ) => Element
): Figure {
  return {
    title,
    view,
    draw: ({tables, settings, document, width}) =>
      draw((tables[view] ?? []) as unknown as readonly Row[], {...settings, document, width})
  };
}

const kindWords: Readonly<Record<string, string>> = {
  "cpu-gil": "computing that holds the GIL",
  "cpu-releases-gil": "computing that releases the GIL"
};

const lawTitles: Readonly<Record<string, string>> = {
  usl: "The published example: throughput by load, and what the laws make of it",
  "concurrent-futures-thread:default:none:waiting:0.01": "Waiting tasks of ten milliseconds in the thread executor",
  "asyncio:default:none:waiting:0.01": "Waiting tasks of ten milliseconds in asyncio"
};

const treeTitles: Readonly<Record<string, string>> = {
  computing: "Computing on one machine",
  waiting: "Waiting work",
  leave: "When to leave one machine"
};

/** Every figure by the name that texts use. */
export const figures: Readonly<Record<string, Figure>> = {
  startupPhases: overView<StartupRow>("startup", () => "What it takes to begin and to end", startupPhases),
  dispatchCost: overView<DispatchRow>(
    "dispatch",
    ({pattern}) => (pattern === "sequential" ? "An empty task, one at a time" : "An empty task, many at once"),
    dispatchCost
  ),
  granularityCurve: overView<GranularityRow>("granularity", () => "Efficiency by length of a task", granularityCurve),
  toolProfile: overView<GranularityRow>("tool_efficiency", () => "Efficiency by length of a task", toolProfile),
  metgTable: {
    title: () => "The smallest worthwhile task",
    view: "metg",
    draw: ({tables, document}) => {
      const box = document.createElement("div");
      box.setAttribute("class", "scroll");
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", "The smallest worthwhile task");
      box.append(metgTable((tables.metg ?? []) as unknown as readonly MetgRow[], {document}));
      return box;
    }
  },
  payloadCost: overView<PayloadRow>(
    "payload",
    ({direction}) => (direction === "out" ? "Data back" : "Data to a task"),
    payloadCost
  ),
  waitingThroughput: overView<WaitingRow>("waiting", () => "Waiting tasks a second, by workers", waitingThroughput),
  engineTimes: overView<EnginesRow>(
    "engines",
    ({query}) => `One table, one question: ${query ?? "groupby"}`,
    engineTimes
  ),
  workflowOverhead: overView<WorkflowsRow>(
    "workflows",
    ({pattern}) => (pattern === "chain" ? "Tasks one after another" : "Tasks side by side"),
    workflowOverhead
  ),
  speedup: overView<ScalingRow>(
    "scaling",
    ({kind}) => `Speed-up by workers: ${kindWords[kind ?? "cpu-gil"] ?? kind}`,
    speedup
  ),
  scalingLaws: {
    title: ({subject = "usl"}) => lawTitles[subject] ?? `Scaling laws: ${subject}`,
    view: "laws",
    draw: ({tables, settings: {subject = "usl"}, document, width}) =>
      scalingLaws(
        {
          laws: (tables.laws ?? []) as unknown as readonly LawRow[],
          points: (tables.law_points ?? []) as unknown as readonly LawPointRow[]
        },
        {subject, document, width}
      )
  },
  memoryPerWorker: overView<MemoryRow>("memory", () => "Memory of an idle worker", memoryPerWorker),
  heldoutError: overView<HeldoutRow>(
    "heldout",
    () => "How far the model was off on cells it had not seen: the median, and a line to the ninth decile",
    heldoutError
  ),
  validationScatter: overView<ValidationCellRow>(
    "validation_cells",
    () => "Real work that no fit has seen: measured over predicted; the band is a tenth either way",
    validationScatter
  ),
  chunkSweep: overView<ChunkCurveRow>(
    "chunk_curves",
    ({task_seconds = "0.0001"}) =>
      `Tasks of ${formatSeconds(Number(task_seconds))}, by the size of a chunk: lines foreseen, marks measured`,
    chunkSweep
  ),
  baselineDrift: overView<BaselineRow>("baseline", () => "The pinned serial baseline through the run", baselineDrift),
  costFrontier: {
    title: () => "Money against time for a million tasks of a second",
    view: null,
    draw: ({tables, document, width}) =>
      costFrontierChart((tables.cost ?? []) as unknown as Parameters<typeof costFrontierChart>[0], {document, width})
  },
  costByLength: overView<Parameters<typeof costByLengthChart>[0][number]>(
    "costCurves",
    () => "A million tasks, by the length of a task",
    costByLengthChart
  ),
  roadmapTimeline: overView<RoadmapRow>(
    "roadmap",
    () => "The roadmap for one person: thick if all goes well, thin if everything takes its longest",
    roadmapTimeline
  ),
  rankStability: overView<StabilityRow>(
    "rating_stability",
    () => "How often each came to which place, for pure Python on one machine",
    stabilityFigure
  ),
  paretoFront: overView<FrontRow>("rating_front", () => "Who is beaten by none on two criteria", paretoFigure),
  winnerMap: {
    title: () => "The fastest way for each length and number of tasks",
    view: null,
    draw: ({fits, document, width}) => winnerMap({fits}, {document, width})
  },
  // Settings are those of the address: {{figure decisionTree tree=leave tasks=100000 seconds=1}}.
  decisionTree: {
    title: ({tree = "computing"}) => `${treeTitles[tree] ?? tree}: the way to an answer`,
    view: null,
    draw: ({fits, settings, document}) => {
      const {tree, inputs, problems} = parseTreeInputs(settings);
      if (problems.length > 0) throw new Error(problems.join("; "));
      return decisionTreeFigure(decisionTree(tree, inputs, {fits, facts: {}}), {document});
    }
  },
  plannerAnswer: {
    title: () => {
      const {tasks, seconds, cores} = defaultWorkload;
      return `The answer for ${formatUnit(tasks, "1")} tasks of ${formatSeconds(seconds)} each, computing in Python on ${cores} cores`;
    },
    view: null,
    draw: ({fits, document}) => plannerAnswer({fits}, {document})
  },
  plannerChart: {
    title: () => "Time against the number of tasks",
    view: null,
    draw: ({fits, document, width}) => plannerChart({fits}, {document, width})
  }
};
