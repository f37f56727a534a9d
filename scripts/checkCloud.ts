import {spawnSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";

const help = `npm run check:cloud -- [--help]

Runs cfn-lint on the CloudFormation templates of examples/cloud. It is a Python program: taken from the PATH, or else run by uv.
Not part of npm test, which needs nothing but npm and python3.`;

/** cfn-lint as found on this machine, as a command line. */
function findLinter(): readonly string[] {
  const works = (command: readonly string[]) =>
    spawnSync(command[0]!, [...command.slice(1), "--version"], {encoding: "utf8"}).status === 0;
  const ways = [["cfn-lint"], ["uvx", "cfn-lint@1.51.0"], ["python3", "-m", "cfnlint"]];
  const found = ways.find(works);
  if (!found) throw new Error('there is no cfn-lint: install it with "pip install cfn-lint==1.51.0", or install uv');
  return found;
}

try {
  const {values} = parseArgs({options: {help: {type: "boolean", short: "h"}}});
  if (values.help) console.log(help);
  else {
    const folder = "examples/cloud";
    if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
    const templates = readdirSync(folder)
      .map((name) => join(folder, name, "template.yaml"))
      .filter((file) => existsSync(file));
    const [command = "", ...rest] = findLinter();
    const {status} = spawnSync(command, [...rest, "--", ...templates], {stdio: "inherit"});
    console.log(
      status === 0 ? `${templates.length} templates are sound.` : "cfn-lint has something to say, see above."
    );
    process.exitCode = status ?? 1;
  }
} catch (error) {
  console.error(`The templates cannot be checked: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
