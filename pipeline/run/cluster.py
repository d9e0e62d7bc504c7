"""The workers of a Dask cluster as an executor, with the same limits for each file as on one machine.

A task that reaches a Dask worker is handed to a process of its own there (`isolation.IsolatedExecutor`), so
that a file which crashes or hangs costs neither the Dask worker nor the tasks beside it. For that a Dask
worker must be allowed to start processes: `distributed.worker.daemon: False`, or no nanny.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from multiprocessing import current_process
from typing import Any

from pipeline.errors import Status, UsageError
from pipeline.run import journal
from pipeline.run.isolation import IsolatedExecutor, TaskLostError
from pipeline.run.worker import Limits

try:
    from distributed import Client, KilledWorker
except ImportError as error:
    raise UsageError(
        'a cluster needs Dask: pip install "performance-report-pipeline[cluster]"'
    ) from error

_PATIENCE = 15
"""Seconds for which a scheduler is asked again that does not answer."""
_DAEMON = (
    "the Dask workers may not start processes, which the limits for each file need: start them with "
    "DASK_DISTRIBUTED__WORKER__DAEMON=False in their environment, or with --no-nanny"
)


@contextmanager
def cluster_executor(
    address: str, limits: Limits, prepare: tuple[Any, ...]
) -> Iterator[tuple[Executor, int]]:
    """Give the executor of the cluster, and how many threads its workers have.

    Raises `UsageError` where no scheduler answers, or its workers cannot keep the limits.
    """
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {address}: no scheduler answers ({error})") from None
    with client:
        _check(client, address)
        threads = sum(client.nthreads().values())
        yield _Cluster(client.get_executor(pure=False), limits, prepare), threads


def _check(client: Any, address: str) -> None:
    """Raise `UsageError` if the workers could not do what one machine does."""
    try:
        client.wait_for_workers(1, timeout=60)
    except TimeoutError:
        raise UsageError(f"--scheduler {address}: it has no workers") from None
    if any(client.run(_is_daemon).values()):
        raise UsageError(f"--scheduler {address}: {_DAEMON}")
    if any(
        digest != journal.program_digest() for digest in client.run(journal.program_digest).values()
    ):
        raise UsageError(f"--scheduler {address}: its workers have another version of this program")


def _is_daemon() -> bool:
    return current_process().daemon


class _Cluster(Executor):
    """Hands each task to a process of its own, on whatever machine it comes to."""

    def __init__(self, executor: Executor, limits: Limits, prepare: tuple[Any, ...]) -> None:
        self._executor = executor
        self._limits = limits
        self._prepare = prepare

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        outer: Future[Any] = Future()
        inner = self._executor.submit(
            run_isolated, self._limits, self._prepare, fn, *args, **kwargs
        )
        inner.add_done_callback(lambda done: _pass_on(done, outer))
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._executor.shutdown(wait, cancel_futures=cancel_futures)


def _pass_on(inner: Future[Any], outer: Future[Any]) -> None:
    """Give one future's end to another; a task whose Dask workers died again and again is lost."""
    if inner.cancelled():
        outer.set_exception(TaskLostError(Status.CRASHED, "the cluster gave the task up"))
        return
    error = inner.exception()
    if isinstance(error, KilledWorker):
        outer.set_exception(TaskLostError(Status.CRASHED, "every Dask worker that took it died"))
    elif error is not None:
        outer.set_exception(error)
    else:
        outer.set_result(inner.result())


# --------------------------------------------------------------------------- in a Dask worker

_lock = threading.Lock()
_executors: dict[str, IsolatedExecutor] = {}


def run_isolated(
    limits: Limits,
    prepare: tuple[Any, ...],
    function: Callable[..., Any],
    *args: Any,
    **kwargs: Any,
) -> Any:
    """Call a function in a process beside this one, with these limits."""
    if current_process().daemon:
        raise TaskLostError(Status.CRASHED, _DAEMON)
    return _executor(limits, prepare).submit(function, *args, **kwargs).result()


def _executor(limits: Limits, prepare: tuple[Any, ...]) -> IsolatedExecutor:
    """Return this worker's executor for a run, and end that of the run before."""
    name = repr((limits, prepare[1:]))
    with _lock:
        if name not in _executors:
            for old in _executors.values():
                old.shutdown(wait=False)
            _executors.clear()
            # Processes are started as tasks come, one for each thread at most.
            _executors[name] = IsolatedExecutor(os.cpu_count() or 1, limits, prepare)
        return _executors[name]
