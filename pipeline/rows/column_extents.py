"""The lines of a cell and its box -> the room that each line had, and whether a word would still have fitted.

The room tells why a line ended: where the next line's first word had no room, the line break is one of
the column's width and not of the author.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

import regex

from pipeline.quantities import RAISED_DIGITS
from pipeline.records import Line
from pipeline.rows.line_parts import strip_line

# What a line break never precedes (closing marks) and never follows (opening marks).
_CLOSING = "，。、；：！？）」』】〕》〉％﹪…·,.;:!?)]}%‰”’"
_OPENING = "（「『【〔《〈([{“‘"
_RUN = rf"[A-Za-z0-9.,%/+×÷=~_&@\#'\-{RAISED_DIGITS}]"
_UNBREAKABLE = regex.compile(
    rf"""
      [{regex.escape(_OPENING)}]*
      (?: {_RUN}+ | . )                      # a Latin word, a figure, or one character
      (?: [{regex.escape(_CLOSING)}{RAISED_DIGITS}]   # what hangs on it: closing marks, those of notes,
        | [-/)\]}}×÷=]{_RUN}*                # and what a hyphen, slash or bracket ties on (人-16,851)
      )*
    """,
    regex.DOTALL | regex.VERBOSE,
)
"""What a line break never parts, at the head of a line."""
# The em of a line is at least this share of its height.
_LEAST_EM = 0.8


class ColumnExtent(NamedTuple):
    """The room that the lines of a cell had: left and right end in points.

    Where lines are ``centred``, indents tell nothing, and the room left over is on both sides.
    """

    x0: float
    x1: float
    centred: bool = False


def column_extent(lines: Sequence[Line], x0: float, x1: float) -> ColumnExtent:
    """Return the room of `strip_lines` lines: as wide as they show, else as their box less the padding."""
    placed = [line for line in lines if line.lefts]
    if not placed:
        return ColumnExtent(x0, x1)
    begins = [line.lefts[0] for line in placed]
    stops = [line.rights[-1] for line in placed]
    ends = sorted(stops)
    left, right = min(begins), ends[-1]
    if _is_centred(placed[0], begins, stops, x0, x1):
        padding = 0.45 * _em(placed[0])
        return ColumnExtent(min(left, x0 + padding), max(right, x1 - padding), centred=True)
    for end in reversed(ends):
        if end - x0 <= 0.6 * (x1 - x0):
            break
        if _is_shared(end, ends):
            return ColumnExtent(left, end)
    # A long word or figure may reach further than the lines do.
    return ColumnExtent(left, max(right, x1 - max(left - x0, 0.0)))


def _is_centred(
    first: Line, begins: Sequence[float], stops: Sequence[float], x0: float, x1: float
) -> bool:
    """Tell whether the middle of each line is that of the cell, and one stands clear of its sides."""
    if not exceeds_em_share(max(begins) - x0, 0.9, first):
        return False
    off = max([abs((left - x0) - (x1 - right)) for left, right in zip(begins, stops, strict=True)])
    return off <= 0.6 * _em(first)


def _is_shared(end: float, ends: Sequence[float]) -> bool:
    """Tell whether three lines and more end there; ``ends`` are sorted."""
    return bisect_left(ends, end + 1.5) - bisect_right(ends, end - 1.5) > 2


def has_room(previous: Line, column: ColumnExtent, line: Line) -> bool:
    """Tell whether the first word of a line would still have fitted on the line before it."""
    previous, line = strip_line(previous), strip_line(line)
    return bool(previous.lefts and line.lefts) and stripped_has_room(previous, column, line)


def stripped_has_room(previous: Line, column: ColumnExtent, line: Line) -> bool:
    """Tell the same of lines without white space at their ends, whose characters have places."""
    left_over = column.x1 - previous.rights[-1]
    if column.centred:
        left_over = (column.x1 - column.x0) - (previous.rights[-1] - previous.lefts[0])
    if left_over <= 0.25 * _LEAST_EM * (line.bottom - line.top):
        return False  # most lines are full: their next word need not be measured
    word = _UNBREAKABLE.match(line.text)
    if word is None:
        return False
    needed = line.rights[word.end() - 1] - line.lefts[0]
    # A letter-spaced line widens its first word too: count it as wide as its glyphs alone.
    glyphs: float = sum(map(sub, line.rights[: word.end()], line.lefts[: word.end()]))
    return left_over > min(needed, glyphs) + 0.25 * _em(line)


def _em(line: Line) -> float:
    """Return about the width of a full-width character on a line, in points."""
    widest: float = max(map(sub, line.rights, line.lefts))
    return max(widest, _LEAST_EM * (line.bottom - line.top))


def exceeds_em_share(distance: float, share: float, line: Line) -> bool:
    """Tell whether a distance is more than a share of the em, which is seldom measured for that."""
    least = _LEAST_EM * (line.bottom - line.top)
    return distance > share * least and distance > share * _em(line)
