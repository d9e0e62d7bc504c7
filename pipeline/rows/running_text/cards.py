"""Big figures with captions -> paragraphs: a rate that stands alone, with the words and figures above or below it.

    95.67%
    歲出執行率
    預算數136,731千元
    決算數130,806千元

Such cards stand side by side, so lines are cut where their words stand apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import parse_label
from pipeline.records import Line, Paragraph
from pipeline.rows.line_parts import strip_line, take_characters
from pipeline.rows.running_text.figure_words import RATE_NAME
from pipeline.rows.running_text.labelled_lines import with_comma

_RATE_ALONE = late(r"約?\s*[0-9０-９]{1,4}(?:[.．][0-9０-９]+)?\s*[%％﹪]")
_CAPTION = late(rf"(?P<subject>\p{{Han}}{{0,12}}?)(?P<name>(?:預算)?(?:{RATE_NAME}))[：:]?")
_FIGURES = late(r"\p{Han}[^。；%％]*[0-9０-９][^。；%％]*")
_APART = 1.5
"""White between two cards, in heights of a line."""
_MOST = 4
"""So many lines above and below its rate a card has."""
_SIDE_BY_SIDE = 8
"""So many cards stand side by side at most."""
_NEAR = 3.0
"""How far apart lines of a card stand at most, in heights of the higher one."""


class Card(NamedTuple):
    """A card as one sentence, and the numbers of the lines that it is made of."""

    paragraph: Paragraph
    numbers: tuple[int, ...]


class _Piece(NamedTuple):
    number: int
    line: Line


def find_cards(lines: Sequence[Line]) -> Iterator[Card]:
    """Yield the cards among lines with their places, in the order of print."""
    for _, page in groupby(enumerate(lines), key=lambda one: one[1].page):
        inner = [(number, line) for number, line in page if line.lefts]
        if not any(_may_hold_rate(line) for _, line in inner):
            continue
        rows = [[_Piece(number, part) for part in _cut(line)] for number, line in inner]
        for at, row in enumerate(rows):
            for piece in row if len(row) <= _SIDE_BY_SIDE else ():
                if _RATE_ALONE.fullmatch(piece.line.text):
                    card = _card(
                        piece,
                        _column(rows[at + 1 : at + 1 + _MOST], piece),
                        _column(rows[max(at - _MOST, 0) : at][::-1], piece),
                    )
                    if card is not None:
                        yield card


def _may_hold_rate(line: Line) -> bool:
    return any(mark in line.text for mark in "%％﹪")


def _cut(line: Line) -> list[Line]:
    """Return the parts of a line that stand apart."""
    inked = [at for at, char in enumerate(line.text) if not char.isspace()]
    most = _APART * (line.bottom - line.top)
    cuts = [b for a, b in pairwise(inked) if line.lefts[b] - line.rights[a] > most]
    ends = [0, *cuts, len(line.text)]
    return (
        [strip_line(take_characters(line, range(a, b))) for a, b in pairwise(ends)] if inked else []
    )


def _column(rows: Sequence[Sequence[_Piece]], rate: _Piece) -> list[_Piece]:
    """Return what stands over or under a rate, the nearest first, as far as it may be of its card."""
    column: list[_Piece] = []
    last = rate.line
    for row in rows:
        pieces = [p for p in row if p.line.x0 < rate.line.x1 and rate.line.x0 < p.line.x1]
        if len(pieces) != 1 or not _belongs(pieces[0].line, last):
            break
        column.append(pieces[0])
        last = pieces[0].line
    return column


def _belongs(line: Line, last: Line) -> bool:
    """Tell whether a line may be of the card that another is of."""
    away = max(line.top - last.bottom, last.top - line.bottom)
    height = max(line.bottom - line.top, last.bottom - last.top)
    text = line.text
    return (
        away <= _NEAR * height
        and parse_label(text) is None
        and bool(_CAPTION.fullmatch(text) or _FIGURES.fullmatch(text))
    )


def _card(rate: _Piece, below: Sequence[_Piece], above: Sequence[_Piece]) -> Card | None:
    """Return the card of a rate: of what is below it, of what is above, or of both."""
    for pieces in (below, above, [*below, *above]):
        captions = [piece for piece in pieces if _CAPTION.fullmatch(piece.line.text)]
        figures = [piece for piece in pieces if piece not in captions]
        if len(captions) == 1 and figures:
            figures.sort(key=lambda piece: piece.line.top)
            return _sentence(rate, captions[0], figures)
    return None


def _sentence(rate: _Piece, caption: _Piece, figures: Sequence[_Piece]) -> Card:
    """Put a card together to a sentence: 歲出 + 預算數…， + 決算數…， + 執行率 + 95.67%."""
    match = _CAPTION.fullmatch(caption.line.text)
    assert match is not None
    name = match.start("name")
    parts = [
        take_characters(caption.line, range(name)),
        *(with_comma(piece.line) for piece in figures),
        take_characters(caption.line, range(name, match.end("name"))),
        rate.line,
    ]
    kept = tuple(part for part in parts if part.text)
    numbers = sorted({piece.number for piece in (rate, caption, *figures)})
    return Card(Paragraph("".join(map(attrgetter("text"), kept)), kept), tuple(numbers))
