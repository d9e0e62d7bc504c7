"""PDF -> Page: the glyphs and ruling lines of each page, with their places.

Each page is read by itself (`page_reader`): glyphs come from pdfium's text page (`glyphs`), rules from
the page's objects (`drawing`); what nobody sees is left out (`hidden`) and counted in ``warnings``.
Places are points from the top left of the page as it is shown: turned by ``/Rotate``, cut by the CropBox.

A file that cannot be read at all is a `DocumentError`; a page that cannot be read is a `LostPage`
between the others. A damaged file has a second chance (`repair`), and a lost page a third one: another
reader (`pdfplumber_reader`).

>>> with Document.open(Path("no such report.pdf")) as report:
...     pages = list(report.pages())
Traceback (most recent call last):
    ...
pipeline.errors.DocumentError: no such report.pdf: there is no such file
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.errors import DocumentError, Status
from pipeline.reading import bitmaps, page_reader, page_warnings, repair, sources
from pipeline.reading.page_warnings import PageWarnings
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.sources import PdfSource

if TYPE_CHECKING:
    from pipeline.reading.pdfplumber_reader.files import Fallback

# Caps that end a file before it eats the machine; an honest page has some 3,000 glyphs.
MAX_PAGES = 20_000
MAX_ALL_GLYPHS = 50_000_000
MAX_ALL_RULES = 20_000_000
# pdfium keeps what it has parsed of a file; opened anew after so many pages, it takes no more memory
# for many pages than for few.
_REFRESH = 100


class Document:
    """An open PDF; use it as a context manager.

    ``warnings`` tells what a reader of the figures should know, and ``left_out`` counts the glyphs
    that nobody sees by their reason; both are complete when the pages have been read. ``truncated``
    tells why the file cannot be whole, ``""`` if there is no sign of that.
    """

    def __init__(
        self, path: Path, source: PdfSource, warnings: list[str], truncated: str = ""
    ) -> None:
        self.path = path
        self.truncated = truncated
        self.page_count = source.page_count
        self._source = source
        self._file_warnings = warnings
        self._page_warnings = PageWarnings()
        self._repaired_source: PdfSource | None = None
        self._repair_tried = False
        self._fallback: Fallback | None = None
        self._glyphs = self._rules = 0

    @classmethod
    def open(cls, path: Path) -> Document:
        """Open a PDF file, or raise `DocumentError`."""
        warnings = sources.check_file(path)
        source, mended = sources.open_source(path, warnings)
        truncated = ""
        if mended and warnings[0] == sources.NO_END:
            truncated = sources.TRUNCATED.format(source.page_count)
        document = cls(path, source, warnings, truncated)
        if source.page_count > MAX_PAGES:
            document.close()
            count = f"{source.page_count} pages, more than the {MAX_PAGES} that are read"
            raise DocumentError(Status.LIMIT, path, count)
        return document

    @property
    def warnings(self) -> list[str]:
        """Return what a reader of the figures should know, as far as pages have been read."""
        return [*self._file_warnings, *self._page_warnings.warnings()]

    @property
    def left_out(self) -> Counter[str]:
        """Return how many printed glyphs (no white space) nobody sees, by the reason."""
        return self._page_warnings.left_out

    def close(self) -> None:
        """Give the file's memory back."""
        self._source.close()
        if self._repaired_source is not None:
            self._repaired_source.close()
        if self._fallback is not None:
            self._fallback.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def pages(self) -> Iterator[Page | LostPage]:
        """Yield the pages in order; only one is held in memory at a time."""
        for index in range(self.page_count):
            if index and index % _REFRESH == 0:
                self._source.refresh()
            page = self._page(index)
            if isinstance(page, Page):
                self._glyphs += len(page.glyphs)
                self._rules += len(page.rules)
                page = self._over_a_cap(page) or page
            yield page

    def _over_a_cap(self, page: Page) -> LostPage | None:
        for count, cap, what in (
            (self._glyphs, MAX_ALL_GLYPHS, "glyphs"),
            (self._rules, MAX_ALL_RULES, "ruling lines"),
        ):
            if count > cap:
                reason = f"the pages up to here have more than the {cap} {what} that are read"
                return LostPage(page.number, reason, limit=True)
        return None

    def _page(self, index: int) -> Page | LostPage:
        page = page_reader.read_page(self._source, index, self._page_warnings)
        if isinstance(page, Page) or page.limit or page.scan:
            return page
        return self._repaired(index) or self._by_pdfplumber(index) or page

    def _repaired(self, index: int) -> Page | None:
        """Return a page as it is in the mended file, if it can be read there."""
        other = self._open_repaired()
        if other is None or other.page_count != self.page_count:
            return None
        again = page_reader.read_page(other, index, self._page_warnings)
        # A repair may drop what it cannot read, and leave a blank page.
        if isinstance(again, LostPage) or not again.glyphs:
            return None
        self._page_warnings.add(page_warnings.REPAIRED, 0, index + 1)
        return again

    def _by_pdfplumber(self, index: int) -> Page | None:
        """Return a page as the other reader sees it, if it can read all of it."""
        if self._fallback is None:
            from pipeline.reading.pdfplumber_reader.files import (
                Fallback,  # slow to load, and seldom needed
            )

            self._fallback = Fallback(self.path, self.page_count)
        page = self._fallback.page(index, self._page_warnings)
        if page is not None:
            self._page_warnings.take_back(page_warnings.LOST, index + 1)
            self._page_warnings.add(page_warnings.OTHER_READER, 0, index + 1)
        return page

    def _open_repaired(self) -> PdfSource | None:
        """Return the file as it is after a repair, if it can be repaired."""
        if not self._repair_tried:
            self._repair_tried = True
            data = repair.resave(self.path)
            self._repaired_source = PdfSource.open_bytes(data) if data else None
        return self._repaired_source

    def picture(self, number: int, scale: float) -> tuple[int, int, bytes] | None:
        """Return width, height and the BGRx bytes of a page as it looks; None if it cannot be drawn."""
        return bitmaps.draw_page(self._source.handle, number - 1, scale)
