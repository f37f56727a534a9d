import {element} from "./element.ts";
import {frameworkCode} from "./frameworkCode.ts";
import {type SeriesKey} from "./seriesLabel.ts";

/** What the code needs to know of the reader's run. */
export interface CodeOptions extends SeriesKey {
  readonly workers: number;
  /** Tasks a chunk; null is the tool's own default. */
  readonly chunk: number | null;
}

const guarded = (lines: string[]) => ['if __name__ == "__main__":', ...lines.map((line) => `    ${line}`)];
const context = (method: string) => (method === "none" ? "" : `"${method}"`);

/** No more than so many at a time, all gathered. */
const gathered = (workers: number, awaitable: string) => [
  "import asyncio",
  "",
  "async def main():",
  `    gate = asyncio.Semaphore(${workers})`,
  "",
  "    async def one(item):",
  "        async with gate:",
  `            return await ${awaitable}`,
  "",
  "    return await asyncio.gather(*map(one, items))",
  "",
  "results = asyncio.run(main())"
];

const writers: Readonly<Record<string, (options: CodeOptions) => string[]>> = {
  serial: () => ["results = [task(item) for item in items]"],
  "serial-optimised": () => [
    "import numpy",
    "",
    "results = vectorised_task(numpy.asarray(items))  # one call, no loop"
  ],
  multiprocessing: ({workers, chunk, start_method}) => [
    "import multiprocessing",
    "",
    ...guarded([
      `context = multiprocessing.get_context(${context(start_method)})`,
      `with context.Pool(${workers}) as pool:`,
      `    results = pool.map(task, items${chunk === null ? "" : `, chunksize=${chunk}`})`
    ])
  ],
  "concurrent-futures-process": ({workers, chunk, start_method}) => [
    "import multiprocessing",
    "from concurrent.futures import ProcessPoolExecutor",
    "",
    ...guarded([
      `context = multiprocessing.get_context(${context(start_method)})`,
      `with ProcessPoolExecutor(max_workers=${workers}, mp_context=context) as pool:`,
      `    results = list(pool.map(task, items${chunk === null ? "" : `, chunksize=${chunk}`}))`
    ])
  ],
  "concurrent-futures-thread": ({workers}) => [
    "from concurrent.futures import ThreadPoolExecutor",
    "",
    `with ThreadPoolExecutor(max_workers=${workers}) as pool:`,
    "    results = list(pool.map(task, items))"
  ],
  threading: ({workers}) => [
    "import queue",
    "import threading",
    "",
    "todo, results = queue.SimpleQueue(), [None] * len(items)",
    "for pair in enumerate(items):",
    "    todo.put(pair)",
    "",
    "def work():",
    "    while True:",
    "        try:",
    "            place, item = todo.get_nowait()",
    "        except queue.Empty:",
    "            return",
    "        results[place] = task(item)",
    "",
    `threads = [threading.Thread(target=work) for _ in range(${workers})]`,
    "for thread in threads:",
    "    thread.start()",
    "for thread in threads:",
    "    thread.join()"
  ],
  asyncio: ({workers}) => gathered(workers, "async_task(item)  # task, written with await"),
  "asyncio to-thread": ({workers}) => gathered(workers, "asyncio.to_thread(task, item)"),
  joblib: ({workers, chunk, variant}) => [
    "from joblib import Parallel, delayed",
    "",
    `parallel = Parallel(n_jobs=${workers}, backend="${variant}"${chunk === null ? "" : `, batch_size=${chunk}`})`,
    "results = parallel(delayed(task)(item) for item in items)"
  ]
};

/** The reader's loop in a tool's own words: `task` and `items` are the reader's. Empty where the report has no code for it. */
export function codeText(options: CodeOptions): string {
  const all = {...writers, ...frameworkCode};
  const write = all[`${options.tool} ${options.variant}`] ?? all[options.tool];
  return write ? write(options).join("\n") : "";
}

/** The code as a block with a heading for what it is. */
export function codeSample(options: CodeOptions, document: Document): HTMLElement {
  const make = element(document);
  const text = codeText(options);
  if (text === "") return make("p", {}, ["The page on methods shows the code that the harness runs for this tool."]);
  return make("pre", {tabindex: 0, role: "region", "aria-label": "Python code"}, [make("code", {}, [text])]);
}
