import {parseArgs} from "node:util";
import {fitsFile} from "../loaders/fitsFile.ts";
import type {Answer, Ranked} from "../src/model/answer.ts";
import {explain} from "../src/model/explain.ts";
import {parseWorkload} from "../src/model/parseWorkload.ts";
import {rank} from "../src/model/rank.ts";
import {toolName} from "../src/model/toolName.ts";
import {workloadFields} from "../src/model/workloadFields.ts";
import {formatSeconds, formatUnit} from "../src/schema/formatUnit.ts";

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
  --machine        whose measurements: the newest run's machine unless said
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
    json: {type: "boolean"},
    help: {type: "boolean", short: "h"}
  } as const;
  let values: Readonly<Record<string, unknown>>;
  try {
    ({values} = parseArgs({args: [...args], options}));
  } catch (error) {
    throw new BadArgument(`${(error as Error).message.split("\n")[0]} See --help.`);
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
    json: values.json === true,
    help: values.help === true
  };
}

async function answer({workload, tool, machine}: ReturnType<typeof read>): Promise<Answer> {
  const file = await fitsFile();
  const machines = [...new Set(file.fits.map((fit) => fit.machine))];
  if (machine && !machines.includes(machine))
    throw new BadArgument(`--machine must be one of ${machines.join(", ")}, got ${machine}`);
  const ofMachine = file.fits.filter((fit) => fit.machine === (machine ?? file.machine));
  const tools = [...new Set(ofMachine.map((fit) => fit.tool))];
  if (tool && !tools.includes(tool)) throw new BadArgument(`--tool must be one of ${tools.join(", ")}, got ${tool}`);
  const fits = ofMachine.filter((fit) => !tool || fit.tool === tool || fit.tool === "serial");
  return explain(rank(workload, fits), fits);
}

const line = (entry: Ranked) =>
  `  ${toolName(entry).padEnd(24)} ${formatSeconds(entry.seconds).padStart(8)}  (${formatSeconds(entry.low)} to ${formatSeconds(entry.high)})${entry.start_method === "none" ? "" : `, ${entry.start_method}`}${entry.tie ? ", tie" : ""}${
    entry.break_even ? `, from ${describe(entry)}` : ""
  }`;

function describe({break_even}: Ranked): string {
  const tasks = break_even!.tasks;
  if (tasks.state === "at") return `${formatUnit(tasks.value!, "1")} tasks`;
  return tasks.state === "always" ? "the first task" : `no number of tasks: ${tasks.reason}`;
}

function inWords({answer: sentence, ranking, flips, excluded, machine}: Answer): string {
  const flipLines = flips.map(
    ({axis, at, direction, to}) => `  ${to} ${direction === "above" ? "from" : "below"} ${axis} ${at.toPrecision(3)}`
  );
  const out = excluded.map(({tool, reason}) => `  ${tool}: ${reason}`);
  return [
    sentence,
    "",
    `Predicted from the measurements of ${machine}:`,
    ...ranking.map(line),
    ...(flipLines.length > 0 ? ["", "It changes to:", ...flipLines] : []),
    ...(out.length > 0 ? ["", "Left out:", ...out] : [])
  ].join("\n");
}

try {
  const asked = read(process.argv.slice(2));
  if (asked.help) process.stdout.write(help);
  else {
    const found = await answer(asked);
    process.stdout.write(`${asked.json ? JSON.stringify(found, null, 2) : inWords(found)}\n`);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof BadArgument ? 2 : 1;
}
