"""Open PDFs of pdfplumber: a file whose page pdfium has lost, and whatever somebody has open."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from pipeline.errors import DocumentError, Status
from pipeline.reading import page_warnings
from pipeline.reading.page_warnings import PageWarnings
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.pdfplumber_reader.pages import LEAKS, from_page, let_through
from pipeline.reading.pdfplumber_reader.pdfminer_pages import is_whole

__all__ = ["PDF", "Fallback", "OpenPdf"]


class Fallback:
    """A file as pdfplumber opens it, for pages that another reader has lost."""

    def __init__(self, path: Path, page_count: int) -> None:
        self._path = path
        self._count = page_count
        self._opened: PDF | None = None
        self._tried = False

    def page(self, index: int, warnings: PageWarnings) -> Page | None:
        """Return a page that has text; ``None`` where there is none, or part of it is lost here too."""
        pages = self._pages()
        if len(pages) != self._count:
            return None
        try:
            if not is_whole(pages[index].page_obj):
                return None
        except LEAKS as error:
            let_through(error)
            return None
        read = from_page(pages[index], index + 1, warnings)
        pages[index].close()
        if isinstance(read, LostPage) or not read.glyphs.text.strip():
            return None
        return read

    def _pages(self) -> Sequence[PlumberPage]:
        """Return the pages of the file; none where it cannot be opened."""
        try:
            if not self._tried:
                self._tried = True
                # What it finds wrong is for its log, and not for a terminal that has asked for none.
                logging.getLogger("pdfminer").addHandler(logging.NullHandler())
                self._opened = PDF.open(self._path)
            return self._opened.pages if self._opened else []
        except LEAKS as error:
            let_through(error)
            self.close()
            return []

    def close(self) -> None:
        """Close the file."""
        if self._opened is not None:
            self._opened.stream.close()
            self._opened = None


class OpenPdf:
    """A PDF that somebody has open with pdfplumber, read as `document.Document` is; it stays open.

    What is read is ``pdf.pages``: those that it was opened with, cropped or filtered ones if they
    were put there.
    """

    truncated = ""

    def __init__(self, pdf: object) -> None:
        if not isinstance(pdf, PDF):
            given = f"neither a path nor an open pdfplumber.PDF, but {type(pdf).__name__}"
            raise ValueError(f"audit: {given}")
        self.path = Path(_name(pdf))
        self.sha256 = _sha256(pdf, self.path)
        self._page_warnings = PageWarnings()
        try:
            self._pages: Sequence[PlumberPage] = pdf.pages
        except LEAKS as error:
            let_through(error)
            raise DocumentError(
                Status.DAMAGED, self.path, f"its pages cannot be found: {error}"
            ) from None
        if not self._pages:
            raise DocumentError(Status.DAMAGED, self.path, "the file has no pages")
        self.page_count = len(self._pages)

    @property
    def warnings(self) -> list[str]:
        """Return what a reader of the figures should know, as far as pages have been read."""
        return list(self._page_warnings.warnings())

    @property
    def left_out(self) -> Counter[str]:
        """Return how many printed glyphs (no white space) nobody sees, by the reason."""
        return self._page_warnings.left_out

    def pages(self) -> Iterator[Page | LostPage]:
        """Yield the pages in order."""
        for page in self._pages:
            kept = page.is_original and "_objects" not in vars(page)
            read = from_page(page, page.page_number, self._page_warnings)
            if kept:
                page.flush_cache()  # as it was: a long file would not fit into memory
            if isinstance(read, Page) and read.glyphs:
                self._page_warnings.add(page_warnings.OPENED, 1, page.page_number)
            yield read


def _name(pdf: PDF) -> str:
    """Return the path of an open PDF, as far as its stream has one."""
    name = pdf.path or getattr(pdf.stream, "name", None)
    return str(name) if isinstance(name, (str, Path)) and str(name) else "pdf"


def _sha256(pdf: PDF, path: Path) -> str:
    try:
        place = pdf.stream.tell()
        pdf.stream.seek(0)
        digest = hashlib.sha256()
        while block := pdf.stream.read(1 << 20):
            digest.update(block)
        pdf.stream.seek(place)
    except (OSError, ValueError) as error:  # ValueError: it is closed
        raise DocumentError(Status.SKIPPED, path, f"it cannot be read: {error}") from None
    return digest.hexdigest()
