"""Words above the same columns -> which of these columns each is above: 109年度 | 110年度 over 目標值 | 實績值 twice.

No rule need part them: each stands over the middle of its columns.

>>> def piece(text, x0, top):
...     return Piece(x0, top, x0 + 10 * len(text), top + 10, text, ())
>>> years = (piece("109年度", 50, 0), piece("110年度", 150, 0))
>>> spans = {year: (1, 4) for year in years}
>>> share_columns(spans, [(0, 40), (42, 68), (75, 100), (142, 168), (175, 200)]).values()
dict_values([(1, 2), (3, 4)])
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from pipeline.tables.unruled.ink import Piece, Span

Columns = tuple[int, int]
"""The first and the last column that a word stands above."""
_MOST = 6
"""So many words are shared out; more are no header."""


def share_columns(
    spans: Mapping[Piece, Columns | None], words: Sequence[Span]
) -> dict[Piece, Columns | None]:
    """Return the columns under each word, those under several shared out among them.

    ``words`` are the ends of the words of the columns.
    """
    shared = dict(spans)
    for rivals, (first, last) in _rivals(spans):
        if len(rivals) <= min(_MOST, last - first + 1):
            shared.update(zip(rivals, _best_shares(rivals, first, last, words), strict=True))
    return shared


def _rivals(spans: Mapping[Piece, Columns | None]) -> Iterator[tuple[list[Piece], Columns]]:
    """Yield the words that stand above the same columns, from left to right."""
    by_columns: dict[Columns, list[Piece]] = {}
    for piece, span in spans.items():
        if span is not None:
            by_columns.setdefault(span, []).append(piece)
    for span, pieces in by_columns.items():
        if len(pieces) > 1:
            yield sorted(pieces, key=lambda piece: piece.centre), span


def _best_shares(
    pieces: Sequence[Piece], first: int, last: int, words: Sequence[Span]
) -> list[Columns]:
    """Return the shares of neighbouring columns whose middles are nearest to those of the words."""

    def miss(shares: Sequence[Columns]) -> float:
        return sum(
            abs(piece.centre - (words[low][0] + words[high][1]) / 2)
            for piece, (low, high) in zip(pieces, shares, strict=True)
        )

    cuts = combinations(range(first + 1, last + 1), len(pieces) - 1)
    ends = ([first, *own, last + 1] for own in cuts)
    return min(
        ([(low, high - 1) for low, high in pairwise(own)] for own in ends),
        key=miss,
    )
