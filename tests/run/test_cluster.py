"""The same batch on Dask: a cluster in this process, and one of processes of which one is killed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from pipeline import cli

pytest.importorskip("distributed", reason="the extra cluster is not installed")
cluster = pytest.importorskip("pipeline.run.cluster")

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
TABLES = ("documents.csv", "rows.csv", "indicators.csv", "checks.csv", "datapackage.json")

# What Dask itself warns of is not ours to mend.
pytestmark = [
    pytest.mark.filterwarnings("default"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "in"
    found.mkdir()
    for number in range(6):
        for path in SAMPLES:
            shutil.copy(path, found / f"{number}-{path.name}")
    (found / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    return found


def written(folder: Path) -> dict[str, bytes]:
    pages = {path.name: path.read_bytes() for path in (folder / "review").iterdir()}
    return pages | {name: (folder / name).read_bytes() for name in TABLES}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def dask(*arguments: str, daemon: str = "False") -> Iterator[subprocess.Popen]:
    environment = {
        **os.environ,
        "DASK_DISTRIBUTED__WORKER__DAEMON": daemon,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def scheduler() -> Iterator[str]:
    port = free_port()
    given = ["--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    with dask("scheduler", *given) as process:
        while not answers(port):
            assert process.poll() is None
            time.sleep(0.1)
        yield f"tcp://127.0.0.1:{port}"


def worker(address: str, **more: str) -> contextmanager:
    return dask("worker", address, "--nthreads", "2", "--no-dashboard", **more)


def test_a_local_cluster_writes_the_same_bytes(tmp_path, folder) -> None:
    import dask.config
    from distributed import LocalCluster

    assert cli.main(["run", str(folder), "-o", str(tmp_path / "alone")]) == 3
    with (
        dask.config.set({"distributed.worker.daemon": False}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
    ):
        given = ["-o", str(tmp_path / "out"), "--scheduler", local.scheduler_address]
        assert cli.main(["run", str(folder), *given]) == 3
        checked = cli.main(["check", str(SAMPLES[0]), *given[2:]])
    assert checked == 1
    assert written(tmp_path / "out") == written(tmp_path / "alone")


def test_a_worker_that_is_killed_costs_nothing(tmp_path, folder) -> None:
    assert cli.main(["run", str(folder), "-o", str(tmp_path / "alone")]) == 3
    out = tmp_path / "out"
    with ExitStack() as stack:
        address = stack.enter_context(scheduler())
        # Without a nanny nobody starts it again.
        first, _ = (
            stack.enter_context(
                dask("worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard")
            )
            for _ in range(2)
        )
        command = [sys.executable, "-m", "pipeline", "run", str(folder), "-o", str(out)]
        run = stack.enter_context(
            subprocess.Popen(
                [*command, "--scheduler", address], cwd=ROOT, stderr=subprocess.PIPE, text=True
            )
        )
        while len([*out.glob(".pipeline/entries/*/*")]) < 4:
            assert run.poll() is None, run.stderr.read()
            time.sleep(0.02)
        first.send_signal(signal.SIGKILL)
        told = run.communicate()[1]
    assert run.returncode == 3, told
    assert written(out) == written(tmp_path / "alone")


def test_workers_that_may_start_no_process_are_told_of(tmp_path, capsys) -> None:
    with scheduler() as address, worker(address, daemon="True"):
        assert cli.main(["run", str(SAMPLES[0]), "-o", str(tmp_path), "--scheduler", address]) == 2
    assert re.search("DASK_DISTRIBUTED__WORKER__DAEMON=False", capsys.readouterr().err)


def test_no_scheduler(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    given = ["--scheduler", f"tcp://127.0.0.1:{free_port()}"]
    assert cli.main(["run", str(SAMPLES[0]), "-o", str(tmp_path), *given]) == 2
    assert "no scheduler answers" in capsys.readouterr().err
