"""What parallel_map promises, for each backend, held against the plain loop. Standard library only."""

import logging
import multiprocessing
import os
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import unittest
from unittest import mock

import tasks
from assetutilities_parallel import ItemsFailed, Settings, Workers, parallel_map, plain, run_jobs, settings

SOURCE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "src")
THREADS = {"enabled": True, "backend": "threads", "max_workers": 2}
PROCESSES = {"enabled": True, "backend": "processes", "max_workers": 2}
EVERY = {"off": None, "plain": {"enabled": True, "backend": "plain"}, "threads": THREADS, "processes": PROCESSES}


#: Workers that the tests share, since each pool of processes takes a while to begin.
SHARED = Workers(PROCESSES)


def tearDownModule():
    SHARED.close()


def run(name, function, items, **how):
    """parallel_map in the way of that name."""
    return SHARED.map(function, items, **how) if name == "processes" else parallel_map(function, items, EVERY[name], **how)


class AttributeDict(dict):
    """As AssetUtilities has it: attributes are keys, until it is pickled."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


class TwoProcessors(unittest.TestCase):
    """Every test sees two processors, whatever the machine has."""

    def setUp(self):
        patch = mock.patch.object(settings, "cpus", return_value=2)
        patch.start()
        self.addCleanup(patch.stop)
        quiet = logging.getLogger("assetutilities_parallel")
        quiet.setLevel(logging.CRITICAL)
        self.addCleanup(quiet.setLevel, logging.NOTSET)

    def tearDown(self):
        shared = [worker.process for worker in SHARED.backend.workers]
        left = [process for process in multiprocessing.active_children() if process not in shared]
        self.assertEqual([], left, "a worker was left behind")


class Every(TwoProcessors):
    def test_results_and_order_are_those_of_the_plain_loop(self):
        for name in EVERY:
            with self.subTest(name):
                self.assertEqual(list(map(tasks.square, range(9))), run(name, tasks.square, range(9)).values())
                self.assertEqual([0, 1, 2, 3], run(name, tasks.slow_first, range(4)).values())
                self.assertEqual([], run(name, tasks.square, []).values())

    def test_a_failure_stands_in_its_place_and_stops_nothing_else(self):
        for name in EVERY:
            with self.subTest(name):
                results = run(name, tasks.pick, range(6))
                self.assertEqual(["done"] * 3 + ["failed"] + ["done"] * 2, [outcome.state for outcome in results])
                self.assertEqual(("ValueError", "no 3 please"), (results[3].error.kind, results[3].error.message))
                self.assertIn("in pick", results[3].error.traceback)
                with self.assertRaisesRegex(ItemsFailed, r"1 of 6 items have no result; the first is item 3 \(failed\)"):
                    results.values()

    def test_stop_begins_nothing_new_and_raises(self):
        for name, section in EVERY.items():
            with self.subTest(name):
                seen = []
                with self.assertRaises(ItemsFailed) as caught:
                    parallel_map(
                        tasks.pick,
                        [3, *range(40, 400)],
                        {**(section or {}), "on_error": "stop"},
                        progress=lambda done, total, outcome: seen.append(outcome.index),
                    )
                self.assertEqual([0], [outcome.index for outcome in caught.exception.failures])
                self.assertLess(len(seen), 100)

    def test_progress_counts_every_item_once_and_cancel_leaves_the_rest(self):
        for name in EVERY:
            with self.subTest(name):
                cancel, counts = threading.Event(), []

                def watch(done, total, outcome):
                    counts.append((done, total))
                    if done == 3:
                        cancel.set()

                results = run(name, tasks.square, range(300), progress=watch, cancel=cancel)
                self.assertEqual([(n + 1, 300) for n in range(len(counts))], counts)
                states = [outcome.state for outcome in results]
                self.assertEqual(300, len(states))
                self.assertEqual(len(counts), states.count("done"))
                self.assertGreater(states.count("cancelled"), 200)

    def test_files_are_the_same_as_from_the_plain_loop(self):
        for name in EVERY:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                paths = [os.path.join(folder, f"{index}.txt") for index in range(5)]
                values = run(name, tasks.write_count, paths).values()
                self.assertEqual([{"path": path, "bytes": 5} for path in paths], values)
                self.assertEqual([f"{index}.txt" for index in range(5)], sorted(os.listdir(folder)))


    def test_two_writers_of_one_file_are_refused_before_anything_begins(self):
        for name in EVERY:
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                paths = [os.path.join(folder, "a.xlsx"), os.path.join(folder, "b.xlsx"), os.path.join(folder, ".", "a.xlsx")]
                with self.assertRaisesRegex(ValueError, "items 0 and 2 would both write"):
                    run(name, tasks.write_count, paths, output=str)
                self.assertEqual([], os.listdir(folder))


class InProcesses(TwoProcessors):
    def test_work_runs_elsewhere_on_no_more_workers_than_asked_for(self):
        pids = set(SHARED.map(tasks.where, range(6)).values())
        self.assertIn(len(pids), (1, 2))
        self.assertNotIn(os.getpid(), pids)

    def test_workers_are_kept_between_batches(self):
        with Workers(PROCESSES) as workers:
            workers.map(tasks.square, range(6))
            first = [worker.process.pid for worker in workers.backend.workers]
            self.assertLessEqual(set(workers.map(tasks.where, range(6)).values()), set(first))
            self.assertEqual(first, [worker.process.pid for worker in workers.backend.workers])

    def test_a_worker_that_dies_costs_its_own_item(self):
        results = SHARED.map(tasks.die_at, range(6))
        self.assertEqual([0, 1, None, 3, 4, 5], [outcome.value for outcome in results])
        self.assertEqual(("lost", "its worker ended with exit code 7"), (results[2].state, results[2].error.message))

    def test_a_worker_that_dies_within_a_chunk_costs_one_item_of_it(self):
        results = parallel_map(tasks.die_at, range(6), {**PROCESSES, "chunk_size": 3})
        self.assertEqual(["done", "done", "lost", "done", "done", "done"], [outcome.state for outcome in results])

    def test_an_item_beyond_its_time_is_ended_and_the_rest_goes_on(self):
        began = time.monotonic()
        results = parallel_map(tasks.sleep_at, range(5), {**PROCESSES, "timeout_per_file": 1.5})
        self.assertEqual(["done", "timed-out", "done", "done", "done"], [outcome.state for outcome in results])
        self.assertLess(time.monotonic() - began, 10)

    @unittest.skipUnless(sys.platform.startswith("linux"), "the hard limit of memory exists on Linux only")
    def test_an_item_that_wants_too_much_memory_fails_alone(self):
        results = parallel_map(tasks.hoard, [1, 2000, 1], {**PROCESSES, "memory_per_worker_mb": 500})
        self.assertEqual(["done", "failed", "done"], [outcome.state for outcome in results])
        self.assertEqual("MemoryError", results[1].error.kind)

    def test_records_of_workers_reach_the_handlers_of_the_parent(self):
        with self.assertLogs("tasks.speaker", "WARNING") as logs:
            SHARED.map(tasks.speak, range(3))
        self.assertEqual(["item 0 speaks", "item 1 speaks", "item 2 speaks"], sorted(r.getMessage() for r in logs.records))
        self.assertEqual({"parallel_map"}, {record.processName for record in logs.records})

    def test_dictionaries_arrive_plain(self):
        cfg = AttributeDict(basename="zip_utilities", inner=AttributeDict(a=1))
        results = SHARED.map(tasks.set_attribute, [cfg, cfg])
        self.assertEqual([("dict", ["basename", "inner"])] * 2, results.values())
        self.assertIs(dict, type(plain({"x": [cfg]})["x"][0]["inner"]))

    def test_what_cannot_be_sent_fails_alone_and_says_so(self):
        results = parallel_map(tasks.square, [2, lambda: None, 3], {**PROCESSES, "chunk_size": 3})
        self.assertEqual([4, None, 9], [outcome.value for outcome in results])
        self.assertIn("cannot be sent to a process", results[1].error.message)
        results = SHARED.map(tasks.not_picklable, [1, 2])
        self.assertEqual(["failed", "failed"], [outcome.state for outcome in results])
        with self.assertRaisesRegex(ValueError, "name a function of a module"):
            SHARED.map(lambda item: item, [1, 2])

    def test_large_values_come_back_whole(self):
        sizes = [5_000_000, 3, 4_000_000]
        values = SHARED.map(bytes, sizes).values()
        self.assertEqual(sizes, [len(value) for value in values])

    def test_a_batch_within_a_worker_runs_in_the_plain_loop(self):
        self.assertEqual([(1, True), (2, True)], SHARED.map(tasks.nested, [1, 2]).values())

    def test_a_program_without_the_main_guard_ends_with_the_right_results_and_a_word_about_it(self):
        script = textwrap.dedent(
            """
            import logging, tasks
            from assetutilities_parallel import parallel_map
            logging.basicConfig(level="WARNING")
            section = {"enabled": True, "max_workers": 2, "memory_per_worker_mb": 5000}
            print(parallel_map(tasks.square, range(4), section).values())
            """
        )
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "unguarded.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(script)
            env = {**os.environ, "PYTHONPATH": os.pathsep.join([SOURCE, os.path.dirname(tasks.__file__)])}
            done = subprocess.run([sys.executable, path], env=env, capture_output=True, text=True, timeout=60)
        self.assertEqual("[0, 1, 4, 9]", done.stdout.strip(), done.stderr)
        self.assertIn("The plain loop does the rest", done.stderr)
        self.assertIn('if __name__ == "__main__":', done.stderr)

    def test_an_interruption_leaves_no_worker(self):
        def interrupt(done, total, outcome):
            raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            parallel_map(tasks.where, range(50), PROCESSES, progress=interrupt)

    def test_every_start_method_of_this_platform_gives_the_same(self):
        for method in multiprocessing.get_all_start_methods():
            with self.subTest(method):
                section = {**PROCESSES, "start_method": method}
                self.assertEqual([0, 1, 4], parallel_map(tasks.square, range(3), section).values())


class WholeJobs(TwoProcessors):
    def test_every_job_has_a_root_folder_of_its_own_even_under_one_name(self):
        for section in (None, PROCESSES):
            with self.subTest(section=section), tempfile.TemporaryDirectory() as folder:
                files = [os.path.join(folder, case, "input.yml") for case in ("03c", "04c", "05c")]
                for file in files:
                    os.mkdir(os.path.dirname(file))
                    with open(file, "w", encoding="utf-8") as text:
                        text.write(f"label: {file[-13:-10]}\n")
                values = run_jobs(tasks.run_job, files, os.path.join(folder, "results"), section).values()
                roots = [os.path.join(folder, "results", f"{index:04}_input") for index in range(3)]
                self.assertEqual([os.path.join(root, "final.yml") for root in roots], [value["final"] for value in values])
                for file, value in zip(files, values):
                    with open(file, encoding="utf-8") as before, open(value["final"], encoding="utf-8") as after:
                        self.assertEqual(before.read(), after.read())

    def test_threads_are_refused(self):
        with self.assertRaisesRegex(ValueError, "must be processes or plain for whole jobs, got 'threads'"):
            run_jobs(tasks.run_job, [], "nowhere", THREADS)


class Configured(TwoProcessors):
    def test_switched_off_or_too_short_or_alone_it_is_the_plain_loop(self):
        off, few, alone = {"enabled": False}, {"min_items": 5}, {"max_workers": 1}
        for section in (None, {}, {**PROCESSES, **off}, {**PROCESSES, **few}, {**PROCESSES, **alone}):
            with self.subTest(section=section):
                self.assertEqual({os.getpid()}, set(parallel_map(tasks.where, range(3), section).values()))

    def test_workers_are_capped_by_items_processors_and_memory(self):
        self.assertEqual(2, Settings.of({**PROCESSES, "max_workers": 30}).worker_count(60))
        self.assertEqual(2, Settings.of(PROCESSES).worker_count(60))
        self.assertEqual(1, Settings.of(PROCESSES).worker_count(1))
        self.assertEqual(30, Settings.of({**THREADS, "max_workers": 30}).worker_count(60))
        limited = {**THREADS, "max_workers": 8, "memory_mb": 1000, "memory_per_worker_mb": 300}
        self.assertEqual(3, Settings.of(limited).worker_count(60))

    def test_a_key_that_nothing_reads_or_a_value_that_means_nothing_is_refused(self):
        wrong = {
            "timeout": (5, "parallel_processing.timeout is not known; there are enabled, backend"),
            "max_workers": (0, "max_workers must be a whole number from 1, got 0"),
            "backend": ("ray", "backend must be one of plain, threads, processes, got 'ray'"),
            "enabled": ("yes", "enabled must be true or false, got 'yes'"),
            "log_level": ("LOUD", "log_level must be a level of logging, got 'LOUD'"),
            "timeout_per_file": (0, "timeout_per_file must be seconds above 0, got 0"),
        }
        for key, (value, message) in wrong.items():
            with self.subTest(key), self.assertRaisesRegex(ValueError, message):
                Settings.of({key: value})
        with self.assertRaisesRegex(ValueError, "timeout_per_file needs backend processes, got 'threads'"):
            Settings.of({**THREADS, "timeout_per_file": 1})

    def test_failures_are_saved_where_the_configuration_says(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "failures.csv")
            parallel_map(tasks.pick, range(5), {"save_error_reports": path})
            with open(path, encoding="utf-8") as file:
                header, row = file.read().splitlines()[:2]
        self.assertEqual("index,item,state,error,traceback", header)
        self.assertTrue(row.startswith("3,3,failed,ValueError: no 3 please,"))

    def test_progress_is_logged_every_tenth(self):
        logging.getLogger("assetutilities_parallel").setLevel(logging.NOTSET)
        with self.assertLogs("assetutilities_parallel", "INFO") as logs:
            parallel_map(tasks.square, range(40), {"progress_reporting": True})
        self.assertEqual([f"{n} of 40 items done" for n in range(4, 41, 4)], [r.getMessage() for r in logs.records])


if __name__ == "__main__":
    unittest.main()
