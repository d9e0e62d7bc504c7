"""One page of an open PDF -> Page or LostPage: its glyphs and rules, without what nobody sees."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

from pipeline.geometry import Frame
from pipeline.reading import (
    bitmaps,
    drawing,
    form_fields,
    glyphs,
    hidden,
    page_warnings,
    path_rules,
    pdfium,
    scans,
)
from pipeline.reading.drawing import Drawing, DrawingLimitError
from pipeline.reading.glyphs import Glyphs
from pipeline.reading.losses import empty_pages
from pipeline.reading.losses.missing_texts import MissingTexts, find_missing_texts
from pipeline.reading.page_warnings import PageWarnings
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.pdfium import raw
from pipeline.reading.sources import PdfSource


def read_page(source: PdfSource, index: int, warnings: PageWarnings) -> Page | LostPage:
    """Return a page, by its index from 0, or why there is none; what is to be known of it is counted."""
    handle = raw.FPDF_LoadPage(source.handle, index)
    if not handle:
        return LostPage(index + 1, "it cannot be loaded")
    if form_fields.put_into_page(handle):
        raw.FPDF_ClosePage(handle)
        handle = raw.FPDF_LoadPage(source.handle, index)
    try:
        return _PageReader(source, handle, index, warnings).read()
    except DrawingLimitError as error:
        return LostPage(index + 1, str(error), limit=True)
    finally:
        raw.FPDF_ClosePage(handle)


class _PageReader:
    """Reads one page."""

    def __init__(self, source: PdfSource, handle: Any, index: int, warnings: PageWarnings) -> None:
        self._source = source
        self._handle = handle
        self._index = index
        self._number = index + 1
        self._warnings = warnings
        self._frame = _page_frame(handle)

    def read(self) -> Page | LostPage:
        """Return the page, or why there is none."""
        printed = self._read_glyphs()
        if isinstance(printed, LostPage):
            return printed
        objects = set(printed.objects)
        drawn = drawing.read_drawing(pdfium.handle_address(self._handle), objects)
        missing = find_missing_texts(printed, objects, drawn)
        self._warn(hidden.DOUBLED, missing.doubled)
        self._warn(page_warnings.LOST, missing.lost)
        if not printed.chars and (loss := self._find_loss(drawn, missing)):
            return loss
        seen, hidden_count = self._without_hidden(printed, drawn, missing)
        if all(char.isspace() for char in seen.chars) and self._is_scan(drawn):
            return LostPage(self._number, scans.reason(hidden_count), scan=True)
        self._warn(page_warnings.FIELDS, form_fields.count_unread(self._handle))
        self._warn(page_warnings.UNMAPPED, seen.chars.count(glyphs.UNMAPPED))
        rules = path_rules.on_page(drawn.rules, drawn.shades, self._frame)
        return Page(self._number, self._frame.width, self._frame.height, seen.columns(), rules)

    def _warn(self, what: str, count: int) -> None:
        if count:
            self._warnings.add(what, count, self._number)

    def _read_glyphs(self) -> Glyphs | LostPage:
        text = raw.FPDFText_LoadPage(self._handle)
        if not text:
            return LostPage(self._number, "its text cannot be loaded")
        try:
            count = max(raw.FPDFText_CountChars(text), 0)
            if count > glyphs.MAX_GLYPHS:
                reason = f"{count} glyphs, more than the {glyphs.MAX_GLYPHS} that are read"
                return LostPage(self._number, reason, limit=True)
            return glyphs.read_glyphs(pdfium.handle_address(text), count, self._frame)
        finally:
            raw.FPDFText_ClosePage(text)

    def _find_loss(self, drawn: Drawing, missing: MissingTexts) -> LostPage | None:
        """Return why a page without any glyph is no blank page; ``None`` if it may be one."""
        if missing.lost:
            reason = f"{page_warnings.count_texts(missing.lost)} no glyph"
            return LostPage(self._number, reason)
        if drawn.texts or drawn.paths or drawn.paints:
            return None
        return empty_pages.find_loss(self._source, self._index)

    def _without_hidden(
        self, printed: Glyphs, drawn: Drawing, missing: MissingTexts
    ) -> tuple[Glyphs, int]:
        """Return the glyphs that are seen, and how many others there are."""
        is_opaque = cache(self._is_opaque)  # an image is looked at only once
        reasons = hidden.find_hidden(printed, drawn, self._frame, missing.duplicates, is_opaque)
        if reasons is None:
            return printed, 0
        counts = hidden.count_reasons(printed.chars, reasons)
        for reason, count in counts.items():
            self._warn(reason, count)
        return printed.without(reasons), counts.total() - counts[hidden.DOUBLED]

    def _is_opaque(self, image: int) -> bool:
        return bitmaps.is_opaque(self._source.handle, self._handle, image)

    def _is_scan(self, drawn: Drawing) -> bool:
        """Tell whether images cover the page."""
        boxes = self._frame.place_all([paint.box for paint in drawn.paints if paint.is_image])
        return drawn.images > 0 and scans.cover(boxes, self._frame)


def _page_frame(page: Any) -> Frame:
    rect = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, ctypes.byref(rect))
    turns = raw.FPDFPage_GetRotation(page) % 4
    return Frame(rect.left, rect.bottom, rect.right, rect.top, turns)
