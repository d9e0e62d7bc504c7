"""A header and the lines below -> Columns: which lines are of the table, and where the white is.

The gutters run on between the words of the header. A line belongs to the table while it leaves some
white in each of them, and the table ends where text crosses one.

>>> def piece(text, x0, top):
...     return Piece(x0, top, x0 + 10 * len(text), top + 10, text, ())
>>> body = Body([[(40, 70)]])
>>> body.takes([piece("參訪人次", 0, 20), piece("90", 64, 20)])
[[(40, 64)]]
>>> body.takes([piece("以上均為全年之數字", 0, 40)]) is None
True
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import CHINESE_CHARACTERS, FORMAL_CHARACTERS, parse_label
from pipeline.tables.unruled import header_bands, ink
from pipeline.tables.unruled.header_bands import Band
from pipeline.tables.unruled.header_search import HEADER_STEP
from pipeline.tables.unruled.ink import Piece, Sheet, Span

# In shares of the height of a character:
GUTTER = 0.25  # the least white between two columns
BLOCK = 1.9  # the lines of a wrapped cell are no further apart
FAR = 4.5  # white as high as this ends a table that has no rule below
AFTER = late(r"(?:附?註|備註|說明|資料來源|填表|單位主管|[(（](?:接|續|承)|[※＊*])")
_CHAPTER = late(rf"[(（]?[{CHINESE_CHARACTERS}{FORMAL_CHARACTERS}]+[、)）]")
_CAPTION = late(rf"[圖表][0-9０-９{CHINESE_CHARACTERS}]+")
_FURNITURE = late(
    r"[-–—─]?[(（]?[0-9]{1,4}[)）]?[-–—─]?[0-9]{0,4}|第[0-9]+[頁页].*|[(（][接續](?:次|下|後)[頁页][)）]"
)


class Columns(NamedTuple):
    """The columns of a table: outer ends and edges, the white at each edge, the roles and words.

    ``inks`` tells from where to where each column was printed, ``heads`` the same of its header.
    """

    edges: tuple[float, ...]
    gaps: tuple[Span, ...]
    roles: tuple[str | None, ...]
    words: tuple[str, ...]
    inks: tuple[Span, ...] = ()
    heads: tuple[Span, ...] = ()

    def is_years(self) -> bool:
        """Tell whether the columns are years, as in 項目 102年度 103年度."""
        return header_bands.is_years(self.words)

    def at(self, x: float) -> int:
        """Return the column at a place."""
        return min(max(bisect_right(self.edges, x) - 1, 0), len(self.roles) - 1)

    def repeats(self, band: Band) -> bool:
        """Tell whether a header is the one of these columns again: the same words, as far apart."""
        words = band.words
        if self.words != tuple(word.text for word in words):
            return False
        shift = words[0].x0 - self.heads[0][0]
        return all(
            abs(word.x0 - x0 - shift) < 1 and abs(word.x1 - x1 - shift) < 1
            for word, (x0, x1) in zip(words, self.heads, strict=True)
        )

    def crossed_by(self, pieces: Iterable[Piece]) -> bool:
        """Tell whether a piece runs across an edge: beyond an outer one, or through the white."""
        low, high = self.edges[0], self.edges[-1]
        whites = self.gaps or tuple((edge - 1, edge + 1) for edge in self.edges[1:-1])
        return any(
            p.x0 < low - 1 or p.x1 > high + 1 or any(_fills(p, *white) for white in whites)
            for p in pieces
        )


def _fills(piece: Piece, low: float, high: float) -> bool:
    """Tell whether a piece leaves no white between two columns."""
    least = min(GUTTER * piece.em, (high - low) / 2)
    return piece.x0 < low + least and piece.x1 > high - least


@dataclass(slots=True)
class Body:
    """Lines under a header, while the white between its columns is kept free."""

    gaps: list[list[Span]]
    strips: list[tuple[Piece, ...]] = field(default_factory=list)
    across: list[tuple[Piece, ...]] = field(default_factory=list)
    open: bool = True
    again: bool = False
    left_out: bool = False
    goals: bool = True
    """Whether a column holds goals; else they stand on lines of their own."""

    def takes(self, fine: Sequence[Piece]) -> list[list[Span]] | None:
        """Return the white that a line leaves; None if it runs across a gutter."""
        gaps = self.gaps
        for piece in fine:
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
        if _is_over(sheet, last, top, FAR * em):
            break
        fine = tuple(ink.cut_ink(strip))
        gaps = None if _is_caption(strip) else body.takes(fine)
        if gaps is None:
            goal = not body.goals and len(strip) == 1 and _CHAPTER.match(strip[0].text)
            if (pending and not goal) or len(strip) > 1 or _is_caption(strip):
                body.open, body.left_out = False, True
                break
            pending.append(strip)
            continue
        last = max(piece.bottom for piece in strip)
        if len(strip) > 1 and _filled(fine, gaps) >= min(2, columns):
            _take(body, pending)
            pending = []
            body.gaps = body.takes(fine) or gaps
            body.strips.append(fine)
        else:
            pending.append(strip)
    else:
        if pending and stop == len(sheet.strips) and _is_next_goal(sheet, body, pending[-1]):
            body.across.append(pending.pop())
    _keep_wrapped(sheet, body, pending, foot)


def _take(body: Body, pending: Iterable[tuple[Piece, ...]]) -> None:
    """Take the lines between two full ones: the goals of what follows, and parts of cells."""
    for held in pending:
        fine = tuple(ink.cut_ink(held))
        left = body.takes(fine)
        # A goal begins at the left; a list (一) within a cell does not.
        first = held[0].x0 < body.gaps[0][-1][1]
        if left is None or (first and not body.goals and _CHAPTER.match(held[0].text)):
            body.across.append(held)
        else:
            body.strips.append(fine)
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


def _is_over(sheet: Sheet, last: float, top: float, far: float) -> bool:
    """Tell whether a table ends above a line: another begins, or the white is high and unruled."""
    ruled = any(last < at <= top + 1 for at, _, _ in sheet.horizontal)
    return (top - last > far and not ruled) or any(last - 2 < t < top for t in sheet.tops)


def _filled(fine: Sequence[Piece], gaps: Sequence[Sequence[Span]]) -> int:
    """Return how many columns the pieces of a line stand in."""
    cuts = [(gap[0][0] + gap[-1][1]) / 2 for gap in gaps]
    return len({bisect_right(cuts, piece.centre) for piece in fine})


def _keep_wrapped(
    sheet: Sheet, body: Body, pending: Sequence[tuple[Piece, ...]], foot: float
) -> None:
    """Of the lines after the last full one, keep those that go on in a cell above them.

    Right under a header, they go on from the page before, if its columns are the same.
    """
    if not body.strips and not body.again:
        body.left_out = bool(pending)
        return
    reach = max((piece.middle for piece in body.strips[-1]), default=foot) if body.strips else foot
    for strip in pending:
        fine = tuple(ink.cut_ink(strip))
        gaps = body.takes(fine)
        first = min(strip, key=lambda piece: piece.x0)
        ruled = bool(body.strips) and _closed(sheet, reach, first.middle, body)
        room = (BLOCK if body.strips else HEADER_STEP) * first.em
        if gaps is None or ruled or first.middle - reach > room:
            body.open = body.open and not ruled and gaps is not None
            return
        chapter = first.x1 < body.gaps[0][-1][1] and _CHAPTER.match(first.text)
        if AFTER.match(first.text) or chapter:
            body.open = False
            return
        body.gaps = gaps
        body.strips.append(fine)
        reach = first.middle


def _closed(sheet: Sheet, above: float, below: float, body: Body) -> bool:
    """Tell whether a rule between two heights runs below the whole table."""
    x0, x1 = body.gaps[0][0][0], body.gaps[-1][-1][1]
    return sheet.crossed(above, below, x0, x1)


def find_columns(
    sheet: Sheet, band: Band, body: Body, pieces: Sequence[Piece], before: Columns | None = None
) -> Columns:
    """Draw the edges of the columns through the white, where rules end if they do there.

    ``before`` are the columns of the page before. Under the same header the white is that of both.
    """
    gaps = body.gaps
    if before is not None and before.repeats(band):
        shift = band.words[0].x0 - before.heads[0][0]
        gaps = [
            _common(gap, low + shift, high + shift)
            for gap, (low, high) in zip(gaps, before.gaps, strict=True)
        ]
    spans = [
        _gutter(gap, a.x1, b.x0) for gap, (a, b) in zip(gaps, pairwise(band.words), strict=True)
    ]
    boxes = [*pieces, *(piece for word in band.words for piece in word.pieces)]
    x0, x1 = min(piece.x0 for piece in boxes), max(piece.x1 for piece in boxes)
    top, bottom = band.words[0].top - 2 * band.em, max(p.bottom for p in boxes) + band.em
    ends = sorted(
        end
        for rule in sheet.rules
        if rule.top <= bottom and rule.bottom >= top
        for end in (rule.x0, rule.x1)
    )
    inner = [_edge(span, ends) for span in spans]
    pad = 0.5 * band.em
    whole = [
        stroke
        for stroke in sheet.horizontal
        if top <= stroke[0] <= bottom and stroke[1] <= x0 + 1 and stroke[2] >= x1 - 1
    ]
    _, low, high = min(whole, key=lambda s: s[2] - s[1], default=(0.0, x0 - pad, x1 + pad))
    edges = (low, *inner, high)
    inks = tuple(
        (min(p.x0 for p in own), max(p.x1 for p in own))
        for own in (
            [p for p in boxes if a <= p.centre < b] or list(word.pieces)
            for (a, b), word in zip(pairwise(edges), band.words, strict=True)
        )
    )
    words = tuple(word.text for word in band.words)
    heads = tuple((word.x0, word.x1) for word in band.words)
    return Columns(edges, tuple(spans), band.roles, words, inks, heads)


def _common(gap: list[Span], low: float, high: float) -> list[Span]:
    """Return the white stretches as far as they are from low to high; all of it if none is."""
    both = [(max(a, low), min(b, high)) for a, b in gap]
    return [(a, b) for a, b in both if b - a > 1] or gap


def _gutter(gap: Sequence[Span], left: float, right: float) -> Span:
    """Of the white stretches between two headers, return the one between their columns.

    What stands between two stretches belongs to the header that is nearer.
    """
    chosen = gap[0]
    for before, after in pairwise(gap):
        if before[1] - left > right - after[0]:
            break
        chosen = after
    wide = [span for span in gap if span[1] - span[0] >= 0.5 * (chosen[1] - chosen[0])]
    return chosen if chosen in wide else max(gap, key=lambda span: span[1] - span[0])


def _edge(span: Span, ends: Sequence[float]) -> float:
    inside = [end for end in ends if span[0] - 1 <= end <= span[1] + 1]
    return median(inside) if inside else (span[0] + span[1]) / 2
