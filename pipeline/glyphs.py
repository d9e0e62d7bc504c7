"""pdfium's text page -> the printed characters of a page, column by column.

pdfium follows form XObjects, drops what is printed twice on the same spot, and turns the Kangxi
radicals of browsers' PDFs into plain characters. What it makes up (a space in a gap, a line end) is
left out here. The loops run in C: two calls for each glyph, four for each run of glyphs that one
operator prints.

The box of a glyph is its advance width by a share of its font size above and below the base line.
Fonts disagree on their own ascent, and many subset fonts have none; one share for all keeps a
line's glyphs level. Text that does not stand upright has the box that pdfium gives it.
"""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections.abc import Iterable, Sequence
from ctypes import c_double, c_ushort
from dataclasses import dataclass
from itertools import chain, compress, islice, repeat
from operator import eq, ne, sub
from typing import Any, TypeVar

from pipeline import pdfium
from pipeline.model import Glyph
from pipeline.places import Column, Columns, Frame

ASCENT, DESCENT = 0.84, 0.16
UNMAPPED = "\ufffd"
"""Stands for a glyph whose character the file does not tell."""
# pdfium's names for a hyphen at a line end and for a code without a character.
_HYPHEN, _NO_CHARACTER = 0x02, (0, 0xFFFE, 0xFFFF)
# What pdfium may have made up, and what is no character that anybody prints.
_BLANK = re.compile("[\0-\x20]")
_ODD = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd-\uffff]")
_DIGIT = re.compile("[0-9]")
# How many glyphs of a font are asked for their character, and for the side of their box.
_SAMPLE = 4
_BOXES, _MATRICES = pdfium.Answers("f", 4), pdfium.Answers("f", 6)
_new = tuple.__new__  # a named tuple's own constructor costs three times as much
_T = TypeVar("_T")


@dataclass(slots=True)
class Glyphs:
    """The printed characters of a page in the order of the stream, as columns.

    ``objects`` holds the address of the text object that prints each; a run is a stretch of
    neighbours of one object: ``starts`` where each begins, ``heights`` its font size in points, 0
    unless it stands upright. The places are those of the page as it is shown.
    """

    chars: list[str]
    objects: list[int]
    starts: list[int]
    heights: list[float]
    x0: Column
    top: Column
    x1: Column
    bottom: Column

    def __len__(self) -> int:
        return len(self.chars)

    @property
    def lengths(self) -> list[int]:
        """Return how many glyphs each run has."""
        return list(map(sub, [*self.starts[1:], len(self.chars)], self.starts))

    def spread(self, values: Iterable[_T]) -> list[_T]:
        """Return what each run has as what each glyph has."""
        return _spread(values, self.lengths)

    def records(self) -> tuple[Glyph, ...]:
        """Return the glyphs, each with its character and place."""
        columns = zip(self.chars, self.x0, self.top, self.x1, self.bottom, strict=True)
        return tuple(map(_new, repeat(Glyph), columns))

    def without(self, left_out: Sequence[object]) -> Glyphs:
        """Return the glyphs for which nothing is told, in one run; for `records` alone."""
        kept = [not reason for reason in left_out]
        columns = (self.chars, self.objects, self.x0, self.top, self.x1, self.bottom)
        chars, objects, *places = (list(compress(column, kept)) for column in columns)
        return Glyphs(chars, objects, [], [], *places)  # type: ignore[arg-type]


def read(address: int, count: int, frame: Frame) -> Glyphs:
    """Return the printed characters of the text page at an address, with so many characters."""
    page = pdfium.pointer(address)
    chars, indexes, objects = _printed(page, count)
    starts = _starts(objects)
    boxes = _boxes(page, indexes)
    runs = _Runs(starts, objects, boxes)
    _unmap(page, chars, indexes, runs.samples)
    found = Glyphs(chars, objects, starts, [], [], [], [], [])
    _place(found, page, indexes, boxes, runs, frame)
    return found


def _boxes(page: Any, indexes: list[int]) -> array[float]:
    """Return left, top, right and bottom of each glyph in user space, one after the other."""
    boxes, places = _BOXES.room(len(indexes))
    pdfium.run(map(pdfium.loose_box, repeat(page), indexes, places))
    return boxes[: 4 * len(indexes)]


