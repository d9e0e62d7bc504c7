"""The lines below a header -> Body: those that are of the table, and the white that they leave.

The gutters run on between the words of the header. A line belongs to the table while it leaves some
white in each of them, and the table ends where text crosses one.

>>> def piece(text, x0, top):
...     return Piece(x0, top, x0 + 10 * len(text), top + 10, text, ())
>>> body = Body([[(40, 70)]])
>>> body.free_gaps([piece("參訪人次", 0, 20), piece("90", 64, 20)])
[[(40, 64)]]
>>> body.free_gaps([piece("以上均為全年之數字", 0, 40)]) is None
True
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex

from pipeline.patterns import late
from pipeline.quantities import CHINESE_CHARACTERS, FORMAL_CHARACTERS, parse_label
from pipeline.tables.unruled import ink
from pipeline.tables.unruled.header_search import HEADER_STEP
from pipeline.tables.unruled.ink import Piece, Sheet, Span

# In shares of the height of a character:
GUTTER = 0.25  # the least white between two columns
BLOCK = 1.9  # the lines of a wrapped cell are no further apart
FAR = 4.5  # white as high as this ends a table that has no rule below
NOTE = late(
    r"""
      附?註 | 備註 | 說明 | 資料來源 | 填表 | 單位主管
    | [(（] (?:接|續|承)    # (續下頁)
    | [※＊*]
    """,
    regex.VERBOSE,
)
"""What a line below a table opens with that is none of it."""
CHAPTER = late(rf"[(（]? [{CHINESE_CHARACTERS}{FORMAL_CHARACTERS}]+ [、)）]", regex.VERBOSE)
"""The list label of a goal or of a heading."""
_CAPTION = late(rf"[圖表] [0-9０-９{CHINESE_CHARACTERS}]+", regex.VERBOSE)
_FURNITURE = late(
    r"""
      [-–—─]? [(（]? [0-9]{1,4} [)）]? [-–—─]? [0-9]{0,4}    # - 3 -, (12), 0801-017
    | 第[0-9]+[頁页] .*
    | [(（] [接續] (?:次|下|後) [頁页] [)）]
    """,
    regex.VERBOSE,
)


@dataclass(slots=True)
class Body:
    """Lines under a header, while the white between its columns is kept free."""

    gaps: list[list[Span]]
    strips: list[tuple[Piece, ...]] = field(default_factory=list)
    across: list[tuple[Piece, ...]] = field(default_factory=list)
    open: bool = True
    same_columns: bool = False
    left_out: bool = False
    goals: bool = True
    """Whether a column holds goals; else they stand on lines of their own."""

    def free_gaps(self, inked: Sequence[Piece]) -> list[list[Span]] | None:
        """Return the white that a line leaves; None if it runs across a gutter."""
        gaps = self.gaps
        for piece in inked:
            least = GUTTER * piece.em
            gaps = [
                ink.subtract_span(gap, piece.x0, piece.x1)
                if gap[0][0] < piece.x1 and piece.x0 < gap[-1][1]
                else gap
                for gap in gaps
            ]
            if not all(any(b - a >= least for a, b in gap) for gap in gaps):
                return None
        return gaps


def gather_lines(
    sheet: Sheet, body: Body, first: int, stop: int, limits: Span, foot: float
) -> None:
    """Take the lines that belong to a table, from a line on."""
    pending: list[tuple[Piece, ...]] = []
    last = foot
    em = 0.0
    columns = len(body.gaps) + 1
    for index in range(first, stop):
        strip = tuple(p for p in sheet.strips[index] if limits[0] < p.centre < limits[1])
        if not strip:
            continue
        em = em or strip[0].em
        top = min(piece.top for piece in strip)
        if top - last > 0.3 * em and _is_furniture(strip):
            continue
        if _has_ended(sheet, last, top, FAR * em):
            break
        inked = tuple(ink.cut_ink(strip))
        gaps = None if _is_caption(strip) else body.free_gaps(inked)
        if gaps is None:
            goal = not body.goals and len(strip) == 1 and CHAPTER.match(strip[0].text)
            if (pending and not goal) or len(strip) > 1 or _is_caption(strip):
                body.open, body.left_out = False, True
                break
            pending.append(strip)
            continue
        last = max(piece.bottom for piece in strip)
        if len(strip) > 1 and _count_filled(inked, gaps) >= min(2, columns):
            _take_pending(body, pending)
            pending = []
            body.gaps = body.free_gaps(inked) or gaps
            body.strips.append(inked)
        else:
            pending.append(strip)
    else:
        if pending and stop == len(sheet.strips) and _is_next_goal(sheet, body, pending[-1]):
            body.across.append(pending.pop())
    _keep_wrapped(sheet, body, pending, foot)


def _take_pending(body: Body, pending: Iterable[tuple[Piece, ...]]) -> None:
    """Take the lines between two full ones: the goals of what follows, and parts of cells."""
    for held in pending:
        inked = tuple(ink.cut_ink(held))
        left = body.free_gaps(inked)
        # A goal begins at the left; a list (一) within a cell does not.
        first = held[0].x0 < body.gaps[0][-1][1]
        if left is None or (first and not body.goals and CHAPTER.match(held[0].text)):
            body.across.append(held)
        else:
            body.strips.append(inked)
            body.gaps = left


def _is_next_goal(sheet: Sheet, body: Body, strip: Sequence[Piece]) -> bool:
    """Tell whether the last line of a page is a goal that the page end parts from its rows.

    Its number is the next after that of the goal above.
    """
    if body.goals or not body.across or len(strip) > 1:
        return False
    if any(top > strip[0].top for top in sheet.tops):
        return False
    above, own = (parse_label(piece.text) for piece in (body.across[-1][0], strip[0]))
    return bool(above and own and above.base == own.base and above.number + 1 == own.number)


def _is_caption(strip: Sequence[Piece]) -> bool:
    return len(strip) < 3 and _CAPTION.match(strip[0].text) is not None


def _is_furniture(strip: Sequence[Piece]) -> bool:
    return _FURNITURE.fullmatch("".join(piece.text for piece in strip)) is not None


def _has_ended(sheet: Sheet, last: float, top: float, far: float) -> bool:
    """Tell whether a table ends above a line: another begins, or the white is high and unruled."""
    ruled = any(last < at <= top + 1 for at, _, _ in sheet.horizontal)
    return (top - last > far and not ruled) or any(last - 2 < t < top for t in sheet.tops)


def _count_filled(inked: Sequence[Piece], gaps: Sequence[Sequence[Span]]) -> int:
    """Return how many columns the pieces of a line stand in."""
    cuts = [(gap[0][0] + gap[-1][1]) / 2 for gap in gaps]
    return len({bisect_right(cuts, piece.centre) for piece in inked})


def _keep_wrapped(
    sheet: Sheet, body: Body, pending: Sequence[tuple[Piece, ...]], foot: float
) -> None:
    """Of the lines after the last full one, keep those that go on in a cell above them.

    Right under a header, they go on from the page before, if its columns are the same.
    """
    if not body.strips and not body.same_columns:
        body.left_out = bool(pending)
        return
    reach = max((piece.middle for piece in body.strips[-1]), default=foot) if body.strips else foot
    for strip in pending:
        inked = tuple(ink.cut_ink(strip))
        gaps = body.free_gaps(inked)
        first = min(strip, key=lambda piece: piece.x0)
        ruled = bool(body.strips) and _is_ruled_off(sheet, reach, first.middle, body)
        room = (BLOCK if body.strips else HEADER_STEP) * first.em
        if gaps is None or ruled or first.middle - reach > room:
            body.open = body.open and not ruled and gaps is not None
            return
        chapter = first.x1 < body.gaps[0][-1][1] and CHAPTER.match(first.text)
        if NOTE.match(first.text) or chapter:
            body.open = False
            return
        body.gaps = gaps
        body.strips.append(inked)
        reach = first.middle


def _is_ruled_off(sheet: Sheet, above: float, below: float, body: Body) -> bool:
    """Tell whether a rule between two heights runs below the whole table."""
    x0, x1 = body.gaps[0][0][0], body.gaps[-1][-1][1]
    return sheet.crossed(above, below, x0, x1)
