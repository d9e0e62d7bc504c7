"""One file -> Report: reads it by its format, judges its rates, says why where it cannot.

This is the edge where files meet the pure stages. Every outcome is a `Report` with a status of the
contract; an exception that is not about the input is a bug and is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.checks import Check, Report, confirm_checks, judge_rows, name_checks
from pipeline.errors import DocumentError, Status
from pipeline.reading import FileState, file_digest, inspect_file
from pipeline.records import CellText, Paragraph, Place, Row
from pipeline.rows import Contents, ToldRow, by_content, move_weights, read_heading
from pipeline.run.formats import FileContents, Step, find_format
from pipeline.run.options import SECOND_READING
from pipeline.tables import layout_name


def read_report(
    path: Path, name: str, step: Step = int, second_reading: str = SECOND_READING
) -> Report:
    """Read one file; ``name`` is what the tables call it, and what its errors name.

    ``step`` is told after each page how many are done; ``second_reading`` is one of `SECOND_READINGS`.
    """
    digest = ""
    try:
        ends = inspect_file(path)
        state = FileState.read(path)
        digest = file_digest(path)
        read = find_format(path, ends.head).load().read_file(path, step)
        report = _judge(_Source(path, name, digest), read, step, second_reading)
        state.check_unchanged(path)
        return report
    except DocumentError as error:
        return Report(name, digest, error.status, f"{name}: {error.reason}", path=path.as_posix())


def read_open_pdf(pdf: object) -> Report:
    """Read a PDF that somebody has open with pdfplumber; it stays open.

    Raises `DocumentError` where its pages or bytes cannot be had, `ValueError` for anything else.
    """
    from pipeline.reading import OpenPdf  # slow to load, and nobody else's business
    from pipeline.run.input_formats import pdf as pdf_format

    document = OpenPdf(pdf)
    source = _Source(document.path, document.path.name, document.sha256)
    return _judge(source, pdf_format.read_pages(document, int), int, SECOND_READING)


class _Source(NamedTuple):
    """A file as the tables call it, with what its bytes alone tell."""

    path: Path
    name: str
    digest: str


def _judge(source: _Source, read: FileContents, step: Step, second_reading: str) -> Report:
    """Judge what was read, and put the report together."""
    contents, pages = read.contents, read.pages
    heading = read_heading(contents.loose, Path(source.name).stem)
    layout = read.layout or contents.layout or layout_name(contents.roles)
    rows = _passing(contents.rows, lambda: step(pages))
    items, checks = judge_rows(rows, heading.roc_year, (line.text for line, _ in contents.loose))
    checks = _confirm(checks, read, step, second_reading)
    counts = Counter(contents.counts)
    for kind in ("headings", "furniture", "other"):
        counts[f"glyphs in {kind}"] = heading.glyphs.get(kind, 0)
    status, error = (read.status, read.error) if read.status else _table_status(contents)
    return Report(
        document=source.name,
        sha256=source.digest,
        status=status,
        error=f"{source.name}: {error}" if error else "",
        warnings=(*read.warnings, *contents.warnings()),
        pages=pages,
        roc_year=heading.roc_year,
        agency=heading.agency,
        title=heading.title,
        layout=layout if contents.rows else "",
        rows=contents.rows,
        indicators=items,
        checks=name_checks(source.name, contents.rows, checks),
        counts=dict(counts),
        path=source.path.as_posix(),
    )


def _confirm(
    checks: Sequence[Check], read: FileContents, step: Step, second_reading: str
) -> Sequence[Check]:
    """Have figures of a PDF read once more, by a reader that is loaded only where there are any."""
    path, pages = read.pdf, read.pages
    if path is None:
        return confirm_checks(checks, second_reading, None)

    def read_again(places: Sequence[Place]) -> Sequence[str | None]:
        from pipeline.reading import read_places

        return read_places(path, pages, places, lambda: step(pages))

    return confirm_checks(checks, second_reading, read_again)


def _table_status(contents: Contents) -> tuple[Status, str]:
    """Return the status of a file of which all was read, with the reason where it is not ok."""
    if contents.rows:
        return Status.OK, ""
    if contents.roles:
        return Status.NO_TABLE, "the header of a performance table, but no row under it"
    other = contents.counts["tables without a known header"]
    tables = f"{other} tables, none" if other else "no table"
    return Status.NO_TABLE, f"{tables} with the header of a performance report"


def _passing(rows: list[Row], step: Callable[[], object]) -> Iterator[Row]:
    """Yield the rows to be judged, and leave in their places what is shown of them.

    Each is a step as a page is: a report of thousands may take longer than a step may.
    """
    for index, row in enumerate(rows):
        step()
        whole = row if isinstance(row, ToldRow) else by_content(move_weights(row))
        yield whole
        rows[index] = _without_places(whole)


def _without_places(row: Row) -> Row:
    """Return a row without the places of its characters, which are most of its memory.

    They are of use until its figures are judged; what is written then are texts.
    """
    cells, other = _texts(row.cells), _texts(row.other)
    return Row(row.number, row.goal_no, cells, row.fragments, other, row.units, row.periods)


def _texts(cells: Mapping[str, CellText]) -> dict[str, CellText]:
    return {
        name: tuple(Paragraph(paragraph.text, ()) for paragraph in cell)
        for name, cell in cells.items()
    }
