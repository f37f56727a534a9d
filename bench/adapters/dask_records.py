"""What Dask's scheduler notes of tasks: when each was ready, by its log; when it ran, as workers report to a plugin."""

from distributed.diagnostics.task_stream import TaskStreamPlugin

from step_times import measures_of


def share_clock(dask_worker):
    """Worker and scheduler have one clock here; Dask would guess a difference from how long it took to register."""
    type(dask_worker).scheduler_delay = property(lambda _: 0, lambda _, guess: None)


def watch(client, scheduler, cell):
    """From now on keep what workers report, as `get_task_stream` does; returns what measures the last run."""
    client.run(share_clock)
    plugin = TaskStreamPlugin(scheduler)
    scheduler.add_plugin(plugin)

    def records():
        ready = {}
        for key, start, _finish, _others, _stimulus, moment in scheduler.transition_log:
            if start == "waiting":
                ready.setdefault(key, moment)
        steps = [
            (ready.get(report["key"]), part["start"], part["stop"])
            for report in plugin.collect(count=cell["task_count"])
            for part in report["startstops"]
            if part["action"] == "compute"
        ]
        return measures_of(sorted(steps, key=lambda step: step[1]), cell["pattern"] == "chain")

    return records
