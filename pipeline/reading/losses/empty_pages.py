"""A page without any glyph -> why it is no blank page: its content is missing, damaged, or in comments.

pdfium writes the page into a file of its own, whose bytes `lost_content` looks at.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from pipeline.reading.losses import lost_content
from pipeline.reading.pages import LostPage
from pipeline.reading.pdfium import raw
from pipeline.reading.sources import PdfSource

_IN_FIELDS = "its text stands in form fields or comments, which are not read"
_NO_CONTENT = "its content is not in the file"


def find_loss(source: PdfSource, index: int) -> LostPage | None:
    """Return why a page on which nothing was found is no blank page; ``None`` if it may be one."""
    data = _save_alone(source.handle, index)
    # What is saved names content only if all of it is in the file.
    if data and b"/Contents" not in data and index in source.without_contents:
        return LostPage(index + 1, _NO_CONTENT)
    if reason := lost_content.find_loss(data):
        return LostPage(index + 1, reason)
    if lost_content.has_field_text(data):
        return LostPage(index + 1, _IN_FIELDS, scan=True)
    return None


def _save_alone(document: Any, index: int) -> bytes:
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
