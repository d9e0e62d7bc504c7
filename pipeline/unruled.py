"""Loose glyphs and lying rules of a page -> tables that are ruled only across, or not at all.

Only header words make a table: neighbouring lines whose pieces name the columns of a performance
table. The white gutters that run on between the words part the columns; the table ends where text
crosses them. Rules part the rows where they are drawn; elsewhere each line with figures in most of
the short columns is a row, and the cells about it are parted where the white is widest.

>>> def word(x, top, text):
...     return [Glyph(c, x + 10 * n, top, x + 10 * n + 10, top + 10) for n, c in enumerate(text)]
>>> heads = word(0, 0, "衡量指標") + word(80, 0, "目標值") + word(150, 0, "實際值")
>>> first = word(0, 20, "參訪人次") + word(80, 20, "90") + word(150, 20, "95")
>>> second = word(0, 40, "檢查家數") + word(80, 40, "30") + word(150, 40, "24")
>>> found = from_glyphs(heads + first + second, (), 1)
>>> [[cell.text for cell in row if cell] for row in found.tables[0].grid]
[['衡量指標', '目標值', '實際值'], ['參訪人次', '90', '95'], ['檢查家數', '30', '24']]
>>> from_glyphs(first + second, (), 1).tables
()
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline import layouts, lines
from pipeline.model import Cell, Glyph, Rule, Table

# In shares of the height of a character:
WORD = 0.6  # pieces of a header stand this far apart
INK = 0.15  # glyphs nearer than this are one stretch of ink
GUTTER = 0.25  # the least white between two columns
OFFSET = 0.8  # lines whose middles are nearer than this stand beside one another
HEADER_STEP = 2.4  # the lines of a header are no further apart, middle to middle
BLOCK = 1.9  # nor those of a wrapped cell
FAR = 4.5  # white as high as this ends a table that has no rule below
CLEAR = 1.2  # a step this many times the usual one is seen to be wider
LONGEST = 18  # characters in a header cell
DEPTH = 6  # lines in a header
MOST_ROWS = 80  # on a page; merged cells are not looked for among more
_AFTER = re.compile(r"(?:附?註|備註|說明|資料來源|填表|單位主管|[(（](?:接|續|承)|[※＊*])")
_UNIT = re.compile(r"(?:金額|數值|數量|比率|百分比)(?:[(（][^()（）]*[)）])?")
_FURNITURE = re.compile(r"[-–—─]?[(（]?[0-9]{1,4}[)）]?[-–—─]?[0-9]{0,4}|第[0-9]+[頁页].*")
_LISTED = re.compile(r"[(（]?(?P<number>[0-9０-９]{1,2})[.．、)）]")
_GOAL = re.compile(r"[(（]?[一二三四五六七八九十]+[、)）.．]|[0-9０-９]{1,2}[.．、](?![0-9０-９])")
_HEADING = re.compile(r"[(（]?[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]+[、)）]")
_YEARS = re.compile(r"(?:中?華?民國)?(?:[0-9０-９]{2,4}|[(（][0-9０-９]{2,4}[)）])年度?")
_SHORT = frozenset({"target", "actual", "rate", "weight", "review"})
_LISTS = frozenset({"indicator", "target", "actual", "rate"})
_LONG = frozenset({"indicator", "standard", "analysis"})

Span = tuple[float, float]
Stroke = tuple[float, float, float]
"""A lying rule: its height, its left and its right end."""


class Piece(NamedTuple):
    """Glyphs of one line that stand together, with their box and their text without spaces."""

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def em(self) -> float:
        """Return the height of its characters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: outer ends and edges, the white at each edge, the roles and words.

    ``inks`` tells from where to where each column was printed.
    """

    edges: tuple[float, ...]
    gaps: tuple[Span, ...]
    roles: tuple[str | None, ...]
    words: tuple[str, ...]
    inks: tuple[Span, ...] = ()

    def is_years(self) -> bool:
        """Tell whether the columns are years, as in 項目 102年度 103年度."""
        return len(self.words) > 2 and all(_YEARS.fullmatch(word) for word in self.words[1:])

    def at(self, x: float) -> int:
        """Return the column at a place."""
        return min(max(bisect_right(self.edges, x) - 1, 0), len(self.roles) - 1)


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a page, the glyphs in none, and the columns that the next page may go on with."""

    tables: tuple[Table, ...]
    loose: list[Glyph]
    columns: Columns | None


