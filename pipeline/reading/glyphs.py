"""pdfium's text page -> the printed characters of a page, column by column.

pdfium follows form XObjects, drops what is printed twice on the same spot, and turns the Kangxi
radicals of browsers' PDFs into plain characters. What it makes up (a space in a gap, a line end) is
left out here. Each glyph costs three calls of pdfium (`in_c`), each stretch of them that stands as
high two more.

The box of a glyph is its advance width by a share of its font size above and below the base line.
Fonts disagree on their own ascent, and many subset fonts have none; one share for all keeps a
line's glyphs level. Text that does not stand upright has the box that pdfium gives it.
"""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections.abc import Sequence
from ctypes import c_double, c_ushort
from dataclasses import dataclass
from itertools import compress, repeat
from typing import Any

from pipeline.geometry import Box, Column, Columns, Frame
from pipeline.reading import pdfium
from pipeline.reading.loops import in_c, in_python
from pipeline.reading.loops.in_python import BaseLines, Placement, Starts
from pipeline.reading.pages import GlyphColumns, find_stretches, find_turns, to_column

MAX_GLYPHS = 200_000
"""A page with more is not read; an honest one has some 3,000."""
UNMAPPED = "\ufffd"
"""Stands for a glyph whose character the file does not tell."""
# pdfium's names for a hyphen at a line end and for a code without a character.
_HYPHEN, _NO_CHARACTER = 0x02, (0, 0xFFFE, 0xFFFF)
# What is no character that anybody prints.
_ODD = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd-\uffff]")


@dataclass(slots=True)
class Glyphs:
    """The printed characters of a page in the order of the stream, as columns.

    A run is a stretch of neighbours that one text object prints: ``runs`` tells where each
    begins, ``objects`` the address of its object. A band is a stretch of runs as high as each
    other: ``bands`` tells where each begins, ``heights`` its font size in points, 0 unless it
    stands upright.
    """

    chars: list[str]
    runs: list[int]
    objects: list[int]
    bands: list[int]
    heights: Sequence[float]
    places: Placement

    def __len__(self) -> int:
        return len(self.chars)

    @property
    def lengths(self) -> list[int]:
        """Return how many glyphs each run has."""
        return in_python.run_lengths(self.runs, len(self.chars))

    @property
    def targets(self) -> list[int]:
        """Return the address of the object that prints each glyph."""
        return in_python.repeat_values(self.objects, self.lengths)

    def heights_of_glyphs(self) -> list[float]:
        """Return for each glyph the height of its band."""
        return in_python.repeat_values(
            self.heights, in_python.run_lengths(self.bands, len(self.chars))
        )

    def columns(self) -> GlyphColumns:
        """Return the characters and their places, without what prints them."""
        return GlyphColumns("".join(self.chars), *self.places[:6])

    def without(self, reasons: Sequence[object]) -> Glyphs:
        """Return the glyphs that have no reason to be left out, in one run; for `columns` alone."""
        kept = [not reason for reason in reasons]
        chars = list(compress(self.chars, kept))
        x0, top, x1, bottom = [
            to_column(list(compress(column, kept))) for column in self.places[:4]
        ]
        stretches = find_stretches(top, bottom, range(len(chars)), len(chars))
        places = Placement(
            x0,
            top,
            x1,
            bottom,
            stretches,
            find_turns(stretches, x0, x1),
            overlapping=False,
            off_page=False,
        )
        return Glyphs(chars, [], [], [], [], places)


def read_glyphs(address: int, count: int, frame: Frame) -> Glyphs:
    """Return the printed characters of the text page at an address, with so many characters."""
    page = pdfium.pointer(address)
    chars, indexes, objects = _printed(page, count)
    _unmap(page, chars, indexes)
    boxes = in_c.best.glyph_figures(pdfium.loose_box, page, indexes, 4)
    starts = in_c.best.find_starts(objects, boxes)
    places, heights = _place(page, indexes, boxes, starts, frame)
    own_objects = [objects[at] for at in starts.runs]
    return Glyphs(chars, starts.runs, own_objects, starts.bands, heights, places)


def from_boxes(
    chars: Sequence[str], boxes: Sequence[Box], heights: Sequence[float], frame: Frame
) -> Glyphs:
    """Return glyphs from their boxes in user space and their font sizes; no object prints them.

    This is for what another reader than pdfium gives.
    """
    columns: Columns = ([], [], [], [])
    if boxes:
        columns = frame.place(*map(list, zip(*boxes, strict=True)))
    count = len(chars)
    if not math.isfinite(sum(map(sum, columns))):
        columns = _clamp(columns)
    singly = list(range(count))
    stretches = find_stretches(columns[1], columns[3], singly, count)
    places = in_python.finish_placement(columns, stretches, singly, frame)
    return Glyphs(list(chars), singly, [0] * count, singly, heights, places)


# --------------------------------------------------------------------------- characters


