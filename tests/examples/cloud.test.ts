import {execFileSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import aslValidator from "asl-validator";
import {describe, expect, it} from "vitest";
import {parseAllDocuments} from "yaml";
import {checkDockerfile} from "./checkDockerfile.ts";
import {checkManifests, type Manifest} from "./checkManifests.ts";
import {checkTemplate} from "./checkTemplate.ts";
import {readTemplate} from "./readTemplate.ts";

const folder = "examples/cloud";
const services = readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
  entry.isDirectory() && !entry.name.startsWith("__") ? [entry.name] : []
);
const filesOf = (end: string) =>
  services.flatMap((service) =>
    readdirSync(join(folder, service)).flatMap((name) => (name.endsWith(end) ? [join(folder, service, name)] : []))
  );
const read = (file: string) => readFileSync(file, "utf8");
const templates = filesOf("template.yaml");
const manifests: Manifest[] = [
  ...filesOf(".yaml")
    .filter((file) => !templates.includes(file))
    .flatMap((file) =>
      parseAllDocuments(read(file)).map((document, index) => ({name: `${file}#${index}`, content: document.toJS()}))
    ),
  ...filesOf("template.json").map((file) => ({name: file, content: JSON.parse(read(file)) as unknown}))
];

it("has a sketch of every cloud service of the specification", () => {
  const pages = readdirSync("data/tools").flatMap((name) =>
    /^(aws|google|azure)-|^kubernetes/.test(name) ? [name.replace(/\.md$/, "")] : []
  );
  expect(services.toSorted()).toEqual(pages.toSorted());
});

describe("Dockerfiles", () => {
  it.each(filesOf("Dockerfile"))("%s is sound", (file) => {
    expect(checkDockerfile(read(file), folder)).toEqual([]);
  });

  it("are refused with what is wrong", () => {
    const text = "FROM python\nRUN pip install boto3\nCOPY nothing.py task.py .\nADD x /\nENTRYPOINT python main.py\n";
    expect(checkDockerfile(text, folder)).toEqual([
      "the last USER must not be root",
      "WORKDIR must be set",
      "line 1: pin the base image",
      "line 2: pip needs --no-cache-dir",
      "line 2: pin boto3",
      "line 3: several files need a folder as target",
      "line 3: there is no file nothing.py",
      "line 4: ADD is no instruction that these files use",
      "line 5: ENTRYPOINT must be in the form of a list, or signals do not reach the program"
    ]);
  });

  it("copy what their programs import", () => {
    for (const file of filesOf("Dockerfile")) {
      const copied = /^COPY (.*) \.\/$/m.exec(read(file))?.[1]?.split(" ") ?? [];
      const imported = copied.flatMap((name) =>
        [...read(join(folder, name)).matchAll(/^(?:from|import) (task|stores|queue_worker)\b/gm)].map(
          ([, module]) => `${module}.py`
        )
      );
      expect(copied, file).toEqual(expect.arrayContaining(imported));
    }
  });
});

describe("CloudFormation templates", () => {
  it.each(templates)("%s fits the specification of its resources", (file) => {
    expect(checkTemplate(readTemplate(read(file)))).toEqual([]);
  });

  it("are refused with what is wrong", () => {
    const text = read(`${folder}/aws-batch/template.yaml`)
      .replace("Priority: 1", "Priorty: 1")
      .replace("MaxvCpus: 100", "MaxvCpus: many")
      .replace("!GetAtt WorkRole.Arn", "!GetAtt Role.Arn")
      .replace("AWS::Batch::JobDefinition", "AWS::Batch::Job");
    expect(checkTemplate(readTemplate(text))).toEqual([
      "there is no resource or parameter Role",
      'Capacity.ComputeResources.MaxvCpus: expected a number, got "many"',
      "Queue: there is no property Priorty",
      "Queue: Priority is required",
      "Job: there is no resource type AWS::Batch::Job"
    ]);
  });

  it.each(templates)("%s grants no action on everything", (file) => {
    const text = JSON.stringify(readTemplate(read(file)));
    expect(text).not.toMatch(/"Action":"\*"|"(s3|sqs|states|lambda):\*"|"Resource":"\*"/);
  });

  it("hold a state machine that is valid in the Amazon States Language", () => {
    const text = read(`${folder}/aws-step-functions/template.yaml`).replaceAll(/!Ref (Bucket|FunctionArn)/g, "a-$1");
    const {Resources} = readTemplate(text) as {Resources: {Flow: {Properties: {Definition: object}}}};
    const definition = Resources.Flow.Properties.Definition;
    expect(aslValidator(definition).errors).toEqual([]);
    expect(aslValidator({...definition, StartAt: "Nowhere"}).isValid).toBe(false);
  });
});

describe("manifests", () => {
  it("fit the JSON schema and the type of their kind", () => {
    expect(manifests.length).toBeGreaterThan(10);
    expect(checkManifests(manifests)).toEqual([]);
  });

  it("are refused with what is wrong", () => {
    const job = structuredClone(manifests.find(({name}) => name.includes("indexed-job"))!.content) as {
      spec: Record<string, unknown>;
    };
    job.spec.completion = 3;
    const text = structuredClone(job);
    text.spec.completions = "3";
    const ray = structuredClone(manifests.find(({name}) => name.includes("rayjob"))!.content) as {
      spec: {rayClusterSpec: {headGroupSpec: {template: {spec: {containers: Record<string, unknown>[]}}}}};
    };
    ray.spec.rayClusterSpec.headGroupSpec.template.spec.containers[0]!.imge = "x";
    const errors = checkManifests([
      {name: "a misspelt field", content: job},
      {name: "a wrong type", content: text},
      {name: "a misspelt field in a pod", content: ray}
    ]);
    expect(errors.join("\n")).toMatch(/a misspelt field: .*completion/);
    expect(errors.join("\n")).toMatch(/a wrong type: data\/spec\/completions must be integer/);
    expect(errors.join("\n")).toMatch(/a misspelt field in a pod: .*imge/);
  });

  it("let a pod run as no root, with a memory limit, where the pod is ours", () => {
    const pods = manifests.flatMap(({name, content}) => {
      const {kind, apiVersion, spec} = content as {
        kind?: string;
        apiVersion?: string;
        spec: {template: {spec: Record<string, unknown>}};
      };
      return (kind === "Job" && apiVersion === "batch/v1") || kind === "Deployment"
        ? [{name, spec: spec.template.spec}]
        : [];
    });
    expect(pods.length).toBe(4);
    for (const {name, spec} of pods) {
      expect(spec.securityContext, name).toMatchObject({runAsNonRoot: true});
      for (const container of spec.containers as {resources?: {limits?: {memory?: string}}}[])
        expect(container.resources?.limits?.memory, name).toBeDefined();
    }
  });

  it("ask for as many shards as they start", () => {
    for (const {name, content} of manifests.filter(({name}) => /job\.yaml#0/.test(name) && !name.includes("ray"))) {
      const text = JSON.stringify(content);
      const shards = /"SHARDS","value":"(\d+)"/.exec(text)?.[1];
      if (shards) expect((content as {spec: {completions: number}}).spec.completions, name).toBe(Number(shards));
      else expect(text, name).toContain("taskCount");
    }
  });
});

it.each(filesOf(".sh"))("%s is a sound script of the shell", (file) => {
  expect(() => execFileSync("sh", ["-n", file])).not.toThrow();
  expect(read(file)).toContain("set -eu");
});
