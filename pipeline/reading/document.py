"""PDF -> Page: the glyphs and ruling lines of each page, with their places.

Glyphs come from pdfium's text page (`glyphs`), rules from the page's objects (`drawing`); what
nobody sees is left out (`hidden`), counted and told in ``warnings``. Places are points from the top
left of the page as it is shown: turned by ``/Rotate``, cut by the CropBox.

A file that cannot be read at all is a `DocumentError`; a page that cannot be read is a `LostPage`
between the others. A damaged file has a second chance (`repair`), and a lost page a third one: another
reader (`pdfplumber_pages`).

>>> with Document.open(Path("no such report.pdf")) as report:
...     pages = list(report.pages())
Traceback (most recent call last):
    ...
pipeline.errors.DocumentError: no such report.pdf: there is no such file
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from pipeline.errors import DocumentError, Status
from pipeline.geometry import Box, Frame, overlap
from pipeline.reading import (
    drawing,
    glyphs,
    hidden,
    lost_content,
    page_warnings,
    path_rules,
    pdfium,
    repair,
    scans,
    sources,
)
from pipeline.reading.drawing import Drawing, DrawingLimitError
from pipeline.reading.glyphs import Glyphs
from pipeline.reading.page_warnings import PageWarnings
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.pdfium import raw
from pipeline.reading.sources import PdfSource

if TYPE_CHECKING:
    from pipeline.reading.pdfplumber_files import Fallback

# Caps that end a page or a file before it eats the machine; an honest page has some 3,000 glyphs.
MAX_PIXELS = 50_000_000
MAX_PAGES = 20_000
MAX_GLYPHS = glyphs.MAX_GLYPHS
MAX_ALL_GLYPHS = 50_000_000
MAX_ALL_RULES = 20_000_000
# pdfium keeps what it has parsed of a file; opened anew after so many pages, it takes no more memory
# for many pages than for few.
_REFRESH = 100
_IN_FIELDS = "its text stands in form fields or comments, which are not read"


class Document:
    """An open PDF; use it as a context manager.

    ``warnings`` tells what a reader of the figures should know, and ``left_out`` counts the glyphs
    that nobody sees by their reason; both are complete when the pages have been read. ``cut`` tells
    why the file cannot be whole, ``""`` if nothing speaks against it.
    """

    def __init__(self, path: Path, source: PdfSource, told: list[str], cut: str = "") -> None:
        self.path = path
        self.cut = cut
        self.page_count = source.page_count
        self._source = source
        self._told = told
        self._notes = PageWarnings()
        self._mended: PdfSource | None = None
        self._tried = False
        self._fallback: Fallback | None = None
        self._glyphs = self._rules = 0

    @classmethod
    def open(cls, path: Path) -> Document:
        """Open a PDF file, or raise `DocumentError`."""
        told = sources.check_file(path)
        source, mended = sources.open_source(path, told)
        cut = sources.CUT.format(source.page_count) if mended and told[0] == sources.NO_END else ""
        document = cls(path, source, told, cut)
        if source.page_count > MAX_PAGES:
            document.close()
            count = f"{source.page_count} pages, more than the {MAX_PAGES} that are read"
            raise DocumentError(Status.LIMIT, path, count)
        return document

    @property
    def warnings(self) -> list[str]:
        """Return what a reader of the figures should know, as far as pages have been read."""
        return [*self._told, *self._notes.warnings()]

    @property
    def left_out(self) -> Counter[str]:
        """Return how many printed glyphs (no white space) nobody sees, by the reason."""
        return self._notes.left_out

    def close(self) -> None:
        """Give the file's memory back."""
        self._source.close()
        if self._mended is not None:
            self._mended.close()
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
        page = _read(self._source, index, self._notes)
        if isinstance(page, Page) or page.limit or page.scan:
            return page
        return self._repaired(index) or self._by_pdfplumber(index) or page

    def _repaired(self, index: int) -> Page | None:
        """Return a page as it is in the mended file, if it can be read there."""
        other = self._second_chance()
        if other is None or other.page_count != self.page_count:
            return None
        again = _read(other, index, self._notes)
        # A repair may drop what it cannot read, and leave a blank page.
        if isinstance(again, LostPage) or not again.glyphs:
            return None
        self._notes.add(page_warnings.REPAIRED, 0, index + 1)
        return again

    def _by_pdfplumber(self, index: int) -> Page | None:
        """Return a page as the other reader sees it, if it can read all of it."""
        if self._fallback is None:
            from pipeline.reading.pdfplumber_files import (
                Fallback,  # slow to load, and seldom needed
            )

            self._fallback = Fallback(self.path, self.page_count)
        page = self._fallback.page(index, self._notes)
        if page is not None:
            self._notes.take_back(page_warnings.LOST, index + 1)
            self._notes.add(page_warnings.OTHER_READER, 0, index + 1)
        return page

    def _second_chance(self) -> PdfSource | None:
        """Return the file as it is after a repair, if it can be repaired."""
        if not self._tried:
            self._tried = True
            data = repair.resave(self.path)
            self._mended = PdfSource.of_bytes(data) if data else None
        return self._mended

    def picture(self, number: int, scale: float) -> tuple[int, int, bytes] | None:
        """Return width, height and the BGRx bytes of a page as it looks; None if it cannot be drawn.

        ``scale`` is in pixels for each point.
        """
        handle = raw.FPDF_LoadPage(self._source.handle, number - 1)
        if not handle:
            return None
        try:
            width = max(round(raw.FPDF_GetPageWidthF(handle) * scale), 1)
            height = max(round(raw.FPDF_GetPageHeightF(handle) * scale), 1)
            if width * height > MAX_PIXELS:
                return None
            bitmap = raw.FPDFBitmap_Create(width, height, 0)
            try:
                raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
                raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 0)
                return width, height, _bytes_of(bitmap, height)
            finally:
                raw.FPDFBitmap_Destroy(bitmap)
        finally:
            raw.FPDF_ClosePage(handle)


