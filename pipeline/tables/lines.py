"""Glyphs -> Line: which characters stand on one printed line, from left to right.

Only the places count, never the order of the content stream: producers print bottom up, column by
column, or all the Latin first. Glyphs share a line when the middle of the smaller lies within the
height of the larger, so that half-width digits, superscripts and list marks stay with their line. Raised
digits are written as such: the mark of a note behind a figure is no digit of it.

>>> raised = [Glyph("2", 20, 7, 26, 13), Glyph("m", 10, 10, 20, 20), Glyph("x", 10, 30, 20, 40)]
>>> [line.text for line in lines_from_glyphs(raised, page=1)]
['m²', 'x']
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import TypeVar

import regex

from pipeline.quantities import RAISED_DIGITS, mend_text
from pipeline.reading import Glyph, GlyphColumns, Stretch
from pipeline.records import Line

# A gap this wide between two Latin glyphs, as a share of their height, stands for a space that the
# producer moved over instead of printing.
SPACE = 0.25
# A glyph this many times as high as most spans several lines (a drop cap, a brace); it must not
# pull them into one.
TALL = 1.6
# Latin characters in a row, no spaces.
_LATIN = r"[\0-\x08\x0e-\x1b!-\x84\x86-\x9f\xa1-\u024f]"
_LATIN_RUN = regex.compile(f"{_LATIN}{_LATIN}+")
SMALL, RAISED = 0.9, 0.25
"""How high a raised glyph is at most, and how far above the foot of its line it ends at least, as shares
of the line's height."""
_RAISED_DIGITS = str.maketrans("0123456789０１２３４５６７８９", RAISED_DIGITS * 2)
_T = TypeVar("_T")


def lines_from_glyphs(glyphs: Sequence[Glyph], page: int) -> tuple[Line, ...]:
    """Return the lines that the glyphs of one cell (or of no cell) stand on, top to bottom."""
    columns = GlyphColumns.from_glyphs(glyphs)
    return tuple([_line(columns, band, page) for band in _bands(columns, columns.stretches)])


class TextColumns:
    """The glyphs of a page, with what is found once for the lines of all its cells.

    ``turns`` are the indexes of the glyphs that begin or end left of the one before, in order, but
    for the first of a stretch; ``breaks`` are these and the words that no space parts from the one
    before. Both end with an index that is behind all glyphs.
    """

    __slots__ = ("breaks", "columns", "mended", "turns")

    def __init__(self, columns: GlyphColumns) -> None:
        self.columns = columns
        self.mended = mend_text(columns.text)
        turns = columns.turns
        far = _apart(columns.text, columns.x0, columns.x1)
        breaks = {*turns, *(at for at in far if _are_words(columns, at - 1, at))}
        self.turns = [*turns, len(columns)]
        self.breaks = [*sorted(breaks), len(columns)]

    def lines(self, own: Sequence[Stretch], page: int) -> tuple[Line, ...]:
        """Return the lines that some stretches of glyphs stand on, top to bottom."""
        columns, breaks, text = self.columns, self.breaks, self.mended
        lefts, tops, rights, bottoms = columns.x0, columns.top, columns.x1, columns.bottom
        made: list[Line] = []
        reached = -math.inf
        for stretch in own:
            start, end = stretch
            top, bottom = tops[start], bottoms[start]
            if not reached < top < bottom:
                return tuple([_line(columns, band, page) for band in _bands(columns, own)])
            reached = bottom
            # Most stretches are a line as they are.
            if breaks[bisect_right(breaks, start)] < end:
                made.append(_line(columns, _Band(top, bottom, stretch), page))
            else:
                place = slice(start, end)
                made.append(Line(text[place], page, top, bottom, lefts[place], rights[place]))
        return tuple(made)


