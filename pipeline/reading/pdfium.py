"""pdfium's functions as plain calls on addresses; the only door to the PDF library.

The library's own bindings wrap every pointer in an object and look after threads; with several
calls for each glyph that is most of the reading time. Memory is unmanaged either way. The raw
bindings are imported without the helpers around them, which take twice as long to load.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from ctypes import c_double, c_int, c_uint, c_void_p
from typing import Any

import pypdfium2_raw

raw = pypdfium2_raw

raw.FPDF_InitLibrary()  # does nothing where it has been done


def _quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a pdfium function that takes and returns plain addresses."""
    address = ctypes.cast(function, c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _quickest(function: Any, result: Any) -> Callable[..., Any]:
    """Return a pdfium function that takes ints and what `pointer` makes, and checks nothing.

    Turning an address into an argument costs more than most calls do; these take it as it is.
    """
    address = ctypes.cast(function, c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result)(address)


pointer = c_void_p.from_param
"""Turn an address into an argument for the functions that are called most."""


def allocate(code: str, count: int) -> tuple[array[Any], list[Any]]:
    """Return room for so many figures of one call, and a pointer to each."""
    figures = array(code, [0] * count)
    start, _ = figures.buffer_info()
    size = figures.itemsize
    return figures, list(map(pointer, range(start, start + size * count, size)))


def handle_address(handle: Any) -> int:
    """Return the address that a handle of the bindings stands for."""
    return ctypes.cast(handle, c_void_p).value or 0


# Of a text page: the page, the index of a character, and where the answer goes. Pointers for those
# without types are made by `pointer`.
text_object = _quickest(raw.FPDFText_GetTextObject, c_void_p)
text = _quick(raw.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
unicode = _quick(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
is_generated = _quickest(raw.FPDFText_IsGenerated, c_int)
is_unmapped = _quickest(raw.FPDFText_HasUnicodeMapError, c_int)
char_matrix = _quickest(raw.FPDFText_GetMatrix, None)
char_origin = _quick(raw.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
loose_box = _quickest(raw.FPDFText_GetLooseCharBox, None)
font_size = _quickest(raw.FPDFText_GetFontSize, c_double)

# Of a page or a form: its objects.
page_count = _quick(raw.FPDFPage_CountObjects, c_int, c_void_p)
page_object = _quickest(raw.FPDFPage_GetObject, c_void_p)
form_count = _quick(raw.FPDFFormObj_CountObjects, c_int, c_void_p)
form_object = _quickest(raw.FPDFFormObj_GetObject, c_void_p)

# Of an object.
object_type = _quick(raw.FPDFPageObj_GetType, c_int, c_void_p)
object_matrix = _quickest(raw.FPDFPageObj_GetMatrix, None)
object_bounds = _quickest(raw.FPDFPageObj_GetBounds, None)
fill_colour = _quickest(raw.FPDFPageObj_GetFillColor, c_int)
stroke_colour = _quickest(raw.FPDFPageObj_GetStrokeColor, c_int)
stroke_width = _quickest(raw.FPDFPageObj_GetStrokeWidth, None)
is_see_through = _quick(raw.FPDFPageObj_HasTransparency, c_int, c_void_p)
text_mode = _quickest(raw.FPDFTextObj_GetTextRenderMode, c_int)
text_font = _quickest(raw.FPDFTextObj_GetFont, c_void_p)
clip_path = _quickest(raw.FPDFPageObj_GetClipPath, c_void_p)
text_fill = _quickest(raw.FPDFPageObj_GetFillColor, None)

# Of a path, and of a clip path.
draw_mode = _quickest(raw.FPDFPath_GetDrawMode, None)
segment_count = _quickest(raw.FPDFPath_CountSegments, c_int)
segment = _quickest(raw.FPDFPath_GetPathSegment, c_void_p)
clip_count = _quick(raw.FPDFClipPath_CountPaths, c_int, c_void_p)
clip_segment_count = _quick(raw.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
clip_segment = _quick(raw.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
segment_type = _quickest(raw.FPDFPathSegment_GetType, c_int)
segment_point = _quickest(raw.FPDFPathSegment_GetPoint, None)
segment_close = _quickest(raw.FPDFPathSegment_GetClose, c_int)
