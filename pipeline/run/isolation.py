"""Tasks -> results from processes of their own: what crashes, hangs or eats memory costs only itself.

`IsolatedExecutor` is a `concurrent.futures.Executor` whose workers have limits. A worker serves many tasks
and is replaced when it dies, has served long enough, or has grown. A task that is lost gives a
`TaskLostError` with a status of the contract and a reason; all other tasks go on.

The standard library's pool fails every task when one worker dies, and so does loky. pebble kills
single tasks, but is LGPL and has no limits on memory; billiard (BSD) has time limits, but looks at
memory only between tasks and loses a task whose worker dies until a timer runs out. Neither hears from
inside a task, and the limits here hang on that: they count from the last page that was done.

How a limit is kept, for each task:

- computing: ``seconds`` from one step to the next and a tenth of it for each step in all. The kernel
  counts it (ITIMER_PROF), so that a busy machine does not change which file is too slow.
- waiting: three times that and ten seconds of wall clock without a step; the supervisor kills the worker.
- memory: ``megabytes`` of address space beyond what the worker has mapped before (RLIMIT_AS). Python
  raises an error then; a C library aborts, and what it had mapped by then tells that from a defect.
- orphans: a worker ends with its parent, by the kernel on Linux, by the end of its pipe elsewhere.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from pickle import UnpicklingError
from types import TracebackType
from typing import Any

from pipeline.errors import Status
from pipeline.run.preload import start_preload
from pipeline.run.worker import Limits, serve_tasks

_GARBLED = (
    EOFError,
    OSError,
    UnpicklingError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ImportError,
)
"""What comes of a message that a dying worker did not finish, or had no mind left to write."""


_MOST_REFUSALS = 3
"""So many new processes in a row that end at once show that none will work."""
_NEVER_READY = (
    "the processes that read end as soon as they are started; is the program installed whole?"
)


class TaskLostError(Exception):
    """A task that gave no result: ``status`` is one of those that are interrupted.

    ``note`` is what the task said of itself with `note`, ``step`` its last `step`.
    """

    def __init__(self, status: Status, reason: str, note: str = "", step: int = 0) -> None:
        super().__init__(status, reason, note, step)
        self.status = status
        self.reason = reason
        self.note = note
        self.step = step

    def __str__(self) -> str:
        return f"{self.status}: {self.reason}"


@dataclass(slots=True)
class _Job:
    """A task that was submitted."""

    future: Future[Any]
    call: memoryview
    refused: int = 0
    """How many new processes ended before they could take it."""


@dataclass(slots=True, eq=False)
class _Worker:
    """A worker process, and the job that it is at."""

    process: Any
    connection: Connection
    job: _Job | None = None
    heard: float = 0.0
    note: str = ""
    step: int = 0


@dataclass(slots=True)
class _Shared:
    """What `submit` hands to the supervising thread."""

    waiting: deque[_Job] = field(default_factory=deque)
    closing: bool = False
    killing: bool = False


class IsolatedExecutor(Executor):
    """An executor whose tasks run in processes with limits; see the module.

    ``prepare`` is a function with its arguments that each worker calls first. Functions and
    arguments must be such as can be pickled.
    """

    def __init__(self, workers: int, limits: Limits, prepare: tuple[Any, ...] = ()) -> None:
        self._context = start_preload()
        self._size = workers
        self._limits = limits
        self._prepare = prepare
        self._workers: list[_Worker] = []
        self._shared = _Shared()
        self._lock = threading.Lock()
        self._bell, self._ring = self._context.Pipe(duplex=False)
        self._thread = threading.Thread(target=self._supervise, name="supervisor", daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a function called in a worker; its future fails with `TaskLostError`, if at all."""
        future: Future[Any] = Future()
        call = ForkingPickler.dumps((fn, args, kwargs))
        with self._lock:
            if self._shared.closing:
                raise RuntimeError("no task can be submitted after shutdown")
            self._shared.waiting.append(_Job(future, call))
            self._ring.send(None)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more tasks; finish those there are, or with ``cancel_futures`` kill them."""
        with self._lock:
            already = self._shared.closing and not cancel_futures
            self._shared.closing = True
            self._shared.killing |= cancel_futures
            if not already and self._thread.is_alive():
                self._ring.send(None)
        if wait:
            self._thread.join()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        """Finish what was submitted; whoever leaves by an error waits for nothing."""
        self.shutdown(cancel_futures=exc_type is not None)

    # What follows runs in the supervising thread.

    def _supervise(self) -> None:
        try:
            while not self._finished():
                self._assign()
                sources: list[Any] = [worker.connection for worker in self._workers]
                ready = wait([*sources, self._bell], self._until_late())
                if self._bell in ready:
                    self._bell.recv()
                for worker in [worker for worker in self._workers if worker.connection in ready]:
                    self._hear(worker)
                self._end_late()
        finally:
            self._abandon()

    def _finished(self) -> bool:
        with self._lock:
            busy = self._shared.waiting or any(worker.job for worker in self._workers)
            return self._shared.killing or (self._shared.closing and not busy)

    def _assign(self) -> None:
        """Give each idle worker a job; start workers while there are more jobs."""
        while (job := self._next()) is not None:
            idle = next((worker for worker in self._workers if worker.job is None), None)
            try:
                worker = idle or self._start()
            except OSError as error:
                reason = f"no process could be started: {error.strerror}"
                job.future.set_exception(TaskLostError(Status.CRASHED, reason))
                continue
            except EOFError:  # the process that they are forked from has ended
                job.future.set_exception(TaskLostError(Status.CRASHED, _NEVER_READY))
                continue
            worker.job, worker.heard, worker.note, worker.step = job, time.monotonic(), "", 0
            try:
                worker.connection.send_bytes(job.call)
            except OSError:  # it died idle; nothing of the job was done
                self._remove(worker)
                job.refused += idle is None
                if job.refused >= _MOST_REFUSALS:
                    job.future.set_exception(TaskLostError(Status.CRASHED, _NEVER_READY))
                    continue
                with self._lock:
                    self._shared.waiting.appendleft(job)

    def _next(self) -> _Job | None:
        free = len(self._workers) < self._size or any(w.job is None for w in self._workers)
        with self._lock:
            while free and self._shared.waiting and not self._shared.killing:
                job = self._shared.waiting.popleft()
                if job.future.running() or job.future.set_running_or_notify_cancel():
                    return job
        return None

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=serve_tasks, args=(theirs, self._limits, self._prepare), daemon=True
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _hear(self, worker: _Worker) -> None:
        """Take one message of a worker, or learn that it is dead."""
        try:
            kind, content = worker.connection.recv()
        except _GARBLED:
            self._lose(worker, *self._died(worker))
            return
        worker.heard = time.monotonic()
        if kind == "step":
            worker.step = content
        elif kind == "note":
            worker.note = content
        elif kind == "failed":
            self._lose(worker, *content)
        elif worker.job is not None:
            result, leaves = content
            job, worker.job = worker.job, None
            if leaves:
                self._remove(worker)
            job.future.set_result(result)

    def _died(self, worker: _Worker) -> tuple[Status, str]:
        """Return status and reason for a worker that ended without a word."""
        worker.process.join(5)
        code = worker.process.exitcode
        if sys.platform != "win32" and code == -signal.SIGPROF:
            return Status.TIMEOUT, self._too_long(worker, "computing")
        name = signal.Signals(-code).name if code is not None and code < 0 else f"exit {code}"
        # A library that gets no memory ends the process as it does when it finds itself broken.
        reason = (
            f"the reader broke down after page {worker.step} ({name}); it may have needed more than"
        )
        return Status.CRASHED, f"{reason} {self._limits.megabytes} MB of memory (--memory)"

    def _too_long(self, worker: _Worker, doing: str) -> str:
        seconds = self._limits.seconds
        return f"it took too long {doing} after page {worker.step} (--timeout {seconds})"

    def _until_late(self) -> float | None:
        """Return the seconds until the next worker will have been silent for too long."""
        busy = [worker.heard for worker in self._workers if worker.job]
        return max(min(busy) + self._limits.patience - time.monotonic(), 0) if busy else None

    def _end_late(self) -> None:
        late = time.monotonic() - self._limits.patience
        for worker in [w for w in self._workers if w.job and w.heard <= late]:
            self._lose(worker, Status.TIMEOUT, self._too_long(worker, "without a sign of progress"))

    def _lose(self, worker: _Worker, status: Status, reason: str) -> None:
        self._remove(worker)
        if worker.job is not None:
            lost = TaskLostError(status, reason, worker.note, worker.step)
            worker.job.future.set_exception(lost)

    def _remove(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.kill()
        worker.process.join(5)
        if (
            worker.process.exitcode is not None
        ):  # one that waits for a dead disk cannot be waited for
            worker.process.close()

    def _abandon(self) -> None:
        """End every worker, and say so to who waits."""
        with self._lock:
            self._shared.closing = True
            left = [*self._shared.waiting]
        for worker in [*self._workers]:
            self._remove(worker)
            if worker.job is not None:
                worker.job.future.set_exception(TaskLostError(Status.CRASHED, "the run was ended"))
        for job in left:
            job.future.cancel()
