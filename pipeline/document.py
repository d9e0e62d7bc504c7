"""PDF -> Page: the glyphs and ruling lines of each page, with their places.

The only module that knows pdfium. Glyphs come from pdfium's text page (which follows form XObjects,
drops what is printed twice on the same spot, and turns the Kangxi radicals of browsers' PDFs into
plain characters), rules from the path objects. Places are points from the top left of the page as
it is shown: turned by ``/Rotate``, cut by the CropBox.

A file that cannot be read at all is a `DocumentError`; a page that cannot be read is a `LostPage`
between the others.

>>> with Document.open(Path("no such report.pdf")) as report:
...     pages = list(report.pages())
Traceback (most recent call last):
    ...
pipeline.errors.DocumentError: no such report.pdf: there is no such file
"""

from __future__ import annotations

import ctypes
import math
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import c_double, c_float, c_int, c_uint, c_void_p
from itertools import pairwise, repeat
from operator import eq
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import pypdfium2.raw as pdfium

from pipeline import files
from pipeline.errors import DocumentError
from pipeline.model import Glyph, LostPage, Page, Rule

Box = tuple[float, float, float, float]  # left, bottom, right, top in PDF user space
Point = tuple[float, float]
Column = list[float]
Columns = tuple[Column, Column, Column, Column]

# Caps that end a page before it eats the machine; an honest page has some 3,000 glyphs, and the
# densest drawing seen in a report 20,000 paths.
MAX_PIXELS = 50_000_000
MAX_PAGES = 20_000
MAX_GLYPHS = 200_000
MAX_OBJECTS = 100_000
MAX_SEGMENTS = 1_000_000
MAX_CLIP = 50
MAX_FORM_DEPTH = 12

# A box this thin, in points, is a ruling line, and a line that strays this little is straight.
THIN = 3.0
STRAIGHT = 0.5
# From here up a colour is white to the eye.
WHITE = 250
# The box of a glyph, as shares of the font size above and below its base line. Fonts disagree on
# their own ascent, and many subset fonts have none; one share for all keeps a line's glyphs level.
ASCENT, DESCENT = 0.84, 0.16
# pdfium's names for a hyphen at a line end and for a code without a character.
_HYPHEN, _UNMAPPED = 0x02, (0, 0xFFFE, 0xFFFF)


# --------------------------------------------------------------------------- calls into pdfium


def _quick(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a pdfium function that takes and returns plain addresses.

    The bindings' own functions wrap every pointer in an object; with four calls for each glyph that
    is most of the reading time. Memory is unmanaged either way.
    """
    address = ctypes.cast(function, c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_unicode = _quick(pdfium.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
_text_object = _quick(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
_generated = _quick(pdfium.FPDFText_IsGenerated, c_int, c_void_p, c_int)
_char_matrix = _quick(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
_font_size = _quick(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
_origin = _quick(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
_loose_box = _quick(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_page_object = _quick(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_form_object = _quick(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
_object_type = _quick(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
_object_matrix = _quick(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
_object_bounds = _quick(pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)
_fill_colour = _quick(pdfium.FPDFPageObj_GetFillColor, c_int, *[c_void_p] * 5)
_stroke_colour = _quick(pdfium.FPDFPageObj_GetStrokeColor, c_int, *[c_void_p] * 5)
_clip_path = _quick(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
_clip_count = _quick(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
_clip_segment_count = _quick(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
_clip_segment = _quick(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
_form_count = _quick(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
_draw_mode = _quick(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
_segment_count = _quick(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
_segment = _quick(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
_segment_type = _quick(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
_segment_point = _quick(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
_segment_close = _quick(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)


class Matrix(NamedTuple):
    """The six figures of a PDF matrix."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def apply(self, x: float, y: float) -> Point:
        """Return where the matrix takes a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, other: Matrix) -> Matrix:
        """Return the matrix that does this one first, and then the other."""
        e, f = other.apply(self.e, self.f)
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            e,
            f,
        )


_new = tuple.__new__  # a named tuple's own constructor costs three times as much
_IDENTITY = Matrix(1, 0, 0, 1, 0, 0)
_EVERYWHERE: Box = (-math.inf, -math.inf, math.inf, math.inf)


# --------------------------------------------------------------------------- the document


class Document:
    """An open PDF; use it as a context manager."""

    def __init__(self, handle: Any, path: Path, warnings: list[str]) -> None:
        self._handle = handle
        self.path = path
        self.warnings = warnings
        self.page_count: int = pdfium.FPDF_GetPageCount(handle)

    @classmethod
    def open(cls, path: Path) -> Document:
        """Open a PDF file, or raise `DocumentError`."""
        warnings = _look_at(path)
        # The bindings start pdfium when they are imported, and stop it at exit.
        handle = pdfium.FPDF_LoadDocument(os.fsencode(path), None)
        if not handle:
            raise _load_error(path)
        document = cls(handle, path, warnings)
        try:
            document._check_pages()
        except DocumentError:
            document.close()
            raise
        return document

    def _check_pages(self) -> None:
        if self.page_count < 1:
            raise DocumentError("damaged", self.path, "the file has no pages")
        if self.page_count > MAX_PAGES:
            count = f"{self.page_count} pages, more than the {MAX_PAGES} that are read"
            raise DocumentError("limit", self.path, count)

    def close(self) -> None:
        """Give the file's memory back."""
        if self._handle:
            pdfium.FPDF_CloseDocument(self._handle)
            self._handle = None

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
            yield self._page(index)

    def picture(self, number: int, scale: float) -> tuple[int, int, bytes] | None:
        """Return width, height and the BGRx bytes of a page as it looks; None if it cannot be drawn.

        ``scale`` is in pixels for each point.
        """
        handle = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not handle:
            return None
        try:
            width = max(round(pdfium.FPDF_GetPageWidthF(handle) * scale), 1)
            height = max(round(pdfium.FPDF_GetPageHeightF(handle) * scale), 1)
            if width * height > MAX_PIXELS:
                return None
            bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
            try:
                pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
                pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 0)
                size = pdfium.FPDFBitmap_GetStride(bitmap) * height
                return width, height, ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
        finally:
            pdfium.FPDF_ClosePage(handle)

    def _page(self, index: int) -> Page | LostPage:
        handle = pdfium.FPDF_LoadPage(self._handle, index)
        if not handle:
            return LostPage(index + 1, "it cannot be loaded")
        try:
            return _read_page(handle, index + 1)
        finally:
            pdfium.FPDF_ClosePage(handle)


