"""Glyphs -> Line: which characters stand on one printed line, from left to right.

Only the places count, never the order of the content stream: producers print bottom up, column by
column, or all the Latin first. Glyphs share a line when the middle of the smaller lies within the
height of the larger, so that half-width digits, superscripts and list marks stay with their line.

>>> raised = [Glyph("2", 20, 7, 26, 13), Glyph("m", 10, 10, 20, 20), Glyph("x", 10, 30, 20, 40)]
>>> [line.text for line in from_glyphs(raised, page=1)]
['m2', 'x']
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from operator import attrgetter, itemgetter
from typing import TypeVar

from pipeline.characters import mend
from pipeline.model import Glyph, Line

# A gap this wide between two Latin glyphs, as a share of their height, stands for a space that the
# producer moved over instead of printing.
SPACE = 0.25
# A glyph this many times as high as most spans several lines (a drop cap, a brace); it must not
# pull them into one.
TALL = 1.6
# Two Latin characters in a row, no spaces; the second is only looked at.
_LATIN = r"[\0-\x08\x0e-\x1b!-\x84\x86-\x9f\xa1-\u024f]"
_LATIN_PAIR = re.compile(f"{_LATIN}(?={_LATIN})")
# Of a glyph, by index: attributes cost twice as much.
_left, _reach = itemgetter(1), itemgetter(2, 4)
_T = TypeVar("_T")


def from_glyphs(glyphs: Sequence[Glyph], page: int) -> tuple[Line, ...]:
    """Return the lines that the glyphs of one cell (or of no cell) stand on, top to bottom."""
    if not glyphs:
        return ()
    return tuple(_line(strip, page) for strip in strips(glyphs))


def strips(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of each line from left to right, top to bottom."""
    if not glyphs:
        return []
    bands = _bands(_runs(glyphs))
    return [sorted(band.glyphs, key=_left) for band in bands]


class _Band:
    """A line in the making: the height of its tallest run, and the glyphs that stand in it."""

    __slots__ = ("bottom", "glyphs", "height", "middle", "top")

    def __init__(self, top: float, bottom: float, glyphs: list[Glyph]) -> None:
        self.top = top
        self.bottom = bottom
        self.glyphs = glyphs
        self.height = bottom - top
        self.middle = (top + bottom) / 2


def _runs(glyphs: Iterable[Glyph]) -> list[_Band]:
    """Gather neighbours in the stream that have the same top and bottom: most of a line."""
    return [_Band(top, bottom, list(group)) for (top, bottom), group in groupby(glyphs, _reach)]


def _bands(runs: Sequence[_Band]) -> list[_Band]:
    """Put the runs into lines, the higher runs first, so that the small ones find their line."""
    tall = TALL * _usual_height(runs)
    bands: list[_Band] = []
    middles: list[float] = []
    for run in sorted(runs, key=lambda run: (run.height > tall, -run.height)):
        home = _home(run, bands, middles)
        if home is not None:
            home.glyphs.extend(run.glyphs)
            continue
        at = bisect_right(middles, run.middle)
        middles.insert(at, run.middle)
        bands.insert(at, run)
    return bands


def _usual_height(runs: Sequence[_Band]) -> float:
    """Return the height that half of the glyphs do not pass."""
    runs = sorted(runs, key=attrgetter("height"))
    counts = list(accumulate(len(run.glyphs) for run in runs))
    return runs[bisect_left(counts, counts[-1] / 2)].height


def _home(run: _Band, bands: Sequence[_Band], middles: Sequence[float]) -> _Band | None:
    """Return the line that a run belongs to: of the two about its middle, the nearer that fits."""
    at = bisect_right(middles, run.middle)
    near = sorted(bands[max(at - 1, 0) : at + 1], key=lambda band: abs(band.middle - run.middle))
    for band in near:
        larger, smaller = (band, run) if band.height >= run.height else (run, band)
        if larger.top <= smaller.middle < larger.bottom:
            return band
    return None


def _line(glyphs: list[Glyph], page: int) -> Line:
    texts, lefts, tops, rights, bottoms = zip(*glyphs, strict=True)
    text, top, bottom = "".join(texts), min(tops), max(bottoms)
    pairs = [pair.end() for pair in _LATIN_PAIR.finditer(text)]
    breaks = [at for at in pairs if _word_ends(glyphs[at - 1], glyphs[at])]
    if not breaks:
        return Line(mend(text), page, top, bottom, lefts, rights)
    return Line(
        mend("".join(_with(texts, breaks, [" "] * len(breaks)))),
        page,
        top,
        bottom,
        tuple(_with(lefts, breaks, [rights[at - 1] for at in breaks])),
        tuple(_with(rights, breaks, [lefts[at] for at in breaks])),
    )


def _word_ends(before: Glyph, after: Glyph) -> bool:
    """Tell whether two Latin glyphs stand as far apart as two words."""
    gap = after.x0 - before.x1
    if gap <= 1:
        return False
    return gap > SPACE * min(after.bottom - after.top, before.bottom - before.top)


def _with(items: Sequence[_T], at: Sequence[int], new: Sequence[_T]) -> list[_T]:
    """Return the items with a new one in front of each of those at some indexes."""
    found = list(items)
    for index, item in zip(reversed(at), reversed(new), strict=True):
        found.insert(index, item)
    return found
