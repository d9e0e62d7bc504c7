"""Form fields of a page -> their values put into its content, as a reader sees them on the page.

A report that was made with a form keeps its figures in the fields. pdfium reads the content of a page
alone, so the fields' appearances are put into that; comments and other notes are left where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.reading.pdfium import raw

_SHOWS_TEXT = re.compile(r"\bT[jJ]\b")
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW


def put_into_page(page: Any) -> bool:
    """Put the fields that show a text into the content of a page, for it to be loaded anew.

    Tells whether there was any. What else lies over the page is taken off, in memory alone, unless it is a
    text: that is counted by `count_unread`.
    """
    shown = [number for number, field in _annotations(page) if _is_shown_field(field)]
    if not shown:
        return False
    aside = [n for n, other in _annotations(page) if n not in shown and not _holds_text(other)]
    for number in reversed(aside):
        raw.FPDFPage_RemoveAnnot(page, number)
    if any(not _is_shown_field(other) for _, other in _annotations(page)):
        return False  # a comment would be put into the page with the fields
    return bool(raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


def count_unread(page: Any) -> int:
    """Return how many form fields and comments with a text lie over the content of a page."""
    return sum(_holds_text(annotation) for _, annotation in _annotations(page))


def _annotations(page: Any) -> Iterator[tuple[int, Any]]:
    """Yield what lies over the content of a page, by number: links, form fields, comments."""
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if annotation:
            yield number, annotation
            raw.FPDFPage_CloseAnnot(annotation)


def _is_shown_field(annotation: Any) -> bool:
    """Tell whether an annotation is a form field that shows a text on the page."""
    return (
        raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET
        and not raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN
        and _SHOWS_TEXT.search(_appearance(annotation)) is not None
    )


def _appearance(annotation: Any) -> str:
    """Return what is painted for an annotation, as a content stream."""
    mode = raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    size = raw.FPDFAnnot_GetAP(annotation, mode, None, 0)
    units = (raw.FPDF_WCHAR * (size // 2))()
    raw.FPDFAnnot_GetAP(annotation, mode, units, size)
    return bytes(units).decode("utf-16-le", "replace")


def _holds_text(annotation: Any) -> bool:
    """Tell whether an annotation is a form field with a text in it, or a text put onto the page."""
    if _is_shown_field(annotation):
        return True
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    key = {raw.FPDF_ANNOT_WIDGET: b"V", raw.FPDF_ANNOT_FREETEXT: b"Contents"}.get(kind)
    if key is None or raw.FPDFAnnot_GetValueType(annotation, key) != raw.FPDF_OBJECT_STRING:
        return False
    # Two bytes for each character, and two that end the text.
    return int(raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)) > 2
