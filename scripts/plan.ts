import {readFile} from "node:fs/promises";
import {parseArgs} from "node:util";
import {measuredFits} from "../loaders/measured.ts";
import {plannerFacts} from "../loaders/plannerFacts.ts";
import {calibrationFromText} from "../src/model/calibrationFromText.ts";
import {explain} from "../src/model/explain.ts";
import {notCompared} from "../src/model/notCompared.ts";
import {parseWorkload} from "../src/model/parseWorkload.ts";
import {type Fit, fitKey} from "../src/model/fit.ts";
import {rank} from "../src/model/rank.ts";
import {rescaleFits} from "../src/model/rescaleFits.ts";
import {isSerial, runsInCaller, usesThreads} from "../src/model/toolTraits.ts";
import {type Workload} from "../src/model/workload.ts";
import {workloadFields} from "../src/model/workloadFields.ts";
import {type Planned, planInWords} from "./planInWords.ts";

const flag = (name: string) => name.replaceAll("_", "-");

const help = `npm run -s plan -- --tasks 10000 --seconds 0.005 [options]

${workloadFields
  .map((field) => {
    const allowed =
      field.type === "number"
        ? `${field.minimum}…${field.maximum}${field.unit ? ` ${field.unit}` : ""}`
        : field.type === "choice"
          ? field.values.join(" | ")
          : "";
    const standard = field.type === "flag" ? "" : ` (${field.default ?? "not set"})`;
    return `  --${flag(field.name).padEnd(14)} ${field.label}: ${allowed}${standard}`.replace(/: *(\(|$)/, " $1");
  })
  .join("\n")}
  --tool           only this tool, beside the plain loop
  --machine        whose measurements: those that the pages show unless said
  --machine-file   your machine's machine.json (npm run bench -- --profile calibrate): predictions are carried over to it
  --json           the whole answer as JSON
`;

/** A sentence for the reader, and exit code 2. */
class BadArgument extends Error {}

function read(args: readonly string[]) {
  const options = {
    ...Object.fromEntries(
      workloadFields.map(({name, type}) => [flag(name), {type: type === "flag" ? "boolean" : "string"} as const])
    ),
    tool: {type: "string"},
    machine: {type: "string"},
    "machine-file": {type: "string"},
    json: {type: "boolean"},
    help: {type: "boolean", short: "h"}
  } as const;
  let values: Readonly<Record<string, unknown>>;
  try {
    ({values} = parseArgs({args: [...args], options}));
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\n|\. /);
    throw new BadArgument(`${sentence.replace(/\.$/, "")}. See --help.`);
  }
  const text = (value: unknown) => (value === undefined ? undefined : String(value));
  const {workload, problems} = parseWorkload(
    Object.fromEntries(workloadFields.map(({name}) => [name, text(values[flag(name)])]))
  );
  if (problems.length > 0)
    throw new BadArgument(problems.map((problem) => problem.replace(/^\w+/, (name) => `--${flag(name)}`)).join("\n"));
  return {
    workload,
    tool: text(values.tool),
    machine: text(values.machine),
    machineFile: text(values["machine-file"]),
    json: values.json === true,
    help: values.help === true
  };
}

async function readMachine(path: string) {
  const content = await readFile(path, "utf8").catch(() => {
    throw new BadArgument(`--machine-file must name a file that can be read, got ${path}`);
  });
  const {calibration, problem} = calibrationFromText(content);
  if (calibration === null) throw new BadArgument(`--machine-file ${path}: ${problem}`);
  return calibration;
}

async function answer({workload, tool, machine, machineFile}: ReturnType<typeof read>): Promise<Planned> {
  const file = await measuredFits();
  const machines = [...new Set(file.fits.map((fit) => fit.machine))];
  if (machine && !machines.includes(machine))
    throw new BadArgument(`--machine must be one of ${machines.join(", ")}, got ${machine}`);
  const ofMachine = file.fits.filter((fit) => fit.machine === (machine ?? file.machine));
  const tools = [...new Set(ofMachine.map((fit) => fit.tool))];
  const {facts, referenceStepSeconds} = await plannerFacts();
  const other = notCompared(facts, ofMachine).find((one) => one.tool === tool);
  if (other) throw new BadArgument(`--tool ${other.tool} is not ranked here: it is ${other.reason}`);
  if (tool && !tools.includes(tool)) throw new BadArgument(`--tool must be one of ${tools.join(", ")}, got ${tool}`);
  const asked = ofMachine.filter((fit) => !tool || fit.tool === tool || fit.tool === "serial");
  const fits = machineFile ? rescaleFits(asked, await readMachine(machineFile), referenceStepSeconds).fits : asked;
  return {...explain(rank(workload, fits, facts), fits, facts), undecided: undecided(workload, fits)};
}

/** What a limit asks and no measurement answers: the tool stays in, and this is said. */
function undecided({memoryGib}: Workload, fits: readonly Fit[]): Planned["undecided"] {
  if (memoryGib === null) return [];
  return fits
    .filter((fit) => fit.idleBytesAWorker === null && !isSerial(fit) && !usesThreads(fit) && !runsInCaller(fit))
    .map((fit) => ({tool: fitKey(fit), reason: "the memory of its workers was not measured"}));
}

/** The answer under the names of the options: `payload_in`, not `payloadIn`. */
const named = ({workload, ...rest}: Planned) => {
  const values = Object.fromEntries(workloadFields.map(({name, key}) => [name, workload[key]]));
  const {version, ...others} = rest;
  return {version, workload: values, ...others};
};

try {
  const asked = read(process.argv.slice(2));
  if (asked.help) process.stdout.write(help);
  else {
    const found = await answer(asked);
    process.stdout.write(`${asked.json ? JSON.stringify(named(found), null, 2) : planInWords(found)}\n`);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof BadArgument ? 2 : 1;
}
