import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, describe, expect, it} from "vitest";

const folder = resolve("examples/cloud");
const scratch = mkdtempSync(join(tmpdir(), "cloud-examples-"));
afterAll(() => rmSync(scratch, {recursive: true, force: true}));

/** A folder with CSV files whose totals are known, and one that has no column `amount`. */
function makeStore(good: number, bad: number): string {
  const store = mkdtempSync(join(scratch, "store-"));
  for (let index = 0; index < good; index += 1)
    writeFileSync(join(store, `${index}.csv`), `name,amount\na,${index}\nb,1\n`);
  for (let index = 0; index < bad; index += 1) writeFileSync(join(store, `bad${index}.csv`), "name\na\n");
  return store;
}

const resultsOf = (store: string) =>
  Object.fromEntries(
    readdirSync(store)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => [name, JSON.parse(readFileSync(join(store, name), "utf8")) as {rows: number; total: number}])
  );
const expected = (good: number) =>
  Object.fromEntries(Array.from({length: good}, (_, index) => [`${index}.csv.json`, {rows: 2, total: index + 1}]));

function python(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = "") {
  const path = {PATH: process.env.PATH ?? "", PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1"};
  const {status, stdout, stderr} = spawnSync("python3", args, {env: {...path, ...env}, encoding: "utf8", input});
  return {status, stdout, stderr};
}

/** Runs a program text beside a service's files; says what it printed, as JSON. */
function ask(service: string, text: string, env: Readonly<Record<string, string>> = {}): unknown {
  const {status, stdout, stderr} = python(["-"], {...env, PYTHONPATH: `${folder}:${folder}/${service}`}, text);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

const indexed = [
  ["aws-batch", "AWS_BATCH_JOB_ARRAY_INDEX", "SHARDS"],
  ["aws-fargate", "SHARD_INDEX", "SHARDS"],
  ["azure-batch", "SHARD_INDEX", "SHARDS"],
  ["azure-container-instances", "SHARD_INDEX", "SHARDS"],
  ["azure-aks", "JOB_COMPLETION_INDEX", "SHARDS"],
  ["google-gke", "JOB_COMPLETION_INDEX", "SHARDS"],
  ["kubernetes", "JOB_COMPLETION_INDEX", "SHARDS"],
  ["google-cloud-run", "CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_COUNT"]
] as const;

describe.each(indexed)("%s", (service, index, count) => {
  it("does every file once over its shards, as the plain loop would", () => {
    const store = makeStore(7, 0);
    const done = [0, 1, 2].map((shard) => {
      const run = python([join(folder, service, "main.py")], {STORE: store, [index]: String(shard), [count]: "3"});
      expect(run.status, run.stderr).toBe(0);
      return (JSON.parse(run.stdout) as {done: number}).done;
    });
    expect(done).toEqual([3, 2, 2]);
    expect(resultsOf(store)).toEqual(expected(7));
  });

  it("ends with 1 and the name of a file that fails, after doing the others", () => {
    const store = makeStore(2, 1);
    const run = python([join(folder, service, "main.py")], {STORE: store, [index]: "0", [count]: "1"});
    expect(run.status).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({done: 2, failed: {"bad0.csv": "KeyError('amount')"}});
    expect(resultsOf(store)).toEqual(expected(2));
  });
});

it("refuses a shard that there is not", () => {
  const {status, stderr} = python(["-c", "from task import shard; shard([], 3, 3)"]);
  expect(status).not.toBe(0);
  expect(stderr).toContain("index must be 0 to 2, got 3");
});

describe("functions", () => {
  it("aws-lambda works on the key of its event, and raises what goes wrong", () => {
    const store = makeStore(1, 1);
    const text = `import json, main
print(json.dumps(main.handler({"key": "0.csv"}, None)))`;
    expect(ask("aws-lambda", text, {STORE: store})).toEqual({key: "0.csv"});
    expect(resultsOf(store)).toEqual(expected(1));
    const bad = python(["-c", `import main; main.handler({"key": "bad0.csv"}, None)`], {
      STORE: store,
      PYTHONPATH: `${folder}:${folder}/aws-lambda`
    });
    expect(bad.stderr).toContain("KeyError: 'amount'");
  });

  it("aws-step-functions passes over what is no CSV file", () => {
    const store = makeStore(1, 0);
    const text = `import json, main
print(json.dumps([main.handler({"Key": key}, None) for key in ("0.csv", "0.csv.json")]))`;
    expect(ask("aws-step-functions", text, {STORE: store})).toEqual([{key: "0.csv"}, {skipped: "0.csv.json"}]);
  });

  it("google-cloud-functions answers a request, and 422 for a bad file", () => {
    // Stands for the framework: its decorator registers the function and hands it back.
    const text = `import json, sys, types
sys.modules["functions_framework"] = types.SimpleNamespace(http=lambda function: function)
import main
ask = lambda key: main.summarise_key(types.SimpleNamespace(get_json=lambda: {"key": key}))
print(json.dumps([ask("0.csv"), ask("bad0.csv")]))`;
    expect(ask("google-cloud-functions", text, {STORE: makeStore(1, 1)})).toEqual([
      {key: "0.csv"},
      [{key: "bad0.csv", error: "KeyError('amount')"}, 422]
    ]);
  });

  it("google-dataflow's element does one key", () => {
    const store = makeStore(1, 0);
    expect(
      ask(
        "google-dataflow",
        `import json, main\nprint(json.dumps(main.run_element("0.csv", ${JSON.stringify(store)})))`
      )
    ).toBe("0.csv");
    expect(resultsOf(store)).toEqual(expected(1));
  });

  it("azure-functions lists the keys, fans out, and counts what came back", () => {
    const store = makeStore(3, 0);
    // Stands for the two libraries: decorators hand the function back, a context records the calls.
    const text = `import json, sys, types
keep = lambda *a, **k: (lambda function: function)
app = types.SimpleNamespace(route=keep, durable_client_input=keep, orchestration_trigger=keep, activity_trigger=keep)
durable = types.SimpleNamespace(DFApp=lambda **k: app, RetryOptions=lambda **k: k)
functions = types.SimpleNamespace(AuthLevel=types.SimpleNamespace(FUNCTION="function"))
azure = types.ModuleType("azure"); azure.durable_functions = durable; azure.functions = functions
sys.modules.update({"azure": azure, "azure.durable_functions": durable, "azure.functions": functions})
import function_app as f
class Context:
    def call_activity(self, name, value): return ("one", getattr(f, name)(value))
    def call_activity_with_retry(self, name, retry, value): return (retry["max_number_of_attempts"], getattr(f, name)(value))
    def task_all(self, calls): return ("all", calls)
run = f.fan_out(Context())
kind, keys = next(run)
kind, calls = run.send(keys)
try: run.send([key for _, key in calls])
except StopIteration as end: print(json.dumps([keys, calls, end.value]))`;
    const keys = ["0.csv", "1.csv", "2.csv"];
    expect(ask("azure-functions", text, {STORE: store})).toEqual([keys, keys.map((key) => [3, key]), 3]);
    expect(resultsOf(store)).toEqual(expected(3));
  });
});

describe("starters", () => {
  it("aws-fargate tells each task which shard it is", () => {
    expect(ask("aws-fargate", `import json, start\nprint(json.dumps(start.overrides(4, 9)))`)).toEqual({
      containerOverrides: [
        {
          name: "work",
          environment: [
            {name: "SHARD_INDEX", value: "4"},
            {name: "SHARDS", value: "9"}
          ]
        }
      ]
    });
  });

  it("azure-batch tells each task its shard, store and limits", () => {
    expect(
      ask("azure-batch", `import json, start\nprint(json.dumps(start.task(4, 9, "image", "store")))`)
    ).toMatchObject({
      id: "shard-4",
      environmentSettings: [
        {name: "SHARD_INDEX", value: "4"},
        {name: "SHARDS", value: "9"},
        {name: "STORE", value: "store"}
      ],
      constraints: {maxTaskRetryCount: 3, maxWallClockTime: "PT1H"}
    });
  });
});

describe("queue workers", () => {
  it("remove a message only once its file is written, and leave what fails", () => {
    const store = makeStore(2, 1);
    const text = `import json
from queue_worker import drain
from stores import open_store
waiting, deleted = ["0.csv", "bad0.csv", "1.csv"], []
receive = lambda: (lambda key: (key, key))(waiting.pop(0)) if waiting else None
print(json.dumps([drain(open_store(${JSON.stringify(store)}), receive, deleted.append), deleted]))`;
    expect(ask("kubernetes", text)).toEqual([
      {done: 2, failed: {"bad0.csv": "KeyError('amount')"}},
      ["0.csv", "1.csv"]
    ]);
    expect(resultsOf(store)).toEqual(expected(2));
  });

  it.each([
    ["kubernetes", "redis_list"],
    ["aws-ecs", "sqs"],
    ["azure-container-apps", "storage_queue"]
  ])("%s's worker can be loaded without its client", (service, name) => {
    expect(ask(service, `import json, worker\nprint(json.dumps(callable(worker.${name})))`)).toBe(true);
  });
});

it("every Python file of the sketches compiles", () => {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".py"));
  expect(files.length).toBeGreaterThan(15);
  for (const file of files) {
    const run = python(["-c", "import ast, sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])", join(folder, file)]);
    expect(run.stderr, file).toBe("");
  }
});
