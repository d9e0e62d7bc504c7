"""The loops over all glyphs or objects of a page, in Python: each a lazy map, or over whole columns.

A page has hundreds of objects and thousands of glyphs, so what pdfium says of them comes as columns and
flat arrays, and no loop makes an object for each. `in_c` has the same loops in C.
"""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress, pairwise, repeat
from operator import lt, mul, ne, sub
from typing import Any, NamedTuple, TypeVar

from pipeline.geometry import Column, Columns, Frame
from pipeline.reading import pdfium
from pipeline.reading.pages import Stretch, find_stretches, find_turns, to_column

UNKNOWN = (1 << 32) - 1
"""Stands in each figure of a colour that pdfium does not know."""
ASCENT, DESCENT = 0.84, 0.16
"""How far a glyph's box extends above and below its base line, as shares of the font size."""
NEAR = 1e-3
"""How near a box begins to where its glyph does, in points."""
# What pdfium may have made up.
_BLANK = re.compile("[\0-\x20]")
Function = Callable[..., Any]
_T = TypeVar("_T")


class Starts(NamedTuple):
    """Where runs of glyphs begin, each printed by one object, and where bands do.

    A band is of neighbouring runs whose boxes are as high as each other.
    """

    runs: list[int]
    bands: list[int]


class BaseLines(NamedTuple):
    """The base lines of bands: the x and y of the first origin of each, in user space, and its height.

    The height is the font size in points of the page, 0 unless the band stands upright. ``level``
    tells whether all of those that do lie level.
    """

    x: Sequence[float]
    y: Sequence[float]
    heights: Sequence[float]
    level: bool = True


class Placement(NamedTuple):
    """The places of the glyphs of a page as it is shown, in arrays of doubles.

    ``stretches`` and ``turns`` are those of `GlyphColumns`; ``overlapping`` tells whether a run begins before
    the end of an earlier one on its line, ``off_page`` whether any glyph stands wholly off the page.
    """

    x0: array[float]
    top: array[float]
    x1: array[float]
    bottom: array[float]
    stretches: list[Stretch]
    turns: list[int]
    overlapping: bool
    off_page: bool