def _printed(page: Any, count: int) -> tuple[list[str], Sequence[int], Sequence[int]]:
    """Return the characters that the page prints, their indexes and their text objects."""
    text, odd = _text(page, count)
    printed = in_c.best.printed_glyphs(page, text)
    return _join_surrogates(*printed) if odd else printed


def _text(page: Any, count: int) -> tuple[str, bool]:
    """Return the characters of a text page, as many as it counts, and whether any is odd."""
    units = (c_ushort * (count + 1))()
    # The whole text leaves out or changes what is no character; then each has to be asked for.
    if pdfium.text(page, 0, count, ctypes.addressof(units)) == count + 1:
        text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count and not _ODD.search(text):
            return text, False
    codes = map(pdfium.unicode, repeat(page), range(count))
    text = "".join([chr(code) if code < 0x110000 else UNMAPPED for code in codes])
    return text, bool(_ODD.search(text))


def _join_surrogates(
    chars: list[str], indexes: Sequence[int], objects: Sequence[int]
) -> tuple[list[str], list[int], list[int]]:
    """Put the halves of a character together, and name what is no character."""
    kept: tuple[list[str], list[int], list[int]] = ([], [], [])
    high = 0
    for char, index, target in zip(chars, indexes, objects, strict=True):
        code = ord(char)
        if high and 0xDC00 <= code < 0xE000:
            kept[0][-1] = chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
            high = 0
            continue
        high = code if 0xD800 <= code < 0xDC00 else 0
        kept[0].append(character_of(code))
        kept[1].append(index)
        kept[2].append(target)
    return kept


def character_of(code: int) -> str:
    """Return what a code stands for, which may be no character."""
    if code == _HYPHEN:
        return "-"
    return UNMAPPED if code in _NO_CHARACTER or 0xD800 <= code < 0xE000 else chr(code)


def _unmap(page: Any, chars: list[str], indexes: Sequence[int]) -> None:
    """Take away the letters that pdfium makes of bare codes, where a font does not name its glyphs.

    All are asked for, for some glyphs of a font may have a name and others none.
    """
    unmapped = in_c.best.ask_glyphs(pdfium.is_unmapped, page, indexes)
    if any(unmapped):
        for at in compress(range(len(chars)), unmapped):
            chars[at] = UNMAPPED


# --------------------------------------------------------------------------- places


def _place(
    page: Any,
    indexes: Sequence[int],
    boxes: array[float],
    starts: Starts,
    frame: Frame,
) -> tuple[Placement, Sequence[float]]:
    """Return the places of the glyphs, and the height of each band.

    They follow from pdfium's boxes and the matrices of the bands.
    """
    lines = in_c.best.base_lines(page, indexes, starts.bands)
    placed = None
    if lines.level and not frame.turns and 0.0 not in lines.heights:
        placed = in_c.best.place_glyphs(boxes, starts, lines, frame)
    if placed is None:
        placed = _placed_singly(page, indexes, boxes, starts, frame, lines)
    return placed, lines.heights


def _placed_singly(
    page: Any,
    indexes: Sequence[int],
    boxes: array[float],
    starts: Starts,
    frame: Frame,
    lines: BaseLines,
) -> Placement:
    """Return the places of glyphs of any kind."""
    runs, bands = starts
    count = len(indexes)
    counts = in_python.run_lengths(bands, count)
    x0, x1 = boxes[::4].tolist(), boxes[2::4].tolist()
    x1 = [right if right > left else left for left, right in zip(x0, x1, strict=True)]
    if lines.level and in_python.begin_at_origins(lines.x, [x0[at] for at in bands]):
        base = in_python.repeat_values(lines.y, counts)
    else:
        # A crooked line, or fonts whose boxes do not begin where the glyph does.
        x0, base = _origins(page, indexes)
    _share_ligatures(x0, base, x1)
    heights = in_python.repeat_values(lines.heights, counts)
    y0, y1 = in_python.line_extents(base, heights)
    for at, height in enumerate(heights):
        if not height:
            x0[at], y1[at], x1[at], y0[at] = boxes[4 * at : 4 * at + 4]
    places = frame.place(x0, y0, x1, y1)
    if not math.isfinite(sum(map(sum, places))):
        places = _clamp(places)
    stretches = find_stretches(places[1], places[3], range(count), count)
    return in_python.finish_placement(places, stretches, runs, frame)


def _origins(page: Any, indexes: Sequence[int]) -> tuple[Column, Column]:
    """Return where glyphs begin on their base lines."""
    origins = (c_double * (2 * len(indexes)))()
    start = ctypes.addressof(origins)
    xs = range(start, start + 16 * len(indexes), 16)
    ys = range(start + 8, start + 16 * len(indexes) + 8, 16)
    list(map(pdfium.char_origin, repeat(page), indexes, xs, ys))  # for what it writes
    return origins[::2], origins[1::2]


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


def _clamp(columns: Columns) -> Columns:
    """Bring places that no page has (infinite, not a number) to where later stages can count."""
    far = 1e6
    return tuple(  # type: ignore[return-value]
        [min(max(value, -far), far) if value == value else -far for value in column]  # noqa: PLR0124
        for column in columns
    )
