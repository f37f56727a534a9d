"""What Dagster's event log says of the steps of a run.

Started and ended are its times of a step; a step is ready when the one it needs has ended, or when the run has begun.
"""

from step_times import measures_of


def step_measures(instance, run_id, chain):
    stats = [stat for stat in instance.get_run_step_stats(run_id) if stat.step_key != "join"]
    stats.sort(key=lambda stat: stat.start_time)
    begun = instance.get_run_stats(run_id).start_time
    ready = [begun, *(stat.end_time for stat in stats)] if chain else [begun] * len(stats)
    return measures_of([(at, stat.start_time, stat.end_time) for at, stat in zip(ready, stats)], chain)
