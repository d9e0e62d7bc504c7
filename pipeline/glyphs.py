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
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from ctypes import c_double, c_ushort
from dataclasses import dataclass
from itertools import chain, compress, repeat
from operator import lt, mul, sub
from typing import Any, TypeVar

from pipeline import pdfium
from pipeline.model import GlyphColumns, Stretch, stretches
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
_T = TypeVar("_T")


@dataclass(slots=True)
class Glyphs:
    """The printed characters of a page in the order of the stream, as columns.

    A run is a stretch of neighbours that one text object prints: ``starts`` tells where each
    begins, ``objects`` the address of its object. A band is a stretch of runs as high as each
    other: ``bands`` tells where each begins, ``heights`` its font size in points, 0 unless it
    stands upright. The places are those of the page as it is shown; ``stretches`` are those of
    `GlyphColumns`.
    """

    chars: list[str]
    starts: list[int]
    objects: list[int]
    bands: list[int]
    heights: list[float]
    x0: Column
    top: Column
    x1: Column
    bottom: Column
    stretches: list[Stretch]

    def __len__(self) -> int:
        return len(self.chars)

    @property
    def lengths(self) -> list[int]:
        """Return how many glyphs each run has."""
        return _lengths(self.starts, len(self.chars))

    @property
    def targets(self) -> list[int]:
        """Return the address of the object that prints each glyph."""
        return _spread(self.objects, self.lengths)

    def of_glyphs(self, heights: Iterable[float]) -> list[float]:
        """Return what each band has as what each glyph has."""
        return _spread(heights, _lengths(self.bands, len(self.chars)))

    def printed(self) -> GlyphColumns:
        """Return the characters and their places, without what prints them."""
        # Lines keep slices of the sides; those of tuples are nothing for the garbage collector.
        x0, x1 = tuple(self.x0), tuple(self.x1)
        return GlyphColumns("".join(self.chars), x0, self.top, x1, self.bottom, self.stretches)

    def without(self, left_out: Sequence[object]) -> Glyphs:
        """Return the glyphs for which nothing is told, in one run; for `printed` alone."""
        kept = [not reason for reason in left_out]
        columns = (self.x0, self.top, self.x1, self.bottom)
        chars = list(compress(self.chars, kept))
        x0, top, x1, bottom = [list(compress(column, kept)) for column in columns]
        found = stretches(top, bottom, range(len(chars)), len(chars))
        return Glyphs(chars, [], [], [], [], x0, top, x1, bottom, found)


def read(address: int, count: int, frame: Frame) -> Glyphs:
    """Return the printed characters of the text page at an address, with so many characters."""
    page = pdfium.pointer(address)
    chars, indexes, objects, odd = _printed(page, count)
    starts = _starts(objects)
    boxes = _boxes(page, indexes)
    bands, different = _bands(starts, boxes)
    samples = _samples(different, objects)
    _unmap(page, chars, indexes, samples, odd=odd)
    targets = list(map(objects.__getitem__, starts))
    found = Glyphs(chars, starts, targets, bands, [], [], [], [], [], [])
    _place(found, page, indexes, boxes, samples, frame)
    return found


def _boxes(page: Any, indexes: list[int]) -> array[float]:
    """Return left, top, right and bottom of each glyph in user space, one after the other."""
    boxes, places = _BOXES.room(len(indexes))
    pdfium.run(map(pdfium.loose_box, repeat(page), indexes, places))
    return boxes[: 4 * len(indexes)]


def _samples(bands: Iterable[int], objects: list[int]) -> list[int]:
    """Return some glyphs of each font: the first ones of the last of its bands."""
    last: dict[int, int] = {}
    for at in bands:
        last[pdfium.text_font(pdfium.pointer(objects[at]))] = at
    end = len(objects)
    return [at for start in last.values() for at in range(start, min(start + _SAMPLE, end))]


# --------------------------------------------------------------------------- characters


def _printed(page: Any, count: int) -> tuple[list[str], list[int], list[int], bool]:
    """Return the characters that the page prints, their indexes and their text objects.

    The last figure tells whether any of them may be no character.
    """
    objects: list[int | None] = list(map(pdfium.text_object, repeat(page), range(count)))
    text, odd = _text(page, count)
    # Not everything made up is without a text object.
    for blank in _BLANK.finditer(text):
        at = blank.start()
        if objects[at] is not None and pdfium.is_generated(page, at):
            objects[at] = None
    chars = list(compress(text, objects))
    indexes = list(compress(range(count), objects))
    kept = list(filter(None, objects))
    if odd:
        chars, indexes, kept = _mended(chars, indexes, kept)
    return chars, indexes, kept, odd


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


def _unmap(
    page: Any, chars: list[str], indexes: list[int], samples: Iterable[int], *, odd: bool
) -> None:
    """Take away the letters that pdfium makes of bare codes, where a font does not name its glyphs.

    Asked are all digits, and some glyphs of each font; all glyphs only where one of these has none
    or an odd character stands on the page.
    """
    text = "".join(chars)
    some = [indexes[digit.start()] for digit in _DIGIT.finditer(text)]
    some += [indexes[at] for at in samples]
    if not any(map(pdfium.is_unmapped, repeat(page), some)) and not (odd and _ODD.search(text)):
        return
    unmapped = map(pdfium.is_unmapped, repeat(page), indexes)
    for at in compress(range(len(chars)), unmapped):
        chars[at] = UNMAPPED