def _look_at(path: Path) -> list[str]:
    """Refuse what is not a PDF before pdfium opens it; return warnings about one that is."""
    look = files.look(path)
    if b"%PDF-" not in look.head:
        raise DocumentError("unsupported", path, "not a PDF file (no %PDF- at its beginning)")
    if b"%%EOF" not in look.tail:
        return ["repaired: the file has no end mark (%%EOF); it may have been cut short"]
    return []


_LOAD_ERRORS: dict[int, tuple[str, str]] = {
    pdfium.FPDF_ERR_FILE: ("skipped", "the file cannot be opened"),
    pdfium.FPDF_ERR_FORMAT: ("damaged", "the file is not a readable PDF: damaged or cut short"),
    pdfium.FPDF_ERR_PASSWORD: ("encrypted", "the file needs a password"),
    pdfium.FPDF_ERR_SECURITY: ("encrypted", "the file is protected in a way that is not supported"),
    pdfium.FPDF_ERR_PAGE: ("damaged", "the file's pages cannot be found"),
}


def _load_error(path: Path) -> DocumentError:
    code = int(pdfium.FPDF_GetLastError())
    status, reason = _LOAD_ERRORS.get(code, ("damaged", f"pdfium cannot load it (error {code})"))
    return DocumentError(status, path, reason)


# --------------------------------------------------------------------------- one page


def _read_page(handle: Any, number: int) -> Page | LostPage:
    frame = _frame(handle)
    text = pdfium.FPDFText_LoadPage(handle)
    if not text:
        return LostPage(number, "its text cannot be loaded")
    try:
        count = max(pdfium.FPDFText_CountChars(text), 0)
        if count > MAX_GLYPHS:
            return LostPage(
                number,
                f"{count} glyphs, more than the {MAX_GLYPHS} that are read",
                limit=True,
            )
        glyphs = _glyphs(text, count, frame)
    finally:
        pdfium.FPDFText_ClosePage(text)
    drawing = _read_drawing(handle)
    if drawing is None:
        return LostPage(
            number, f"more drawn objects than the {MAX_OBJECTS} that are read", limit=True
        )
    # Shading gives the edges of its boxes only on a page without any line: beside ruling lines, the
    # edges of a shaded heading or of marked words would cut cells where nobody drew a line.
    rules = drawing.rules or drawing.shades
    placed = (_clipped(box, frame) for box in zip(*frame.place(*_columns(rules)), strict=True))
    return Page(number, frame.width, frame.height, glyphs, tuple(filter(None, placed)))


