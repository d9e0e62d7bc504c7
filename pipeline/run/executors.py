"""Options -> the executor that reads: processes of this machine, or those of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.run.isolation import IsolatedExecutor
from pipeline.run.worker import Limits

if TYPE_CHECKING:
    from pipeline.tables import HeaderWords

TASKS_AHEAD = 4
"""Tasks that are submitted at a time, for each process that reads."""


class Workers(NamedTuple):
    """What reads: so many processes with limits, or those of the scheduler at an address.

    ``words`` are the header words of an agency, which each process learns.
    """

    jobs: int
    limits: Limits = Limits()
    scheduler: str | None = None
    words: HeaderWords | None = None


@contextmanager
def open_executor(workers: Workers, files: int) -> Iterator[tuple[Executor, int]]:
    """Give the executor for so many files, and how many tasks to have submitted at a time."""
    prepare: tuple[Any, ...] = ()
    if workers.words:
        from pipeline.tables import learn_words  # loads the patterns of headers

        prepare = (learn_words, workers.words)
    if workers.scheduler:
        from pipeline.run.cluster import cluster_executor  # an extra

        with cluster_executor(workers.scheduler, workers.limits, prepare) as (executor, threads):
            yield executor, TASKS_AHEAD * threads
        return
    jobs = min(workers.jobs, files)
    with IsolatedExecutor(jobs, workers.limits, prepare) as executor:
        yield executor, TASKS_AHEAD * jobs