# --------------------------------------------------------------------------- places


def _starts(objects: list[int]) -> list[int]:
    """Return where each run of one object begins."""
    starts = []
    last = 0
    for at, target in enumerate(objects):
        if target != last:
            starts.append(at)
            last = target
    return starts


def _bands(starts: list[int], boxes: array[float]) -> tuple[list[int], list[int]]:
    """Return where each band begins, and those of them with a top and bottom of their own.

    A band is of one font size and base line, for all that can be told, so that pdfium is asked for
    them once. Of several with the same top and bottom the first is told, the last first.
    """
    tops, bottoms = boxes[1::4].tolist(), boxes[3::4].tolist()
    bands, different = [], []
    first: dict[tuple[float, float], int] = {}
    last: tuple[float, float] | None = None
    for at in starts:
        key = (tops[at], bottoms[at])
        if key != last:
            bands.append(at)
            different.append(first.setdefault(key, at))
            last = key
    return bands, list(dict.fromkeys(reversed(different)))


def _lengths(starts: list[int], count: int) -> list[int]:
    return list(map(sub, [*starts[1:], count], starts))


def _spread(values: Iterable[_T], lengths: Iterable[int]) -> list[_T]:
    # Tuples multiplied are made twice as fast as iterators that repeat.
    return list(chain.from_iterable(map(mul, zip(values, strict=True), lengths)))


def _place(
    glyphs: Glyphs,
    page: Any,
    indexes: list[int],
    boxes: array[float],
    samples: list[int],
    frame: Frame,
) -> None:
    """Set the places of the glyphs, from pdfium's boxes and the matrices of the bands."""
    base, heights, level = _base_lines(page, [indexes[at] for at in glyphs.bands])
    glyphs.heights = heights
    x0, x1 = boxes[::4].tolist(), boxes[2::4].tolist()
    if not all(map(lt, x0, x1)):
        x1 = [right if right > left else left for left, right in zip(x0, x1, strict=True)]
    whole = True
    if not level or not _begin_at_origin(page, indexes, samples, x0):
        # A crooked line, or fonts whose boxes do not begin where the glyph does.
        x0, base = _origins(page, indexes)
    elif frame.turns % 2 or 0.0 in heights or _may_be_ligatures(x0, glyphs.bands, base):
        base = glyphs.of_glyphs(base)
    else:
        whole = False
    if whole:
        heights = glyphs.of_glyphs(heights)
        _share_ligatures(x0, base, x1)
    y0 = [y - DESCENT * height for y, height in zip(base, heights, strict=True)]
    y1 = [y + ASCENT * height for y, height in zip(base, heights, strict=True)]
    if whole and 0.0 in heights:
        for at, height in enumerate(heights):
            if not height:
                x0[at], y1[at], x1[at], y0[at] = boxes[4 * at : 4 * at + 4]
    places = frame.place(x0, y0, x1, y1)
    if not math.isfinite(sum(map(sum, places))):
        places = _tamed(places)
    glyphs.x0, top, glyphs.x1, bottom = places
    count = len(indexes)
    glyphs.stretches = stretches(top, bottom, range(count) if whole else glyphs.bands, count)
    glyphs.top = top if whole else glyphs.of_glyphs(top)
    glyphs.bottom = bottom if whole else glyphs.of_glyphs(bottom)


def _base_lines(page: Any, firsts: list[int]) -> tuple[list[float], list[float], bool]:
    """Return the base line and height at each glyph, and whether all the upright ones lie level."""
    count = len(firsts)
    room, places = _MATRICES.room(count)
    pdfium.run(map(pdfium.char_matrix, repeat(page), firsts, places))
    sizes = list(map(pdfium.font_size, repeat(page), firsts))
    matrices = room[: 6 * count]
    base = matrices[5::6].tolist()
    pairs = array("Q", matrices.tobytes())  # a and b, c and d, e and f in one figure each
    if (
        pairs[::3] == pairs[:1] * count
        and pairs[1::3] == pairs[1:2] * count
        and len(set(sizes)) == 1
    ):
        a, b, c, d = matrices[:4]
        height = _height(sizes[0], a, b, c, d)
        return base, [height] * count, not _both(b, height)
    columns = [matrices[side::6].tolist() for side in range(4)]
    heights = list(map(_height, sizes, *columns))
    return base, heights, not any(map(_both, columns[1], heights))


def _both(one: float, other: float) -> bool:
    return bool(one and other)


def _height(size: float, a: float, b: float, c: float, d: float) -> float:
    """Return the font size in points of the page; 0 unless the text stands upright.

    Slanted by the producer (fake italics, a crooked scan) is upright still.
    """
    if b == 0 == c and a > 0 < d:
        return size * d
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


def _may_be_ligatures(x0: Column, bands: list[int], base: Column) -> bool:
    """Tell whether a glyph begins where the one before it does, on a base line as high."""
    last = math.inf
    for at, left in enumerate(x0):
        if left == last:
            band = bisect_right(bands, at) - 1
            if bands[band] < at or base[band] == base[band - 1]:
                return True
        last = left
    return False


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