class PythonLoops:
    """The loops as lazy maps over the functions of `pdfium`."""

    def __init__(self) -> None:
        self._figures: dict[int, _Buffer] = {}
        self._colours = _Buffer("I", 1)

    # ----------------------------------------------------------------------- asked of pdfium

    def object_handles(self, addresses: Iterable[int]) -> Sequence[Any]:
        """Return the objects at some addresses, as the other methods take them."""
        return list(map(pdfium.pointer, addresses))

    def child_objects(self, function: Function, parent: Any, count: int) -> list[int]:
        """Return the address of each of so many children, false where there is none."""
        return list(map(function, repeat(parent), range(count)))

    def part_handles(self, function: Function, handles: Sequence[Any]) -> Sequence[Any]:
        """Return the handle of a part of each object."""
        return list(map(function, handles))

    def ask_objects(self, function: Function, handles: Sequence[Any]) -> list[int]:
        """Return the whole number that a function answers for each object."""
        return list(map(function, handles))

    def ask_glyphs(self, function: Function, page: Any, indexes: Sequence[int]) -> Sequence[int]:
        """Return the whole number that a function answers for each glyph."""
        return list(map(function, repeat(page), indexes))

    def glyph_figures(
        self, function: Function, page: Any, indexes: Sequence[int], width: int
    ) -> array[float]:
        """Return the so many figures that a function writes for each glyph."""
        count = len(indexes)
        buffer = self._figures.setdefault(width, _Buffer("f", width))
        figures, places = buffer.views(count)
        _exhaust(map(function, repeat(page), indexes, places))
        return figures[: width * count]

    def object_colours(self, function: Function, handles: Sequence[Any]) -> array[int]:
        """Return the red, green, blue and alpha of each object."""
        end = 4 * len(handles)
        figures, places = self._colours.views(end)
        figures[:end] = array("I", [UNKNOWN]) * end
        _exhaust(map(function, handles, *(places[side:end:4] for side in range(4))))
        return figures[:end]

    def printed_glyphs(
        self, page: Any, text: str
    ) -> tuple[list[str], Sequence[int], Sequence[int]]:
        """Return the printed characters of a text page, their indexes and their text objects.

        Left out is what pdfium makes up: a space in a gap, a line end.
        """
        count = len(text)
        objects = self.child_objects(pdfium.text_object, page, count)
        # Not everything made up is without a text object.
        for blank in _BLANK.finditer(text):
            at = blank.start()
            if objects[at] and pdfium.is_generated(page, at):
                objects[at] = 0
        chars = list(compress(text, objects))
        return chars, list(compress(range(count), objects)), list(filter(None, objects))

    def base_lines(self, page: Any, indexes: Sequence[int], bands: Sequence[int]) -> BaseLines:
        """Return what the bands of a page stand on; each begins at one of its glyphs."""
        firsts = [indexes[at] for at in bands]
        count = len(firsts)
        matrices = self.glyph_figures(pdfium.char_matrix, page, firsts, 6)
        sizes = list(map(pdfium.font_size, repeat(page), firsts))
        x, y = matrices[4::6].tolist(), matrices[5::6].tolist()
        pairs = array("Q", matrices.tobytes())  # a and b, c and d, e and f in one figure each
        if (
            pairs[::3] == pairs[:1] * count
            and pairs[1::3] == pairs[1:2] * count
            and len(set(sizes)) == 1
        ):
            a, b, c, d = matrices[:4]
            height = _height(sizes[0], a, b, c, d)
            return BaseLines(x, y, [height] * count, not _are_both_set(b, height))
        columns = [matrices[side::6].tolist() for side in range(4)]
        heights = list(map(_height, sizes, *columns))
        return BaseLines(x, y, heights, not any(map(_are_both_set, columns[1], heights)))

    # ----------------------------------------------------------------------- made of the answers

    def find_starts(self, objects: Sequence[int], boxes: array[float]) -> Starts:
        """Return where runs and bands begin, from the objects and boxes of all glyphs.

        A box is its left, top, right and bottom.
        """
        tops, bottoms = boxes[1::4].tolist(), boxes[3::4].tolist()
        starts = [*range(min(len(objects), 1)), *_changes(range(1, len(objects)), objects)]
        heights = [(tops[at], bottoms[at]) for at in starts]
        return Starts(starts, [*starts[:1], *_changes(starts[1:], heights)])

    def place_glyphs(
        self, boxes: array[float], starts: Starts, lines: BaseLines, frame: Frame
    ) -> Placement | None:
        """Return the places of upright glyphs on level lines, on a page that is not turned.

        ``None`` stands for glyphs that take more care: their boxes do not begin at their origins,
        two begin at one place (a ligature), or a place is no number.
        """
        runs, bands = starts
        x0, x1 = boxes[::4].tolist(), boxes[2::4].tolist()
        if not begin_at_origins(lines.x, [x0[at] for at in bands]):
            return None
        base, heights = lines.y, lines.heights
        if _may_be_ligatures(x0, bands, base):
            return None
        if not all(map(lt, x0, x1)):
            x1 = [right if right > left else left for left, right in zip(x0, x1, strict=True)]
        y0, y1 = line_extents(base, heights)
        x0, top, x1, bottom = places = frame.place(x0, y0, x1, y1)
        if not math.isfinite(sum(map(sum, places))):
            return None
        counts = run_lengths(bands, len(x0))
        stretches = find_stretches(top, bottom, bands, len(x0))
        columns = x0, repeat_values(top, counts), x1, repeat_values(bottom, counts)
        return finish_placement(columns, stretches, runs, frame)


def line_extents(base: Iterable[float], heights: Iterable[float]) -> tuple[Column, Column]:
    """Return the low and the high end of what stands on some base lines, in user space."""
    both = list(zip(base, heights, strict=True))
    return [y - DESCENT * height for y, height in both], [y + ASCENT * height for y, height in both]


