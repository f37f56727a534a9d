"""joblib: Parallel over loky's reusable processes, or over threads; batches grow by themselves while tasks are short."""

import joblib

VERSION = joblib.__version__


def start(cell):
    """One Parallel object for all calls: inside `with` its workers stay. With one worker joblib runs in the caller."""
    parallel = joblib.Parallel(n_jobs=cell["workers"], backend=cell["variant"])
    parallel.__enter__()
    return parallel, cell["variant"]


def run(pool, function, items, chunk):
    """`chunk` None is joblib's automatic batch size."""
    parallel, _ = pool
    parallel.batch_size = chunk or "auto"
    return parallel(joblib.delayed(function)(item) for item in items)


def stop(pool):
    """Leaving `with` keeps loky's processes for the next user: shut them down, so that none is left."""
    parallel, backend = pool
    parallel.__exit__(None, None, None)
    if backend == "loky":
        joblib.externals.loky.get_reusable_executor().shutdown(wait=True)


if __name__ == "__main__":
    pool = start({"workers": 2, "variant": "loky"})
    print(run(pool, abs, range(-5, 5), None))
    stop(pool)
