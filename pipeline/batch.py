"""Sources -> outcomes: each file read by a task of an executor, whatever executor that is.

Whoever is handed in, `isolation.Isolated` or that of a cluster, the batch submits tasks and takes their
results as they come. What hit a limit or broke its worker is tried once more when all else is done, one
at a time: then the machine is not to blame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from itertools import islice
from time import monotonic

from pipeline import work
from pipeline.inputs import Source
from pipeline.isolation import TaskLostError

Done = tuple[int, work.Outcome]
"""The index of a source, and what became of it."""


def read(
    found: Sequence[Source], order: work.Order, executor: Executor, ahead: int
) -> Iterator[Done]:
    """Yield what becomes of each source, as they are done; ``ahead`` tasks are submitted at a time."""
    again: list[int] = []
    waiting = enumerate(found)
    running: dict[Future[work.Outcome], int] = {}
    while True:
        for index, source in islice(waiting, ahead - len(running)):
            running[executor.submit(work.read, source, index + 1, order)] = index
        if not running:
            break
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            index = running.pop(future)
            try:
                yield index, future.result()
            except TaskLostError:
                again.append(index)
    for index in sorted(again):
        yield index, _alone(found[index], index, order, executor)


def _alone(source: Source, index: int, order: work.Order, executor: Executor) -> work.Outcome:
    """Read a source once more, with nothing beside it; what is lost again has that for its report."""
    began = monotonic()
    try:
        return executor.submit(work.read, source, index + 1, order).result()
    except TaskLostError as lost:
        report = work.failed(source, lost.status, lost.reason, lost.note)
        return work.outcome(report, order)._replace(seconds=monotonic() - began)
