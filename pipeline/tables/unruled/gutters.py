"""A header and the lines below it -> Columns: where the edges of the columns are, in the white between.

>>> columns = Columns((0, 50, 90), ((40, 60),), ("indicator", "target"), ("衡量指標", "目標值"))
>>> columns.column_at(70), columns.is_years()
(1, False)
>>> def piece(text, x0, top):
...     return Piece(x0, top, x0 + 10 * len(text), top + 10, text, ())
>>> columns.crossed_by([piece("參訪", 0, 20), piece("90", 64, 20)])
False
>>> columns.crossed_by([piece("以上均為全年", 0, 40)])
True
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.tables.unruled import header_bands
from pipeline.tables.unruled.body_lines import GUTTER, Body
from pipeline.tables.unruled.header_bands import Band
from pipeline.tables.unruled.ink import Piece, Sheet, Span


class Columns(NamedTuple):
    """The columns of a table: outer ends and edges, the white at each edge, the roles and words.

    ``ink_spans`` tells from where to where each column was printed, ``header_spans`` the same of its header.
    """

    edges: tuple[float, ...]
    gaps: tuple[Span, ...]
    roles: tuple[str | None, ...]
    words: tuple[str, ...]
    ink_spans: tuple[Span, ...] = ()
    header_spans: tuple[Span, ...] = ()

    def is_years(self) -> bool:
        """Tell whether the columns are years, as in 項目 102年度 103年度."""
        return header_bands.is_years(self.words)

    def column_at(self, x: float) -> int:
        """Return the column at a place."""
        return min(max(bisect_right(self.edges, x) - 1, 0), len(self.roles) - 1)

    def repeats(self, band: Band) -> bool:
        """Tell whether a header is the one of these columns again: the same words, as far apart."""
        words = band.words
        if self.words != tuple(word.text for word in words):
            return False
        shift = words[0].x0 - self.header_spans[0][0]
        return all(
            abs(word.x0 - x0 - shift) < 1 and abs(word.x1 - x1 - shift) < 1
            for word, (x0, x1) in zip(words, self.header_spans, strict=True)
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


def find_columns(
    sheet: Sheet, band: Band, body: Body, pieces: Sequence[Piece], before: Columns | None = None
) -> Columns:
    """Draw the edges of the columns through the white, where rules end if they do there.

    ``before`` are the columns of the page before. Under the same header the white is that of both.
    """
    gaps = body.gaps
    if before is not None and before.repeats(band):
        shift = band.words[0].x0 - before.header_spans[0][0]
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
    ink_spans = tuple(
        (min(p.x0 for p in own), max(p.x1 for p in own))
        for own in (
            [p for p in boxes if a <= p.centre < b] or list(word.pieces)
            for (a, b), word in zip(pairwise(edges), band.words, strict=True)
        )
    )
    words = tuple(word.text for word in band.words)
    header_spans = tuple((word.x0, word.x1) for word in band.words)
    return Columns(edges, tuple(spans), band.roles, words, ink_spans, header_spans)


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
