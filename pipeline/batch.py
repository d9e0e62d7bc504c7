"""Inputs -> reports: which files are meant, and each of them read, in the order of their names."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import layouts
from pipeline import reports as single
from pipeline.model import Report


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """An input file: the name that the tables give it, its path, and why it is not read."""

    name: str
    path: Path
    reason: str = ""


def sources(inputs: Sequence[str]) -> list[Source]:
    """Return the files that the inputs mean, sorted by name, each once.

    A folder is searched for PDFs and text files, recursively; a pattern with * or ? that the shell
    left alone is expanded. What is named but not there is a source as well, so that it gets its line.
    """
    found: dict[Path, Source] = {}
    for given in inputs:
        for path in _expanded(given):
            for source in _in_folder(path) if path.is_dir() else [Source(path.name, path)]:
                found.setdefault(source.path.absolute(), source)
    return sorted(_unlike(list(found.values())))


def _expanded(given: str) -> list[Path]:
    path = Path(given)
    if not path.exists() and glob.has_magic(given):
        start = Path(path.anchor)
        return sorted(start.glob(str(path.relative_to(start)))) or [path]
    return [path]


def _in_folder(folder: Path) -> Iterator[Source]:
    """Yield the PDFs and text files under a folder; a link that leads out of it is not followed."""
    root = folder.resolve()
    empty = True
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            path = Path(parent, file)
            if path.suffix.lower() not in single.SUFFIXES:
                continue
            empty = False
            name = path.relative_to(folder).as_posix()
            leads_out = path.is_symlink() and not path.resolve().is_relative_to(root)
            reason = "a link that leads out of the input folder" if leads_out else ""
            yield Source(name, path, reason)
    if empty:
        yield Source(folder.name, folder, "no PDF or text file in this folder")


def _unlike(found: Sequence[Source]) -> Iterator[Source]:
    """Give two files of one name, from different inputs, their paths as names."""
    names = [source.name for source in found]
    for source in found:
        if names.count(source.name) > 1:
            yield Source(source.path.as_posix().lstrip("/"), source.path, source.reason)
        else:
            yield source


def reports(
    found: Sequence[Source], jobs: int, words: layouts.Words | None = None
) -> Iterator[Report]:
    """Yield the report of each source in its order, read by so many processes.

    ``words`` are header words and section titles that a user adds.
    """
    words = words or layouts.Words()
    if jobs <= 1 or len(found) < 2:
        layouts.learn(words)
        yield from map(read, found)
        return
    from concurrent.futures import ProcessPoolExecutor  # not needed for one file
    from multiprocessing import get_context

    # Spawned, not forked: a forked child would inherit the parent's open PDF library.
    with ProcessPoolExecutor(
        min(jobs, len(found)), get_context("spawn"), layouts.learn, (words,)
    ) as pool:
        yield from pool.map(read, found)


def read(source: Source) -> Report:
    """Read one source."""
    if source.reason:
        return Report(source.name, "", "skipped", f"{source.name}: {source.reason}")
    return single.report(source.path, source.name)
