"""What Luigi's scheduler knows of the tasks of a build: the usual local scheduler, kept until it has been asked.

Ready, started and ended are its times of a task: added or last need met, handed to a worker, reported done.
"""

from luigi.interface import _WorkerSchedulerFactory

from step_times import measures_of


class KeptScheduler(_WorkerSchedulerFactory):
    def create_local_scheduler(self):
        self.scheduler = super().create_local_scheduler()
        return self.scheduler

    def step_measures(self, steps, chain):
        """Of these tasks, in their order."""
        records = {task.id: task for task in self.scheduler._state.get_active_tasks()}

        def times(task):
            ready = max([task.time, *(records[need].updated for need in task.deps or [])])
            return ready, task.time_running, task.updated

        return measures_of([times(records[step.task_id]) for step in steps], chain)
