"""Lines read as a header -> Band: the words of the columns, and the words above several.

Pieces above one another are one word, and so are letters set wide. A word that names no role, over
columns that do, stands above them: 98年度 over 目標值 and 實際值.

>>> def piece(text, x0, top):
...     return Piece(x0, top, x0 + 10 * len(text), top + 10, text, ())
>>> upper = (piece("衡量指標", 0, 0), piece("98年度", 80, 0))
>>> lower = (piece("目標值", 60, 12), piece("實際值", 110, 12))
>>> band = read_band(Sheet([upper, lower], (), (), ()), 0, 2)
>>> [(word.text, word.role) for word in band.words]
[('衡量指標', 'indicator'), ('目標值', 'target'), ('實際值', 'actual')]
>>> [(group.piece.text, group.first, group.last) for group in band.groups]
[('98年度', 1, 2)]
>>> is_years(["項目", "102年度", "103年度"])
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from pipeline.tables import header_words, role_words, year_words
from pipeline.tables.unruled import header_groups, ink
from pipeline.tables.unruled.ink import OFFSET, Piece, Sheet, Span

GROUP = 10  # characters in a word that stands above several
MOST = 60  # characters in a line of header words
WIDE = 0.4  # white that parts the first lines of two wrapped header words
CLOSE = 0.05  # the least white between two header words, in heights of a character
LETTERS = frozenset("".join(word for words in role_words.ROLES.values() for word in words))
_UNIT = regex.compile(
    r"(?: 金額 | 數值 | 數量 | 比率 | 百分比 ) (?: [(（] [^()（）]* [)）] )?", regex.VERBOSE
)
"""What a second line of a header says of the figures alone: 金額（千元）."""


class Word(NamedTuple):
    """The header of one column: its pieces, top to bottom, and the role that they name."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return the whole word, its lines joined."""
        return "".join(p.text for p in sorted(self.pieces, key=lambda p: (round(p.middle), p.x0)))

    @property
    def role(self) -> str | None:
        """Return the role that the word names, if it does."""
        return header_words.column_role(self.text)

    @property
    def x0(self) -> float:
        """Return its left end."""
        return min(piece.x0 for piece in self.pieces)

    @property
    def x1(self) -> float:
        """Return its right end."""
        return max(piece.x1 for piece in self.pieces)

    @property
    def centre(self) -> float:
        """Return how far to the right its middle is."""
        return (self.x0 + self.x1) / 2

    @property
    def top(self) -> float:
        """Return the top of its first line."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Return the bottom of its last line."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2


class Group(NamedTuple):
    """A word of the header that stands above several columns, from ``first`` to ``last``."""

    piece: Piece
    first: int
    last: int


class Band(NamedTuple):
    """The header lines from ``first`` up to ``end``, its columns' words and the words above them."""

    first: int
    end: int
    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    roles: tuple[str | None, ...]
    limits: Span = (float("-inf"), float("inf"))

    @property
    def known(self) -> int:
        """Return how many columns have a role."""
        return sum(role is not None for role in self.roles)

    @property
    def bottom(self) -> float:
        """Return the bottom of the lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def em(self) -> float:
        """Return the usual height of its characters."""
        return median(piece.em for word in self.words for piece in word.pieces)

    def is_header(self) -> bool:
        """Tell whether the words are the header of a performance table."""
        if (
            len(self.words) < 3
            or max(len(word.text) for word in self.words) > header_words.LONGEST_CELL
        ):
            return False
        words = [word.text for word in self.words]
        if is_years(words):
            return True
        if any(self._is_title(group) for group in self.groups):
            return False
        return header_words.is_header(self.roles, words) and header_words.mostly_known(self.roles)

    def _is_title(self, group: Group) -> bool:
        """Tell whether what stands above some columns is a title: goals are in no group."""
        below = set(self.roles[group.first : group.last + 1])
        return (
            bool(below & {"goal", "indicator"})
            and header_words.column_role(group.piece.text) is None
        )


def is_years(words: Sequence[str]) -> bool:
    """Tell whether the columns are years, as in 項目 102年度 103年度; a unit column may lead them.

    >>> is_years(["項目", "單位", "104", "103"]), is_years(["實際值", "104", "105"])
    (True, False)
    """
    lead = 2 if len(words) > 3 and header_words.column_role(words[1]) == "unit" else 1
    return (
        len(words) > 2
        and year_words.read_header_year(words[0]) is None
        and year_words.match_years(words[lead:], words[:lead]) is not None
    )


def read_band(sheet: Sheet, first: int, end: int) -> Band:
    """Read some lines as a header."""
    pieces = [piece for strip in sheet.strips[first:end] for piece in strip]
    groups: list[Piece] = []
    uppers = [p for p in pieces if end > first + 1 and header_words.column_role(p.text) is None]
    groups.extend(p for p in pieces if p not in uppers and _stands_over(p, pieces))
    for upper in uppers:
        low, others = _levels(upper, pieces)
        if low and _covers(upper, _stacked(low), _stacked(others)):
            groups.append(upper)
    words = _words([piece for piece in pieces if piece not in groups])
    spans = {group: _columns_under(sheet, group, words, groups) for group in groups}
    # What stands above one column only is the first line of its word.
    wide = [g for g, s in spans.items() if s and (s[0] < s[1] or header_words.column_role(g.text))]
    if len(wide) < len(groups):
        words = _words([piece for piece in pieces if piece not in wide])
        spans = {group: _columns_under(sheet, group, words, wide) for group in wide}
    spans = header_groups.share_columns(spans, [(word.x0, word.x1) for word in words])
    return Band(
        first,
        end,
        tuple(words),
        tuple(Group(group, *span) for group, span in spans.items() if span),
        tuple(_roles(words, spans)),
    )


def _roles(
    words: Sequence[Word], spans: Mapping[Piece, tuple[int, int] | None]
) -> Iterator[str | None]:
    """Yield the role of each column: its word's, else that of the word above it."""
    above = {n: p for p, span in spans.items() if span for n in range(span[0], span[1] + 1)}
    for n, word in enumerate(words):
        over = above.get(n)
        # Under a word of a year or a group, 目標 and 實際 are figures.
        yield word.role or (
            header_words.column_role(over.text) or year_words.label_role(word.text)
            if over
            else None
        )


