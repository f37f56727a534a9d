import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {parse, parseAllDocuments} from "yaml";

/** What the deployment sketch of a service consists of, counted in its files. */
export interface SketchRow {
  readonly tool: string;
  readonly files: number;
  /** Lines that hold something. */
  readonly lines: number;
  /** Things that the cloud or cluster is asked to make. */
  readonly resources: number;
  /** Roles, policies, accounts, identities and bindings among what is asked for. */
  readonly identities: number;
  /** Whether an image has to be built: by you, by the service from source, or not at all. */
  readonly image: "own" | "from source" | "none";
}

interface Counts {
  readonly resources: number;
  readonly identities: number;
}
type Fields = Readonly<Record<string, unknown>>;

const none: Counts = {resources: 0, identities: 0};

/** Counts what a file asks for: a CloudFormation template, manifests, a template of Azure, or a script of commands. */
function countParts(name: string, text: string): Counts {
  if (name === "template.yaml") {
    // Tags such as !Ref are of no interest here.
    const {Resources} = parse(text, {logLevel: "error"}) as {Resources: Record<string, {Type: string}>};
    const types = Object.values(Resources).map(({Type}) => Type);
    return {resources: types.length, identities: types.filter((type) => type.startsWith("AWS::IAM::")).length};
  }
  if (name.endsWith(".yaml")) {
    const documents = parseAllDocuments(text).map((document) => document.toJS() as Fields);
    const named = documents.filter((document) => JSON.stringify(document).includes('"serviceAccountName":"'));
    const accounts = documents.filter(({kind}) => kind === "ServiceAccount");
    return {resources: documents.length, identities: Math.max(accounts.length, Math.min(1, named.length))};
  }
  if (name === "template.json") {
    const {resources} = JSON.parse(text) as {resources: readonly Fields[]};
    return {resources: resources.length, identities: resources.filter(({identity}) => identity !== undefined).length};
  }
  if (!name.endsWith(".sh")) return none;
  const commands = text.match(/^gcloud .*$/gm) ?? [];
  return {
    resources: commands.length,
    identities: commands.filter((command) => /^gcloud (iam|.*add-iam-policy-binding)/.test(command)).length
  };
}

/** The sketches of a folder, one a service; what they share (`task.py`, `stores.py`) is left out. */
export async function sketchRows(folder = "examples/cloud"): Promise<readonly SketchRow[]> {
  const entries = await readdir(folder, {withFileTypes: true});
  const tools = entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith("_") ? [entry.name] : []));
  return Promise.all(
    tools.toSorted().map(async (tool) => {
      const names = (await readdir(join(folder, tool))).filter((name) => !name.startsWith("_")).toSorted();
      const texts = await Promise.all(names.map((name) => readFile(join(folder, tool, name), "utf8")));
      const counts = names.map((name, index) => countParts(name, texts[index]!));
      const sum = (column: keyof Counts) => counts.reduce((total, each) => total + each[column], 0);
      const fromSource = texts.some((text) => /^gcloud run deploy .*--source/m.test(text.replaceAll("\\\n", " ")));
      return {
        tool,
        files: names.length,
        lines: texts.join("\n").match(/^.*\S.*$/gm)?.length ?? 0,
        resources: sum("resources"),
        identities: sum("identities"),
        image: names.includes("Dockerfile") ? "own" : fromSource ? "from source" : "none"
      } as const;
    })
  );
}
