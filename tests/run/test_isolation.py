"""Tasks in processes of their own: what is lost is lost alone, with the right status and reason."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, wait
from pathlib import Path
from typing import ClassVar

import pytest

from pipeline.run import isolation, worker
from pipeline.run.isolation import IsolatedExecutor, TaskLostError
from pipeline.run.worker import Limits

ROOT = Path(__file__).parents[2]


class Waiting(Limits):
    """Limits of a supervisor that waits as long as it takes, but not for the task that hangs."""

    hanging: ClassVar[Future | None] = None

    @property
    def patience(self) -> float:
        hangs = self.hanging is not None and not self.hanging.done()
        return 0.5 if hangs else 3600.0


LIMITS = Waiting(seconds=1, megabytes=200)


def square(number: int) -> int:
    return number * number


def killed(number: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def aborted(number: int) -> None:
    os.abort()


def sleeping(number: int) -> None:
    time.sleep(1000)


def computing(number: int) -> None:
    worker.leave_note("digest")
    worker.report_step(number)
    while True:
        pass


def failing(number: int) -> None:
    raise ValueError(f"no {number}")


def hungry(number: int) -> int:
    return len(bytearray(400 << 20))


def hungry_library(number: int) -> None:
    """Do as a C library that gets no memory."""
    held = []
    try:
        while True:
            held.append(bytearray(1 << 20))
    except MemoryError:
        os.abort()


def recursive(number: int) -> int:
    return recursive(number) + 1


def compute(seconds: float) -> None:
    """Take so much of the processor, however long that lasts."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def slow_but_moving(number: int) -> int:
    for done in range(12):
        worker.report_step(done)
        compute(0.1)
    return number


def greedy(number: int) -> int:
    """Take more than half of the computing and of the memory that a task may take."""
    compute(0.6)
    assert bytearray(60 << 20)
    return os.getpid()


LOST = [
    pytest.param(killed, "crashed", "SIGKILL", id="killed"),
    pytest.param(aborted, "crashed", "SIGABRT", id="aborted"),
    pytest.param(sleeping, "timeout", "--timeout 1", id="hangs"),
    pytest.param(computing, "timeout", "after page 5", id="computes-for-ever"),
    pytest.param(failing, "crashed", "ValueError: no 5", id="fails"),
    pytest.param(recursive, "crashed", "RecursionError", id="recursive"),
    pytest.param(hungry, "limit", "200 MB", id="hungry"),
    pytest.param(hungry_library, "limit", "200 MB", id="hungry-library"),
]


@pytest.mark.parametrize(("task", "status", "reason"), LOST)
def test_what_is_lost_says_why(task, status, reason, monkeypatch) -> None:
    with IsolatedExecutor(1, LIMITS) as executor:
        lost = executor.submit(task, 5)
        if task is sleeping:
            monkeypatch.setattr(Waiting, "hanging", lost)
        after = executor.submit(square, 5)
        with pytest.raises(TaskLostError) as error:
            lost.result()
        assert after.result() == 25
    assert error.value.status == status
    assert reason in error.value.reason


def test_a_note_outlives_its_task() -> None:
    with IsolatedExecutor(1, LIMITS) as executor, pytest.raises(TaskLostError) as error:
        executor.submit(computing, 7).result()
    assert (error.value.note, error.value.step) == ("digest", 7)


def test_of_24_tasks_exactly_the_three_bad_ones_are_lost(monkeypatch) -> None:
    tasks = [square] * 24
    tasks[3], tasks[10], tasks[17] = killed, sleeping, failing
    with IsolatedExecutor(4, LIMITS) as executor:
        futures = [executor.submit(task, number) for number, task in enumerate(tasks)]
        wait([future for number, future in enumerate(futures) if number != 10])
        monkeypatch.setattr(Waiting, "hanging", futures[10])
        executor.shutdown(wait=False)  # has the supervisor look at what is left
        lost = {}
        for number, future in enumerate(futures):
            try:
                assert future.result() == number * number
            except TaskLostError as error:
                lost[number] = error.status
    assert lost == {3: "crashed", 10: "timeout", 17: "crashed"}