def part_words(strip: Sequence[Piece]) -> Iterator[Piece]:
    """Part header words that are set close: 目標值 and 實際值 with hardly any white between.

    Where they are the first lines of wrapped words, 初核結 and 複核結, only the white tells.
    """
    for piece in strip:
        words = header_words.split_words(piece.text) if 5 < len(piece.text) <= MOST else ()
        pieces = list(_cut(piece, words)) if len(words) > 1 else [piece]
        gaps = [b.x0 - a.x1 for a, b in pairwise(pieces)]
        if min(gaps, default=0.0) > CLOSE * piece.em:
            yield from pieces
        elif (
            len(words) != 1
            and len(piece.text) <= header_words.LONGEST_CELL
            and LETTERS.issuperset(piece.text)
        ):
            yield from _at_gaps(piece)
        else:
            yield piece


def _at_gaps(piece: Piece) -> Iterator[Piece]:
    """Cut a piece at white that no other two of its characters have between them."""
    inked = [glyph for glyph in piece.glyphs if not glyph.text.isspace()]
    gaps = [(b.x0 - a.x1) / piece.em for a, b in pairwise(inked)]
    wide = [n for n, gap in enumerate(gaps, 1) if gap > WIDE]
    if not wide or any(CLOSE < gap <= WIDE for gap in gaps):
        wide = []
    for low, high in pairwise([0, *wide, len(inked)]):
        yield ink.make_piece(inked[low:high])


def _cut(piece: Piece, words: Sequence[str]) -> Iterator[Piece]:
    """Cut a piece into words."""
    inked = [glyph for glyph in piece.glyphs if not glyph.text.isspace()]
    start = 0
    for word in words:
        size = length = 0
        while length < len(word):
            length += len(inked[start + size].text)
            size += 1
        yield ink.make_piece(inked[start : start + size])
        start += size


