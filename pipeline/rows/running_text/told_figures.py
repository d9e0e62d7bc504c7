"""A paragraph of running text -> its figures in their roles, those of one breath together.

>>> told = read_figures(Paragraph("歲入、歲出預算數分別為35千元及80千元，決算數分別為62千元及76千元。", ()))
>>> [(group.role.value, [item.quantity.text for item in group.items]) for group in told.groups]
[('planned', ['35千元', '80千元']), ('reached', ['62千元', '76千元'])]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import (
    LENGTHS_OF_TIME,
    QUANTITIES,
    Quantity,
    QuantityKind,
    find,
    from_gregorian,
    same_counter,
)
from pipeline.records import Paragraph
from pipeline.rows.running_text.figure_words import TERM, FigureRole, Words, is_set, read_role
from pipeline.rows.running_text.labels import subject_before
from pipeline.rows.running_text.records import Sentences, ToldFigure

_SENTENCE_END = late(r"[。；;！？\n]")
_SERIES = frozenset(("、", "及", "與", "和", "，", ",", "以及", "，及", "、及"))
_RESPECTIVELY = late("分別|依序|各(?:為|是|達|計)")
_CLOSED = late(r"\s*[)）][為達計約係是：:=＝\s]*")
_LONGEST_NAME = 12
_AS_A_GOAL = late(r"以(?!及|上|下|內|外)[^，。；：、0-9]{0,12}$")
_IS_A_GOAL = late(r"\s*(?:為|作為)(?:[本當]?年度?|全年度?|計畫|績效)*(?P<goal>目標|預定數)")
_PAST_A_GOAL = late(r"超[出過前越]|[高多優]於|多|少|短少|不足|距|離")
"""What may be told of a goal, or of how far it is away: 超越目標30校, 超出目標4校."""
_TERM_NAMES = late(
    r"(?!(?:達成|執行|達標)(?:率|度|比))(?:之|的)?\p{Han}{1,12}(?:率|比[率例重])"
    r"(?:[訂定設]為|[為係是達]到?|均|皆|約|[:：\s])*"
)
"""The name of a share that is counted within a term; of a goal that is a term a rate is told: 目標3日內達成率100％."""
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

    def subject(self, text: str, *, listed: bool = False) -> str:
        """Return what it is said of: the words before its name, since the figure before that."""
        since = self.quantity.start - len(self.before)
        subject = subject_before(text, self.name_start, since=since, listed=listed)
        named_by = self.words.name.startswith("經費") and bool(subject)
        return f"{subject}經費" if named_by else subject  # 工程經費35千元


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
        passed = bisect_right(self.ends, at)
        return self.ends[passed - 1] if passed else 0

    def sentences(self, first: int, last: int) -> Sentences:
        """Return the whole sentences about a stretch of the text."""
        start = self.sentence_start(first)
        passed = bisect_left(self.ends, last)
        end = self.ends[passed] if passed < len(self.ends) else len(self.text)
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        return Sentences(self.paragraph, start, end)

    def figure(self, item: Item, sentences: Sentences) -> ToldFigure:
        """Return a figure in the sentences that are told of."""
        if not sentences.start <= item.quantity.start < sentences.end:
            sentences = self.sentences(item.quantity.start, item.quantity.end)
        return ToldFigure(item.quantity, sentences, is_set(item.words))

    def year_before(self, first: int, last: int) -> int | None:
        """Return the last year that is named in a stretch of the text."""
        passed = bisect_left(self.years, (last, 0))
        at, year = self.years[passed - 1] if passed else (-1, 0)
        return year if at >= first else None


def read_figures(paragraph: Paragraph, unit: str = "") -> ToldFigures:
    """Read the figures of a paragraph; ``unit`` is that of bare ones, where a line gives it."""
    text = paragraph.text
    found = find(text)
    figures = [q for q in found if q.kind in QUANTITIES]
    terms = [one for one, behind in pairwise(figures) if _is_term(text, one, behind)]
    figures = [q for q in figures if q not in terms]
    years = tuple(
        (q.start, from_gregorian(q.year))
        for q in found
        if q.kind in (QuantityKind.ROC_YEAR, QuantityKind.DATE) and q.year is not None
    )
    groups = tuple(
        _without_excess(_groups(_without(terms, text), _with_units(figures, unit)), text)
    )
    ends = tuple(match.end() for match in _SENTENCE_END.finditer(text))
    return ToldFigures(paragraph, groups, years, ends)


def _is_term(text: str, figure: Quantity, behind: Quantity) -> bool:
    """Tell whether a length of time only says within which a share is counted: 3日內回復率98％."""
    is_limit = figure.bound == "<=" and figure.unit in LENGTHS_OF_TIME
    between = text[figure.end : behind.start]
    return is_limit and behind.kind == "percent" and bool(_TERM_NAMES.fullmatch(between))


def _without(terms: Iterable[Quantity], text: str) -> str:
    """Return a text of the same length in which figures are words."""
    for term in terms:
        word = TERM * (term.end - term.start)
        text = text[: term.start] + word + text[term.end :]
    return text


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
        items = [_item(text, quantity, before)]
    if items:
        yield Group(tuple(items), items[0].words)


def _without_excess(groups: Iterable[Group], text: str) -> Iterator[Group]:
    """Take figures for differences that tell how far a goal was passed: 目標30校，巡迴34校，超出目標4校."""
    goals: list[Group] = []
    end = 0
    for group in groups:
        if _SENTENCE_END.search(text, end, group.start):
            goals = []
        end = group.end
        item = group.items[0]
        if group.role is FigureRole.PLANNED and item.quantity.kind == "number":
            unit = item.quantity.unit
            known = any(same_counter(one.items[0].quantity.unit, unit) for one in goals)
            if known and len(group.items) == 1 and _PAST_A_GOAL.search(item.before):
                words = item.words._replace(role=FigureRole.DIFFERENCE)
                yield Group((item._replace(words=words),), words)
                continue
            goals.append(group)
        yield group


def _item(text: str, quantity: Quantity, before: str) -> Item:
    """Return a figure with its words; those of a rate may stand before a bracket: 執行率（62／35）177％."""
    words = read_role(before, quantity.kind)
    if quantity.kind == "number" and (opens := _AS_A_GOAL.search(before)):
        goal = _IS_A_GOAL.match(text, quantity.end)
        if goal is not None:  # 以80萬人次為年度目標
            return Item(
                quantity, Words(FigureRole.PLANNED, goal["goal"], opens.start(), True), before
            )
    if words.role is FigureRole.OTHER and quantity.kind == "percent" and _CLOSED.fullmatch(before):
        opened = max(text.rfind(mark, 0, quantity.start) for mark in "(（")
        outside = text[max(opened - _LONGEST_NAME, 0) : max(opened, 0)]
        around = read_role(outside, quantity.kind)
        if around.role is FigureRole.RATE:
            return Item(quantity, around, text[opened - len(outside) : quantity.start])
    return Item(quantity, words, before)


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
