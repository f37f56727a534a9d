"""Airflow as its users run it: scheduler, dag-processor, API server and LocalExecutor on SQLite or PostgreSQL.

``airflow_service.py sqlite|postgresql`` writes one JSON line when the API answers and the DAGs are known, and ends all
when its standard input closes. Defaults, but for ports, folders, no examples, no log-in and no usage data.
"""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from urllib.request import Request, urlopen

from postgres_server import postgres

READY_SECONDS = 150
DAG_COUNT = 8
COMPONENTS = (("scheduler",), ("dag-processor",), ("api-server",))


def free_ports(count):
    with ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def environment(home, database):
    port, log_port, trigger_port = free_ports(3)
    settings = {
        "CORE__DAGS_FOLDER": Path(__file__).with_name("airflow_dags"),
        "CORE__LOAD_EXAMPLES": False,
        "CORE__DAGS_ARE_PAUSED_AT_CREATION": False,
        "CORE__EXECUTOR": "LocalExecutor",
        "CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/",
        "CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": True,
        "DATABASE__SQL_ALCHEMY_CONN": database,
        "API__HOST": "127.0.0.1",
        "API__PORT": port,
        "API__BASE_URL": f"http://127.0.0.1:{port}",
        "API__SECRET_KEY": secrets.token_hex(16),
        "API_AUTH__JWT_SECRET": secrets.token_hex(32),
        "LOGGING__WORKER_LOG_SERVER_PORT": log_port,
        "LOGGING__TRIGGER_LOG_SERVER_PORT": trigger_port,
        "USAGE_DATA_COLLECTION__ENABLED": False,
    }
    made = {**os.environ, **{f"AIRFLOW__{name}": str(value) for name, value in settings.items()}}
    # Airflow calls itself by name; its tasks import the functions from the folders that Python is told of.
    made.update(AIRFLOW_HOME=home, PATH=os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]]))
    made["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path and "lib/python" not in path)
    return made, f"http://127.0.0.1:{port}"


def started(command, env, home):
    log = open(os.path.join(home, f"{command[0]}.log"), "wb")
    program = [sys.executable, "-m", "airflow", *command]
    return subprocess.Popen(program, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)


def ended(processes):
    """All at once, politely first; a component's children are of its process group."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        for process in processes:
            try:
                os.killpg(process.pid, number)
            except ProcessLookupError:
                continue
        deadline = time.monotonic() + 10
        while any(process.poll() is None for process in processes) and time.monotonic() < deadline:
            time.sleep(0.05)


def answer(address, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with urlopen(Request(address, headers=headers), timeout=5) as response:
            return json.load(response)
    except (OSError, ValueError):
        return {}


def knows_dags(url):
    """All files of DAGs that were found have been read; one with a mistake is an error."""
    token = answer(f"{url}/auth/token").get("access_token")
    mistakes = answer(f"{url}/api/v2/importErrors", token).get("import_errors", [])
    if mistakes:
        raise RuntimeError(f"Airflow could not read a DAG: {mistakes[0]['stack_trace'].strip().splitlines()[-1]}")
    return answer(f"{url}/api/v2/dags", token).get("total_entries", 0) >= DAG_COUNT


def wait_for(url, processes, home):
    """Until scheduler and dag-processor report healthy and the last of our DAGs has been read."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        dead = next((name[0] for name, process in zip(COMPONENTS, processes) if process.poll() is not None), None)
        if dead:
            said = Path(home, f"{dead}.log").read_text(errors="replace").strip().split("\n")[-1]
            raise RuntimeError(f"Airflow's {dead} ended: {said}")
        health = answer(f"{url}/api/v2/monitor/health")
        healthy = all(health.get(part, {}).get("status") == "healthy" for part in ("scheduler", "dag_processor"))
        if healthy and knows_dags(url):
            return
        time.sleep(0.2)
    raise RuntimeError(f"Airflow was not ready within {READY_SECONDS} s")


@contextmanager
def running(argument):
    """Settings for the adapter: {"url": …}. Everything ends, and its folder goes, on leaving."""
    home = mkdtemp(prefix="airflow-")
    processes = []
    with ExitStack() as stack:
        stack.callback(rmtree, home, ignore_errors=True)
        database = f"sqlite:///{home}/airflow.db"
        if argument == "postgresql":
            database = stack.enter_context(postgres("airflow")).replace("postgresql:", "postgresql+psycopg2:")
        env, url = environment(home, database)
        stack.callback(ended, processes)
        migrate = [sys.executable, "-m", "airflow", "db", "migrate"]
        migrated = subprocess.run(migrate, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if migrated.returncode:
            raise RuntimeError(f"airflow db migrate failed: {migrated.stderr.strip()[-300:]}")
        processes += [started(command, env, home) for command in COMPONENTS]
        wait_for(url, processes, home)
        yield {"url": url}


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with running(sys.argv[1] if len(sys.argv) > 1 else "sqlite") as settings:
            print(json.dumps(settings), flush=True)
            sys.stdin.read()
    except (NotImplementedError, RuntimeError) as error:
        print(json.dumps({"unsupported": str(error)}), flush=True)


if __name__ == "__main__":
    main()
