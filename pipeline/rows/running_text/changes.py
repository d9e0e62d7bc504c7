"""The figures of a paragraph -> the changes that are told with them: 較上年度預算數50千元增加5千元，增幅10％.

A change has two figures of one kind, of which two of three are printed: the one that is told of, the one that it
is compared with, and the difference. Several comparisons may be of one figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import same_counter
from pipeline.rows.running_text.figure_words import FigureRole, measure_of
from pipeline.rows.running_text.records import ToldFigure, ToldKind, ToldRate
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures, is_plain

_COMPARED = late(
    r"較(?!(?:低|高|大|小|多|少)[^於])|相較於?|比較?(?![率例重])|與[^，。；]{1,14}比較|由|從"
)
_GENERAL = late(
    r"(?:預算|決算|分配|執行|數|額|金額|總|淨|合計|實際|約|相?當於|年度?|率|幅度?|即|亦|共|計)*"
)
_NAMED = (FigureRole.PLANNED, FigureRole.REACHED)
_OF_BUDGETS = late(r"(?:較|比|與)[^，。；0-9]{0,6}(?:預算|決算|[上去前]一?年|同期|目標|分配)")
_OF_IT = late(r"\s*[之的](?:約|為|達|僅)?\s*")
"""Words before a share of what is printed before them: 達成預算數50億元之104％."""
_FROM = frozenset("由從")
_FALLS = late(r"減(?!免)|降|短[收絀少支]|衰退|節[省約餘]|跌")
_BEHIND_DIFFERENCE = late(
    r"[，,、\s]*[(（]?(?:即|約|計|為|達|或|共|僅)*(?:(?:[增減降漲跌]幅|增減率?|成長率|增加率|減少率|比率|幅度|百分比)(?:約|計|為|達)*)?"
)


class _Change(NamedTuple):
    """The figures of a change: what it is told of, what that is compared with, the difference."""

    new: Item | None
    old: Item | None
    difference: Item | None
    marker: int


def changes(told: ToldFigures) -> Iterator[ToldRate]:
    """Yield the changes told in a paragraph with their figures, in the order of print."""
    floor, last = 0, None
    of_rate: Item | None = None
    for index, group in enumerate(told.groups):
        if len(group.items) > 1 or group.items[0].quantity.kind != "percent":
            continue
        before = told.groups[index - 1] if index else None
        if not (group.role is FigureRole.CHANGE or _is_behind_difference(told, before, group)):
            if group.role is FigureRole.RATE or _OF_IT.fullmatch(group.items[0].before):
                floor, of_rate = group.end, _reached_before(told, index)
            continue
        start = told.sentence_start(group.start)
        if of_rate is not None and of_rate.quantity.start >= start:
            last = of_rate  # 實際88件，達成率110％，較上年度80件增加10％
        change = _find(told, index, max(floor, start), last)
        floor, of_rate = group.end, None
        if change is None or _is_of_another(told, group.items[0]):
            continue
        last = change.new
        yield _told_change(told, group.items[0], change, _falls(told, group, change))


def _reached_before(told: ToldFigures, index: int) -> Item | None:
    """Return what a rate is of, in its own sentence: what was reached, else the last figure before it."""
    rate = told.groups[index]
    start = told.sentence_start(rate.start)
    own = _singles(told.groups[:index], start, rate.start)
    own = [i for i in own if i.words.role in (FigureRole.REACHED, FigureRole.OTHER)]
    named = [item for item in own if item.words.role is FigureRole.REACHED]
    best = named or own
    return best[-1] if best else None


def _is_behind_difference(told: ToldFigures, before: Group | None, group: Group) -> bool:
    """Tell whether a percentage says a difference again: 增加5千元，約10％."""
    if before is None or before.role is not FigureRole.DIFFERENCE or len(before.items) > 1:
        return False
    if before.items[0].quantity.kind != "number":
        return False
    return bool(_BEHIND_DIFFERENCE.fullmatch(told.text, before.end, group.start))


def _is_of_another(told: ToldFigures, rate: Item) -> bool:
    """Tell whether a percentage bears a name that was not told of before: …，其中人事費增加12％."""
    named = _COMPARED.split(rate.subject(told.text))[0].strip()
    begin = rate.quantity.start - len(rate.before)
    return bool(named) and not _GENERAL.fullmatch(named) and named not in told.text[:begin]


def _falls(told: ToldFigures, group: Group, change: _Change) -> bool:
    """Tell whether the change is told as a fall."""
    words = group.items[0].before if group.role is FigureRole.CHANGE else ""
    if change.difference is not None:
        words += change.difference.words.name
    elif not words or "增減" in words:
        words += told.text[change.marker : group.start]
    return bool(_FALLS.search(words))


def _find(told: ToldFigures, index: int, start: int, last: Item | None) -> _Change | None:
    """Return the figures of the change that a group of one percentage is."""
    rate = told.groups[index].items[0]
    markers = [m.start() for m in _COMPARED.finditer(told.text, start, rate.quantity.start)]
    for at, marker in enumerate(markers):
        if told.text[marker] in _FROM and any(told.text[m] not in _FROM for m in markers[at + 1 :]):
            continue  # 補助由5次增至8次，全年55人次，較上年…
        change = _compared_at(told, index, start, marker, last)
        if change is not None:
            return change
    return None


def _compared_at(
    told: ToldFigures, index: int, start: int, marker: int, last: Item | None
) -> _Change | None:
    """Return the figures of a change whose comparison begins at a place: 較, 由."""
    rate = told.groups[index].items[0]
    behind = _singles(told.groups[:index], marker, rate.quantity.start)
    differences = [i for i in behind if i.words.role is FigureRole.DIFFERENCE]
    plain = [i for i in behind if i.words.role is not FigureRole.DIFFERENCE]
    difference = differences[-1] if differences else None
    if told.text[marker] in _FROM:
        if len(plain) != 2 or not _alike(*plain):
            return None
        return _Change(plain[1], plain[0], difference, marker)
    old = plain[0] if plain else _named_again(told, marker, index)
    own = [i for i in _singles(told.groups[:index], start, marker) if _is_alike(i, old, difference)]
    whole = [i for i in own if i.words.role is not FigureRole.DIFFERENCE]
    new = whole[-1] if whole else last if _is_alike(last, old, difference) else None
    if new is None and len(plain) == 2 and _alike(*plain):
        new = plain[1]  # 較上年度100千元，本年度為105千元，增加5％
    if len(plain) > 2 or (sum(map(bool, (new, old, difference))) < 2 and not _is_told(new, rate)):
        return None
    return _Change(new, old, difference, marker)


def _is_told(new: Item | None, rate: Item) -> bool:
    """Tell whether a change is stated of a figure that is named, though not with which it is compared."""
    named = new is not None and new.words.named and new.words.role in _NAMED
    return named and bool(_OF_BUDGETS.search(rate.before))


def _singles(groups: Sequence[Group], start: int, end: int) -> list[Item]:
    return [
        g.items[0]
        for g in groups
        if start <= g.start < end and len(g.items) == 1 and g.items[0].quantity.kind == "number"
    ]


def _named_again(told: ToldFigures, marker: int, index: int) -> Item | None:
    """Return the plan that is compared with by its name, where its figure stands before."""
    clause = told.text[marker : told.groups[index].start]
    measure = measure_of(clause)
    if not measure or "上年" in clause or "去年" in clause or "前年" in clause:
        return None
    planned = [
        g.items[0]
        for g in told.groups[:index]
        if g.role is FigureRole.PLANNED and g.start < marker and len(g.items) == 1
    ]
    fitting = [i for i in planned if measure_of(i.words.name) == measure]
    return fitting[-1] if len({i.quantity.value for i in fitting}) == 1 else None


def _is_alike(item: Item | None, *others: Item | None) -> bool:
    return item is not None and all(
        o is None or (o is not item and _alike(item, o)) for o in others
    )


def _alike(a: Item, b: Item) -> bool:
    one, other = a.quantity, b.quantity
    return one.kind == other.kind == "number" and same_counter(one.unit, other.unit)


def _told_change(told: ToldFigures, rate: Item, change: _Change, falls: bool) -> ToldRate:
    """Return a change with its figures, in the sentences from the first of them to the rate."""
    own = [i for i in change[:3] if i is not None]
    first = min(i.quantity.start for i in own)
    sentences = told.sentences(min(first, rate.quantity.start), rate.quantity.end)
    leading = min(own, key=lambda i: i.quantity.start)

    def figure(one: Item | None) -> ToldFigure | None:
        return told.figure(one, sentences) if one else None

    new = figure(change.new)
    return ToldRate(
        kind=ToldKind.CHANGE,
        label=leading.subject(told.text),
        rate=told.figure(rate, sentences),
        base=figure(change.old),
        parts=(new,) if new else (),
        difference=figure(change.difference),
        bound=_agree(change, falls) and is_plain(rate.quantity),
        called=rate.words.name or (change.difference.words.name if change.difference else ""),
        falls=falls,
        year=told.year_before(sentences.start, first),
    )


def _agree(change: _Change, falls: bool) -> bool:
    """Tell whether all three figures are printed and go together, so that the rate must be theirs."""
    if change.new is None or change.old is None or change.difference is None:
        return False
    new, old, difference = (
        Fraction(i.quantity.value) for i in (change.new, change.old, change.difference)
    )
    return (old - new if falls else new - old) == difference