def _bytes_of(bitmap: Any, height: int) -> bytes:
    size = raw.FPDFBitmap_GetStride(bitmap) * height
    return ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), size)


# --------------------------------------------------------------------------- one page


def _read(source: PdfSource, index: int, noted: PageWarnings) -> Page | LostPage:
    handle = raw.FPDF_LoadPage(source.handle, index)
    if not handle:
        return LostPage(index + 1, "it cannot be loaded")
    try:
        return _Reading(source, handle, index + 1, noted).page()
    except DrawingLimitError as error:
        return LostPage(index + 1, str(error), limit=True)
    finally:
        raw.FPDF_ClosePage(handle)


class _Reading:
    """The reading of one page."""

    def __init__(self, source: PdfSource, handle: Any, number: int, noted: PageWarnings) -> None:
        self._source = source
        self._handle = handle
        self._number = number
        self._notes = noted
        self._frame = _frame(handle)
        self._opaque: dict[int, bool] = {}

    def page(self) -> Page | LostPage:
        """Return the page, or why there is none."""
        text = raw.FPDFText_LoadPage(self._handle)
        if not text:
            return self._lost("its text cannot be loaded")
        try:
            count = max(raw.FPDFText_CountChars(text), 0)
            if count > MAX_GLYPHS:
                told = f"{count} glyphs, more than the {MAX_GLYPHS} that are read"
                return LostPage(self._number, told, limit=True)
            found = glyphs.read_glyphs(pdfium.handle_address(text), count, self._frame)
        finally:
            raw.FPDFText_ClosePage(text)
        given = set(found.objects)
        drawn = drawing.read_drawing(pdfium.handle_address(self._handle), given)
        twins, dropped = self._dropped(found, given, drawn)
        if not found.chars:
            lost = self._without_glyphs(drawn, dropped)
            if lost:
                return lost
        found, left_out = self._seen(found, drawn, twins)
        seen = any(not char.isspace() for char in found.chars)
        if not seen and self._is_scan(drawn):
            return LostPage(self._number, scans.reason(left_out), scan=True)
        filled = sum(map(_holds_text, _annotations(self._handle)))
        if filled:
            self._notes.add(page_warnings.FIELDS, filled, self._number)
        unmapped = found.chars.count(glyphs.UNMAPPED)
        if unmapped:
            self._notes.add(page_warnings.UNMAPPED, unmapped, self._number)
        rules = path_rules.on_page(drawn.rules, drawn.shades, self._frame)
        return Page(self._number, self._frame.width, self._frame.height, found.printed(), rules)

    def _lost(self, reason: str) -> LostPage:
        return LostPage(self._number, reason)

    def _seen(
        self, found: Glyphs, drawn: Drawing, twins: dict[int, list[int]]
    ) -> tuple[Glyphs, int]:
        """Return the glyphs that are seen, and how many others there are."""
        reasons = hidden.find_hidden(found, drawn, self._frame, twins, self._is_opaque)
        if reasons is None:
            return found, 0
        counts = Counter(
            reason
            for char, reason in zip(found.chars, reasons, strict=True)
            if reason and not char.isspace()
        )
        for reason, count in counts.items():
            self._notes.add(reason, count, self._number)
        unseen = counts.total() - counts[hidden.DOUBLED]
        return found.without(reasons), unseen

    def _is_opaque(self, image: int) -> bool:
        """Tell whether an image, with its mask, lets nothing through; look at it only once."""
        if image not in self._opaque:
            self._opaque[image] = self._lets_nothing_through(image)
        return self._opaque[image]

    def _lets_nothing_through(self, image: int) -> bool:
        bitmap = raw.FPDFImageObj_GetRenderedBitmap(
            self._source.handle, self._handle, ctypes.cast(image, raw.FPDF_PAGEOBJECT)
        )
        if not bitmap:
            return False
        try:
            if raw.FPDFBitmap_GetFormat(bitmap) != raw.FPDFBitmap_BGRA:
                return False
            width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
            data = _bytes_of(bitmap, height)
            return bool(data[3::4].count(255) >= 0.99 * width * height > 0)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def _is_scan(self, drawn: Drawing) -> bool:
        """Tell whether images cover the page."""
        boxes = self._frame.place_all([paint.box for paint in drawn.paints if paint.is_image])
        return drawn.images > 0 and scans.cover(boxes, self._frame)

    def _dropped(
        self, found: Glyphs, given: set[int], drawn: Drawing
    ) -> tuple[dict[int, list[int]], int]:
        """Count the texts that pdfium gave no glyph for: those printed twice, and those lost.

        Returns for a text the others that print the same, and how many texts are lost.
        """
        twins: dict[int, list[int]] = {}
        if len(given) >= len(drawn.texts):
            return twins, 0
        # Mostly these are spaces; only where one is not, the boxes of the others are asked for.
        others = [(target, drawn.bounds(target)) for target in drawn.texts if target not in given]
        missing = [
            (target, box) for target, box in others if box[3] > box[1] or not _is_blank(target)
        ]
        if not missing:
            return twins, 0
        doubled = lost = 0
        texts = set(drawn.texts)
        kept = [
            (drawn.bounds(other), other) for other in dict.fromkeys(found.objects) if other in texts
        ]
        sizes = Counter(found.targets)
        for target, box in missing:
            twin = next((twin for twin in kept if _lies_in(box, twin[0])), None)
            if twin is None:
                lost += 1
            else:
                (left, _, right, _), other = twin
                share = (box[2] - box[0]) / (right - left) if right > left else 1.0
                doubled += max(round(sizes[other] * min(share, 1.0)), 1)
                twins.setdefault(other, []).append(target)
        if doubled:
            self._notes.add(hidden.DOUBLED, doubled, self._number)
        if lost:
            self._notes.add(page_warnings.LOST, lost, self._number)
        return twins, lost

    def _without_glyphs(self, drawn: Drawing, dropped: int) -> LostPage | None:
        """Return why a page without any glyph is no blank page; ``None`` if it may be one."""
        if dropped:
            return self._lost(f"{page_warnings.count_texts(dropped)} no glyph")
        if drawn.texts or drawn.paths or drawn.paints:
            return None
        index = self._number - 1
        data = _saved_alone(self._source.handle, index)
        # What is saved names content only if all of it is in the file.
        if data and b"/Contents" not in data and index in self._source.without_contents:
            return self._lost("its content is not in the file")
        if reason := lost_content.find_loss(data or b""):
            return self._lost(reason)
        if lost_content.has_field_text(data or b""):
            return LostPage(self._number, _IN_FIELDS, scan=True)
        return None


