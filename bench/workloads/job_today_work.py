"""Business work: one whole job as a command of its own, as scripts run AssetUtilities today: each pays for every import."""

import subprocess
import sys

import job_files

MEASURES_PAYLOAD = True


def task(item):
    done = subprocess.run([sys.executable, job_files.__file__, item["file"]], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"the job failed: {done.stderr.strip().splitlines()[-1]}")
    return {"final": done.stdout.strip()}


items, checksum = job_files.job_items, job_files.jobs_told
