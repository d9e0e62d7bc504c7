"""A worker process: what it tells of its task, when it is replaced, and where an error was raised."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import Status
from pipeline.run import worker
from pipeline.run.isolation import IsolatedExecutor
from pipeline.run.worker import Limits

ROOT = Path(__file__).parents[2]


def test_patience_is_longer_than_the_computing() -> None:
    assert Limits(30).patience == 100
    assert Limits(1).patience == 13


def test_outside_of_a_worker_nothing_is_reported() -> None:
    assert worker.report_step(3) is None
    assert worker.leave_note("digest") is None


class Connection:
    """Keeps what a watch sends."""

    def __init__(self) -> None:
        self.sent: list[object] = []

    def send(self, message: object) -> None:
        self.sent.append(message)


ENDED = [
    pytest.param(MemoryError(), (Status.LIMIT, "it needs more than 1024 MB"), id="memory"),
    pytest.param(
        ValueError("no"), (Status.CRASHED, "the reader broke down: ValueError: no"), id="error"
    ),
]


@pytest.mark.parametrize(("error", "told"), ENDED)
def test_a_task_that_fails_says_why(error: Exception, told: tuple[Status, str]) -> None:
    connection = Connection()
    watch = worker._Watch(connection, Limits())
    watch.__exit__(type(error), error, error.__traceback__)
    ((kind, (status, reason)),) = connection.sent
    assert kind == "failed"
    assert status is told[0]
    assert reason.startswith(told[1])


def test_a_task_that_ends_well_says_nothing() -> None:
    connection = Connection()
    worker._Watch(connection, Limits()).__exit__(None, None, None)
    assert connection.sent == []


def test_an_error_has_its_place_in_the_program() -> None:
    from pipeline.quantities import find

    with pytest.raises(TypeError) as error:
        find(None)
    assert worker._place(error.tb).startswith(" (characters.py:")


def process(_: int) -> int:
    return os.getpid()


def test_a_worker_is_replaced_after_so_many_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    served = worker._SERVES
    with IsolatedExecutor(1, Limits(60, 500)) as executor:
        processes = list(executor.map(process, range(served + 1)))
    assert len(set(processes[:served])) == 1
    assert processes[served] not in processes[:served]


PRINTING = """
import ctypes, os
from pipeline.run.isolation import IsolatedExecutor
from pipeline.run.worker import Limits
if __name__ == "__main__":
    with IsolatedExecutor(1, Limits(60, 500)) as executor:
        executor.submit(print, "from the document", flush=True).result()
"""


def test_a_worker_prints_nothing(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(PRINTING)
    ended = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, cwd=ROOT, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.stdout == ""
