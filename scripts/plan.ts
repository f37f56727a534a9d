import {parseArgs} from "node:util";
import {cachedResult} from "../loaders/cachedResult.ts";
import {fitsFile} from "../loaders/fitsFile.ts";
import {readTools} from "../loaders/readTools.ts";
import {explain} from "../src/model/explain.ts";
import {parseWorkload} from "../src/model/parseWorkload.ts";
import {type Fit, fitKey} from "../src/model/fit.ts";
import {rank} from "../src/model/rank.ts";
import {isSerial, runsInCaller, usesThreads} from "../src/model/toolTraits.ts";
import {type Workload} from "../src/model/workload.ts";
import {workloadFields} from "../src/model/workloadFields.ts";
import {type Planned, planInWords} from "./planInWords.ts";
import {type Licence, licences, toolGate, type ToolFacts} from "./toolGate.ts";

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
  --no-service     leave out tools that need a service which runs all the time
  --licence        ${licences.join(" | ")} (any)
  --tool           only this tool, beside the plain loop
  --machine        whose measurements: those that the pages show unless said
  --json           the whole answer as JSON
`;

/** A sentence for the reader, and exit code 2. */
class BadArgument extends Error {}

function read(args: readonly string[]) {
  const options = {
    ...Object.fromEntries(
      workloadFields.map(({name, type}) => [flag(name), {type: type === "flag" ? "boolean" : "string"} as const])
    ),
    "no-service": {type: "boolean"},
    licence: {type: "string"},
    tool: {type: "string"},
    machine: {type: "string"},
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
  const licence = text(values.licence) ?? "any";
  if (!licences.includes(licence as Licence))
    throw new BadArgument(`--licence must be one of ${licences.join(", ")}, got ${licence}`);
  return {
    workload,
    requirements: {noService: values["no-service"] === true, licence: licence as Licence},
    tool: text(values.tool),
    machine: text(values.machine),
    json: values.json === true,
    help: values.help === true
  };
}

async function answer({workload, requirements, tool, machine}: ReturnType<typeof read>): Promise<Planned> {
  const file = await cachedResult("fitsfile", fitsFile);
  const machines = [...new Set(file.fits.map((fit) => fit.machine))];
  if (machine && !machines.includes(machine))
    throw new BadArgument(`--machine must be one of ${machines.join(", ")}, got ${machine}`);
  const ofMachine = file.fits.filter((fit) => fit.machine === (machine ?? file.machine));
  const tools = [...new Set(ofMachine.map((fit) => fit.tool))];
  if (tool && !tools.includes(tool)) throw new BadArgument(`--tool must be one of ${tools.join(", ")}, got ${tool}`);
  const facts = new Map((await readTools()).map((one) => [one.slug, one as ToolFacts]));
  const asked = ofMachine.filter((fit) => !tool || fit.tool === tool || fit.tool === "serial");
  const refused = asked.flatMap((fit) => {
    const reason = isSerial(fit) ? null : toolGate(facts.get(fit.tool), requirements);
    return reason === null ? [] : [{tool: fitKey(fit), reason}];
  });
  const out = new Set(refused.map((one) => one.tool));
  const fits = asked.filter((fit) => !out.has(fitKey(fit)));
  const found = explain(rank(workload, fits), fits);
  return {...found, excluded: [...refused, ...found.excluded], undecided: undecided(workload, fits)};
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
