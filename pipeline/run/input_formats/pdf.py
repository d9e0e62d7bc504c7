"""A PDF -> the contents of its pages, and why some of them are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from pipeline.errors import Status
from pipeline.reading import HIDDEN_REASONS, Document, LostPage, Page
from pipeline.records import PageTables
from pipeline.rows import Contents, from_pages
from pipeline.run.formats import FileContents, Step
from pipeline.tables import TableFinder, TableLimitError

_NAMED_PAGES = 20
"""How many lost pages are named."""


class PdfPages(Protocol):
    """An open PDF, whoever reads it; ``truncated`` tells why the file cannot be whole."""

    page_count: int
    truncated: str

    @property
    def warnings(self) -> list[str]:
        """Return what a reader of the figures should know, once the pages have been read."""

    @property
    def left_out(self) -> Counter[str]:
        """Return how many glyphs nobody sees, by the reason."""

    def pages(self) -> Iterator[Page | LostPage]:
        """Yield the pages in order."""


def read_file(path: Path, step: Step) -> FileContents:
    """Read a PDF file; raises `DocumentError` where it cannot be read at all."""
    with Document.open(path) as document:
        return read_pages(document, step)._replace(pdf=path)


def read_pages(document: PdfPages, step: Step) -> FileContents:
    """Read the pages of an open PDF."""
    lost: list[LostPage] = []
    contents = from_pages(_find_tables(document, lost, step))
    contents.counts.update({f"glyphs {why}": n for why, n in document.left_out.items()})
    pages = document.page_count
    status, error = _losses(contents, lost, pages, document.truncated)
    return FileContents(contents, pages, status, error, tuple(document.warnings))


def _find_tables(document: PdfPages, lost: list[LostPage], step: Step) -> Iterator[PageTables]:
    """Yield the tables of each page that can be read; take note of the others."""
    finder = TableFinder()
    for done, page in enumerate(document.pages()):
        step(done)
        if isinstance(page, LostPage):
            lost.append(page)
            continue
        try:
            tables = finder.read(page)
        except TableLimitError as error:
            lost.append(LostPage(page.number, str(error), limit=True))
            continue
        yield tables
    step(document.page_count)


def _losses(
    contents: Contents, lost: Sequence[LostPage], pages: int, truncated: str
) -> tuple[Status | None, str]:
    """Return the status of a PDF of which something is missing, with the reason; ``None`` where nothing is."""
    no_text = f"no text on any page ({pages} in all)"
    if lost and not contents.counts["glyphs"] and all(page.scan for page in lost):
        reasons = "; ".join(sorted({page.reason for page in lost}))
        return Status.NO_TEXT, f"{no_text}: {reasons}"
    if lost and len(lost) == pages:
        status = Status.LIMIT if all(page.limit for page in lost) else Status.DAMAGED
        return status, f"none of its pages could be read ({pages} in all): {_named(lost)}"
    if lost:
        return (
            Status.PARTIAL,
            f"{len(lost)} of {pages} pages could not be read: {_named(lost)}",
        )
    if truncated:
        return Status.PARTIAL, truncated
    if not contents.counts["glyphs"]:
        if any(contents.counts[f"glyphs {why}"] for why in HIDDEN_REASONS):
            return Status.NO_TEXT, f"{no_text}: what there is cannot be seen, see warnings"
        return Status.NO_TEXT, f"{no_text}: a scan? It needs OCR first"
    return None, ""


def _named(lost: Sequence[LostPage]) -> str:
    """Return the first of the pages that were lost, with their reasons."""
    named = "; ".join(f"page {page.number}: {page.reason}" for page in lost[:_NAMED_PAGES])
    more = len(lost) - _NAMED_PAGES
    return f"{named}; and {more} more" if more > 0 else named