class _Runs:
    """The runs of a page, gathered in bands: those with the same top and bottom.

    A band is of one font size and base line, for all that can be told, so that pdfium is asked for
    them once. ``firsts`` is where each band has its first glyph, ``bands`` the band of each run,
    ``samples`` some glyphs of each font.
    """

    def __init__(self, starts: list[int], objects: Sequence[int], boxes: array[float]) -> None:
        tops, bottoms = boxes[1::4], boxes[3::4]
        keys = list(
            zip(map(tops.__getitem__, starts), map(bottoms.__getitem__, starts), strict=True)
        )
        first = dict(zip(reversed(keys), reversed(starts), strict=True))
        self.firsts = list(first.values())
        numbers = dict(zip(first, range(len(first)), strict=True))
        self.bands = list(map(numbers.__getitem__, keys))
        fonts = map(pdfium.text_font, map(objects.__getitem__, self.firsts))
        some = dict(zip(fonts, self.firsts, strict=True))
        end = len(tops)
        self.samples = [
            at for start in some.values() for at in range(start, min(start + _SAMPLE, end))
        ]


# --------------------------------------------------------------------------- characters


def _printed(page: Any, count: int) -> tuple[list[str], list[int], list[int]]:
    """Return the characters that the page prints, their indexes and their text objects."""
    objects: list[int | None] = list(map(pdfium.text_object, repeat(page), range(count)))
    text = _text(page, count)
    # Not everything made up is without a text object.
    for blank in _BLANK.finditer(text):
        at = blank.start()
        if objects[at] is not None and pdfium.is_generated(page, at):
            objects[at] = None
    chars = list(compress(text, objects))
    indexes = list(compress(range(count), objects))
    kept = [target for target in objects if target is not None]
    if _ODD.search(text):
        return _mended(chars, indexes, kept)
    return chars, indexes, kept


def _text(page: Any, count: int) -> str:
    """Return the characters of a text page, as many as it counts."""
    units = (c_ushort * (count + 1))()
    # The whole text leaves out or changes what is no character; then each has to be asked for.
    if pdfium.text(page, 0, count, ctypes.addressof(units)) == count + 1:
        text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count and not _ODD.search(text):
            return text
    codes = map(pdfium.unicode, repeat(page), range(count))
    return "".join(chr(code) if code < 0x110000 else UNMAPPED for code in codes)


