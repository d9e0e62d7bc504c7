"""A header, or the columns of the page before -> Draft: a table in the making.

A draft is sound if its body stands in more columns than one. On a page that opens with the rest of
a table, the columns of the page before take the place of the header.

>>> columns = Columns((0, 50, 90, 130), (), ("indicator", "target", "actual"), ("", "", ""))
>>> def piece(text, x0, top):
...     return Piece(x0, top, x0 + 10 * len(text), top + 10, text, ())
>>> pieces = [piece("參訪", 0, 0), piece("人次", 25, 0), piece("90", 60, 0), piece("95", 100, 0)]
>>> draft = Draft(columns, None, pieces, (), True)
>>> [(item.column, item.text) for item in draft.items()]
[(0, '參訪人次'), (1, '90'), (2, '95')]
>>> draft.is_sound(), Draft(columns, None, pieces[:1], (), True).is_sound()
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.patterns import late
from pipeline.reading import Glyph
from pipeline.tables import year_words
from pipeline.tables.unruled import body_lines, gutters, ink
from pipeline.tables.unruled.body_lines import CHAPTER, FAR, NOTE, Body
from pipeline.tables.unruled.gutters import Columns
from pipeline.tables.unruled.header_bands import Band
from pipeline.tables.unruled.ink import Piece, Sheet, Upright

SHORT = frozenset({"target", "actual", "rate", "weight", "review"})
"""The roles of columns with short texts."""
_LONG = frozenset({"indicator", "standard", "analysis"})
_TICK = late(r"[0-9０-９]{1,4} [年月日季] 度?", regex.VERBOSE)
"""A mark on the time axis of a picture."""
_SCALE = late(r"[0-9０-９]+ (?:[.,．][0-9]+)? [年月日季%％]? 度?", regex.VERBOSE)
"""A mark on either axis."""


@dataclass(frozen=True, slots=True)
class Item(Upright):
    """What one line holds of one column."""

    column: int
    top: float
    bottom: float
    text: str
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Draft:
    """A table in the making."""

    columns: Columns
    band: Band | None
    pieces: Sequence[Piece]
    across: Sequence[tuple[Piece, ...]]
    open: bool

    def is_sound(self, *, same_columns: bool = False) -> bool:
        """Tell whether the body has a row of figures, or names the lines of a table of years.

        ``same_columns`` tells that the page before had the same columns.
        """
        items = self.items()
        if self.columns.is_years():
            labels = sum(_names_line(item.text) for item in items if item.column == 0)
            return labels >= (1 if self.open or same_columns else 2)
        return len({item.column for item in items}) >= (1 if same_columns else 2)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield every glyph of the table."""
        across = (piece for strip in self.across for piece in strip)
        for piece in (*self.pieces, *across, *self.header_pieces()):
            yield from piece.glyphs

    def header_pieces(self) -> list[Piece]:
        """Return the pieces of the header."""
        if self.band is None:
            return []
        words = [piece for word in self.band.words for piece in word.pieces]
        return words + [group.piece for group in self.band.groups]

    def items(self) -> list[Item]:
        """Return the lines of the columns, top to bottom."""
        groups: list[list[Piece]] = []
        open_line: dict[int, list[Piece]] = {}
        for piece in sorted(self.pieces, key=lambda piece: piece.middle):
            column = self.columns.column_at(piece.centre)
            line = open_line.get(column)
            if line and piece.middle - line[0].middle < 0.5 * max(piece.em, line[0].em):
                line.append(piece)
            else:
                open_line[column] = [piece]
                groups.append(open_line[column])
        return [self._item(group) for group in groups]

    def _item(self, pieces: Sequence[Piece]) -> Item:
        ordered = sorted(pieces, key=lambda piece: piece.x0)
        return Item(
            self.columns.column_at(ordered[0].centre),
            min(piece.top for piece in pieces),
            max(piece.bottom for piece in pieces),
            "".join(piece.text for piece in ordered),
            tuple(ordered),
        )


def _names_line(text: str) -> bool:
    """Tell whether a cell names a line of a table of years: 原訂目標值(單位：人)."""
    return year_words.label_role(text) in SHORT


