"""Tables of shaded rows, and the glyphs in none -> the sides of the rows without a shade between.

Where every other row is shaded and no rules are drawn, only the shades have sides. What stands between
two of them, or right above the first or below the last, in the same columns is a row too.

>>> xs = (0.0, 50.0, 80.0, 110.0)
>>> def row(top):
...     return [Glyph("人", x + 10, top, x + 20, top + 10) for x in xs[:-1]]
>>> sides = find_sides([(xs, 15.0, 30.0), (xs, 45.0, 60.0)], [*row(2), *row(32)])
>>> [(round(x), top, bottom) for x, top, bottom in sides.vertical[:2]]
[(0, 30.0, 45.0), (50, 30.0, 45.0)]
>>> [round(at) for at, _, _ in sides.horizontal]
[0]
>>> find_sides([(xs, 15.0, 30.0), (xs, 45.0, 60.0)], [Glyph("註", 40, 32, 60, 42)]).vertical
[]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.reading import Glyph

Box = tuple[tuple[float, ...], float, float]
"""The vertical sides of a shaded row, its top and its bottom."""
Stroke = tuple[float, float, float]
"""A rule: where it is, and from where to where it runs."""

NEAR = 1.5  # the sides of two rows are no further apart, in points
LEAST = 4  # sides of a table with columns enough
MOST = 2  # unshaded rows at an end: a row, and the header above it
# In heights of a character:
PITCH = 2.0  # an unshaded row at an end is no further from the next
LINE = 0.9  # the lines of a row are no further apart


@dataclass(slots=True)
class Sides:
    """The vertical and the horizontal rules that the shades leave out."""

    vertical: list[Stroke] = field(default_factory=list)
    horizontal: list[Stroke] = field(default_factory=list)


def find_sides(boxes: Sequence[Box], loose: Sequence[Glyph]) -> Sides:
    """Return the sides of the rows between the shaded ones."""
    sides = Sides()
    ordered = sorted((box for box in boxes if len(box[0]) >= LEAST), key=lambda box: box[1])
    inked = sorted((g for g in loose if not g.text.isspace()), key=lambda g: g.top)
    for stack in _stacks(ordered):
        xs, first, last = stack[0][0], stack[0][1], stack[-1][2]
        own = [g for g in inked if g.x1 > xs[0] and g.x0 < xs[-1]]
        runs = [(a[2], b[1]) for a, b in pairwise(stack) if _is_row(xs, own, a[2], b[1])]
        if len(stack) > 1 and not runs:
            continue
        above, below = list(_above(xs, own, first)), list(_below(xs, own, last))
        sides.horizontal.extend((at, xs[0], xs[-1]) for at, _ in above)
        sides.horizontal.extend((at, xs[0], xs[-1]) for _, at in below)
        runs += [*above, *below]
        sides.vertical.extend((x, top, bottom) for top, bottom in runs for x in xs)
    return sides


def _stacks(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Gather the rows with the same sides, top to bottom."""
    stacks: list[list[Box]] = []
    for box in boxes:
        stack = next((s for s in stacks if _are_alike(s[-1][0], box[0])), None)
        if stack is None:
            stacks.append([box])
        else:
            stack.append(box)
    yield from stacks


def _are_alike(a: Sequence[float], b: Sequence[float]) -> bool:
    return len(a) == len(b) and all(abs(x - y) < NEAR for x, y in zip(a, b, strict=True))


def _is_row(xs: Sequence[float], inked: Sequence[Glyph], top: float, bottom: float) -> bool:
    """Tell whether the glyphs between two heights keep to the columns, and fill most of them."""
    own = [g for g in inked if top <= (g.top + g.bottom) / 2 <= bottom]
    if any(_crosses(glyph, xs) for glyph in own):
        return False
    filled = {bisect_right(xs, (g.x0 + g.x1) / 2) for g in own}
    return 2 * len(filled) > len(xs) - 1


def _crosses(glyph: Glyph, xs: Sequence[float]) -> bool:
    return any(glyph.x0 < x - 1 and glyph.x1 > x + 1 for x in xs)


def _above(
    xs: Sequence[float], inked: Sequence[Glyph], bottom: float
) -> Iterator[tuple[float, float]]:
    """Yield from where to where the rows without a shade stand above the first, its header too."""
    for _ in range(MOST):
        start, room = bottom, PITCH
        over = [g for g in inked if g.bottom <= bottom + 1]
        limit = max((g.bottom for g in over if _crosses(g, xs)), default=0.0) - 1
        for glyph in reversed(over):
            if glyph.top > limit and start - glyph.bottom < room * (glyph.bottom - glyph.top):
                start, room = min(start, glyph.top), LINE
        if start == bottom or not _is_row(xs, inked, start, bottom):
            return
        yield start - 2, bottom
        bottom = start - 2


def _below(
    xs: Sequence[float], inked: Sequence[Glyph], top: float
) -> Iterator[tuple[float, float]]:
    """Yield from where to where the rows without a shade stand below the last."""
    for _ in range(MOST):
        reach, room = top, PITCH
        under = [g for g in inked if g.top >= top - 1]
        end = max((g.bottom for g in under), default=top)
        limit = min((g.top for g in under if _crosses(g, xs)), default=end) + 1
        for glyph in under:
            if glyph.bottom <= limit and glyph.top - reach < room * (glyph.bottom - glyph.top):
                reach, room = max(reach, glyph.bottom), LINE
        if reach == top or not _is_row(xs, inked, top, reach):
            return
        yield top, reach + 2
        top = reach + 2
