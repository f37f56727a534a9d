import {existsSync} from "node:fs";
import {cpus} from "node:os";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {type MatrixRow, matrixTable, type Part} from "../src/schema/matrix.ts";
import {compareRuns, formatChanges} from "./compareRuns.ts";
import {expandMatrix} from "./expandMatrix.ts";
import {findPython, type Python} from "./findPython.ts";
import {environmentPython} from "./installTool.ts";
import {listPlan} from "./listPlan.ts";
import {measure} from "./measure.ts";
import {help, parseOptions} from "./options.ts";
import {partsToMeasure} from "./partsToMeasure.ts";
import {readPastRuns} from "./pastRuns.ts";
import {placesOf} from "./placesOf.ts";
import {planCells} from "./planCells.ts";
import {prepareTools} from "./prepareTools.ts";
import {providePython} from "./providePython.ts";
import {readTable} from "./readTable.ts";
import {roundsOf} from "./roundsOf.ts";
import {Session} from "./session.ts";
import {missingCommand, toolBySlug} from "./tools.ts";

const places = placesOf(join(dirname(fileURLToPath(import.meta.url)), ".."));
const log = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const cellsOf = (part: Part | null) =>
    expandMatrix(readTable<MatrixRow>(places.matrix, matrixTable), {...options, part});
  if (options.compare) {
    const [a, b] = options.compare.map((run) =>
      Session.open(run.includes("/") ? resolve(run) : resolve(options.out, run)).samples()
    );
    process.stdout.write(formatChanges(compareRuns(a!, b!)));
    return 0;
  }
  if (options.list) {
    const python = findPython(options.python ?? undefined, places.environments);
    const pythonFor = (tool: string, own: Python) => {
      const newest = toolBySlug(tool).python;
      return newest === undefined ? own : findPython(newest, places.environments);
    };
    const missing = (tool: string) => {
      const ready =
        options.profile === "smoke" ||
        existsSync(environmentPython(places.environments, toolBySlug(tool).environment, pythonFor(tool, python)));
      return ready
        ? missingCommand(tool)
        : `no environment yet; npm run bench -- --install --tools ${tool} makes it, and so does measuring`;
    };
    const planned = partsToMeasure(options).flatMap((part) => {
      const cells = cellsOf(part);
      return cells.length === 0 ? [] : [{part, cells, rounds: roundsOf({...options, part})}];
    });
    if (planned.length === 0) throw new Error("the plan holds no cell for these options");
    process.stdout.write(listPlan(planned, cpus().length, readPastRuns(resolve(options.out), log), missing));
    return 0;
  }
  if (options.install && options.python !== null) await providePython(options.python, places.environments, log);
  if (options.installOnly) {
    const python = findPython(options.python ?? undefined, places.environments);
    const planned = planCells(places, {...options, profile: "standard"});
    // A Python built here is there to compare runtimes; most tools have no wheels for it, so they must be named.
    const cells =
      python.built && options.tools.length === 0
        ? planned.filter(({tool}) => toolBySlug(tool).environment === "stdlib")
        : planned;
    const pythonOf = prepareTools(places, cells, python, "standard", log);
    const missing = [...new Set(cells.map(({tool}) => tool))].filter((tool) => "missing" in pythonOf(tool));
    log(missing.length === 0 ? "all environments are ready" : `not ready: ${missing.join(", ")}`);
    return missing.length === 0 ? 0 : 1;
  }
  const asked = partsToMeasure(options);
  const holds = (part: Part | null) => asked.length === 1 || cellsOf(part).length > 0;
  for (const part of asked.filter(holds)) {
    const {folder, interrupted} = await measure(places, {...options, part}, log);
    log(`${interrupted ? "stopped" : "done"}: ${relative(process.cwd(), folder)}`);
    if (interrupted) return options.minutes === null ? 130 : 0;
  }
  return 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
);