def from_glyphs(
    glyphs: Sequence[Glyph],
    rules: Sequence[Rule],
    page: int,
    *,
    lying: Sequence[Stroke] = (),
    tops: Sequence[float] = (),
    before: Columns | None = None,
) -> Found:
    """Find the tables among the glyphs that are in no ruled one.

    ``lying`` are the rules as joined lines, ``tops`` where ruled tables begin, and ``before`` the
    columns of the page before, if its table may go on here without a header.
    """
    strips = [strip for strip in map(_strip, lines.strips(glyphs)) if strip]
    sheet = _Sheet(strips, rules, lying, sorted(tops))
    bands = list(_bands(sheet)) if len(strips) > 1 else []
    if not bands and before is None:
        return Found((), list(glyphs), None)
    drafts: list[_Draft] = []
    columns: Columns | None = None
    if before is not None:
        going_on = _continued(sheet, before, bands[0].first if bands else len(strips))
        if going_on:
            drafts.append(going_on)
            columns = before if going_on.open else None
    for number, band in enumerate(bands):
        stop = bands[number + 1].first if number + 1 < len(bands) else len(strips)
        for part in band.parts(sheet):
            draft = _below(sheet, part, stop, before)
            if draft:
                drafts.append(draft)
                columns = draft.columns if draft.open else None
    used = {id(glyph) for draft in drafts for glyph in draft.glyphs()}
    loose = [glyph for glyph in glyphs if id(glyph) not in used]
    return Found(tuple(draft.table(page, sheet) for draft in drafts), loose, columns)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is on a page outside of its ruled tables."""

    strips: Sequence[tuple[Piece, ...]]
    rules: Sequence[Rule]
    lying: Sequence[Stroke]
    tops: Sequence[float]

    def crossed(self, above: float, below: float, x0: float, x1: float) -> bool:
        """Tell whether a rule runs between two heights from about x0 to about x1."""
        return any(
            above < at < below and min(high, x1) - max(low, x0) > 0.9 * (x1 - x0)
            for at, low, high in self.lying
        )


# --------------------------------------------------------------------------- pieces


def _strip(glyphs: Sequence[Glyph]) -> tuple[Piece, ...]:
    """Cut a line into the pieces that stand apart."""
    return tuple(_pieces(glyphs, WORD))


def _pieces(glyphs: Iterable[Glyph], gap: float) -> Iterator[Piece]:
    """Cut glyphs from left to right where the white between them is wide; blank glyphs are white."""
    group: list[Glyph] = []
    right = 0.0
    for glyph in glyphs:
        blank = glyph.text.isspace()
        if group and not blank and glyph.x0 - right > gap * (glyph.bottom - glyph.top):
            yield _piece(group)
            group = []
        if blank and not group:
            continue  # white in front of a line belongs to nothing
        group.append(glyph)
        right = right if blank else max(right, glyph.x1) if len(group) > 1 else glyph.x1
    if group:
        yield _piece(group)


def _piece(glyphs: Sequence[Glyph]) -> Piece:
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    return Piece(
        min(glyph.x0 for glyph in inked),
        min(glyph.top for glyph in inked),
        max(glyph.x1 for glyph in inked),
        max(glyph.bottom for glyph in inked),
        "".join(glyph.text for glyph in inked),
        tuple(glyphs),
    )


def _fine(strip: Sequence[Piece]) -> Iterator[Piece]:
    """Cut the pieces of a line into stretches of ink."""
    for piece in strip:
        yield from _pieces(piece.glyphs, INK)


# --------------------------------------------------------------------------- headers


@dataclass(frozen=True, slots=True)
class _Word:
    """The header of one column: its pieces, top to bottom, and the role that they name."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(p.text for p in sorted(self.pieces, key=lambda p: (round(p.middle), p.x0)))

    @property
    def role(self) -> str | None:
        return layouts.role_of(self.text)

    @property
    def x0(self) -> float:
        return min(piece.x0 for piece in self.pieces)

    @property
    def x1(self) -> float:
        return max(piece.x1 for piece in self.pieces)

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Group:
    """A word of the header that stands above several columns, from ``first`` to ``last``."""

    piece: Piece
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Band:
    """The header lines from ``first`` up to ``end``, its columns' words and the words above them."""

    first: int
    end: int
    words: tuple[_Word, ...]
    groups: tuple[_Group, ...]
    roles: tuple[str | None, ...]
    limits: Span = (float("-inf"), float("inf"))

    @property
    def known(self) -> int:
        """Return how many columns have a role."""
        return sum(role is not None for role in self.roles)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def em(self) -> float:
        return median(piece.em for word in self.words for piece in word.pieces)

    def is_header(self) -> bool:
        """Tell whether the words are the header of a performance table."""
        if len(self.words) < 3 or max(len(word.text) for word in self.words) > LONGEST:
            return False
        if _is_years(self.words):
            return True
        return layouts.is_header(self.roles) and 2 * self.known >= len(self.roles)

    def parts(self, sheet: _Sheet) -> Iterator[_Band]:
        """Yield the headers of tables side by side: the same words all over again."""
        texts = [word.text for word in self.words]
        size = next(
            (n for n in range(3, len(texts) // 2 + 1) if texts == texts[:n] * (len(texts) // n)),
            len(texts),
        )
        for start in range(0, len(texts), size):
            end = start + size
            groups = (g for g in self.groups if start <= g.first and g.last < end)
            yield _Band(
                self.first,
                self.end,
                self.words[start:end],
                tuple(_Group(g.piece, g.first - start, g.last - start) for g in groups),
                self.roles[start:end],
                self._limits(sheet, start, end),
            )

    def _limits(self, sheet: _Sheet, start: int, end: int) -> Span:
        """Return the ends of the part of the page that belongs to some of the columns."""
        low = _between(sheet, self, start) if start else float("-inf")
        high = _between(sheet, self, end) if end < len(self.words) else float("inf")
        return low, high


def _between(sheet: _Sheet, band: _Band, at: int) -> float:
    """Return where one of two tables side by side ends: at a gap in the rules, or at the white."""
    low, high = band.words[at - 1].x1, band.words[at].x0
    free = [(low, high)]
    top, bottom = band.words[at].top - 3 * band.em, band.bottom + 3 * band.em
    for height, left, right in sheet.lying:
        if top <= height <= bottom:
            free = _less(free, left, right)
    kept = free or [(low, high)]
    for strip in sheet.strips[band.end :]:
        fewer = kept
        for piece in strip:
            fewer = _less(fewer, piece.x0, piece.x1)
        if not any(b - a > 1 for a, b in fewer):
            break
        kept = fewer
    low, high = max(kept, key=lambda span: span[1] - span[0])
    return (low + high) / 2


def _is_years(words: Sequence[_Word]) -> bool:
    """Tell whether the columns are years, as in 項目 102年度 103年度."""
    return len(words) > 2 and all(_YEARS.fullmatch(word.text) for word in words[1:])


def _bands(sheet: _Sheet) -> Iterator[_Band]:
    """Yield the headers of a page, top to bottom."""
    strips = sheet.strips
    at = 0
    while at < len(strips):
        band = _band_at(sheet, at) if _may_open(strips[at]) else None
        if band is None:
            at += 1
            continue
        yield band
        at = band.end


_LETTERS = frozenset("".join(word for words in layouts.ROLES.values() for word in words))


def _may_open(strip: Sequence[Piece]) -> bool:
    """Tell whether a line may be one of a header: some short pieces, of letters of header words."""
    text = "".join(piece.text for piece in strip)
    if not 2 <= len(text) <= 120 or max(len(piece.text) for piece in strip) > LONGEST:
        return False
    if len(strip) > 2 and _YEARS.fullmatch(strip[-1].text):
        return True
    return 3 * sum(char in _LETTERS for char in text) >= len(text)


def _band_at(sheet: _Sheet, at: int) -> _Band | None:
    """Return the best header whose first line is this one, or of which it is the second line."""
    best: _Band | None = None
    for end in range(at + 1, min(at + DEPTH, len(sheet.strips)) + 1):
        if end > at + 1 and _parted(sheet, at, end - 1):
            break
        band = _read(sheet, at, end)
        if band.is_header() and (best is None or _is_better(band, best, sheet)):
            best = band
    if best is None:
        return None
    # What begins one line further down may be the header alone, under a line that is none.
    lower = None
    if not _belongs(sheet.strips[at], best) and at + 1 < best.end:
        lower = _band_at(sheet, at + 1)
    return lower if lower and lower.known >= best.known else _completed(sheet, best)


def _completed(sheet: _Sheet, band: _Band) -> _Band:
    """Add the lines above and below that make a wrapped word stand in the middle of the header."""
    known = [word.middle for word in band.words if word.role]
    if band.groups or not known:
        return band
    centre = median(known)
    for first, end in (
        (band.first - 1, band.end + 1),
        (band.first - 1, band.end),
        (band.first, band.end + 1),
    ):
        if first < 0 or end > len(sheet.strips):
            continue
        wider = _read(sheet, first, end)
        if len(wider.words) != len(band.words) or not wider.is_header():
            continue
        pairs = zip(wider.words, band.words, strict=True)
        more = [word for word, before in pairs if word.pieces != before.pieces]
        level = all(abs(word.middle - centre) < 0.3 * band.em for word in more)
        if level and wider.known >= band.known:
            return wider
    return band


def _belongs(strip: Sequence[Piece], band: _Band) -> bool:
    """Tell whether the first line of a header is part of it, rather than a title over it."""
    grouped = {group.piece for group in band.groups}
    wrapped = {
        piece
        for word in band.words
        if word.role and len(word.pieces) > 1
        for piece in word.pieces
        if min(p.middle for p in word.pieces if p != piece) - piece.middle < 1.5 * piece.em
    }
    return all(piece in grouped or piece in wrapped for piece in strip)


def _parted(sheet: _Sheet, first: int, at: int) -> bool:
    """Tell whether a line is too far below those of a header, or a rule parts it from them."""
    above = sheet.strips[at - 1]
    below = sheet.strips[at]
    em = max(piece.em for piece in above)
    if min(p.middle for p in below) - max(p.middle for p in above) > HEADER_STEP * em:
        return True
    pieces = [piece for strip in sheet.strips[first : at + 1] for piece in strip]
    x0, x1 = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    return sheet.crossed(max(p.middle for p in above), min(p.middle for p in below), x0, x1)


def _is_better(band: _Band, best: _Band, sheet: _Sheet) -> bool:
    """Tell whether a header of more lines is the better one.

    It is if it names more columns, or as many and each piece of the lines that it adds is part of a
    known word: 目標達成度 over (%).
    """
    if band.known != best.known:
        return band.known > best.known
    if len(band.words) != len(best.words) or len(band.groups) < len(best.groups):
        return False
    added = {piece for strip in sheet.strips[best.end : band.end] for piece in strip}
    pairs = zip(band.words, band.roles, strict=True)
    return all(role for word, role in pairs if added.intersection(word.pieces))


def _read(sheet: _Sheet, first: int, end: int) -> _Band:
    """Read some lines as a header."""
    pieces = [piece for strip in sheet.strips[first:end] for piece in strip]
    groups: list[Piece] = []
    uppers = [p for p in pieces if end > first + 1 and layouts.role_of(p.text) is None]
    groups.extend(p for p in pieces if p not in uppers and _names_unit(p, pieces))
    for upper in uppers:
        low, others = _levels(upper, pieces)
        if low and _covers(upper, _stacked(low), _stacked(others)):
            groups.append(upper)
    words = _words([piece for piece in pieces if piece not in groups])
    spans = {group: _spanned(sheet, group, words, groups) for group in groups}
    # What stands above one column only is the first line of its word.
    wide = [g for g, s in spans.items() if s and (s[0] < s[1] or layouts.role_of(g.text))]
    if len(wide) < len(groups):
        words = _words([piece for piece in pieces if piece not in wide])
        spans = {group: _spanned(sheet, group, words, wide) for group in wide}
    return _Band(
        first,
        end,
        tuple(words),
        tuple(_Group(group, *span) for group, span in spans.items() if span),
        tuple(_roles(words, spans)),
    )


def _roles(
    words: Sequence[_Word], spans: Mapping[Piece, tuple[int, int] | None]
) -> Iterator[str | None]:
    """Yield the role of each column: its word's, else that of the word above it."""
    above = {n: p for p, span in spans.items() if span for n in range(span[0], span[1] + 1)}
    for n, word in enumerate(words):
        yield word.role or (layouts.role_of(above[n].text) if n in above else None)


def _names_unit(upper: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether what stands under a header word only says in what it is told: 金額（千元）."""
    if layouts.role_of(upper.text) is None:
        return False
    under = _Word(tuple(_under(upper, pieces)))
    return bool(under.pieces) and _UNIT.fullmatch(under.text) is not None


def _under(upper: Piece, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces below another one, from side to side."""
    for piece in pieces:
        if piece.middle > upper.middle + 0.5 * upper.em and (
            piece.x0 < upper.x1 and upper.x0 < piece.x1
        ):
            yield piece


def _words(pieces: Iterable[Piece]) -> list[_Word]:
    """Gather the pieces above one another, then the letters of words set wide."""
    return _without_spacing(_stacked(pieces))


def _stacked(pieces: Iterable[Piece]) -> list[_Word]:
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
    return [_Word(tuple(word)) for word in words]


def _without_spacing(words: Sequence[_Word]) -> list[_Word]:
    """Join the letters of one word that are set wide: 目 標 值."""
    joined: list[_Word] = []
    at = 0
    while at < len(words):
        end = _spaced_until(words, at)
        joined.append(_Word(tuple(p for word in words[at:end] for p in word.pieces)))
        at = end
    return joined


def _spaced_until(words: Sequence[_Word], at: int) -> int:
    """Return where the word ends that begins with some letters set wide."""
    if words[at].role or len(words[at].text) > 2:
        return at + 1
    for end in range(min(at + 9, len(words)), at + 1, -1):
        parts = [word.text for word in words[at:end]]
        if any(len(part) > 2 for part in parts) or any(word.role for word in words[at:end]):
            continue
        # 項次 in front of 績 效 指 標 is a column of its own.
        if layouts.role_of("".join(parts)) and not layouts.role_of("".join(parts[1:])):
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


def _covers(upper: Piece, low: Sequence[_Word], others: Sequence[_Word]) -> bool:
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
        return layouts.role_of(upper.text + under[0].text) is None
    x = (upper.x0 + upper.x1) / 2
    return min(word.x0 for word in low) <= x <= max(word.x1 for word in low)


def _spanned(
    sheet: _Sheet, group: Piece, words: Sequence[_Word], groups: Sequence[Piece]
) -> tuple[int, int] | None:
    """Return the first and the last column under a word that stands above several."""
    pieces = [piece for word in words for piece in word.pieces]
    below = set(_under(group, pieces))
    if layouts.role_of(group.text):
        return next(((n, n) for n, word in enumerate(words) if below & set(word.pieces)), None)
    low = set(_levels(group, pieces)[0])
    under = [n for n, word in enumerate(words) if low.issuperset(word.pieces)]
    x = (group.x0 + group.x1) / 2
    ruled = [
        (left, right)
        for at, left, right in sheet.lying
        if group.middle < at < group.bottom + 1.5 * group.em and left - 2 <= x <= right + 2
    ]
    if ruled:
        left, right = min(ruled, key=lambda span: span[1] - span[0])
        under = [n for n in under if left <= (words[n].x0 + words[n].x1) / 2 <= right]
    else:
        under = [n for n in under if _nearest(groups, (words[n].x0 + words[n].x1) / 2) == group]
    whole = bool(under) and under[-1] - under[0] + 1 == len(under)
    return (under[0], under[-1]) if whole else None


def _nearest(pieces: Sequence[Piece], x: float) -> Piece:
    return min(pieces, key=lambda piece: abs((piece.x0 + piece.x1) / 2 - x))


# --------------------------------------------------------------------------- where a table ends


@dataclass(slots=True)
class _Body:
    """Lines under a header, while the white between its columns is kept free."""

    gaps: list[list[Span]]
    strips: list[tuple[Piece, ...]] = field(default_factory=list)
    across: list[tuple[Piece, ...]] = field(default_factory=list)
    open: bool = True
    again: bool = False
    left_out: bool = False

    def takes(self, fine: Sequence[Piece]) -> list[list[Span]] | None:
        """Return the white that a line leaves; None if it runs across a gutter."""
        gaps = self.gaps
        for piece in fine:
            least = GUTTER * piece.em
            gaps = [
                _less(gap, piece.x0, piece.x1)
                if gap[0][0] < piece.x1 and piece.x0 < gap[-1][1]
                else gap
                for gap in gaps
            ]
            if not all(any(b - a >= least for a, b in gap) for gap in gaps):
                return None
        return gaps


def _less(spans: Iterable[Span], x0: float, x1: float) -> list[Span]:
    """Return what is left of some stretches without the one from x0 to x1."""
    left: list[Span] = []
    for low, high in spans:
        if x1 <= low or high <= x0:
            left.append((low, high))
            continue
        left.extend(span for span in ((low, x0), (x1, high)) if span[1] - span[0] > 0.5)
    return left


def _gather(sheet: _Sheet, body: _Body, first: int, stop: int, limits: Span, foot: float) -> None:
    """Take the lines that belong to a table, from a line on."""
    pending: list[tuple[Piece, ...]] = []
    last = foot
    em = 0.0
    columns = len(body.gaps) + 1
    for index in range(first, stop):
        strip = tuple(p for p in sheet.strips[index] if limits[0] < (p.x0 + p.x1) / 2 < limits[1])
        if not strip or _FURNITURE.fullmatch("".join(piece.text for piece in strip)):
            continue
        em = em or strip[0].em
        top = min(piece.top for piece in strip)
        ruled = any(last < at <= top + 1 for at, _, _ in sheet.lying)
        if (top - last > FAR * em and not ruled) or any(last - 2 < t < top for t in sheet.tops):
            break
        fine = tuple(_fine(strip))
        gaps = body.takes(fine)
        if gaps is None:
            if pending or len(strip) > 1:
                body.open, body.left_out = False, True
                break
            pending.append(strip)
            continue
        last = max(piece.bottom for piece in strip)
        if len(strip) > 1 and _filled(fine, gaps) >= min(2, columns):
            for held in pending:
                held_fine = tuple(_fine(held))
                left = body.takes(held_fine)
                if left is None:
                    body.across.append(held)
                else:
                    body.strips.append(held_fine)
                    body.gaps = left
            pending = []
            body.gaps = body.takes(fine) or gaps
            body.strips.append(fine)
        else:
            pending.append(strip)
    _keep_wrapped(sheet, body, pending, foot)


def _filled(fine: Sequence[Piece], gaps: Sequence[Sequence[Span]]) -> int:
    """Return how many columns the pieces of a line stand in."""
    cuts = [(gap[0][0] + gap[-1][1]) / 2 for gap in gaps]
    return len({bisect_right(cuts, (piece.x0 + piece.x1) / 2) for piece in fine})


def _keep_wrapped(
    sheet: _Sheet, body: _Body, pending: Sequence[tuple[Piece, ...]], foot: float
) -> None:
    """Of the lines after the last full one, keep those that go on in a cell above them.

    Right under a header, they go on from the page before, if its columns are the same.
    """
    if not body.strips and not body.again:
        body.left_out = bool(pending)
        return
    reach = max((piece.middle for piece in body.strips[-1]), default=foot) if body.strips else foot
    for strip in pending:
        fine = tuple(_fine(strip))
        gaps = body.takes(fine)
        first = min(strip, key=lambda piece: piece.x0)
        ruled = bool(body.strips) and _closed(sheet, reach, first.middle, body)
        room = (BLOCK if body.strips else HEADER_STEP) * first.em
        if gaps is None or ruled or first.middle - reach > room:
            body.open = body.open and not ruled and gaps is not None
            return
        if _AFTER.match(first.text):
            body.open = False
            return
        body.gaps = gaps
        body.strips.append(fine)
        reach = first.middle


def _closed(sheet: _Sheet, above: float, below: float, body: _Body) -> bool:
    """Tell whether a rule between two heights runs below the whole table."""
    x0, x1 = body.gaps[0][0][0], body.gaps[-1][-1][1]
    return sheet.crossed(above, below, x0, x1)


# --------------------------------------------------------------------------- columns


def _below(sheet: _Sheet, band: _Band, stop: int, before: Columns | None) -> _Draft | None:
    """Read the table under a header; None if nothing there keeps to its columns."""
    words = tuple(word.text for word in band.words)
    again = before is not None and before.words == words
    body = _Body([[(a.x1, b.x0)] for a, b in pairwise(band.words)], again=again)
    _gather(sheet, body, band.end, stop, band.limits, band.bottom)
    pieces = [piece for strip in body.strips for piece in strip]
    columns = _columns(sheet, band, body, pieces)
    draft = _Draft(columns, band, pieces, body.across, body.open)
    if not pieces:
        # A header that the page end parts from its first row.
        return draft if body.open and not body.left_out else None
    return draft if draft.is_sound(again=again) else None


def _columns(sheet: _Sheet, band: _Band, body: _Body, pieces: Sequence[Piece]) -> Columns:
    """Draw the edges of the columns through the white, where rules end if they do there."""
    spans = [
        _gutter(gap, a.x1, b.x0)
        for gap, (a, b) in zip(body.gaps, pairwise(band.words), strict=True)
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
        for stroke in sheet.lying
        if top <= stroke[0] <= bottom and stroke[1] <= x0 + 1 and stroke[2] >= x1 - 1
    ]
    _, low, high = min(whole, key=lambda s: s[2] - s[1], default=(0.0, x0 - pad, x1 + pad))
    edges = (low, *inner, high)
    inks = tuple(
        (min(p.x0 for p in own), max(p.x1 for p in own))
        for own in (
            [p for p in boxes if a <= (p.x0 + p.x1) / 2 < b] or list(word.pieces)
            for (a, b), word in zip(pairwise(edges), band.words, strict=True)
        )
    )
    words = tuple(word.text for word in band.words)
    return Columns(edges, tuple(spans), band.roles, words, inks)


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


# --------------------------------------------------------------------------- a page without header


def _continued(sheet: _Sheet, before: Columns, stop: int) -> _Draft | None:
    """Return the rest of the table of the page before, where this page opens with it."""
    first = next((n for n in range(stop) if _fits(sheet.strips[n], before)), None)
    if first is None:
        return None
    start = first
    while start and _leads(sheet, start, before):
        start -= 1
    top = min(piece.top for piece in sheet.strips[start])
    for strip in sheet.strips[:start]:
        near = top - strip[0].bottom < FAR * strip[0].em
        if near and (len(strip) > 2 or _HEADING.match(strip[0].text)):
            return None  # something else has begun
    body = _Body([[gap] for gap in before.gaps])
    limits = (before.edges[0] - 1, before.edges[-1] + 1)
    foot = min(piece.top for piece in sheet.strips[start])
    for at in range(start, first):
        fine = tuple(_fine(sheet.strips[at]))
        body.gaps = body.takes(fine) or body.gaps
        body.strips.append(fine)
    _gather(sheet, body, first, stop, limits, foot)
    pieces = [piece for strip in body.strips for piece in strip]
    draft = _Draft(before, None, pieces, body.across, body.open)
    return draft if pieces and draft.is_sound() else None


def _fits(strip: Sequence[Piece], columns: Columns) -> bool:
    """Tell whether a line fills most of the short columns and crosses no edge."""
    fine = list(_fine(strip))
    filled = {columns.at((piece.x0 + piece.x1) / 2) for piece in fine}
    if any(p.x0 < edge - 1 and p.x1 > edge + 1 for p in fine for edge in columns.edges):
        return False
    if columns.is_years():
        return bool(fine) and _names_line(strip[0].text) and len(filled) > 1
    for piece in fine:
        x0, x1 = columns.inks[columns.at((piece.x0 + piece.x1) / 2)]
        if piece.x1 < x0 - piece.em or piece.x0 > x1 + piece.em:
            return False
    short = {n for n, role in enumerate(columns.roles) if role in _SHORT}
    own = (piece.text for piece in fine if columns.at((piece.x0 + piece.x1) / 2) in short)
    if not any(char.isdigit() for text in own for char in text):
        return False
    return 2 * len(filled) >= len(columns.roles) and 2 * len(filled & short) >= len(short) > 0


def _leads(sheet: _Sheet, at: int, columns: Columns) -> bool:
    """Tell whether the line above one of a table is part of it too: the rest of a wrapped cell."""
    above, below = sheet.strips[at - 1], sheet.strips[at]
    step = min(p.middle for p in below) - max(p.middle for p in above)
    fine = list(_fine(above))
    inside = all(columns.edges[0] - 1 <= p.x0 and p.x1 <= columns.edges[-1] + 1 for p in fine)
    crossing = any(p.x0 < e - 1 and p.x1 > e + 1 for p in fine for e in columns.edges)
    lone = {columns.at((p.x0 + p.x1) / 2) for p in fine}
    wrapped = all(columns.roles[c] in _LONG | {"goal"} or columns.roles[c] is None for c in lone)
    marked = _AFTER.match(above[0].text)
    return step <= 2.2 * above[0].em and inside and not crossing and wrapped and not marked


# --------------------------------------------------------------------------- rows


class _Item(NamedTuple):
    """What one line holds of one column."""

    column: int
    top: float
    bottom: float
    text: str
    pieces: tuple[Piece, ...]

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def em(self) -> float:
        return self.bottom - self.top


@dataclass(slots=True)
class _Chunk:
    """Lines of different columns that stand beside one another."""

    items: list[_Item]

    @property
    def top(self) -> float:
        return min(item.top for item in self.items)

    @property
    def bottom(self) -> float:
        return max(item.bottom for item in self.items)

    @property
    def columns(self) -> set[int]:
        return {item.column for item in self.items}


@dataclass(slots=True)
class _Draft:
    """A table in the making."""

    columns: Columns
    band: _Band | None
    pieces: Sequence[Piece]
    across: Sequence[tuple[Piece, ...]]
    open: bool

    def is_sound(self, *, again: bool = False) -> bool:
        """Tell whether the body has a row of figures, or names the lines of a table of years.

        ``again`` tells that the page before had the same columns.
        """
        items = self.items()
        if self.columns.is_years():
            labels = sum(_names_line(item.text) for item in items if item.column == 0)
            return labels >= (1 if self.open or again else 2)
        return len({item.column for item in items}) >= (1 if again else 2)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield every glyph of the table."""
        across = (piece for strip in self.across for piece in strip)
        for piece in (*self.pieces, *across, *self.heads()):
            yield from piece.glyphs

    def heads(self) -> list[Piece]:
        """Return the pieces of the header."""
        if self.band is None:
            return []
        words = [piece for word in self.band.words for piece in word.pieces]
        return words + [group.piece for group in self.band.groups]

    def items(self) -> list[_Item]:
        """Return the lines of the columns, top to bottom."""
        groups: list[list[Piece]] = []
        open_line: dict[int, list[Piece]] = {}
        for piece in sorted(self.pieces, key=lambda piece: piece.middle):
            column = self.columns.at((piece.x0 + piece.x1) / 2)
            line = open_line.get(column)
            if line and piece.middle - line[0].middle < 0.5 * max(piece.em, line[0].em):
                line.append(piece)
            else:
                open_line[column] = [piece]
                groups.append(open_line[column])
        return [self._item(group) for group in groups]

    def _item(self, pieces: Sequence[Piece]) -> _Item:
        ordered = sorted(pieces, key=lambda piece: piece.x0)
        return _Item(
            self.columns.at((ordered[0].x0 + ordered[0].x1) / 2),
            min(piece.top for piece in pieces),
            max(piece.bottom for piece in pieces),
            "".join(piece.text for piece in ordered),
            tuple(ordered),
        )

    def table(self, page: int, sheet: _Sheet) -> Table:
        """Return the finished table."""
        return _Layout(self, sheet).table(page)


def _names_line(text: str) -> bool:
    """Tell whether a cell names a line of a table of years: 原訂目標值(單位：人)."""
    return layouts.role_of(re.split("[(（]", text)[0]) in _SHORT


def _merging(columns: Columns) -> set[int]:
    """Return the columns whose cells may stand for several rows: those in front of the indicator."""
    roles = columns.roles
    if "indicator" not in roles:
        return set()
    return {n for n in range(roles.index("indicator")) if roles[n] in (None, "goal")} | {
        n for n, role in enumerate(roles) if role == "goal"
    }


class _Layout:
    """Parts the body of a table into rows, and its items into cells."""

    def __init__(self, draft: _Draft, sheet: _Sheet) -> None:
        self.draft = draft
        self.columns = draft.columns
        self.count = len(draft.columns.roles)
        self.items = sorted(draft.items(), key=lambda item: item.middle)
        self.middles = [item.middle for item in self.items]
        self.em = median(item.em for item in self.items) if self.items else draft.heads()[0].em
        self.years = draft.columns.is_years()
        self.merging = self._merging()
        boxes = self.items or draft.heads()
        self.bottom = max(box.bottom for box in boxes) + 0.2 * self.em
        self.top = min(i.top for i in self.items) - 0.2 * self.em if self.items else self.bottom
        self.rules = self._inner_rules(sheet)
        self.chunks = self._chunks()

    def _merging(self) -> set[int]:
        """Return the columns whose cells may be merged; a column of numbers is none."""
        found = _merging(self.columns)
        counts: defaultdict[int, int] = defaultdict(int)
        for item in self.items:
            counts[item.column] += 1
        return {
            column
            for column in found
            if not all(len(i.text) <= 3 for i in self.items if i.column == column)
        }

    def _inner_rules(self, sheet: _Sheet) -> list[tuple[float, set[int]]]:
        """Return the rules between the lines of the body, each with the columns that it parts."""
        first = min((item.middle for item in self.items), default=0.0)
        last = max((item.middle for item in self.items), default=0.0)
        found = []
        for at, low, high in sorted(sheet.lying):
            if first < at < last:
                parted = {
                    n
                    for n, (a, b) in enumerate(pairwise(self.columns.edges))
                    if min(high, b) - max(low, a) > 0.6 * (b - a)
                }
                if 2 * len(parted) >= self.count:
                    found.append((at, parted))
        return found

    def _chunks(self) -> list[_Chunk]:
        """Gather the lines that stand beside one another, but for the merged cells."""
        chunks: list[_Chunk] = []
        last = float("-inf")
        cuts = [at for at, _ in self.rules]
        for item in sorted(self.items, key=lambda item: item.middle):
            if item.column in self.merging:
                continue
            ruled = bisect_right(cuts, last) != bisect_right(cuts, item.middle)
            if item.middle - last < OFFSET * item.em and not ruled:
                chunks[-1].items.append(item)
            else:
                chunks.append(_Chunk([item]))
            last = item.middle
        return chunks

    # ----------------------------------------------------------------- rows

    def cuts(self) -> list[tuple[float, set[int]]]:
        """Return the heights between the rows, each with the columns that are parted there."""
        if not self.chunks:
            return []
        anchors = self._anchors()
        self.merging -= {n for n in self.merging if self._is_beside(n, anchors)}
        free = set(range(self.count)) - self.merging
        found = list(self.rules)
        found.extend(
            (height, free)
            for height in self._white_cuts(anchors)
            if all(abs(height - at) > self.em for at, _ in self.rules)
        )
        return sorted(found, key=lambda cut: cut[0])

    def _anchors(self) -> list[int]:
        """Return the lines that hold the figures of a row: most of the short columns are filled."""
        short = self._short_columns()
        counts = {n: sum(n in chunk.columns for chunk in self.chunks) for n in short}
        most = max(counts.values(), default=0)
        usual = {n for n, count in counts.items() if 2 * count >= most}
        step = self._line_step()
        wide_set = step is not None and self._is_wide_set(step)
        anchors: list[int] = []
        for index, chunk in enumerate(self.chunks):
            if 5 * len(chunk.columns & usual) < 3 * len(usual) or not usual:
                continue
            if anchors and self._goes_on(anchors[-1], index, step, wide_set=wide_set):
                continue
            anchors.append(index)
        if len(usual) == 1 and step is None and "analysis" in self.columns.roles:
            # Lines of a target beside those of an analysis, all as close: one row.
            return anchors[:1]
        return anchors

    def _short_columns(self) -> set[int]:
        if self.years:
            return set(range(1, self.count))
        longest: defaultdict[int, int] = defaultdict(int)
        for item in self.items:
            longest[item.column] = max(longest[item.column], len(item.text))
        short = {n for n, role in enumerate(self.columns.roles) if role in _SHORT}
        other = {n for n, role in enumerate(self.columns.roles) if role is None and longest[n] <= 5}
        return short | (other - self.merging)

    def _line_step(self) -> float | None:
        """Return how far apart the lines of a cell are, if rows are clearly further apart."""
        steps: list[float] = []
        last: dict[int, _Item] = {}
        for item in sorted(self.items, key=lambda item: item.middle):
            above = last.get(item.column)
            if above is not None:
                steps.append(item.middle - above.middle)
            last[item.column] = item
        steps.sort()
        if len(steps) < 2 or steps[-1] < CLEAR * steps[0]:
            return None
        least = steps[0]
        near = [step for step in steps if step <= 1.1 * least]
        return median(near) if least < BLOCK * self.em else None

    def _goes_on(self, above: int, index: int, step: float | None, *, wide_set: bool) -> bool:
        """Tell whether a line is the second of a row: set close below the first, as a list is."""
        near = 1.12 * step if step else BLOCK * self.em
        if any(self._step(n) > near for n in range(above, index)):
            return False
        before = {item.column: item for item in self.chunks[index - 1].items}
        now = {item.column: item for item in self.chunks[index].items}
        listed = {
            self.columns.roles[n]
            for n in now
            if n in before and _is_next(before[n].text, now[n].text)
        } & _LISTS
        return len(listed) >= 2 or wide_set

    def _is_wide_set(self, step: float) -> bool:
        """Tell whether rows are set further apart than the lines of a cell.

        Not if the wider white is that between the paragraphs of a long cell.
        """
        wide = [n for n in range(len(self.chunks) - 1) if self._step(n) > CLEAR * step]
        long = {n for n, role in enumerate(self.columns.roles) if role in ("analysis", "standard")}
        inside = sum(self.chunks[n + 1].columns <= long for n in wide)
        return bool(wide) and 2 * inside <= len(wide)

    def _step(self, n: int) -> float:
        """Return the step from a chunk to the next: last line to first line."""
        above, below = self.chunks[n], self.chunks[n + 1]
        return min(i.middle for i in below.items) - max(i.middle for i in above.items)

    def _white_cuts(self, anchors: Sequence[int]) -> Iterator[float]:
        """Yield a height between any two rows, in the widest white there."""
        step = self._line_step()
        if anchors and anchors[0] > 0:
            lead = max(range(anchors[0]), key=self._step)
            if step and self._top_set(anchors) and self._step(lead) > CLEAR * step:
                yield self._height(lead)
        start = 0
        ruled = [at for at, _ in self.rules]
        for a, b in pairwise(anchors):
            cut = self._best_cut(start, a, b, anchors)
            parted = bisect_right(ruled, self.chunks[a].top) != bisect_right(
                ruled, self.chunks[b].top
            )
            # Rules part the rows; where some stand between two of them, the white must be plain.
            if ruled and (parted or (step and self._step(cut) <= CLEAR * step)):
                continue
            yield self._height(cut)
            start = cut + 1

    def _is_beside(self, column: int, anchors: Sequence[int]) -> bool:
        """Tell whether a column has an entry beside the figures of each row."""
        middles = sorted(item.middle for item in self.items if item.column == column)
        beside = 0
        for anchor in anchors:
            own = [item.middle for item in self.chunks[anchor].items]
            low = bisect_right(middles, min(own) - 0.25 * self.em)
            beside += low < len(middles) and middles[low] <= max(own) + 0.25 * self.em
        return len(anchors) > 1 and beside >= 0.9 * len(anchors)

    def _best_cut(self, start: int, a: int, b: int, anchors: Sequence[int]) -> int:
        """Return the chunk that ends the row of anchor ``a``."""
        candidates = range(a, b)
        widest = max(candidates, key=self._step)
        steps = sorted((self._step(n) for n in candidates), reverse=True)
        if len(steps) == 1 or steps[0] > 1.12 * steps[1]:
            return widest
        if self._top_set(anchors):
            return b - 1
        middle = (self.chunks[a].top + self.chunks[a].bottom) / 2
        foot = 2 * middle - self.chunks[start].top
        return min(candidates, key=lambda n: abs(self.chunks[n].bottom - foot))

    def _top_set(self, anchors: Sequence[int]) -> bool:
        """Tell whether the figures stand in the first line of their rows."""
        return anchors[0] == 0 or anchors[-1] < len(self.chunks) - 1

    def _height(self, n: int) -> float:
        """Return a height right above the chunk below, but below what else ends above it."""
        above, below = self.chunks[n], self.chunks[n + 1]
        first = bisect_right(self.middles, above.top)
        last = bisect_right(self.middles, below.top)
        ends = (i.bottom for i in self.items[first:last] if i.bottom < below.top)
        return (max([above.bottom, *ends]) + below.top) / 2

    # ----------------------------------------------------------------- merged cells

    def _merged(self, column: int, cuts: Sequence[tuple[float, set[int]]]) -> dict[_Item, int]:
        """Return the first row of each entry of a column whose cells may stand for several rows."""
        heights = [at for at, _ in cuts]
        bounds = [self.top, *heights, self.bottom]
        homes: dict[_Item, int] = {}
        entries = self._entries(column, cuts)
        tops = [(bounds[r], bounds[r + 1]) for r in range(len(bounds) - 1)]
        firsts, off = _centred(entries, tops, self._first_middles(tops))
        if off > 0.3 * self.em:
            firsts = self._top_aligned(entries, tops) or firsts
        for entry, row in zip(entries, firsts, strict=True):
            for item in entry:
                homes[item] = row
        return homes

    def _entries(self, column: int, cuts: Sequence[tuple[float, set[int]]]) -> list[list[_Item]]:
        """Group the lines of a column: one entry goes on while its lines are close."""
        items = sorted((i for i in self.items if i.column == column), key=lambda i: i.middle)
        parting = [at for at, parted in cuts if column in parted]
        numbered = sum(bool(_GOAL.match(item.text)) for item in items) >= 1
        steps = [b.middle - a.middle for a, b in pairwise(items)]
        usual = min(steps, default=0.0)
        entries: list[list[_Item]] = []
        for n, item in enumerate(items):
            marked = bool(_GOAL.match(item.text))
            close = n > 0 and steps[n - 1] <= min(BLOCK * item.em, 1.25 * max(usual, item.em))
            apart = n > 0 and any(items[n - 1].middle < at < item.middle for at in parting)
            if entries and close and not apart and (not marked if numbered else True):
                entries[-1].append(item)
            else:
                entries.append([item])
        return entries

    def _top_aligned(
        self, entries: Sequence[Sequence[_Item]], rows: Sequence[Span]
    ) -> list[int] | None:
        """Return the row of each entry if each begins beside the first line of a row."""
        firsts = self._first_middles(rows)
        homes = []
        for entry in entries:
            row = min(range(len(rows)), key=lambda r: abs(firsts[r] - entry[0].middle))
            if abs(firsts[row] - entry[0].middle) > 0.25 * self.em:
                return None
            homes.append(row)
        return homes if len(set(homes)) == len(homes) else None

    def _first_middles(self, rows: Sequence[Span]) -> list[float]:
        firsts = [float("-inf")] * len(rows)
        starts = [top for top, _ in rows]
        for chunk in self.chunks:
            middle = min(item.middle for item in chunk.items)
            row = min(max(bisect_right(starts, middle) - 1, 0), len(rows) - 1)
            if firsts[row] == float("-inf"):
                firsts[row] = middle
        return firsts

    # ----------------------------------------------------------------- cells

    def table(self, page: int) -> Table:
        """Return the table: header cells, then those of each row."""
        cuts = self.cuts()
        heights = [at for at, _ in cuts]
        bounds = [self.top, *heights, self.bottom]
        cells: defaultdict[tuple[int, int], list[Piece]] = defaultdict(list)
        runs = {column: self._runs(column, cuts, cells) for column in range(self.count)}
        grid = [
            tuple(
                self._cell(page, column, row, runs[column].get(row, 0), bounds, cells[column, row])
                if row in runs[column]
                else None
                for column in range(self.count)
            )
            for row in range(len(bounds) - 1)
        ]
        grid = self._with_across(grid if self.items else [], bounds, page)
        head = self._header(page)
        top = head[0][1] if head else self.top
        edges = self.columns.edges
        return Table(
            page, edges[0], top, edges[-1], self.bottom, (*(row for row, _ in head), *grid)
        )

    def _runs(
        self,
        column: int,
        cuts: Sequence[tuple[float, set[int]]],
        cells: dict[tuple[int, int], list[Piece]],
    ) -> dict[int, int]:
        """Put the items of a column into its cells; return how many rows each of them covers."""
        heights = [at for at, _ in cuts]
        rows = len(heights) + 1
        if column in self.merging and not all(column in parted for _, parted in cuts):
            homes = self._homes(column, cuts)
            starts = sorted({0, *homes.values()})
        else:
            starts = [0] + [n + 1 for n, (_, parted) in enumerate(cuts) if column in parted]
            homes = {}
        for item in self.items:
            if item.column == column:
                row = homes.get(item, bisect_right(heights, item.middle))
                start = starts[bisect_right(starts, row) - 1]
                cells[column, start].extend(item.pieces)
        return {a: b - a for a, b in pairwise([*starts, rows])}

    def _homes(self, column: int, cuts: Sequence[tuple[float, set[int]]]) -> dict[_Item, int]:
        """Return the row at which the cell of each item begins: by rules, else by its place."""
        if self.rules and len(cuts) == len(self.rules):
            starts = [0] + [n + 1 for n, (_, parted) in enumerate(cuts) if column in parted]
            heights = [at for at, _ in cuts]
            return {
                item: starts[bisect_right(starts, bisect_right(heights, item.middle)) - 1]
                for item in self.items
                if item.column == column
            }
        return self._merged(column, cuts)

    def _cell(
        self,
        page: int,
        column: int,
        row: int,
        deep: int,
        bounds: Sequence[float],
        pieces: Sequence[Piece],
    ) -> Cell:
        edges = self.columns.edges
        glyphs = [glyph for piece in pieces for glyph in piece.glyphs]
        return Cell(
            edges[column],
            bounds[row],
            edges[column + 1],
            bounds[row + deep],
            column,
            1,
            deep,
            lines.from_glyphs(glyphs, page),
        )

    def _with_across(
        self, grid: list[tuple[Cell | None, ...]], bounds: Sequence[float], page: int
    ) -> list[tuple[Cell | None, ...]]:
        """Put in the lines that run across all columns."""
        edges = self.columns.edges
        for strip in sorted(self.draft.across, key=lambda s: -s[0].top):
            top, bottom = strip[0].top, max(piece.bottom for piece in strip)
            at = sum((a + b) / 2 < strip[0].middle for a, b in pairwise(bounds))
            glyphs = [glyph for piece in strip for glyph in piece.glyphs]
            wide = Cell(
                edges[0], top, edges[-1], bottom, 0, self.count, 1, lines.from_glyphs(glyphs, page)
            )
            grid = [*grid[:at], (wide, *[None] * (self.count - 1)), *grid[at:]]
        return grid

    def _header(self, page: int) -> list[tuple[tuple[Cell | None, ...], float]]:
        """Return the lines of header cells, each with its top."""
        band = self.draft.band
        if band is None:
            return []
        top = min(piece.top for piece in self.draft.heads()) - 0.2 * self.em
        under = {n for g in band.groups for n in range(g.first, g.last + 1)}
        cut = max((group.piece.bottom for group in band.groups), default=top)
        first: list[Cell | None] = [None] * self.count
        second: list[Cell | None] = [None] * self.count
        edges = self.columns.edges
        for n, word in enumerate(band.words):
            glyphs = [g for piece in word.pieces for g in piece.glyphs]
            start, deep = (cut, 1) if n in under else (top, 2 if under else 1)
            cell = Cell(
                edges[n], start, edges[n + 1], self.top, n, 1, deep, lines.from_glyphs(glyphs, page)
            )
            (second if n in under else first)[n] = cell
        for group in band.groups:
            first[group.first] = Cell(
                edges[group.first],
                top,
                edges[group.last + 1],
                cut,
                group.first,
                group.last - group.first + 1,
                1,
                lines.from_glyphs(list(group.piece.glyphs), page),
            )
        rows = [(tuple(first), top)]
        return [*rows, (tuple(second), cut)] if under else rows


def _is_next(before: str, text: str) -> bool:
    """Tell whether two lines open with numbers of a list that follow one another."""
    a, b = _LISTED.match(before), _LISTED.match(text)
    return bool(a and b) and int(a["number"]) + 1 == int(b["number"]) if a and b else False


def _centred(
    entries: Sequence[Sequence[_Item]], rows: Sequence[Span], firsts: Sequence[float]
) -> tuple[list[int], float]:
    """Return the first row of each entry if each stands in the middle of its rows, in order.

    Also return by how much the worst misses the middle. The first entry may leave rows in front of
    it to the page before, if it begins level with the row after them.
    """
    if not entries or len(entries) > len(rows) or len(rows) > MOST_ROWS:
        return [min(n, len(rows) - 1) for n in range(len(entries))], float("inf") * bool(entries)
    # best[b]: what the entries so far miss if the last of them ends with row b, and their rows.
    best: dict[int, tuple[float, float, tuple[int, ...]]] = {-1: (0.0, 0.0, ())}
    first = entries[0][0]
    for row in range(len(rows) - 1):
        if abs(firsts[row + 1] - first.middle) <= 0.25 * first.em:
            best[row] = (0.5 * first.em**2, 0.0, ())
    for number, entry in enumerate(entries):
        after: dict[int, tuple[float, float, tuple[int, ...]]] = {}
        left = len(entries) - number - 1
        for end, (cost, worst, homes) in best.items():
            for last in range(end + 1, len(rows) - left):
                off = _miss(entry, rows, firsts, end + 1, last)
                found = (cost + off * off, max(worst, off), (*homes, end + 1))
                if last not in after or found < after[last]:
                    after[last] = found
        best = after
    _, worst, homes = best[len(rows) - 1]
    return list(homes), worst


def _miss(
    entry: Sequence[_Item], rows: Sequence[Span], firsts: Sequence[float], first: int, last: int
) -> float:
    """Return how far an entry is from the middle of its rows, or from the top of its one row."""
    middle = (entry[0].middle + entry[-1].middle) / 2
    off = abs((rows[first][0] + rows[last][1]) / 2 - middle)
    return min(off, abs(entry[0].middle - firsts[first])) if first == last else off
