import type {Calibration, CalibrationCell} from "./calibration.ts";
import type {Fit, Parameters} from "./fit.ts";
import {predict} from "./predict.ts";
import {startupSeconds} from "./startupSeconds.ts";
import {type ToolGroup, toolGroup} from "./toolGroup.ts";
import {isSerial, usableCores} from "./toolTraits.ts";
import {defaultWorkload} from "./workloadFields.ts";

/** How much longer a tool's costs are on the calibrated machine, and what that rests on. */
export interface ToolRatio {
  readonly tool: string;
  readonly variant: string;
  readonly start_method: string;
  readonly group: ToolGroup;
  /** Of start-up, and of what a call, a chunk, an item and a byte cost. */
  readonly start: number;
  readonly overhead: number;
  /** Of two workers on long computing tasks; null: as on the first machine. */
  readonly efficiency: number | null;
  /** Spread of the log that the carrying-over adds to a prediction. */
  readonly logSd: number;
  readonly from: "its own cells" | "the same tool, started otherwise" | "its family" | "plain Python" | "nothing";
}

/** Costs are looked for within this factor of the first machine's, either way. */
const reach = 30;

/** Whatever is carried over is off by at least this spread of the log, however well a few cells agree. */
const leastSd = 0.1;

/** Cells are expected to be off by so much (log); a ratio of costs that they hardly speak of is drawn towards 1 within this. */
const cellSd = 0.05;
const ratioSd = Math.log(2);

/** Tasks from this length on say how well two workers share the machine; shorter ones say what handing over costs. */
const longSeconds = 0.03;

const scaled = ["call", "chunk", "workerChunk", "item", "byteIn", "byteOut", "stored"] as const;

function withCosts(fit: Fit, overhead: number, efficiency: number): Parameters {
  const costs = scaled.map((name) => [name, fit.parameters[name] * overhead]);
  return {...fit.parameters, ...Object.fromEntries(costs), efficiency};
}

/** The x between two ends at which a smooth function is least (golden section). */
function leastAt(f: (x: number) => number, from: number, to: number): number {
  const share = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let step = 0; step < 40; step += 1) {
    const [a, b] = [high - share * (high - low), low + share * (high - low)];
    if (f(a) <= f(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}

function cellSeconds(fit: Fit, cores: number, parameters: Parameters, cell: CalibrationCell): number {
  const {task_count: tasks, task_seconds: seconds, kind, workers} = cell;
  // The point alone is wanted: without fitted parameters no spread is computed.
  return predict(
    {...fit, parameters, fitted: []},
    {...defaultWorkload, tasks, seconds, kind, workers, cores, warm: true}
  ).seconds;
}

/** Ratio of costs, efficiency and what is left over, by which a fit comes nearest to its own calibration cells. */
function ownRatio(fit: Fit, cores: number, cells: readonly CalibrationCell[]) {
  const shares = cells.some((cell) => cell.task_seconds >= longSeconds) && usableCores(fit, "cpu-gil", cores) > 1;
  let [overhead, efficiency] = [0, fit.parameters.efficiency];
  const miss = (log: number, eta: number) =>
    cells.reduce(
      (sum, cell) => {
        const found = cellSeconds(fit, cores, withCosts(fit, Math.exp(log), eta), cell);
        return sum + Math.log(cell.run_seconds / found) ** 2;
      },
      (log * cellSd) ** 2 / ratioSd ** 2
    );
  for (let round = 0; round < (shares ? 4 : 1); round += 1) {
    overhead = leastAt((log) => miss(log, efficiency), -Math.log(reach), Math.log(reach));
    if (shares) efficiency = leastAt((eta) => miss(overhead, eta), 0.3, 1);
  }
  const freedom = Math.max(1, cells.length - (shares ? 2 : 1));
  return {
    overhead: Math.exp(overhead),
    efficiency: shares ? efficiency : null,
    logSd: Math.max(leastSd, Math.sqrt(miss(overhead, efficiency) / freedom))
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Geometric mean; null of none. */
const middle = (values: readonly number[]) => (values.length === 0 ? null : Math.exp(mean(values.map(Math.log))));
function spread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const logs = values.map(Math.log);
  const centre = mean(logs);
  return Math.sqrt(logs.reduce((sum, log) => sum + (log - centre) ** 2, 0) / (logs.length - 1));
}

/**
 * How the costs of each fitted tool compare between the machine of the fits and the calibrated one, in the order of the
 * fits. A tool with calibration cells has its own ratios; one that was calibrated under another start method takes those of
 * its costs; another takes the geometric means of its family (processes, threads, coroutines), and a family without any the
 * ratio of plain Python, `loop_step_seconds` over the reference's.
 */
export function rescaleRatios(
  fits: readonly Fit[],
  calibration: Calibration,
  referenceStepSeconds: number | null
): readonly ToolRatio[] {
  const {cores, cells, starts, python_build: pythonBuild, loop_step_seconds: step} = calibration;
  const python = step !== null && referenceStepSeconds !== null ? step / referenceStepSeconds : null;
  const known = fits.map((original) => {
    const fit = {...original, pythonBuild};
    const is = (row: Pick<CalibrationCell, "tool" | "variant" | "start_method">) =>
      row.tool === fit.tool && row.variant === fit.variant && row.start_method === fit.startMethod;
    const own = cells.filter((cell) => is(cell));
    const start = starts.find((row) => is(row));
    const expected = start ? startupSeconds(fit, start.workers) : 0;
    return {
      fit,
      group: toolGroup(fit),
      own: isSerial(fit) || own.length === 0 ? null : ownRatio(fit, cores, own),
      start: start && expected > 0 ? start.seconds / expected : null
    };
  });
  const family = (group: ToolGroup) => {
    const members = known.filter((one) => one.group === group);
    const found = members.flatMap(({own}) => (own ? [own] : []));
    return {
      start: middle(members.flatMap(({start}) => (start === null ? [] : [start]))),
      overhead: middle(found.map(({overhead}) => overhead)),
      efficiency: middle(found.flatMap(({efficiency}) => (efficiency === null ? [] : [efficiency]))),
      logSd: Math.max(leastSd, spread(found.map(({overhead}) => overhead)), ...found.map(({logSd}) => logSd))
    };
  };
  return known.map(({fit, group, own, start}): ToolRatio => {
    const {tool, variant, startMethod: start_method} = fit;
    const named = {tool, variant, start_method, group};
    if (isSerial(fit)) return {...named, start: 1, overhead: 1, efficiency: null, logSd: 0, from: "nothing"};
    const kin = family(group);
    const twin = own
      ? null
      : (known.find((one) => one.own && one.fit.tool === tool && one.fit.variant === variant)?.own ?? null);
    const near = own ?? twin;
    const overhead = near?.overhead ?? kin.overhead ?? python ?? 1;
    return {
      ...named,
      start: start ?? kin.start ?? python ?? 1,
      overhead,
      efficiency: near ? near.efficiency : kin.efficiency,
      logSd: near ? near.logSd : kin.logSd,
      from: own
        ? "its own cells"
        : twin
          ? "the same tool, started otherwise"
          : kin.overhead !== null
            ? "its family"
            : python !== null
              ? "plain Python"
              : "nothing"
    };
  });
}