def _mended(
    chars: list[str], indexes: list[int], objects: list[int]
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
        kept[0].append(_named(code))
        kept[1].append(index)
        kept[2].append(target)
    return kept


def _named(code: int) -> str:
    """Return what a code stands for, which may be no character."""
    if code == _HYPHEN:
        return "-"
    return UNMAPPED if code in _NO_CHARACTER or 0xD800 <= code < 0xE000 else chr(code)


def _unmap(page: Any, chars: list[str], indexes: list[int], samples: Iterable[int]) -> None:
    """Take away the letters that pdfium makes of bare codes, where a font does not name its glyphs.

    Asked are all digits, and some glyphs of each font; all glyphs only where one of these has none
    or an odd character stands on the page.
    """
    text = "".join(chars)
    some = [indexes[digit.start()] for digit in _DIGIT.finditer(text)]
    some += [indexes[at] for at in samples]
    if not any(map(pdfium.is_unmapped, repeat(page), some)) and not _ODD.search(text):
        return
    unmapped = map(pdfium.is_unmapped, repeat(page), indexes)
    for at in compress(range(len(chars)), unmapped):
        chars[at] = UNMAPPED


# --------------------------------------------------------------------------- places


def _starts(objects: list[int]) -> list[int]:
    """Return where each run of one object begins."""
    if not objects:
        return []
    changes = map(ne, islice(objects, 1, None), objects)
    return [0, *compress(range(1, len(objects)), changes)]


def _spread(values: Iterable[_T], lengths: Iterable[int]) -> list[_T]:
    return list(chain.from_iterable(map(repeat, values, lengths)))


def _place(
    glyphs: Glyphs,
    page: Any,
    indexes: list[int],
    boxes: array[float],
    runs: _Runs,
    frame: Frame,
) -> None:
    """Set the places of the glyphs, from pdfium's boxes and the matrices of the runs."""
    bases, heights, level = _base_lines(page, [indexes[at] for at in runs.firsts])
    bases, heights = ([column[band] for band in runs.bands] for column in (bases, heights))
    glyphs.heights = heights
    x0, x1 = boxes[::4].tolist(), boxes[2::4].tolist()
    lengths = glyphs.lengths
    if not level or not _begin_at_origin(page, indexes, runs.samples, x0):
        # A crooked line, or fonts whose boxes do not begin where the glyph does.
        x0, base = _origins(page, indexes)
        heights = _spread(heights, lengths)
    elif frame.turns % 2 or 0.0 in heights or any(map(eq, islice(x0, 1, None), x0)):
        base, heights = _spread(bases, lengths), _spread(heights, lengths)
    else:
        base = bases
    x1 = [right if right > left else left for left, right in zip(x0, x1, strict=True)]
    if len(base) == len(x0):
        _share_ligatures(x0, base, x1)
    y0 = [y - DESCENT * height for y, height in zip(base, heights, strict=True)]
    y1 = [y + ASCENT * height for y, height in zip(base, heights, strict=True)]
    if 0.0 in heights:
        for at, height in enumerate(heights):
            if not height:
                x0[at], y1[at], x1[at], y0[at] = boxes[4 * at : 4 * at + 4]
    places = frame.place(x0, y0, x1, y1)
    if not math.isfinite(sum(map(sum, places))):
        places = _tamed(places)
    glyphs.x0, top, glyphs.x1, bottom = places
    whole = len(base) == len(x0)
    glyphs.top = top if whole else _spread(top, lengths)
    glyphs.bottom = bottom if whole else _spread(bottom, lengths)


def _base_lines(page: Any, firsts: list[int]) -> tuple[list[float], list[float], bool]:
    """Return the base line and height at each glyph, and whether all the upright ones lie level."""
    matrices, places = _MATRICES.room(len(firsts))
    pdfium.run(map(pdfium.char_matrix, repeat(page), firsts, places))
    sizes = map(pdfium.font_size, repeat(page), firsts)
    end = 6 * len(firsts)
    a, b, c, d, base = (matrices[side:end:6].tolist() for side in (0, 1, 2, 3, 5))
    plain = not any(b) and not any(c)
    heights = [
        size * high if low == 0 == slant and wide > 0 < high else _upright(size, wide, low, slant, high)
        for size, wide, low, slant, high in zip(sizes, a, b, c, d, strict=True)
    ]  # fmt: skip
    level = plain or not any(map(_both, b, heights))
    return base, heights, level


def _both(one: float, other: float) -> bool:
    return bool(one and other)


def _upright(size: float, a: float, b: float, c: float, d: float) -> float:
    """Return the font size in points of the page; 0 unless the text stands upright.

    Slanted by the producer (fake italics, a crooked scan) is upright still.
    """
    upright = a > 0 < d and abs(b) < 0.1 * a and abs(c) < 0.5 * d
    return size * math.hypot(c, d) if upright else 0.0


def _begin_at_origin(page: Any, indexes: list[int], samples: Iterable[int], x0: Column) -> bool:
    """Tell whether the boxes of all fonts begin where their glyphs do.

    They do not where a font has no height of its own, or is written downwards.
    """
    found, _ = _origins(page, [indexes[at] for at in samples])
    return all(abs(x - x0[at]) < 1e-3 for x, at in zip(found, samples, strict=True))


def _origins(page: Any, indexes: list[int]) -> tuple[Column, Column]:
    """Return where glyphs begin on their base lines."""
    origins = (c_double * (2 * len(indexes)))()
    start = ctypes.addressof(origins)
    xs = range(start, start + 16 * len(indexes), 16)
    ys = range(start + 8, start + 16 * len(indexes) + 8, 16)
    pdfium.run(map(pdfium.char_origin, repeat(page), indexes, xs, ys))
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


def _tamed(columns: Columns) -> Columns:
    """Bring places that no page has (infinite, not a number) to where later stages can count."""
    far = 1e6
    return tuple(  # type: ignore[return-value]
        [min(max(value, -far), far) if value == value else -far for value in column]  # noqa: PLR0124
        for column in columns
    )