def finish_placement(
    columns: Columns, stretches: list[Stretch], runs: Sequence[int], frame: Frame
) -> Placement:
    """Return the placement that follows from the places, the stretches and the starts of runs."""
    x0, top, x1, bottom = columns
    off_page = not (
        min(x1, default=0.0) >= 0
        and min(bottom, default=0.0) >= 0
        and max(x0, default=0.0) <= frame.width
        and max(top, default=0.0) <= frame.height
    )
    overlapping, turns = runs_overlap(runs, x0, x1, bottom), find_turns(stretches, x0, x1)
    lefts, tops, rights, bottoms = map(to_column, columns)
    return Placement(lefts, tops, rights, bottoms, stretches, turns, overlapping, off_page)


def runs_overlap(
    starts: Sequence[int], x0: Sequence[float], x1: Sequence[float], bottom: Sequence[float]
) -> bool:
    """Tell whether a run begins before the end of an earlier one on its line."""
    ends: dict[int, float] = {}
    nowhere = -math.inf
    for start, end in pairwise([*starts, len(x0)]):
        line = int(bottom[start])
        # The middle of the first glyph, doubled, for that is quicker than to halve it.
        if x0[start] + x1[start] < ends.get(line, nowhere):
            return True
        ends[line] = x1[end - 1] * 2
    return False


def run_lengths(starts: Sequence[int], count: int) -> list[int]:
    """Return how many of so many items stand from each of some places to the next."""
    return list(map(sub, [*starts[1:], count], starts))


def repeat_values(values: Iterable[_T], counts: Iterable[int]) -> list[_T]:
    """Return each of some values so many times."""
    # Tuples multiplied are made twice as fast as iterators that repeat.
    return list(chain.from_iterable(map(mul, zip(values, strict=True), counts)))


def begin_at_origins(origins: Sequence[float], lefts: Sequence[float]) -> bool:
    """Tell whether the boxes of all bands begin where their glyphs do.

    They do not where a font has no height of its own, or is written downwards.
    """
    return all(abs(x - left) < NEAR for x, left in zip(origins, lefts, strict=True))


class _Buffer:
    """Memory for what pdfium writes: so many figures for each call, used again for each page."""

    def __init__(self, code: str, width: int) -> None:
        self._figures = array(code)
        self._width = width
        self._pointers: list[Any] = []

    def views(self, count: int) -> tuple[array[Any], list[Any]]:
        """Return the figures, and a pointer to where those of each of so many calls begin."""
        if count > len(self._pointers):
            room = max(count, 2 * len(self._pointers))
            size = self._figures.itemsize * self._width
            self._figures = array(self._figures.typecode, bytes(size * room))
            start, _ = self._figures.buffer_info()
            self._pointers = list(map(pdfium.pointer, range(start, start + size * room, size)))
        return self._figures, self._pointers


def _exhaust(calls: Iterator[object]) -> None:
    """Make the calls of a lazy map, for what they write."""
    deque(calls, maxlen=0)


def _changes(places: Sequence[int], values: Sequence[object]) -> Iterator[int]:
    """Return those of the places of all values but the first where one differs from the last."""
    return compress(places, map(ne, values[1:], values))


def _are_both_set(one: float, other: float) -> bool:
    return bool(one and other)


def _height(size: float, a: float, b: float, c: float, d: float) -> float:
    """Return the font size in points of the page; 0 unless the text stands upright.

    Slanted by the producer (fake italics, a crooked scan) is upright still.
    """
    if b == 0 == c and a > 0 < d:
        return size * d
    return size * math.hypot(c, d) if is_upright(a, b, c, d) else 0.0


def is_upright(a: float, b: float, c: float, d: float) -> bool:
    """Tell whether text with such a matrix stands upright, slanted or a little crooked as it may be."""
    return a > 0 < d and abs(b) < 0.1 * a and abs(c) < 0.5 * d


def _may_be_ligatures(x0: Column, bands: list[int], base: Sequence[float]) -> bool:
    """Tell whether a glyph begins where the one before it does, on a base line as high."""
    last = math.inf
    for at, left in enumerate(x0):
        if left == last:
            band = bisect_right(bands, at) - 1
            if bands[band] < at or base[band] == base[band - 1]:
                return True
        last = left
    return False
