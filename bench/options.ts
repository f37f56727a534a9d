import {parseArgs} from "node:util";
import {experiments} from "../src/schema/sample.ts";
import {type Part, parts, type Profile, profiles} from "../src/schema/matrix.ts";
import {parsePythonName} from "./parsePythonName.ts";
import {tools} from "./tools.ts";

export const help = `npm run bench -- [options]   measure the tools; writes data/runs/<date>-<machine>-<id>/

  --profile NAME       smoke (under a minute, standard library only), quick (under ten minutes; the default), standard,
                       full, calibrate (about a minute; writes machine.json, which the planner page takes)
  --part NAME          one stretch of the plan: ${parts.join(", ")}; each is a run of its own.
                       Not said: the pools; in standard and full every part, one after another
  --tools a,b          only these: ${tools.map(({slug}) => slug).join(", ")}
  --experiments x,y    only these: ${experiments.join(", ")}
  --workers 1,2        only cells with so many workers
  --python 3.13        which Python measures; the newest of 3.10 to 3.13 found, if not said. 3.13t is the free-threaded
                       build and 3.13-source the ordinary one built from the same source with the same flags; with
                       --install, one that is missing is built from Debian's source package (a few minutes)
  --cores N            keep everything that is measured on the first N processors: a smaller machine (Linux only)
  --samples N          samples a cell, in place of the profile's own number
  --minutes N          stop by then, as Ctrl-C would
  --seed N             seed of the random order; drawn and recorded, if not said
  --machine NAME       what the machine is called; from its processor, if not said
  --out DIR            where runs are kept, in place of data/runs
  --resume [RUN]       go on with the run that was stopped last, or with the one named
  --list               what would run: cells, samples, minutes, what is missing; measures nothing
  --install            make the tools' environments, and nothing else unless a profile is named too
  --compare A B        what changed between two runs, with intervals
  --help
`;

/** What the command line asks for. */
export interface Options {
  readonly profile: Profile;
  readonly part: Part | null;
  readonly tools: readonly string[];
  readonly experiments: readonly string[];
  readonly workers: readonly number[];
  readonly python: string | null;
  readonly cores: number | null;
  readonly samples: number | null;
  readonly minutes: number | null;
  readonly seed: number | null;
  readonly machine: string | null;
  readonly out: string;
  readonly resume: string | true | null;
  readonly list: boolean;
  readonly install: boolean;
  readonly installOnly: boolean;
  readonly compare: readonly [string, string] | null;
  readonly help: boolean;
}

const items = (text: string | undefined): readonly string[] =>
  text
    ?.split(",")
    .map((item) => item.trim())
    .filter(Boolean) ?? [];

function among(name: string, given: readonly string[], known: readonly string[]): readonly string[] {
  for (const item of given)
    if (!known.includes(item)) throw new Error(`--${name} ${item} is not known; there are ${known.join(", ")}`);
  return given;
}

function whole(name: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} must be a whole number ${least}…${most}, got ${text}`);
  return value;
}

/** Reads the command line; throws a sentence that names the value and what is allowed. */
export function parseOptions(args: readonly string[]): Options {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      profile: {type: "string"},
      part: {type: "string"},
      tools: {type: "string"},
      experiments: {type: "string"},
      workers: {type: "string"},
      python: {type: "string"},
      cores: {type: "string"},
      samples: {type: "string"},
      minutes: {type: "string"},
      seed: {type: "string"},
      machine: {type: "string"},
      out: {type: "string"},
      resume: {type: "boolean", default: false},
      list: {type: "boolean", default: false},
      install: {type: "boolean", default: false},
      compare: {type: "boolean", default: false},
      help: {type: "boolean", default: false}
    }
  });
  const [profile = "quick"] = among("profile", values.profile === undefined ? [] : [values.profile], profiles);
  const [part = null] = among("part", values.part === undefined ? [] : [values.part], parts);
  if (values.compare && positionals.length !== 2) throw new Error("--compare takes two runs: --compare A B");
  if (!values.compare && positionals.length > (values.resume ? 1 : 0))
    throw new Error(`${JSON.stringify(positionals.at(-1))} is no option; see --help`);
  const machine = values.machine ?? null;
  if (machine !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(machine))
    throw new Error(`--machine must be lower-case letters, digits and hyphens, got ${JSON.stringify(machine)}`);
  if (values.python !== undefined) parsePythonName(values.python);
  return {
    profile: profile as Profile,
    part: part as Part | null,
    tools: among(
      "tools",
      items(values.tools),
      tools.map(({slug}) => slug)
    ),
    experiments: among("experiments", items(values.experiments), experiments),
    workers: items(values.workers).map((item) => whole("workers", item, 1, 4096)!),
    python: values.python ?? null,
    cores: whole("cores", values.cores, 1, 4096),
    samples: whole("samples", values.samples, 1, 100),
    minutes: whole("minutes", values.minutes, 1, 600),
    seed: whole("seed", values.seed, 0, 2 ** 31 - 1),
    machine,
    out: values.out ?? "data/runs",
    resume: values.resume ? (positionals[0] ?? true) : null,
    list: values.list,
    install: values.install,
    installOnly: values.install && values.profile === undefined,
    compare: values.compare ? [positionals[0]!, positionals[1]!] : null,
    help: values.help
  };
}
