"""Takes keys from a queue until it is empty. A message is removed only after its file is written: a lost worker loses nothing."""

from task import run_key


def drain(store, receive, delete):
    """`receive()` gives a (handle, key) or None when the queue is empty; `delete(handle)` removes it.

    A key that fails is left in the queue, which hands it out again and, after the tries it allows, sets it aside.
    """
    done, failed = 0, {}
    while message := receive():
        handle, key = message
        try:
            run_key(store, key)
        except (KeyError, ValueError) as error:
            failed[key] = repr(error)
        else:
            delete(handle)
            done += 1
    return {"done": done, "failed": failed}
