"""Lines of a page -> stretches in the order of reading, where running text is set in two columns as in a newspaper.

A line of such a page goes over both columns, so it is cut at the white between them; then the left column is read
before the right one. A title over both columns ends a stretch. Columns of a table are no such text: their lines are
short, and hold no commas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.records import Line
from pipeline.rows.line_parts import strip_line, take_characters

Numbered = tuple[int, Line]
"""A line and its number among all lines."""

_APART = 0.5
"""White between two columns, in heights of a line."""
_LEAST = 6
"""So many lines stand side by side at least."""
_WIDEST = 12
"""So many heights of a line a column is wide at least."""
_FULL = 0.8
_MOST_FULL = 0.5
"""So much of its column most lines of running text fill, and how many do at least."""
_MIDDLE = (0.3, 0.7)
"""Where the white stands, in widths of the page's text."""
_MARKS = frozenset("，、。；,;：")


def in_reading_order(page: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Yield the lines of a page in stretches: one for each column, or for lines over all of the width."""
    gutter = _gutter([line for _, line in page if line.lefts])
    if gutter is None:
        yield list(page)
        return
    for is_set, lines in groupby(page, key=lambda one: _is_beside(one[1], gutter)):
        stretch = list(lines)
        left = [
            (number, part) for number, line in stretch for part in _part(line, gutter, left=True)
        ]
        right = [
            (number, part) for number, line in stretch for part in _part(line, gutter, left=False)
        ]
        if is_set and _is_text(left, gutter, left=True) and _is_text(right, gutter, left=False):
            yield left
            yield right
        else:
            yield stretch


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return the middle of the white that most lines have in common near the middle of the page."""
    if len(lines) < _LEAST:
        return None
    first, last = min(line.x0 for line in lines), max(line.x1 for line in lines)
    least, most = (first + share * (last - first) for share in _MIDDLE)
    gaps = [gap for line in lines for gap in _gaps(line)]
    inner = [(a, b) for a, b in gaps if least < (a + b) / 2 < most]
    places = sorted({(a + b) / 2 for a, b in inner})
    if not places:
        return None
    counted = {x: sum(a < x < b for a, b in inner) for x in places[:: max(len(places) // 40, 1)]}
    best = max(counted, key=lambda x: counted[x])
    return best if counted[best] >= _LEAST else None


def _gaps(line: Line) -> Iterator[tuple[float, float]]:
    """Yield where a line is white between two characters for more than half a character."""
    inked = [at for at, char in enumerate(line.text) if not char.isspace()]
    for a, b in pairwise(inked):
        if line.lefts[b] - line.rights[a] > _APART * (line.bottom - line.top):
            yield line.rights[a], line.lefts[b]


def _is_beside(line: Line, gutter: float) -> bool:
    """Tell whether nothing of a line stands in the white between the columns."""
    if not line.lefts:
        return False
    whole = line.x1 <= gutter or line.x0 >= gutter
    return whole or any(a < gutter < b for a, b in _gaps(line))


def _part(line: Line, gutter: float, *, left: bool) -> list[Line]:
    """Return what of a line stands in a column."""
    if not line.lefts:
        return []
    own = [at for at, x in enumerate(line.lefts) if (x < gutter) is left]
    own = [at for at in own if not line.text[at].isspace()]
    if not own:
        return []
    return [strip_line(take_characters(line, range(own[0], own[-1] + 1)))]


def _is_text(lines: Sequence[Numbered], gutter: float, *, left: bool) -> bool:
    """Tell whether a column is running text: wide, most of its lines full, commas in many of them."""
    if len(lines) < _LEAST:
        return False
    parts = [line for _, line in lines]
    first, last = min(line.x0 for line in parts), max(line.x1 for line in parts)
    height = max(line.bottom - line.top for line in parts)
    if last - first < _WIDEST * height or not (last <= gutter if left else first >= gutter):
        return False
    full = sum(line.x1 - line.x0 > _FULL * (last - first) for line in parts)
    marked = sum(bool(_MARKS & set(line.text)) for line in parts)
    return full >= _MOST_FULL * len(parts) and marked >= _MOST_FULL * len(parts)