def test_a_long_task_that_gets_on_is_not_too_slow() -> None:
    with IsolatedExecutor(1, LIMITS) as executor:
        assert executor.submit(slow_but_moving, 3).result() == 3


def test_limits_are_for_each_task_not_for_all() -> None:
    """A worker that has computed and eaten for one task has the whole of its limits for the next."""
    with IsolatedExecutor(1, Waiting(1, 100)) as executor:
        processes = [executor.submit(greedy, 1).result() for _ in range(4)]
    assert len(set(processes)) == 1


def test_many_tasks_outlive_their_workers() -> None:
    with IsolatedExecutor(2, LIMITS) as executor:
        assert list(executor.map(square, range(900))) == [n * n for n in range(900)]


def test_what_cannot_be_sent_is_told_and_harms_nothing() -> None:
    with IsolatedExecutor(1, LIMITS) as executor:
        with pytest.raises((AttributeError, TypeError)):
            executor.submit(lambda: 1)
        assert executor.submit(square, 3).result() == 9


def test_no_task_after_shutdown() -> None:
    executor = IsolatedExecutor(1, LIMITS)
    executor.shutdown()
    executor.shutdown()
    with pytest.raises(RuntimeError):
        executor.submit(square, 1)


def test_leaving_by_an_error_kills_what_runs() -> None:
    began = time.monotonic()
    executor = IsolatedExecutor(1, Limits(600, 200))
    future = executor.submit(sleeping, 1)
    while not future.running():
        time.sleep(0.01)
    executor.__exit__(KeyboardInterrupt, None, None)
    assert time.monotonic() - began < 500  # it sleeps for twice as long
    assert isinstance(future.exception(), TaskLostError)


ORPHAN = """
import os, sys, time
from pipeline.run.isolation import IsolatedExecutor
from pipeline.run.worker import Limits
from tests.run.test_isolation import tell_and_sleep
if __name__ == "__main__":
    executor = IsolatedExecutor(1, Limits(60, 200))
    executor.submit(tell_and_sleep, sys.argv[1])
    time.sleep(600)
"""


def tell_and_sleep(path: str) -> None:
    part = Path(f"{path}.part")
    part.write_text(str(os.getpid()))
    part.replace(path)
    time.sleep(600)


@pytest.mark.skipif(sys.platform != "linux", reason="told from /proc")
def test_no_worker_survives_its_parent(tmp_path) -> None:
    told = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", ORPHAN, str(told)], cwd=ROOT) as parent:
        while not told.exists():
            assert parent.poll() is None
            time.sleep(0.05)
        parent.kill()
    pid = int(told.read_text())
    end = time.monotonic() + 300  # the worker sleeps for twice as long
    while runs(pid):
        assert time.monotonic() < end, "the worker runs on"
        time.sleep(0.05)


def runs(pid: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


class EndedConnection:
    """A pipe to a process that has ended."""

    def send_bytes(self, call: object) -> None:
        raise BrokenPipeError

    def close(self) -> None:
        pass


def test_processes_that_end_at_once_are_not_started_for_ever(monkeypatch) -> None:
    started = []

    def start(executor):
        process = executor._context.Process(target=int, daemon=True)
        process.start()
        worker = isolation._Worker(process, EndedConnection())
        executor._workers.append(worker)
        started.append(worker)
        return worker

    monkeypatch.setattr(IsolatedExecutor, "_start", start)
    executor = IsolatedExecutor(1, Limits(60, 200))
    future = executor.submit(int)
    with pytest.raises(TaskLostError, match="as soon as they are started"):
        future.result(timeout=60)
    executor.shutdown()
    assert len(started) == 3


def test_a_task_is_lost_where_nothing_can_be_forked_from(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_: object) -> None:
        raise EOFError("unexpected EOF")

    with IsolatedExecutor(1, LIMITS) as executor:
        monkeypatch.setattr(executor._context.Process, "start", ended)
        lost = [executor.submit(square, number) for number in (1, 2)]
        for future in lost:
            with pytest.raises(TaskLostError, match="is the program installed whole"):
                future.result(timeout=60)
