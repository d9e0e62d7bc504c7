"""Lines of unruled tables typed by hand: each character is ten points wide and high."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reading.pages import Glyph, Rule
from pipeline.tables.unruled import ink
from pipeline.tables.unruled.ink import Piece, Sheet, Stroke


def word(x: float, top: float, text: str) -> list[Glyph]:
    return [Glyph(c, x + 10 * n, top, x + 10 * n + 10, top + 10) for n, c in enumerate(text)]


def piece(x: float, top: float, text: str) -> Piece:
    return ink.make_piece(word(x, top, text))


def strip(top: float, *words: tuple[float, str]) -> tuple[Piece, ...]:
    """Return the words of a line."""
    return tuple(piece(x, top, text) for x, text in words)


def sheet(
    *strips: Sequence[Piece],
    rules: Sequence[Rule] = (),
    horizontal: Sequence[Stroke] = (),
    tops: Sequence[float] = (),
) -> Sheet:
    return Sheet([tuple(own) for own in strips], rules, horizontal, tops)


HEADER = strip(0, (0, "衡量指標"), (60, "目標值"), (120, "實際值"))
FIRST = strip(20, (0, "參訪人次"), (65, "90"), (125, "95"))
SECOND = strip(40, (0, "檢查家數"), (65, "30"), (125, "24"))
