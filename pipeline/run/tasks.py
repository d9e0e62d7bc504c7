"""Source -> Outcome: what a worker does for one file; the batch knows nothing else of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from pipeline.checks import Language, Report
from pipeline.errors import DocumentError, Status
from pipeline.output import Entry, FileSummary
from pipeline.run import journal, remote, worker
from pipeline.run.inputs import InputFile
from pipeline.run.options import SECOND_READING


class Order(NamedTuple):
    """What is to be made of the files of a run.

    ``fingerprint`` stands for the program and the options that its results depend on, ``limits`` for
    what decides whether there is a result; ``journal`` is the folder of the results that there are
    (none: read in any case); ``pictures`` is where pages are drawn; ``folder`` is where relative paths
    begin. With ``findings`` the report itself comes back, as far as findings are told from it.
    ``language`` is what messages are told in, ``second_reading`` which figures are read once more.
    """

    fingerprint: str
    limits: str = ""
    journal: str = ""
    pictures: str = ""
    folder: str = ""
    findings: bool = False
    language: Language | None = None
    second_reading: str = SECOND_READING


class Outcome(NamedTuple):
    """What became of a file: its key in the journal, its entry unless it stands there already.

    ``report`` is there instead of an entry where findings are asked for; ``seconds`` is how long it took.
    """

    key: str
    summary: FileSummary
    entry: bytes | None = None
    report: Report | None = None
    seconds: float = 0.0


def read_source(source: InputFile, number: int, order: Order) -> Outcome:
    """Read one source; ``number`` is its place among all, from 1."""
    began = monotonic()
    return _read(source, number, order)._replace(seconds=monotonic() - began)


def _read(source: InputFile, number: int, order: Order) -> Outcome:
    if source.reason:
        return make_outcome(failed_report(source, Status.SKIPPED, source.reason), order)
    if not remote.is_url(source.path):
        return _from_file(source, Path(order.folder, source.path), number, order)
    try:
        with remote.fetch(source.path) as copy:
            return _from_file(source, copy, number, order)
    except DocumentError as error:
        return make_outcome(failed_report(source, error.status, error.reason), order)


def _from_file(source: InputFile, path: Path, number: int, order: Order) -> Outcome:
    if known := _known(path, source, order):
        return known
    report = _report(source, path, order.second_reading)
    if order.pictures:
        from pipeline.output import draw_layout  # needs an image library

        draw_layout(report, path, Path(order.pictures) / f"{number:04d}")
    return make_outcome(report, order)


def _report(source: InputFile, path: Path, second_reading: str) -> Report:
    from pipeline.run import file_report  # loads the libraries that read, which only a worker needs

    report = file_report.read_report(path, source.name, worker.report_step, second_reading)
    return replace(report, path=source.path)


def _known(path: Path, source: InputFile, order: Order) -> Outcome | None:
    """Return what the journal holds of a file, if it does; leave word of its content."""
    from pipeline.reading import file_digest, inspect_file

    try:
        inspect_file(path)
        digest = file_digest(path)
    except DocumentError:
        return None  # reading it says why
    worker.leave_note(digest)
    if not order.journal:
        return None
    for state in (digest, f"{digest} {order.limits}"):
        key = journal.entry_key(order.fingerprint, source.name, state)
        if entry := journal.load_entry(Path(order.journal), key):
            return Outcome(key, entry.summary)
    return None


def failed_report(source: InputFile, status: Status, reason: str, digest: str = "") -> Report:
    """Return the report of a source that gave none."""
    return Report(source.name, digest, status, f"{source.name}: {reason}", path=source.path)


def make_outcome(report: Report, order: Order) -> Outcome:
    """Return what comes back from a worker for a report."""
    report = replace(report, language=order.language)
    state = report.sha256
    if report.status is Status.SKIPPED:  # looked at again by the next run
        state += f" {report.error}"
    elif report.status.is_interrupted:  # tried again by a run with other limits
        state += f" {order.limits}"
    key = journal.entry_key(order.fingerprint, report.document, state)
    if order.findings:
        return Outcome(key, FileSummary.from_report(report), report=_slim(report))
    from pipeline.output import review_page  # only a run shows pages

    entry = Entry.pack(report, review_page(report))
    return Outcome(key, entry.summary, entry.packed)


def _slim(report: Report) -> Report:
    """Return a report with nothing but the checks that have findings: the rest is not told."""
    checks = [check for check in report.checks if check.findings]
    return replace(report, rows=(), indicators=(), checks=checks)
