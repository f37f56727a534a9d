import {resolve} from "node:path";
import ts from "typescript";
import {Deployment} from "kubernetes-models/apps/v1/Deployment";
import {Job} from "kubernetes-models/batch/v1/Job";
import {ServiceAccount} from "kubernetes-models/v1/ServiceAccount";

/** A manifest as read from YAML or JSON, and the name that an error bears. */
export interface Manifest {
  readonly name: string;
  readonly content: unknown;
}

/** The type that each kind must fit: Kubernetes' own, or one of manifestTypes.ts. */
const types: Readonly<Record<string, string>> = {
  "batch/v1 Job": `import("kubernetes-models/batch/v1/Job").IJob`,
  "apps/v1 Deployment": `import("kubernetes-models/apps/v1/Deployment").IDeployment`,
  "v1 ServiceAccount": `import("kubernetes-models/v1/ServiceAccount").IServiceAccount`,
  "ray.io/v1 RayJob": `import("./manifestTypes.ts").RayJob`,
  "kubernetes.dask.org/v1 DaskCluster": `import("./manifestTypes.ts").DaskCluster`,
  "sparkoperator.k8s.io/v1beta2 SparkApplication": `import("./manifestTypes.ts").SparkApplication`,
  "run.googleapis.com/v1 Job": `import("./manifestTypes.ts").CloudRunJob`,
  "1.0.0.0 ": `import("./manifestTypes.ts").ArmTemplate`
};

/** The JSON schemas of Kubernetes that its package ships, compiled. */
const schemas: Readonly<Record<string, new (content: never) => {validate: () => void}>> = {
  "batch/v1 Job": Job,
  "apps/v1 Deployment": Deployment,
  "v1 ServiceAccount": ServiceAccount
};

function kindOf(content: unknown): string {
  const {apiVersion, kind, contentVersion} = content as Record<string, unknown>;
  return `${String(apiVersion ?? contentVersion)} ${String(kind ?? "")}`;
}

function schemaErrors({name, content}: Manifest): string[] {
  const Model = schemas[kindOf(content)];
  if (!Model) return [];
  try {
    new Model(content as never).validate();
    return [];
  } catch (error) {
    return [`${name}: ${(error as Error).message}`];
  }
}

/**
 * What is wrong with manifests: by Kubernetes' JSON schemas (values and required fields), and by the type of their kind
 * (unknown fields too, which the schemas let pass). All are checked in one run of the TypeScript compiler.
 */
export function checkManifests(manifests: readonly Manifest[]): string[] {
  const unknown = manifests.filter(({content}) => !types[kindOf(content)]);
  if (unknown.length > 0)
    return unknown.map(
      ({name, content}) =>
        `${name}: there is no type for ${kindOf(content)}; there are ${Object.keys(types).join(", ")}`
    );
  const file = resolve("tests/examples/manifests.generated.ts");
  const text = manifests
    .map(({content}, index) => `export const m${index}: ${types[kindOf(content)]} = ${JSON.stringify(content)};`)
    .join("\n");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: []
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists, readFile} = host;
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022) : getSourceFile(path, ...rest);
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? text : readFile(path));
  const program = ts.createProgram([file], options, host);
  const found = ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const place = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
    const name = diagnostic.file?.fileName === file ? manifests[place?.line ?? 0]?.name : diagnostic.file?.fileName;
    return `${name ?? "manifests"}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`;
  });
  return [...manifests.flatMap(schemaErrors), ...found];
}
