"""pdfium's bitmaps: a page as it looks, and whether an image lets anything through."""

from __future__ import annotations

import ctypes
from typing import Any

from pipeline.reading.pdfium import raw

MAX_PIXELS = 50_000_000
"""A picture of a page with more is not drawn."""
_OPAQUE = 0.99
"""The share of its pixels from which an image lets nothing through."""


def draw_page(document: Any, index: int, scale: float) -> tuple[int, int, bytes] | None:
    """Return width, height and the BGRx bytes of a page as it looks; None if it cannot be drawn.

    ``document`` is a handle of pdfium, ``index`` counts from 0, ``scale`` is in pixels for each point.
    """
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return None
    try:
        width = max(round(raw.FPDF_GetPageWidthF(page) * scale), 1)
        height = max(round(raw.FPDF_GetPageHeightF(page) * scale), 1)
        if width * height > MAX_PIXELS:
            return None
        bitmap = raw.FPDFBitmap_Create(width, height, 0)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
            return width, height, _content(bitmap, height)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
    finally:
        raw.FPDF_ClosePage(page)


def is_opaque(document: Any, page: Any, image: int) -> bool:
    """Tell whether the image at an address, with its mask, lets nothing through."""
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(
        document, page, ctypes.cast(image, raw.FPDF_PAGEOBJECT)
    )
    if not bitmap:
        return False
    try:
        if raw.FPDFBitmap_GetFormat(bitmap) != raw.FPDFBitmap_BGRA:
            return False
        width, height = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
        alphas = _content(bitmap, height)[3::4]
        return bool(alphas.count(255) >= _OPAQUE * width * height > 0)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)


def _content(bitmap: Any, height: int) -> bytes:
    size = raw.FPDFBitmap_GetStride(bitmap) * height
    return ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), size)
