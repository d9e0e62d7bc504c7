"""One file -> Report: reads it, finds its rows, judges its rates; says why where it cannot.

This is the edge where files meet the pure stages. Every outcome is a `Report` with a status of the
contract; an exception that is not about the input is a bug and is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from pipeline.checks import Report, judge_rows
from pipeline.errors import DocumentError, Status
from pipeline.reading import (
    HIDDEN_REASONS,
    TEXT_SUFFIXES,
    FileState,
    LostPage,
    Page,
    file_digest,
    inspect_file,
)
from pipeline.records import CellText, PageTables, Paragraph, Row
from pipeline.rows import Contents, from_pages, move_weights, read_heading
from pipeline.tables import TableLimitError, layout_name

_MAGIC = b"%PDF-"
Step = Callable[[int], object]


def read_report(path: Path, name: str, step: Step = int) -> Report:
    """Read one file; ``name`` is what the tables call it, and what its errors name.

    ``step`` is told after each page how many are done.
    """
    digest = ""
    try:
        look = inspect_file(path)
        state = FileState.of(path)
        digest = file_digest(path)
        file = _Input(path, name, digest)
        found = _from_text(file) if _is_text(path, look.head) else _from_pdf(file, step)
        state.check(path)
        return found
    except DocumentError as error:
        return Report(name, digest, error.status, f"{name}: {error.reason}", path=path.as_posix())


def read_open_pdf(pdf: object) -> Report:
    """Read a PDF that somebody has open with pdfplumber; it stays open.

    Raises `DocumentError` where its pages or bytes cannot be had, `ValueError` for anything else.
    """
    from pipeline.reading import OpenPdf  # slow to load, and nobody else's business

    document = OpenPdf(pdf)
    file = _Input(document.path, document.path.name, document.sha256)
    contents, outcome = _contents(file.name, document, int)
    pages, warnings = document.page_count, tuple(document.warnings)
    return _finished(file, contents, outcome=outcome, warnings=warnings, pages=pages)


def _is_text(path: Path, head: bytes) -> bool:
    return path.suffix.lower() in TEXT_SUFFIXES and _MAGIC not in head


# --------------------------------------------------------------------------- PDF


def _from_pdf(file: _Input, step: Step) -> Report:
    from pipeline.reading import (
        Document,  # loads the PDF library, which text and --help do not need
    )

    with Document.open(file.path) as document:
        contents, outcome = _contents(file.name, document, step)
        pages, warnings = document.page_count, tuple(document.warnings)
    return _finished(file, contents, step, outcome=outcome, warnings=warnings, pages=pages)


def _contents(name: str, document: _Pages, step: Step) -> tuple[Contents, tuple[str, str]]:
    """Return what stands on the pages of a document, and the status that this gives with its reason."""
    lost: list[LostPage] = []
    contents = from_pages(_tables(document, lost, step))
    contents.counts.update({f"glyphs {why}": n for why, n in document.left_out.items()})
    return contents, _pdf_outcome(name, contents, lost, document.page_count, document.cut)


def _tables(document: _Pages, lost: list[LostPage], step: Step) -> Iterator[PageTables]:
    """Yield the tables of each page that can be read; take note of the others."""
    from pipeline.tables import TableFinder

    reader = TableFinder()
    for done, page in enumerate(document.pages()):
        step(done)
        if isinstance(page, LostPage):
            lost.append(page)
            continue
        try:
            found = reader.read(page)
        except TableLimitError as error:
            lost.append(LostPage(page.number, str(error), limit=True))
            continue
        yield found
    step(document.page_count)


def _pdf_outcome(
    name: str, contents: Contents, lost: list[LostPage], pages: int, cut: str
) -> tuple[str, str]:
    """Return the status that a PDF's content gives, with the reason where it is not ok.

    ``cut`` tells what is wrong with the file as a whole.
    """
    if lost and not contents.counts["glyphs"] and all(page.scan for page in lost):
        reasons = "; ".join(sorted({page.reason for page in lost}))
        return "no_text", f"{name}: no text on any page ({pages} in all): {reasons}"
    if lost:
        told = "; ".join(f"page {page.number}: {page.reason}" for page in lost[:20])
        told += f"; and {len(lost) - 20} more" if len(lost) > 20 else ""
        if len(lost) == pages:
            status = "limit" if all(page.limit for page in lost) else "damaged"
            return status, f"{name}: none of its pages could be read ({pages} in all): {told}"
        return (
            "partial",
            f"{name}: {len(lost)} of {pages} pages could not be read: {told}",
        )
    if cut:
        return "partial", f"{name}: {cut}"
    if not contents.counts["glyphs"]:
        unseen = any(contents.counts[f"glyphs {why}"] for why in HIDDEN_REASONS)
        why = (
            "what there is cannot be seen, see warnings" if unseen else "a scan? It needs OCR first"
        )
        return "no_text", f"{name}: no text on any page ({pages} in all): {why}"
    return _table_outcome(name, contents)


def _table_outcome(name: str, contents: Contents) -> tuple[str, str]:
    if contents.rows:
        return "ok", ""
    if not contents.roles:
        other = contents.counts["tables without a known header"]
        found = f"{other} tables, none" if other else "no table"
        return "no_table", f"{name}: {found} with the header of a performance report"
    return "no_table", f"{name}: the header of a performance table, but no row under it"


# --------------------------------------------------------------------------- plain text


def _from_text(file: _Input) -> Report:
    from pipeline.rows import rows_from_text

    try:
        text = file.path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        reason = f"line {line}: not UTF-8 text; save it as UTF-8"
        raise DocumentError("unsupported", file.path, reason) from error
    contents = rows_from_text(text)
    pages = contents.counts["pages"] or text.count("\f") + 1
    outcome = _table_outcome(file.name, contents)
    return _finished(file, contents, outcome=outcome, pages=pages, layout="text")


# --------------------------------------------------------------------------- both


class _Pages(Protocol):
    """An open PDF, whoever reads it."""

    page_count: int
    cut: str

    @property
    def warnings(self) -> list[str]:
        """Return what a reader of the figures should know, once the pages have been read."""

    @property
    def left_out(self) -> Counter[str]:
        """Return how many glyphs nobody sees, by the reason."""

    def pages(self) -> Iterator[Page | LostPage]:
        """Yield the pages in order."""


class _Input(NamedTuple):
    """A file as the tables call it, with what its bytes alone tell."""

    path: Path
    name: str
    digest: str


def _finished(
    file: _Input,
    contents: Contents,
    step: Step = int,
    *,
    outcome: tuple[str, str],
    warnings: tuple[str, ...] = (),
    pages: int,
    layout: str = "",
) -> Report:
    """Judge what was read, and put the report together."""
    heading = read_heading(contents.loose, Path(file.name).stem)
    layout = layout or contents.layout or layout_name(contents.roles)
    layout = layout if contents.rows else ""
    items, checks = judge_rows(_passed(contents.rows, lambda: step(pages)), heading.roc_year)
    counts = Counter(contents.counts)
    for kind in ("headings", "furniture", "other"):
        counts[f"glyphs in {kind}"] = heading.glyphs.get(kind, 0)
    return Report(
        document=file.name,
        sha256=file.digest,
        status=Status(outcome[0]),
        error=outcome[1],
        warnings=warnings,
        pages=pages,
        roc_year=heading.roc_year,
        agency=heading.agency,
        title=heading.title,
        layout=layout,
        rows=contents.rows,
        indicators=items,
        checks=checks,
        counts=dict(counts),
        path=file.path.as_posix(),
    )


def _passed(rows: list[Row], step: Callable[[], object]) -> Iterator[Row]:
    """Yield the rows to be judged, and leave in their places what is shown of them.

    Each is a step as a page is: a report of thousands may take longer than a step may.
    """
    for index, row in enumerate(rows):
        step()
        whole = move_weights(row)
        yield whole
        rows[index] = _without_places(whole)


def _without_places(row: Row) -> Row:
    """Return a row without the places of its characters, which are most of its memory.

    They are of use until its figures are judged; what is written then are texts.
    """
    return replace(row, cells=_texts(row.cells), other=_texts(row.other))


def _texts(cells: Mapping[str, CellText]) -> dict[str, CellText]:
    return {
        name: tuple(Paragraph(paragraph.text, ()) for paragraph in cell)
        for name, cell in cells.items()
    }