def draft_below(sheet: Sheet, band: Band, stop: int, before: Columns | None) -> Draft | None:
    """Read the table under a header; None if nothing there keeps to its columns."""
    words = tuple(word.text for word in band.words)
    same_columns = before is not None and before.words == words
    gaps = [[(a.x1, b.x0)] for a, b in pairwise(band.words)]
    body = Body(gaps, same_columns=same_columns, goals="goal" in band.roles)
    body_lines.gather_lines(sheet, body, band.end, stop, band.limits, band.bottom)
    pieces = [piece for strip in body.strips for piece in strip]
    columns = gutters.find_columns(sheet, band, body, pieces, before)
    draft = Draft(columns, band, pieces, body.across, body.open)
    if not pieces:
        # A header that the page end parts from its first row.
        return draft if body.open and not body.left_out else None
    return draft if draft.is_sound(same_columns=same_columns) else None


def draft_continued(sheet: Sheet, before: Columns, begin: int, stop: int) -> Draft | None:
    """Return the rest of a table that ended above, or on a page before, from a line on.

    A picture or text may stand between, but not what looks like the head of another table.
    """
    first = next((n for n in range(begin, stop) if _fits_columns(sheet.strips[n], before)), None)
    if first is None:
        return None
    start = first
    while start > begin and _is_wrapped_line_above(sheet, start, before):
        start -= 1
    top = min(piece.top for piece in sheet.strips[start])
    for strip in sheet.strips[begin:start]:
        near = top - strip[0].bottom < FAR * strip[0].em
        if near and (_is_head(strip) or CHAPTER.match(strip[0].text)):
            return None  # something else has begun
    body = Body([[gap] for gap in before.gaps], goals="goal" in before.roles)
    limits = (before.edges[0] - 1, before.edges[-1] + 1)
    for at in range(start, first):
        inked = tuple(ink.cut_ink(sheet.strips[at]))
        body.gaps = body.free_gaps(inked) or body.gaps
        body.strips.append(inked)
    body_lines.gather_lines(sheet, body, first, stop, limits, top)
    pieces = [piece for strip in body.strips for piece in strip]
    draft = Draft(before, None, pieces, body.across, body.open)
    return draft if pieces and draft.is_sound() else None


def _is_head(strip: Sequence[Piece]) -> bool:
    """Tell whether a line may be the header of a table; the scale of a picture is none."""
    return len(strip) > 2 and not all(_SCALE.fullmatch(piece.text) for piece in strip)


def _fits_columns(strip: Sequence[Piece], columns: Columns) -> bool:
    """Tell whether a line fills most of the short columns and crosses no edge."""
    inked = list(ink.cut_ink(strip))
    filled = {columns.column_at(piece.centre) for piece in inked}
    if columns.crossed_by(inked) or all(_TICK.fullmatch(piece.text) for piece in strip):
        return False
    if columns.is_years():
        return bool(inked) and _names_line(strip[0].text) and len(filled) > 1
    for piece in inked:
        x0, x1 = columns.ink_spans[columns.column_at(piece.centre)]
        if piece.x1 < x0 - piece.em or piece.x0 > x1 + piece.em:
            return False
    short = {n for n, role in enumerate(columns.roles) if role in SHORT}
    own = (piece.text for piece in inked if columns.column_at(piece.centre) in short)
    if not any(char.isdigit() for text in own for char in text):
        return False
    return 2 * len(filled) >= len(columns.roles) and 2 * len(filled & short) >= len(short) > 0


def _is_wrapped_line_above(sheet: Sheet, at: int, columns: Columns) -> bool:
    """Tell whether the line above one of a table is part of it too: the rest of a wrapped cell."""
    above, below = sheet.strips[at - 1], sheet.strips[at]
    step = min(p.middle for p in below) - max(p.middle for p in above)
    inked = list(ink.cut_ink(above))
    inside = all(columns.edges[0] - 1 <= p.x0 and p.x1 <= columns.edges[-1] + 1 for p in inked)
    lone = {columns.column_at(p.centre) for p in inked}
    wrapped = all(columns.roles[c] in _LONG | {"goal"} or columns.roles[c] is None for c in lone)
    marked = NOTE.match(above[0].text)
    return (
        step <= 2.2 * above[0].em
        and inside
        and not columns.crossed_by(inked)
        and wrapped
        and not marked
    )
