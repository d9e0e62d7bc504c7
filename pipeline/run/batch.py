"""Sources -> outcomes: each file read by a task of an executor, whatever executor that is.

Whoever is handed in, `isolation.IsolatedExecutor` or that of a cluster, the batch submits tasks and takes their
results as they come. What hit a limit or broke its worker is tried once more when all else is done, one
at a time: then the machine is not to blame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from itertools import islice
from time import monotonic

from pipeline.run import tasks
from pipeline.run.inputs import InputFile
from pipeline.run.isolation import TaskLostError

Done = tuple[int, tasks.Outcome]
"""The index of a source, and what became of it."""


def read_batch(
    files: Sequence[InputFile], order: tasks.Order, executor: Executor, ahead: int
) -> Iterator[Done]:
    """Yield what becomes of each source, as they are done; ``ahead`` tasks are submitted at a time."""
    again: list[int] = []
    waiting = enumerate(files)
    running: dict[Future[tasks.Outcome], int] = {}
    while True:
        for index, source in islice(waiting, ahead - len(running)):
            running[executor.submit(tasks.read_source, source, index + 1, order)] = index
        if not running:
            break
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            index = running.pop(future)
            try:
                yield index, future.result()
            except TaskLostError:
                again.append(index)
    for index in sorted(again):
        yield index, _alone(files[index], index, order, executor)


def _alone(source: InputFile, index: int, order: tasks.Order, executor: Executor) -> tasks.Outcome:
    """Read a source once more, with nothing beside it; what is lost again has that for its report."""
    began = monotonic()
    try:
        return executor.submit(tasks.read_source, source, index + 1, order).result()
    except TaskLostError as lost:
        report = tasks.failed_report(source, lost.status, lost.reason, lost.note)
        return tasks.make_outcome(report, order)._replace(seconds=monotonic() - began)
