"""threading: workers of our own that take numbered tasks from a queue."""

import platform
import queue
import threading

VERSION = platform.python_version()


def work(tasks, done):
    """Take tasks until told to stop; an error travels back with its task."""
    while (task := tasks.get()) is not None:
        index, function, item = task
        try:
            done.put((index, function(item), None))
        except Exception as error:
            done.put((index, None, error))


def start(cell):
    """`workers` threads that wait at one queue and answer in another."""
    tasks, done = queue.SimpleQueue(), queue.SimpleQueue()
    threads = [threading.Thread(target=work, args=(tasks, done)) for _ in range(cell["workers"])]
    for thread in threads:
        thread.start()
    return tasks, done, threads


def run(pool, function, items, chunk):
    """Results come in any order; the index puts each in its place."""
    if chunk not in (None, 1):
        raise NotImplementedError("the queue hands out one task at a time")
    tasks, done, _ = pool
    for index, item in enumerate(items):
        tasks.put((index, function, item))
    results = [None] * len(items)
    for _ in items:
        index, result, error = done.get()
        if error:
            raise error
        results[index] = result
    return results


def stop(pool):
    tasks, _, threads = pool
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    pool = start({"workers": 2})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
