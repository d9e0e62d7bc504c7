"""Source -> Outcome: what a worker does for one file; the batch knows nothing else of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from pipeline import journal, remote, worker
from pipeline.entries import Entry
from pipeline.errors import DocumentError
from pipeline.inputs import Source
from pipeline.messages import Language
from pipeline.model import Report
from pipeline.summaries import Summary

LOST = ("timeout", "limit", "crashed")
"""Statuses of a file whose reading was ended by a limit, or ended itself."""


class Order(NamedTuple):
    """What is to be made of the files of a run.

    ``fingerprint`` stands for the program and the options that its results depend on, ``limits`` for
    what decides whether there is a result; ``journal`` is the folder of the results that there are
    (none: read in any case); ``pictures`` is where pages are drawn; ``folder`` is where relative paths
    begin. With ``findings`` the report itself comes back, as far as findings are told from it.
    ``language`` is what messages are told in.
    """

    fingerprint: str
    limits: str = ""
    journal: str = ""
    pictures: str = ""
    folder: str = ""
    findings: bool = False
    language: Language | None = None


class Outcome(NamedTuple):
    """What became of a file: its key in the journal, its entry unless it stands there already.

    ``report`` is there instead of an entry where findings are asked for; ``seconds`` is how long it took.
    """

    key: str
    summary: Summary
    entry: bytes | None = None
    report: Report | None = None
    seconds: float = 0.0


def read(source: Source, number: int, order: Order) -> Outcome:
    """Read one source; ``number`` is its place among all, from 1."""
    began = monotonic()
    return _read(source, number, order)._replace(seconds=monotonic() - began)


def _read(source: Source, number: int, order: Order) -> Outcome:
    if source.reason:
        return outcome(failed(source, "skipped", source.reason), order)
    if not remote.is_url(source.path):
        return _from_file(source, Path(order.folder, source.path), number, order)
    try:
        with remote.fetched(source.path) as copy:
            return _from_file(source, copy, number, order)
    except DocumentError as error:
        return outcome(failed(source, error.status, error.reason), order)


def _from_file(source: Source, path: Path, number: int, order: Order) -> Outcome:
    if known := _known(path, source, order):
        return known
    report = _report(source, path)
    if order.pictures:
        from pipeline.write import layout  # needs an image library

        layout.draw(report, path, Path(order.pictures) / f"{number:04d}")
    return outcome(report, order)


def _report(source: Source, path: Path) -> Report:
    from pipeline import reports  # loads the libraries that read, which only a worker needs

    return replace(reports.report(path, source.name, worker.step), path=source.path)


def _known(path: Path, source: Source, order: Order) -> Outcome | None:
    """Return what the journal holds of a file, if it does; leave word of its content."""
    from pipeline import files

    try:
        files.look(path)
        digest = files.sha256(path)
    except DocumentError:
        return None  # reading it says why
    worker.note(digest)
    if not order.journal:
        return None
    for told in (digest, f"{digest} {order.limits}"):
        key = journal.key(order.fingerprint, source.name, told)
        if entry := journal.load(Path(order.journal), key):
            return Outcome(key, entry.summary)
    return None


def failed(source: Source, status: str, reason: str, digest: str = "") -> Report:
    """Return the report of a source that gave none."""
    return Report(source.name, digest, status, f"{source.name}: {reason}", path=source.path)


def outcome(report: Report, order: Order) -> Outcome:
    """Return what comes back from a worker for a report."""
    report = replace(report, language=order.language)
    told = report.sha256
    if report.status == "skipped":  # looked at again by the next run
        told += f" {report.error}"
    elif report.status in LOST:  # tried again by a run with other limits
        told += f" {order.limits}"
    key = journal.key(order.fingerprint, report.document, told)
    if order.findings:
        return Outcome(key, Summary.of(report), report=_slim(report))
    from pipeline.write import review  # only a run shows pages

    entry = Entry.of(report, review.page(report))
    return Outcome(key, entry.summary, entry.packed)


def _slim(report: Report) -> Report:
    """Return a report with nothing but the checks that have findings: the rest is not told."""
    checks = [check for check in report.checks if check.findings]
    return replace(report, rows=(), indicators=(), checks=checks)
