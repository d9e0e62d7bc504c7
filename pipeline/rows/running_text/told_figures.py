"""A paragraph of running text -> its figures in their roles, those of one breath together.

>>> told = read_figures(Paragraph("歲入、歲出預算數分別為35千元及80千元，決算數分別為62千元及76千元。", ()))
>>> [(group.role.value, [item.quantity.text for item in group.items]) for group in told.groups]
[('planned', ['35千元', '80千元']), ('reached', ['62千元', '76千元'])]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import QUANTITIES, Quantity, QuantityKind, find, from_gregorian
from pipeline.records import Paragraph
from pipeline.rows.running_text.figure_words import FigureRole, Words, read_role
from pipeline.rows.running_text.records import Sentences, ToldFigure

_SENTENCE_END = late(r"[。；;！？\n]")
_SERIES = frozenset(("、", "及", "與", "和", "，", ",", "以及", "，及", "、及"))
_RESPECTIVELY = late("分別|依序|各(?:為|是|達|計)")
_NUMBER = late(r"[0-9０-９,，.．\s]+")


class Item(NamedTuple):
    """A figure with the words before it, since the figure before that."""

    quantity: Quantity
    words: Words
    before: str

    @property
    def name_start(self) -> int:
        """Return where its name begins in the paragraph."""
        return self.quantity.start - len(self.before) + self.words.start


class Group(NamedTuple):
    """Figures that one name is said of in one breath: 分別為35千元及80千元."""

    items: tuple[Item, ...]
    words: Words

    @property
    def role(self) -> FigureRole:
        """Return the role of its figures."""
        return self.words.role

    @property
    def start(self) -> int:
        """Return where its first figure begins."""
        return self.items[0].quantity.start

    @property
    def end(self) -> int:
        """Return where its last figure ends."""
        return self.items[-1].quantity.end


@dataclass(frozen=True, slots=True)
class ToldFigures:
    """The figures of a paragraph, and where its sentences end."""

    paragraph: Paragraph
    groups: tuple[Group, ...]
    years: tuple[tuple[int, int], ...]
    """Where years are named, and the ROC years."""
    ends: tuple[int, ...]

    @property
    def text(self) -> str:
        """Return the text of the paragraph."""
        return self.paragraph.text

    def sentence_start(self, at: int) -> int:
        """Return where the sentence begins that a place stands in."""
        return max((end for end in self.ends if end <= at), default=0)

    def sentences(self, first: int, last: int) -> Sentences:
        """Return the whole sentences about a stretch of the text."""
        start = self.sentence_start(first)
        end = next((end for end in self.ends if end > last), len(self.text))
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return Sentences(self.paragraph, start, end)

    def figure(self, item: Item, sentences: Sentences) -> ToldFigure:
        """Return a figure in the sentences that are told of."""
        if not sentences.start <= item.quantity.start < sentences.end:
            sentences = self.sentences(item.quantity.start, item.quantity.end)
        return ToldFigure(item.quantity, sentences)

    def year_before(self, first: int, last: int) -> int | None:
        """Return the last year that is named in a stretch of the text."""
        return next((year for at, year in reversed(self.years) if first <= at < last), None)


def read_figures(paragraph: Paragraph, unit: str = "") -> ToldFigures:
    """Read the figures of a paragraph; ``unit`` is that of bare ones, where a line gives it."""
    text = paragraph.text
    found = find(text)
    figures = [q for q in found if q.kind in QUANTITIES]
    years = tuple(
        (q.start, from_gregorian(q.year))
        for q in found
        if q.kind in (QuantityKind.ROC_YEAR, QuantityKind.DATE) and q.year is not None
    )
    groups = tuple(_groups(text, _with_units(figures, unit)))
    ends = tuple(match.end() for match in _SENTENCE_END.finditer(text))
    return ToldFigures(paragraph, groups, years, ends)


def _groups(text: str, figures: Sequence[Quantity]) -> Iterator[Group]:
    """Yield the figures by name; what goes on from one of several is of its name."""
    items: list[Item] = []
    end = 0
    for quantity in figures:
        before = text[end : quantity.start]
        end = quantity.end
        goes_on = (
            items
            and before.strip() in _SERIES
            and items[0].quantity.kind == quantity.kind
            and (before.strip()[0] not in "，," or _RESPECTIVELY.search(items[0].before))
        )
        if goes_on:
            items.append(Item(quantity, items[0].words, before))
            continue
        if items:
            yield Group(tuple(items), items[0].words)
        items = [Item(quantity, read_role(before, quantity.kind), before)]
    if items:
        yield Group(tuple(items), items[0].words)


def _with_units(figures: Sequence[Quantity], unit: str) -> list[Quantity]:
    """Give bare figures the unit that is told for them, else that of the figure before them."""
    told = unit
    named: list[Quantity] = []
    for quantity in figures:
        is_bare = quantity.kind is QuantityKind.NUMBER and not quantity.unit
        if quantity.kind is QuantityKind.NUMBER and quantity.unit:
            number = _NUMBER.match(quantity.text)
            told = quantity.text[number.end() :] if number else told
        named.append(_with_unit(quantity, told) if is_bare and told else quantity)
    return named


def _with_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return a bare figure with a unit: 62 behind 35千元 is 62千元."""
    read = [q for q in find(f"{quantity.text}{unit}") if q.is_quantity]
    if len(read) != 1 or not read[0].unit:
        return quantity
    one = read[0]
    return quantity._replace(
        value=one.value, unit=one.unit, decimals=one.decimals, low=one.low, high=one.high
    )


def is_plain(rate: Quantity) -> bool:
    """Tell whether a stated rate is to the point: none as 90％以上; 約 changes no figure with decimals."""
    return rate.bound == "=" or (rate.bound == "~" and rate.decimals > 0)
