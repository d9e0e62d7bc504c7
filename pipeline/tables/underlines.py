"""Rules of a page -> the same without the lines under words.

In a cell with little padding an underline comes near enough to its sides to cut the cell in two.

>>> from pipeline.reading import Glyph
>>> word = GlyphColumns.from_glyphs([Glyph("目", 10, 10, 20, 20), Glyph("標", 20, 10, 30, 20)])
>>> drop_underlines([Rule(10, 20, 30, 20), Rule(5, 25, 90, 25)], word)
[Rule(x0=5, top=25, x1=90, bottom=25)]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from pipeline.reading import GlyphColumns, Rule

# A rule that ends this near to another one is drawn up to it; so is an underline to a letter.
FLUSH = 0.5
# The shortest line under a word, in points; what is shorter is a dot or dash of a longer line.
UNDERLINE = 5.0

Spot = tuple[int, int]
"""A square of the page, a point wide and high."""


def drop_underlines(rules: Sequence[Rule], text: GlyphColumns) -> Sequence[Rule]:
    """Leave out the lines under words: they begin and end with a character right above them."""
    sides = sorted({rule.x0 for rule in rules if not rule.horizontal})
    loose = {
        rule
        for rule in rules
        if rule.horizontal and rule.x1 - rule.x0 >= UNDERLINE and not _at_a_side(rule, sides)
    }
    if not loose:
        return rules
    levels = {int(rule.top) for rule in loose}
    begins: set[Spot] = set()
    ends: set[Spot] = set()
    x0, tops, x1, bottoms = text.x0, text.top, text.x1, text.bottom
    for start, end in text.stretches:
        rows = _foot(tops[start], bottoms[start])
        if not levels.isdisjoint(rows):
            for left, right in zip(x0[start:end], x1[start:end], strict=True):
                begins.update(_spots(left, rows))
                ends.update(_spots(right, rows))
    if not begins:
        return rules
    return [
        rule
        for rule in rules
        if rule not in loose
        or begins.isdisjoint(_spots(rule.x0, (int(rule.top),)))
        or ends.isdisjoint(_spots(rule.x1, (int(rule.top),)))
    ]


def _foot(top: float, bottom: float) -> range:
    """Return the rows, a point high, in which the line under a character may be."""
    height = bottom - top
    low, high = bottom - 0.2 * height, bottom + 0.1 * height
    return range(int(low), int(min(high, low + 20)) + 1)  # whatever the font size says


def _at_a_side(rule: Rule, sides: Sequence[float]) -> bool:
    """Tell whether one end of a horizontal rule is at a vertical rule."""
    x0, _, x1, _ = rule
    return bisect_left(sides, x0 - FLUSH) < bisect_right(sides, x0 + FLUSH) or bisect_left(
        sides, x1 - FLUSH
    ) < bisect_right(sides, x1 + FLUSH)


def _spots(x: float, rows: Iterable[int]) -> Iterator[Spot]:
    """Yield the squares, a point wide and high, that an upright stroke and its sides touch."""
    first, last = int(x - FLUSH), int(x + FLUSH)
    for row in rows:
        yield first, row
        if last != first:
            yield last, row
