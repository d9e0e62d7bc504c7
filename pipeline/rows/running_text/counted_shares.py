"""The figures of a paragraph -> shares of counts whose part and whole are printed: 抽驗500件，合格480件，合格率96％.

The name of such a rate says what its part is (合格率: 合格480件); the whole is a larger figure of its kind in the same
sentence. It counts as certain only where its word says that it is what the share is taken of (抽驗, 受理, 應篩檢) and
there is no other; or where the whole stands in the words of the share (占申請件數440件之95％). A bare 占30％ of
counts is only read right behind a part that is called one (其中30件，占30％), but not of people, which tells who took
part, nor of what was reached of a plan, of which it is an aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import LENGTHS_OF_TIME, PEOPLE
from pipeline.rows.running_text.figure_words import FigureRole
from pipeline.rows.running_text.labels import subject_before
from pipeline.rows.running_text.plan_rates import in_brackets_behind
from pipeline.rows.running_text.records import ToldFigure, ToldKind, ToldRate
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures, is_plain
from pipeline.rows.running_text.unnamed_parts import are_alike

_NAME = late(
    r"(?P<stem>\p{Han}{1,12}?)(?:比率|比例|百分比|率)(?:[約僅已]?(?:高達|達到?|為|是|計)?[約僅]?|[:：\s])*$"
)
_CLAUSE = late(r"[，,](?![0-9]{3})|[；;。：:、(（)）\n]")
_NEGATIONS = "不未無非"
_OWN = late(r"[占佔]達?[^，。；：、0-9%％占佔]{1,16}$")
_OF_IT = late(r"\s*(?:之|的)(?:比[率例重]|百分比)?(?:約|為|達|僅|計|\s)*")
_DUE = late(r"應(?![付用變急])|需|須|預[定計]")
_BEHIND = late(r"(?P<words>\p{Han}{2,8})(?=[，,。；;、)）\n]|$)")
_ANOTHER_YEAR = late(r"(?:[較比與][^，。；：]*年|去年|上年度?|前一?年度?|同期)[^，。；：]*$")
_ALL = 100
_WINDOW = 24
"""So many groups of figures before a rate are looked at."""
_TAKEN_OF = late(
    r"應(?![付用變急])|受理|收[件案到]|申請|送[件審]|報[考名]|應[考試]|[檢抽測化查試]驗|[抽採取送受][樣檢驗測查]|檢[測查體]|稽查|查[核驗]"
    r"|參[訓加測試]|開訓|求職|通報|撥打|進線|發生"
)
"""What a share is taken of, where no word of its own name says so."""
_PART_OF = late(r"其中|查[有獲]|列管|[缺違]|[複再追]|限期")
"""A figure that is a part itself, though another part may be of it."""
_NAMED_PART = late(r"\s*[，,、（(]?\s*其中\p{Han}{0,14}")
_GENERAL = late(
    r"[該其本全總各]|全[部體]|[件人家場戶次席點座輛班處案筆]{0,2}數量?|總[額數計]|金額|合計|案件|之|的"
)
_SHORTEST = 2
"""So many characters of a name tell what it is of."""


class _Stem(NamedTuple):
    """What a rate is called by before 率, its last characters, and whether these are negated: 不合格."""

    name: str
    core: str
    negated: bool


def counted_shares(told: ToldFigures) -> Iterator[ToldRate]:
    """Yield the shares of counts in a paragraph, in the order of print."""
    for index, group in enumerate(told.groups):
        rate = group.items[0]
        if len(group.items) > 1 or not _may_be_share(group):
            continue
        near = _numbers(told.groups[max(index - _WINDOW, 0) : index], _full_stop(told, group.start))
        if group.role is FigureRole.SHARE:
            found = _named_whole(told, rate, near) or _whole_of_named_part(told, rate, near)
        elif near and _OF_IT.fullmatch(rate.before):
            found = _own_whole(told, rate, near)
        elif stem := _stem(rate):
            behind = _numbers(in_brackets_behind(told, index), group.end)
            found = _by_name(told, rate, near, stem) or _by_name(told, rate, behind, stem)
        else:
            found = None
        if found is not None:
            yield found


def _may_be_share(group: Group) -> bool:
    rate = group.items[0].quantity
    may_be = group.role in (FigureRole.OTHER, FigureRole.SHARE, FigureRole.RATE)
    return may_be and rate.kind == "percent" and is_plain(rate) and rate.value <= _ALL


def _numbers(groups: Sequence[Group], start: int) -> list[Item]:
    """Return the figures that stand for themselves from a place on, but for lengths of time (24小時內)."""
    items = [g.items[0] for g in groups if g.start >= start and len(g.items) == 1]
    items = [item for item in items if item.quantity.kind == "number"]
    return [item for item in items if item.quantity.unit not in LENGTHS_OF_TIME]


def _full_stop(told: ToldFigures, at: int) -> int:
    """Return where the sentences begin that no full stop parts from a place."""
    return max(told.text.rfind(mark, 0, at) for mark in "。\n") + 1


def _own_whole(told: ToldFigures, rate: Item, near: Sequence[Item]) -> ToldRate | None:
    """Return the share whose whole stands in its own words: 占申請件數440件之95％."""
    whole, before = near[-1], near[:-1]
    opening = _OWN.search(whole.before)
    is_next = whole.quantity.end + len(rate.before) == rate.quantity.start
    if not before or opening is None or not is_next:
        return None
    part = before[-1]
    between = whole.before[: opening.start()]
    if between.strip("，,（( 約") or not _is_whole_of(whole, part):
        return None
    return _share(told, rate, part, whole, [], likely=True)


def _named_whole(told: ToldFigures, rate: Item, near: Sequence[Item]) -> ToldRate | None:
    """Return the share whose whole is called by its name: 查核324件，裁罰81件，占查核件數之25％."""
    of = _GENERAL.sub("", rate.words.name.lstrip("占佔達"))
    if len(near) < _SHORTEST or len(of) < _SHORTEST:
        return None
    part = near[-1]
    between = told.text[part.quantity.end : rate.name_start]
    wholes = [i for i in near[:-1] if of in _words(told, i) and _is_whole_of(i, part)]
    if between.strip("，,（( 約") or not wholes or "元" in part.quantity.unit:
        return None
    return _share(told, rate, part, wholes[-1], wholes[:-1], likely=False)


def _whole_of_named_part(told: ToldFigures, rate: Item, near: Sequence[Item]) -> ToldRate | None:
    """Return the bare share of a part that is called one: 申訴480件，其中不宜內容120件，占25％."""
    if len(near) < _SHORTEST or _GENERAL.sub("", rate.words.name.lstrip("占佔達")):
        return None
    whole, part = near[-2:]
    between = told.text[part.quantity.end : rate.name_start]
    same = told.sentence_start(whole.quantity.start) == told.sentence_start(rate.quantity.start)
    if not same or between.strip("，,（( 約即") or not _NAMED_PART.fullmatch(part.before):
        return None
    if part.quantity.unit in PEOPLE or "元" in part.quantity.unit:
        return None
    is_whole = whole.words.role is FigureRole.OTHER and _is_whole_of(whole, part)
    is_whole = is_whole and not _PART_OF.search(whole.before)
    if not is_whole or not _is_of_year(whole) or not _is_of_year(part):
        return None
    start = told.sentence_start(whole.quantity.start)
    inner = [item for item in near if item.quantity.start >= start]
    if any(i.words.role is FigureRole.PLANNED and are_alike(i, whole) for i in inner):
        return None  # an aside on what was reached
    others = [item for item in near[:-2] if _is_whole_of(item, part)]
    return _share(told, rate, part, whole, others, likely=not others)


def _by_name(told: ToldFigures, rate: Item, near: Sequence[Item], stem: _Stem) -> ToldRate | None:
    """Return the share whose part bears its name: 抽驗500件，合格480件，合格率96％."""
    fits = {id(item): _fit(_words(told, item), stem) for item in near}
    parts = [item for item in near if fits[id(item)] is _Fit.PART]
    if not parts:
        return _by_what_is_left(told, rate, near, stem, fits)
    part = parts[-1]
    start = (
        told.sentence_start(rate.quantity.start) if rate.quantity.start > part.quantity.start else 0
    )
    if part.quantity.start < start:
        return None
    rest = [i for i in near if i is not part and fits[id(i)] is not _Fit.OTHER_PART]
    rest = [i for i in rest if _is_of_year(i) and are_alike(i, part)]
    inner = [item for item in rest if item.quantity.start >= start]
    wholes = [item for item in inner if _is_whole_of(item, part)] or [
        item for item in rest if _is_whole_of(item, part)
    ]
    due = [item for item in wholes if fits[id(item)] is _Fit.WHOLE]
    unplanned = [item for item in wholes if item.words.role is not FigureRole.PLANNED]
    meant = due or unplanned or wholes
    if not meant:
        return None
    meant = [item for item in meant if _are_apart(told, item, part, rate)]
    if not meant:
        return None
    whole = next((i for i in reversed(meant) if i.quantity.start < part.quantity.start), meant[-1])
    words = _words(told, whole)
    is_certain = (
        len(inner) == 1
        and whole is inner[0]
        and near[-1] is part
        and whole.quantity.start < part.quantity.start
        and (bool(due) or (_TAKEN_OF.search(words) and not _PART_OF.search(words)))
    )
    others = [item for item in wholes if item is not whole]
    return _share(told, rate, part, whole, others, likely=bool(is_certain))


def _by_what_is_left(
    told: ToldFigures,
    rate: Item,
    near: Sequence[Item],
    stem: _Stem,
    fits: Mapping[int, _Fit | None],
) -> ToldRate | None:
    """Return the share of which only what it leaves is printed: 抽驗500件，不合格20件，合格率96％."""
    start = told.sentence_start(rate.quantity.start)
    inner = [item for item in near if start <= item.quantity.start < rate.quantity.start]
    if len(inner) != _SHORTEST or stem.name.lstrip(_NEGATIONS) != stem.core:
        return None
    whole, left = inner
    if fits[id(left)] is not _Fit.OTHER_PART or fits[id(whole)] is _Fit.OTHER_PART:
        return None
    is_whole = _is_whole_of(whole, left) and _is_of_year(whole) and _is_of_year(left)
    words = _words(told, whole)
    is_due = fits[id(whole)] is _Fit.WHOLE or bool(_TAKEN_OF.search(words))
    if not is_whole or not is_due or _PART_OF.search(words):
        return None
    if not _are_apart(told, whole, left, rate):
        return None
    return _share(told, rate, left, whole, [], likely=True, is_left=True)


class _Fit(Enum):
    """What a figure is to a share, by its words."""

    PART = auto()
    WHOLE = auto()
    """What should have been: 應受檢 of 受檢率."""
    OTHER_PART = auto()
    """What is left: 不合格 of 合格率."""


def _fit(words: str, stem: _Stem) -> _Fit | None:
    """Return what a figure with these words is to a share."""
    at = words.rfind(stem.core)
    if at < 0:
        return None
    if (words[:at][-1:] in _NEGATIONS and at > 0) is not stem.negated:
        return _Fit.OTHER_PART
    return _Fit.WHOLE if _DUE.search(words[:at]) else _Fit.PART


def _words(told: ToldFigures, item: Item) -> str:
    """Return the words of a figure: those before it in its clause, or what closes the clause: 480件合格，."""
    before = _CLAUSE.split(item.before)[-1]
    behind = _BEHIND.match(told.text, item.quantity.end)
    return before + (behind["words"] if behind else "")


def _are_apart(told: ToldFigures, *items: Item) -> bool:
    """Tell whether figures stand in clauses of their own, as those of a line of a table do not."""
    places = sorted((item.quantity.start, item.quantity.end) for item in items)
    return all(_CLAUSE.search(told.text, a[1], b[0]) for a, b in pairwise(places))


def _is_whole_of(whole: Item, part: Item) -> bool:
    """Tell whether a figure may be the whole of another."""
    is_figure = bool(part.quantity.unit) and whole.words.role is not FigureRole.DIFFERENCE
    return is_figure and are_alike(whole, part) and whole.quantity.value >= part.quantity.value


def _is_of_year(item: Item) -> bool:
    """Tell whether no words say that a figure is of another year."""
    return not _ANOTHER_YEAR.search(item.before)


def _stem(rate: Item) -> _Stem | None:
    """Return what a rate is called by."""
    match = _NAME.search(_CLAUSE.split(rate.before)[-1])
    if match is None or len(match["stem"]) < _SHORTEST:
        return None
    stem, core = match["stem"], match["stem"][-_SHORTEST:]
    return _Stem(stem, core, stem[: -len(core)][-1:] in _NEGATIONS and len(stem) > len(core))


def _share(
    told: ToldFigures,
    rate: Item,
    part: Item,
    whole: Item,
    others: Sequence[Item],
    *,
    likely: bool,
    is_left: bool = False,
) -> ToldRate:
    """Return a share with its figures; ``is_left`` tells that the part is what the share leaves of the whole."""
    items = (rate, part, whole)
    first = min(item.quantity.start for item in items)
    sentences = told.sentences(first, max(item.quantity.end for item in items))
    words = rate.before.rstrip() if _stem(rate) else rate.words.name
    clause = _CLAUSE.split(words)[-1]
    match = _NAME.search(clause)
    label = match["stem"] + "率" if match else subject_before(part.before, len(part.before))

    def figure(item: Item) -> ToldFigure:
        return told.figure(item, sentences)

    return ToldRate(
        kind=ToldKind.WHOLE,
        label=label,
        rate=figure(rate),
        base=figure(whole),
        parts=() if is_left else (figure(part),),
        difference=figure(part) if is_left else None,
        rivals=tuple((figure(other), figure(part)) for other in others),
        likely=likely,
        year=told.year_before(sentences.start, part.quantity.start),
    )