class _Frame(NamedTuple):
    """The part of user space that a page shows, and the quarter turns clockwise that it makes."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Return the width of the page as shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Return the height of the page as shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x0: Column, y0: Column, x1: Column, y1: Column) -> Columns:
        """Return the x0, top, x1 and bottom of boxes in user space, column by column."""
        left, bottom, right, top, turns = self
        if turns == 0:
            return _above(x0, left), _below(y1, top), _above(x1, left), _below(y0, top)
        if turns == 1:
            return _above(y0, bottom), _above(x0, left), _above(y1, bottom), _above(x1, left)
        if turns == 2:
            return _below(x1, right), _above(y0, bottom), _below(x0, right), _above(y1, bottom)
        return _below(y1, top), _below(x1, right), _below(y0, top), _below(x0, right)


def _above(column: Column, zero: float) -> Column:
    return [value - zero for value in column] if zero else column


def _below(column: Column, zero: float) -> Column:
    return [zero - value for value in column]


def _columns(boxes: Sequence[Box]) -> Columns:
    """Turn a list of boxes into four lists."""
    return tuple([box[side] for box in boxes] for side in range(4))  # type: ignore[return-value]


def _frame(page: Any) -> _Frame:
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect))
    turns = pdfium.FPDFPage_GetRotation(page) % 4
    return _Frame(rect.left, rect.bottom, rect.right, rect.top, turns)


def _clipped(box: Box, frame: _Frame) -> Rule | None:
    """Return the part of a rule that is on the page, if any."""
    x0, top, x1, bottom = box
    width, height = frame.width, frame.height
    # Asked this way round, a place that is not a number is not on the page.
    if not (x1 >= -THIN and bottom >= -THIN and x0 <= width + THIN and top <= height + THIN):
        return None
    return Rule(max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height))


# --------------------------------------------------------------------------- glyphs


def _glyphs(text: Any, count: int, frame: _Frame) -> tuple[Glyph, ...]:
    """Return the printed characters of a text page.

    pdfium's answers are gathered and put together column by column: the loops run in C.
    """
    page = ctypes.cast(text, c_void_p).value
    chars, indexes, objects = _printed(page, count)
    count = len(indexes)
    origins = (c_double * (2 * count))()
    start = ctypes.addressof(origins)
    end = start + 16 * count
    _run(map(_origin, repeat(page), indexes, range(start, end, 16), range(start + 8, end, 16)))
    boxes = (c_float * (4 * count))()  # each is left, top, right, bottom
    start = ctypes.addressof(boxes)
    _run(map(_loose_box, repeat(page), indexes, range(start, start + 16 * count, 16)))
    sizes = _upright_sizes(page, indexes, objects)
    x0, base = origins[::2], origins[1::2]
    x1 = list(map(max, x0, boxes[2::4]))
    if any(map(eq, x0, x0[1:])):
        _share_ligatures(x0, base, x1)
    y0 = [y - DESCENT * size for y, size in zip(base, sizes, strict=True)]
    y1 = [y + ASCENT * size for y, size in zip(base, sizes, strict=True)]
    if 0.0 in sizes:
        for at, size in enumerate(sizes):
            if not size:
                x0[at], y1[at], x1[at], y0[at] = boxes[4 * at : 4 * at + 4]
    places = frame.place(x0, y0, x1, y1)
    if not math.isfinite(sum(map(sum, places))):
        places = _tamed(places)
    return tuple(map(_new, repeat(Glyph), zip(chars, *places, strict=True)))


def _tamed(columns: Columns) -> Columns:
    """Bring places that no page has (infinite, not a number) to where later stages can count."""
    far = 1e6
    return tuple(  # type: ignore[return-value]
        [min(max(value, -far), far) if value == value else -far for value in column]  # noqa: PLR0124
        for column in columns
    )


def _printed(page: int | None, count: int) -> tuple[list[str], list[int], list[int]]:
    """Return the characters that the page prints, their indexes and their text objects.

    The rest was made up by pdfium: a space in a gap, a line end.
    """
    objects: list[int | None] = list(map(_text_object, repeat(page), range(count)))
    codes: list[int] = list(map(_unicode, repeat(page), range(count)))
    chars: list[str] = []
    indexes: list[int] = []
    kept: list[int] = []
    high = 0
    for index, code, target in zip(range(count), codes, objects, strict=True):
        # Not everything made up is without a text object.
        if target is None or (code <= 32 and _generated(page, index)):
            continue
        if 32 <= code < 0xD800:
            char = chr(code)
        elif high and 0xDC00 <= code < 0xE000:
            chars[-1] = chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
            high = 0
            continue
        else:
            char = _odd_character(code)
        high = code if 0xD800 <= code < 0xDC00 else 0
        chars.append(char)
        indexes.append(index)
        kept.append(target)
    return chars, indexes, kept


def _share_ligatures(x0: Column, base: Column, x1: Column) -> None:
    """Give each character of a ligature its part of the one box that they come with."""
    start = 0
    for at in range(1, len(x0) + 1):
        if at < len(x0) and x0[at] == x0[start] and base[at] == base[start]:
            continue
        if at - start > 1:
            left, width = x0[start], (x1[start] - x0[start]) / (at - start)
            for part in range(at - start):
                x0[start + part] = left + width * part
                x1[start + part] = left + width * (part + 1)
        start = at


def _upright_sizes(page: int | None, indexes: list[int], objects: list[int]) -> list[float]:
    """Return the font size of each glyph in points of the page; 0 unless it stands upright."""
    sizes: list[float] = []
    size, last = 0.0, None
    style = _Styles(page)
    for index, target in zip(indexes, objects, strict=True):
        if target != last:
            last, size = target, style.upright_size(index)
        sizes.append(size)
    return sizes


def _run(calls: Iterator[object]) -> None:
    """Make the calls of a lazy map, for what they write."""
    deque(calls, maxlen=0)


def _odd_character(code: int) -> str:
    """Return what a code stands for that is not simply a character."""
    if code == _HYPHEN:
        return "-"
    if code in _UNMAPPED or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


class _Styles:
    """Asks for the size and the direction of text objects."""

    def __init__(self, page: int | None) -> None:
        self._page = page
        self._matrix = pdfium.FS_MATRIX()
        self._address = ctypes.addressof(self._matrix)

    def upright_size(self, index: int) -> float:
        """Return the font size of a glyph in points of the page; 0 unless it stands upright."""
        matrix = self._matrix
        _char_matrix(self._page, index, self._address)
        size: float = _font_size(self._page, index)
        if matrix.b == 0 == matrix.c:
            return size * matrix.d if matrix.a > 0 < matrix.d else 0.0
        # Slanted by the producer (fake italics, a crooked scan) is upright still.
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        upright = a > 0 < d and abs(b) < 0.1 * a and abs(c) < 0.5 * d
        return size * math.hypot(c, d) if upright else 0.0


# --------------------------------------------------------------------------- rules


def _read_drawing(page: Any) -> _Drawing | None:
    """Return what the objects of a page draw, in user space; ``None`` for more than the caps."""
    drawing = _Drawing()
    address = ctypes.cast(page, c_void_p).value or 0
    count = pdfium.FPDFPage_CountObjects(page)
    view = _View(_IDENTITY, _EVERYWHERE, 0)
    return drawing if drawing.read(address, count, _page_object, view) else None


class _View(NamedTuple):
    """How the objects of a form come to stand on the page, where they show, and how deep it is."""

    matrix: Matrix
    clip: Box
    depth: int


class _Drawing:
    """Collects the rules of the objects of a page and of the forms in it."""

    def __init__(self) -> None:
        self.rules: list[Box] = []
        self.shades: list[Box] = []
        self.objects = self.segments = 0
        self._matrix = pdfium.FS_MATRIX()
        self._ints = (c_int * 2)()
        self._floats = (c_float * 4)()
        self._colour = (c_uint * 4)()

    def read(self, parent: int, count: int, child: Callable[[int, int], int], view: _View) -> bool:
        """Read the objects of a page or form; tell whether all of them were within the caps."""
        self.objects += count
        if self.objects > MAX_OBJECTS:
            return False
        targets: list[int] = list(map(child, repeat(parent), range(count)))
        for target, kind in zip(targets, map(_object_type, targets), strict=True):
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._read_path(target, view)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and not self._read_form(target, view):
                return False
            if self.segments > MAX_SEGMENTS:
                return False
        return True

    def _read_form(self, target: int, view: _View) -> bool:
        if view.depth >= MAX_FORM_DEPTH:
            return True
        matrix = self._own_matrix(target).then(view.matrix)
        inner = _View(matrix, self._clip(target, view), view.depth + 1)
        return self.read(target, _form_count(target), _form_object, inner)

    def _own_matrix(self, target: int) -> Matrix:
        m = self._matrix
        _object_matrix(target, ctypes.addressof(m))
        return Matrix(m.a, m.b, m.c, m.d, m.e, m.f)

    def _read_path(self, target: int, view: _View) -> None:
        start = ctypes.addressof(self._ints)
        _draw_mode(target, start, start + 4)
        filled, stroked = self._ints
        if stroked and self._seen(target, _stroke_colour):
            found = [
                box for part in self._parts(target, view.matrix) for box in _stroked_rules(part)
            ]
        elif filled and self._seen(target, _fill_colour):
            found = self._filled_rules(target, view.matrix)
        else:
            return
        if found:
            shown = self._clip(target, view)
            self.rules.extend(box for box in (_overlap(box, shown) for box in found) if box)

    def _filled_rules(self, target: int, outer: Matrix) -> list[Box]:
        """Return the thin boxes of a filled path, and note its thick ones as shades."""
        bounds = self._bounds(target, outer)
        # The usual box has five segments; more may be the outline of a character.
        if _is_thin(bounds) and (_is_dot(bounds) or _segment_count(target) <= 5):
            return [bounds]
        found = []
        for points in self._parts(target, outer):
            box = _bounds(points)
            if _is_thin(box):
                found.append(box)
            elif _is_box(points):
                self.shades.extend(_sides(box))
        return found

    def _seen(self, target: int, ask: Callable[..., int]) -> bool:
        """Tell whether the path's colour shows on white paper."""
        start = ctypes.addressof(self._colour)
        if not ask(target, start, start + 4, start + 8, start + 12):
            return True
        red, green, blue, alpha = self._colour
        return alpha > 0 and min(red, green, blue) < WHITE

    def _bounds(self, target: int, outer: Matrix) -> Box:
        start = ctypes.addressof(self._floats)
        _object_bounds(target, start, start + 4, start + 8, start + 12)
        left, bottom, right, top = self._floats
        if outer is _IDENTITY:
            return left, bottom, right, top
        return _bounds([outer.apply(x, y) for x in (left, right) for y in (bottom, top)])

    def _clip(self, target: int, view: _View) -> Box:
        """Return the part of a view that the object's own clip paths leave."""
        path = _clip_path(target)
        left, bottom, right, top = view.clip
        for number in range(min(_clip_count(path), MAX_CLIP) if path else 0):
            count = _clip_segment_count(path, number)
            if 0 < count <= MAX_CLIP:  # more is a picture's outline
                segments = [_clip_segment(path, number, index) for index in range(count)]
                box = _bounds([view.matrix.apply(*self._point(segment)) for segment in segments])
                left, bottom = max(left, box[0]), max(bottom, box[1])
                right, top = min(right, box[2]), min(top, box[3])
        return left, bottom, right, top

    def _point(self, segment: int) -> Point:
        start = ctypes.addressof(self._floats)
        _segment_point(segment, start, start + 4)
        return self._floats[0], self._floats[1]

    def _parts(self, target: int, outer: Matrix) -> Iterator[list[Point]]:
        """Yield the straight sub-paths as points of user space; one with a curve is left out."""
        matrix = self._own_matrix(target).then(outer)
        points: list[Point] = []
        curved = False
        count = _segment_count(target)
        self.segments += count
        for index in range(count if self.segments <= MAX_SEGMENTS else 0):
            segment = _segment(target, index)
            kind = _segment_type(segment)
            point = matrix.apply(*self._point(segment))
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1 and not curved:
                    yield points
                points, curved = [point], False
            else:
                curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
                points.append(point)
            if _segment_close(segment) and points:
                points.append(points[0])
        if len(points) > 1 and not curved:
            yield points


def _is_thin(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= THIN


def _is_dot(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) <= THIN


def _overlap(box: Box, clip: Box) -> Box | None:
    """Return the part of a box within another, if any."""
    left, bottom = max(box[0], clip[0]), max(box[1], clip[1])
    right, top = min(box[2], clip[2]), min(box[3], clip[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def _stroked_rules(points: Sequence[Point]) -> Iterator[Box]:
    """Yield the pieces of a stroked path that lie or stand."""
    for (x0, y0), (x1, y1) in pairwise(points):
        level, upright = abs(y1 - y0) <= STRAIGHT, abs(x1 - x0) <= STRAIGHT
        if (level or upright) and (x0, y0) != (x1, y1):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _bounds(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_box(points: Sequence[Point]) -> bool:
    """Tell whether every piece of a path lies or stands."""
    return all(
        abs(x1 - x0) <= STRAIGHT or abs(y1 - y0) <= STRAIGHT
        for (x0, y0), (x1, y1) in pairwise(points)
    )


def _sides(box: Box) -> tuple[Box, Box, Box, Box]:
    left, bottom, right, top = box
    return (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, bottom, left, top),
        (right, bottom, right, top),
    )