def _stands_over(upper: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether a header word stands over others: 年度目標值 over 數值 and 單位, or 金額（千元）."""
    if header_words.column_role(upper.text) is None:
        return False
    under = [*_under(upper, pieces)]
    if under and _UNIT.fullmatch(Word(tuple(under)).text):
        return True
    words = _stacked(under)
    _, others = _levels(upper, pieces)
    if len(upper.text) > GROUP or len(words) < 2:
        return False
    if not any(word.role for word in _stacked(others)):
        return False  # a title, above all of the header
    return all(
        word.role in ("target", "actual", "rate")
        or _UNIT.fullmatch(word.text)
        or year_words.read_header_year(word.text)
        for word in words
    )


def _under(upper: Piece, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces below another one, from side to side."""
    for piece in pieces:
        if piece.middle > upper.middle + 0.5 * upper.em and (
            piece.x0 < upper.x1 and upper.x0 < piece.x1
        ):
            yield piece


def _words(pieces: Iterable[Piece]) -> list[Word]:
    """Gather the pieces above one another, then the letters of words set wide."""
    return _without_spacing(_stacked(pieces))


def _stacked(pieces: Iterable[Piece]) -> list[Word]:
    """Gather the pieces above one another."""
    words: list[list[Piece]] = []
    right = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if words and piece.x0 < right - 0.2 * piece.em:
            words[-1].append(piece)
            right = max(right, piece.x1)
        else:
            words.append([piece])
            right = piece.x1
    return [Word(tuple(word)) for word in words]


def _without_spacing(words: Sequence[Word]) -> list[Word]:
    """Join the letters of one word that are set wide: 目 標 值."""
    joined: list[Word] = []
    at = 0
    while at < len(words):
        end = _spaced_until(words, at)
        joined.append(Word(tuple(p for word in words[at:end] for p in word.pieces)))
        at = end
    return joined


def _spaced_until(words: Sequence[Word], at: int) -> int:
    """Return where the word ends that begins with some letters set wide."""
    if words[at].role or len(words[at].text) > 2:
        return at + 1
    for end in range(min(at + 9, len(words)), at + 1, -1):
        parts = [word.text for word in words[at:end]]
        if any(len(part) > 2 for part in parts) or any(word.role for word in words[at:end]):
            continue
        # 項次 in front of 績 效 指 標 is a column of its own.
        if header_words.column_role("".join(parts)) and not header_words.column_role(
            "".join(parts[1:])
        ):
            return end
    singles = at
    while singles < len(words) and len(words[singles].text) == 1:
        singles += 1
    return max(singles if singles - at <= 4 else at + 1, at + 1)


def _levels(upper: Piece, pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Part the pieces beside a high one from those in the lower half of the header."""
    foot = max(piece.middle for piece in pieces)
    half = (upper.middle + foot) / 2 + 0.25 * upper.em
    if foot - upper.middle < OFFSET * upper.em:
        return [], []
    low = [piece for piece in pieces if piece.middle > half]
    return low, [piece for piece in pieces if piece.middle <= half and piece != upper]


def _covers(upper: Piece, low: Sequence[Word], others: Sequence[Word]) -> bool:
    """Tell whether a piece stands above several columns: 98年度 over 目標值 and 實際值.

    Beside it are columns whose words stand higher than those below: they have one line of cells.
    """
    below = [word.role for word in low if word.role]
    if not any(word.role for word in others) or len(below) < 2:
        return False
    if {"goal", "indicator"} & set(below):
        return False  # a line above all of the header
    under = [w for w in low if min(w.x1, upper.x1) > max(w.x0, upper.x0)]
    if len(under) == 1 and not under[0].role:
        return header_words.column_role(upper.text + under[0].text) is None
    x = upper.centre
    return min(word.x0 for word in low) <= x <= max(word.x1 for word in low)


def _columns_under(
    sheet: Sheet, group: Piece, words: Sequence[Word], groups: Sequence[Piece]
) -> tuple[int, int] | None:
    """Return the first and the last column under a word that stands above several."""
    pieces = [piece for word in words for piece in word.pieces]
    below = set(_under(group, pieces))
    if header_words.column_role(group.text):
        own = [n for n, word in enumerate(words) if below & set(word.pieces)]
        return (own[0], own[-1]) if own else None
    low = set(_levels(group, pieces)[0])
    under = [n for n, word in enumerate(words) if low.issuperset(word.pieces)]
    x = group.centre
    ruled = [
        (left, right)
        for at, left, right in sheet.horizontal
        if group.middle < at < group.bottom + 1.5 * group.em and left - 2 <= x <= right + 2
    ]
    if ruled:
        left, right = min(ruled, key=lambda span: span[1] - span[0])
        under = [n for n in under if left <= words[n].centre <= right]
    else:
        under = [n for n in under if _nearest(groups, words[n].centre) == group]
    whole = bool(under) and under[-1] - under[0] + 1 == len(under)
    return (under[0], under[-1]) if whole else None


def _nearest(pieces: Sequence[Piece], x: float) -> Piece:
    return min(pieces, key=lambda piece: abs(piece.centre - x))