def _annotations(page: Any) -> Iterator[Any]:
    """Yield what lies over the content of a page: links, form fields, comments."""
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if annotation:
            yield annotation
            raw.FPDFPage_CloseAnnot(annotation)


def _holds_text(annotation: Any) -> bool:
    """Tell whether an annotation is a form field with a text in it, or a text put onto the page."""
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    key = {raw.FPDF_ANNOT_WIDGET: b"V", raw.FPDF_ANNOT_FREETEXT: b"Contents"}.get(kind)
    if key is None or raw.FPDFAnnot_GetValueType(annotation, key) != raw.FPDF_OBJECT_STRING:
        return False
    # Two bytes for each character, and two that end the text.
    return int(raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)) > 2


# Fonts whose shapes pdfium brings itself.
_BUILT_IN = (b"Arial", b"Courier", b"Helvetica", b"Symbol", b"Times", b"ZapfDingbats")


def _is_blank(text: int) -> bool:
    """Tell whether a text without height prints nothing: spaces.

    In a font that is not in the file, it may be a single character that pdfium has no shape for.
    """
    font = ctypes.cast(pdfium.text_font(pdfium.pointer(text)), raw.FPDF_FONT)
    if raw.FPDFFont_GetIsEmbedded(font) == 1:
        return True
    name = ctypes.create_string_buffer(64)
    raw.FPDFFont_GetBaseFontName(font, name, 64)
    return name.value.startswith(_BUILT_IN)


def _lies_in(box: Box, other: Box) -> bool:
    """Tell whether most of a text stands where another one does."""
    shared = overlap(box, other)
    return shared is not None and all(
        shared[side + 2] - shared[side] >= 0.6 * (box[side + 2] - box[side]) for side in (0, 1)
    )


def _saved_alone(document: Any, index: int) -> bytes:
    """Return a file with one page of a document."""
    alone = raw.FPDF_CreateNewDocument()
    written = bytearray()

    def write(_: Any, data: Any, size: int) -> int:
        written.extend(ctypes.string_at(data, size))
        return 1

    sink = raw.FPDF_FILEWRITE(version=1)
    callback: Callable[..., Any] = type(sink.WriteBlock)(write)
    sink.WriteBlock = callback
    try:
        numbers = (ctypes.c_int * 1)(index)
        if raw.FPDF_ImportPagesByIndex(alone, document, numbers, 1, 0):
            raw.FPDF_SaveAsCopy(alone, sink, raw.FPDF_NO_INCREMENTAL)
    finally:
        raw.FPDF_CloseDocument(alone)
    return bytes(written)


def _frame(page: Any) -> Frame:
    rect = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, ctypes.byref(rect))
    turns = raw.FPDFPage_GetRotation(page) % 4
    return Frame(rect.left, rect.bottom, rect.right, rect.top, turns)
