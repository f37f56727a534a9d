import type {CodeOptions} from "./codeSample.ts";

type Writer = (options: CodeOptions) => string[];

const rayInit = (workers: number) => ["import ray", "", `ray.init(num_cpus=${workers})`];

/** The reader's loop in the words of frameworks and queues, by tool, or by tool and variant. */
export const frameworkCode: Readonly<Record<string, Writer>> = {
  "ray tasks": ({workers}) => [
    ...rayInit(workers),
    "remote_task = ray.remote(task)",
    "results = ray.get([remote_task.remote(item) for item in items])"
  ],
  "ray actors": ({workers}) => [
    ...rayInit(workers),
    "from ray.util import ActorPool",
    "",
    "@ray.remote",
    "class Worker:",
    "    def call(self, item):",
    "        return task(item)",
    "",
    `pool = ActorPool([Worker.remote() for _ in range(${workers})])`,
    "results = list(pool.map(lambda worker, item: worker.call.remote(item), items))"
  ],
  "dask default": ({workers, chunk}) => [
    "from distributed import Client, LocalCluster",
    "",
    'if __name__ == "__main__":',
    `    with LocalCluster(n_workers=${workers}, threads_per_worker=1) as cluster, Client(cluster) as client:`,
    `        results = client.gather(client.map(task, items${chunk === null ? "" : `, batch_size=${chunk}`}))`
  ],
  "dask-local threads": ({workers}) => [
    "import dask",
    "",
    "calls = [dask.delayed(task)(item) for item in items]",
    `results = dask.compute(*calls, scheduler="threads", num_workers=${workers})`
  ],
  "dask-local processes": ({workers}) => [
    "import dask",
    "",
    'if __name__ == "__main__":',
    "    calls = [dask.delayed(task)(item) for item in items]",
    `    results = dask.compute(*calls, scheduler="processes", num_workers=${workers})`
  ],
  celery: ({workers, variant}) => [
    "# tasks.py",
    "from celery import Celery",
    "",
    'app = Celery("tasks", broker="redis://localhost", backend="redis://localhost")',
    "task = app.task(task)",
    "",
    `# beside it: celery -A tasks worker --pool ${variant} --concurrency ${workers}`,
    "results = [later.get() for later in [task.delay(item) for item in items]]"
  ],
  "pyspark rdd": ({workers, chunk}) => [
    "from pyspark.sql import SparkSession",
    "",
    `spark = SparkSession.builder.master("local[${workers}]").getOrCreate()`,
    `slices = ${chunk === null ? workers : `-(-len(items) // ${chunk})`}`,
    "results = spark.sparkContext.parallelize(items, slices).map(task).collect()"
  ],
  "concurrent-futures-interpreter": ({workers}) => [
    "from concurrent.futures import InterpreterPoolExecutor  # Python 3.14",
    "",
    `with InterpreterPoolExecutor(max_workers=${workers}) as pool:`,
    "    results = list(pool.map(task, items))"
  ]
};
