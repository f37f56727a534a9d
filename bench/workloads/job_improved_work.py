"""Business work: the same whole job inside a process that lives on, with a root folder of its own and no shared state."""

from job_files import job_items, jobs_told, run_job

MEASURES_PAYLOAD = True


def task(item):
    return run_job(item["file"])


items, checksum = job_items, jobs_told
