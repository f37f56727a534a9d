import {parseArgs} from "node:util";
import {readCloud} from "../loaders/readCloud.ts";
import type {CostAnswer} from "../src/model/cost.ts";
import {costAll} from "../src/model/costAll.ts";
import {type CostField, costFields} from "../src/model/costFields.ts";
import {formatUsd} from "../src/model/formatUsd.ts";
import {parseCostWorkload} from "../src/model/parseCostWorkload.ts";
import {formatSeconds} from "../src/schema/formatUnit.ts";

const flag = (name: string) => name.replaceAll("_", "-");

function describe(field: CostField): string {
  const {type, name, label} = field;
  const allowed =
    type === "number"
      ? `${field.minimum}…${field.maximum}${field.unit ? ` ${field.unit}` : ""}`
      : type === "choice"
        ? field.values.join(" | ")
        : "";
  const standard = type === "flag" ? "" : ` (${field.default ?? "not set"})`;
  return `  --${flag(name).padEnd(18)} ${label}${allowed ? `: ${allowed}` : ""}${standard}`;
}

const help = `npm run -s cost -- --tasks 1000000 --seconds 1 [options]

${costFields.map(describe).join("\n")}
  --service            only this offer, as data/cloud_offers.csv names it
  --json               the answers as JSON
`;

/** A sentence for the reader, and exit code 2. */
class BadArgument extends Error {}

function read(args: readonly string[]) {
  const options = {
    ...Object.fromEntries(
      costFields.map(({name, type}) => [flag(name), {type: type === "flag" ? "boolean" : "string"} as const])
    ),
    service: {type: "string"},
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
  const {workload, problems} = parseCostWorkload(
    Object.fromEntries(costFields.map(({name}) => [name, text(values[flag(name)])]))
  );
  if (problems.length > 0)
    throw new BadArgument(problems.map((problem) => problem.replace(/^\w+/, (name) => `--${flag(name)}`)).join("\n"));
  return {workload, service: text(values.service), json: values.json === true, help: values.help === true};
}

/** An answer as scripts get it. */
const asJson = ({provider, service, usd, seconds, feasible, reason, parts, asOf, assumptions}: CostAnswer) => ({
  ...{provider, service, usd, seconds, feasible, reason, parts},
  ...{as_of: asOf, assumptions}
});

const money = (usd: number | null) => (usd === null ? "–" : formatUsd(usd));

function inWords(answers: readonly CostAnswer[], names: ReadonlyMap<string, string>): string {
  const name = ({service}: CostAnswer) => (names.get(service) ?? service).padEnd(44);
  const can = answers.filter(({feasible}) => feasible);
  const cannot = answers.filter(({feasible}) => !feasible);
  return [
    `${"".padEnd(44)} ${"this job".padStart(16)} ${"a million tasks".padStart(16)} ${"done after".padStart(11)}  prices of`,
    ...can.map(
      (answer) =>
        `${name(answer)} ${money(answer.usd).padStart(16)} ${money(answer.perMillionUsd).padStart(16)} ${formatSeconds(answer.seconds ?? NaN).padStart(11)}  ${answer.asOf ?? "your figures"}`
    ),
    ...(cannot.length > 0 ? ["", "Left out:", ...cannot.map((answer) => `  ${name(answer)} ${answer.reason}`)] : [])
  ].join("\n");
}

try {
  const {workload, service, json, help: wanted} = read(process.argv.slice(2));
  if (wanted) process.stdout.write(help);
  else {
    const facts = await readCloud();
    const slugs = facts.offers.map((offer) => offer.service);
    if (service !== undefined && !slugs.includes(service))
      throw new BadArgument(`--service must be one of ${slugs.join(", ")}, got ${service}`);
    const answers = costAll(workload, facts).filter((answer) => service === undefined || answer.service === service);
    const names = new Map(facts.offers.map((offer) => [offer.service, offer.name]));
    process.stdout.write(`${json ? JSON.stringify(answers.map(asJson), null, 2) : inWords(answers, names)}\n`);
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof BadArgument ? 2 : 1;
}
