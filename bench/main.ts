import {existsSync} from "node:fs";
import {cpus} from "node:os";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {compareRuns, formatChanges} from "./compareRuns.ts";
import {findPython} from "./findPython.ts";
import {environmentPython} from "./installTool.ts";
import {listPlan} from "./listPlan.ts";
import {measure, placesOf, planCells, prepareTools, roundsOf} from "./measure.ts";
import {help, parseOptions} from "./options.ts";
import {Session} from "./session.ts";
import {toolBySlug} from "./tools.ts";

const places = placesOf(join(dirname(fileURLToPath(import.meta.url)), ".."));
const log = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  if (options.compare) {
    const [a, b] = options.compare.map((run) =>
      Session.open(run.includes("/") ? resolve(run) : resolve(options.out, run)).samples()
    );
    process.stdout.write(formatChanges(compareRuns(a!, b!)));
    return 0;
  }
  if (options.list) {
    const python = findPython(options.python ?? undefined);
    const missing = (tool: string) => {
      const ready =
        options.profile === "smoke" ||
        existsSync(environmentPython(places.environments, toolBySlug(tool).environment, python));
      return ready
        ? null
        : `no environment yet; npm run bench -- --install --tools ${tool} makes it, and so does measuring`;
    };
    process.stdout.write(
      listPlan(planCells(places, options), options.samples ?? roundsOf[options.profile], cpus().length, missing)
    );
    return 0;
  }
  if (options.installOnly) {
    const python = findPython(options.python ?? undefined);
    const cells = planCells(places, {...options, profile: "standard"});
    const pythonOf = prepareTools(places, cells, python, "standard", log);
    const missing = [...new Set(cells.map(({tool}) => tool))].filter((tool) => "missing" in pythonOf(tool));
    log(missing.length === 0 ? "all environments are ready" : `not ready: ${missing.join(", ")}`);
    return missing.length === 0 ? 0 : 1;
  }
  const {folder, interrupted} = await measure(places, options, log);
  log(`${interrupted ? "stopped" : "done"}: ${relative(process.cwd(), folder)}`);
  return interrupted && options.minutes === null ? 130 : 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
);