def cut_strips(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each line from left to right, top to bottom."""
    columns = GlyphColumns.from_glyphs(glyphs)
    bands = _bands(columns, columns.stretches)
    return [[glyphs[at] for at in _order(columns, band)] for band in bands]


class _Band:
    """A line in the making: the reach of its tallest run, and the glyphs that stand in it.

    ``low`` and ``high`` are the bottom and top of all of it, ``raised`` the glyphs of it that are.
    """

    __slots__ = ("bottom", "height", "high", "low", "middle", "raised", "stretches", "top")

    def __init__(self, top: float, bottom: float, stretch: Stretch) -> None:
        self.top = self.high = top
        self.bottom = self.low = bottom
        self.height = bottom - top
        self.middle = (top + bottom) / 2
        self.stretches = [stretch]
        self.raised: list[Stretch] = []

    def add(self, run: _Band) -> None:
        """Put a run into the line."""
        self.stretches += run.stretches
        if (
            run.height <= SMALL * self.height
            and self.bottom - run.bottom >= RAISED * self.height
            and run.top < self.middle
        ):
            self.raised += run.stretches
        self.high = min(self.high, run.high)
        self.low = max(self.low, run.low)


def _bands(columns: GlyphColumns, own: Iterable[Stretch]) -> list[_Band]:
    """Gather stretches into lines, top to bottom."""
    runs, ordered = _runs(columns, own)
    return runs if ordered else _gathered(runs)


def _runs(columns: GlyphColumns, own: Iterable[Stretch]) -> tuple[list[_Band], bool]:
    """Gather neighbours that have the same top and bottom: most of a line.

    Tells as well whether each of them lies wholly below the one before, so is a line of its own.
    """
    ordered = True
    tops, bottoms = columns.top, columns.bottom
    runs: list[_Band] = []
    last_top, last_bottom = math.nan, -math.inf
    for stretch in own:
        top, bottom = tops[stretch[0]], bottoms[stretch[0]]
        if top == last_top and bottom == last_bottom:
            runs[-1].stretches.append(stretch)
        else:
            runs.append(_Band(top, bottom, stretch))
            if not last_bottom < top < bottom:
                ordered = False
            last_top, last_bottom = top, bottom
    return runs, ordered


def _gathered(runs: list[_Band]) -> list[_Band]:
    """Put the runs into lines, the higher runs first, so that the small ones find their line."""
    ordered = sorted(runs, key=_height, reverse=True)
    if ordered[0].height > TALL * ordered[-1].height:
        tall = TALL * _usual_height(ordered)
        ordered.sort(key=lambda run: run.height > tall)
    bands: list[_Band] = []
    middles: list[float] = []
    for run in ordered:
        at = bisect_right(middles, run.middle)
        home = _line_at(run, bands[max(at - 1, 0) : at + 1])
        if home is not None:
            home.add(run)
        else:
            middles.insert(at, run.middle)
            bands.insert(at, run)
    return bands


_height = attrgetter("height")


def _usual_height(runs: Sequence[_Band]) -> float:
    """Return the height that half of the glyphs do not pass, of runs from the highest on down."""
    lowest_first = runs[::-1]
    counts = list(
        accumulate(sum([end - start for start, end in run.stretches]) for run in lowest_first)
    )
    return lowest_first[bisect_left(counts, counts[-1] / 2)].height


def _line_at(run: _Band, near: list[_Band]) -> _Band | None:
    """Return the line that a run belongs to: of the one or two about its middle, the nearer that fits."""
    middle = run.middle
    if len(near) == 2 and near[1].middle - middle < middle - near[0].middle:
        near.reverse()
    for band in near:
        larger, smaller = (band, run) if band.height >= run.height else (run, band)
        if larger.top <= smaller.middle < larger.bottom:
            return band
    return None


def _order(columns: GlyphColumns, band: _Band) -> Sequence[int]:
    """Return the indexes of the glyphs of a line from left to right."""
    x0 = columns.x0
    if len(band.stretches) == 1:
        start, end = band.stretches[0]
        lefts = list(x0[start:end])
        if lefts == sorted(lefts):
            return range(start, end)
    order = [at for start, end in band.stretches for at in range(start, end)]
    order.sort(key=x0.__getitem__)
    return order


def _line(columns: GlyphColumns, band: _Band, page: int) -> Line:
    text = columns.text
    lefts: Sequence[float] = columns.x0
    rights: Sequence[float] = columns.x1
    order = _order(columns, band)
    if isinstance(order, range):
        start, end = order.start, order.stop
        text, lefts, rights = text[start:end], lefts[start:end], rights[start:end]
    else:
        text = "".join([text[at] for at in order])
        lefts, rights = tuple([lefts[at] for at in order]), tuple([rights[at] for at in order])
    if band.raised:
        text = _with_raised_digits(text, order, band.raised)
    breaks = [
        at for at in _apart(text, lefts, rights) if _are_words(columns, order[at - 1], order[at])
    ]
    if not breaks:
        return Line(mend_text(text), page, band.high, band.low, lefts, rights)
    return Line(
        mend_text("".join(_insert_before(text, breaks, [" "] * len(breaks)))),
        page,
        band.high,
        band.low,
        tuple(_insert_before(lefts, breaks, [rights[at - 1] for at in breaks])),
        tuple(_insert_before(rights, breaks, [lefts[at] for at in breaks])),
    )


def _with_raised_digits(text: str, order: Sequence[int], raised: Sequence[Stretch]) -> str:
    """Return a line's text with its raised digits as such, but for those that it begins with."""
    small = {at for start, end in raised for at in range(start, end)}
    return text[:1] + "".join(
        [
            char.translate(_RAISED_DIGITS) if at in small else char
            for char, at in zip(text[1:], order[1:], strict=True)
        ]
    )


def _apart(text: str, lefts: Sequence[float], rights: Sequence[float]) -> list[int]:
    """Return which Latin glyphs stand more than a point from the one before."""
    return [
        at
        for run in _LATIN_RUN.finditer(text)
        for at in range(run.start() + 1, run.end())
        if lefts[at] - rights[at - 1] > 1
    ]


def _are_words(columns: GlyphColumns, before: int, after: int) -> bool:
    """Tell whether two neighbours on a line stand as far from one another as two words."""
    tops, bottoms = columns.top, columns.bottom
    height = min(bottoms[after] - tops[after], bottoms[before] - tops[before])
    return columns.x0[after] - columns.x1[before] > SPACE * height


def _insert_before(items: Sequence[_T], at: Sequence[int], new: Sequence[_T]) -> list[_T]:
    """Return the items with a new one in front of each of those at some indexes."""
    longer = list(items)
    for index, item in zip(reversed(at), reversed(new), strict=True):
        longer.insert(index, item)
    return longer
