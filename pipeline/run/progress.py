"""Summaries as they come -> how far a run is: a bar on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Protocol

from pipeline.output import FileSummary, plural, summary_line

_EVERY = 5.0
"""Seconds between two lines where there is no bar."""


class ProgressDisplay(Protocol):
    """What shows how far a run is."""

    def add(self, summary: FileSummary) -> None:
        """Say how a file went, and count it."""


@contextmanager
def show_progress(files: int, *, verbose: bool) -> Iterator[ProgressDisplay]:
    """Show how far a run over so many files is, and what is to say of each."""
    if files > 1 and sys.stderr.isatty():
        with _bar(files, verbose=verbose) as bar:
            yield bar
    else:
        yield _Lines(files, verbose=verbose)


class _Count:
    """Files, pages and findings so far."""

    def __init__(self, files: int) -> None:
        self.all = files
        self.files = self.pages = self.findings = 0
        self.began = monotonic()

    def add(self, summary: FileSummary) -> None:
        self.files += 1
        self.pages += summary.pages
        self.findings += sum(summary.codes.values())

    def __str__(self) -> str:
        return f"{plural(self.pages, 'page')}, {plural(self.findings, 'finding')}, {self._pace()}"

    def _pace(self) -> str:
        passed = max(monotonic() - self.began, 0.001)
        left = passed / self.files * (self.all - self.files)
        return f"{self.files / passed:.1f} files/s, {_clock(left)} left"


def _clock(seconds: float) -> str:
    """Return a time as hours, minutes and seconds.

    >>> _clock(3725.4)
    '1:02:05'
    """
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}"


class _Lines:
    """Plain lines, for a file or another program."""

    def __init__(self, files: int, *, verbose: bool) -> None:
        self._count = _Count(files)
        self._verbose = verbose
        self._told = monotonic()

    def add(self, summary: FileSummary) -> None:
        self._count.add(summary)
        print(summary_line(summary, verbose=self._verbose), file=sys.stderr, flush=True)
        if monotonic() - self._told >= _EVERY and self._count.files < self._count.all:
            self._told = monotonic()
            line = f"progress: {self._count.files} of {self._count.all} files, {self._count}"
            print(line, file=sys.stderr, flush=True)


@contextmanager
def _bar(files: int, *, verbose: bool) -> Iterator[ProgressDisplay]:
    # It takes a tenth of a second to load: only for a terminal.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[told]}", markup=False))
    with Progress(*columns, console=Console(stderr=True, highlight=False)) as progress:
        task = progress.add_task("", total=files, told="")
        count = _Count(files)

        class Bar:
            def add(self, summary: FileSummary) -> None:
                count.add(summary)
                text = summary_line(summary, verbose=verbose)
                progress.console.print(text, markup=False, emoji=False, soft_wrap=True)
                progress.update(task, advance=1, told=str(count))

        yield Bar()
