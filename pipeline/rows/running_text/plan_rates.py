"""The figures of a paragraph -> the rates of a plan that are told with them: 執行率, 占分配數.

A rate goes with the figures named since the rate before it: one that was planned and one that was reached, or
what was reached and what is kept, together. A second rate of one figure names its plan (占全年20％). Where
words leave open which figures are meant, those that may be are told as rivals, and nobody is accused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import same_counter
from pipeline.rows.running_text.figure_words import FigureRole, measure_of
from pipeline.rows.running_text.labels import split_names, subject_before
from pipeline.rows.running_text.records import ToldFigure, ToldKind, ToldRate
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures, is_plain

_OF = frozenset("占佔")
_BEHIND_OF = late(r"(?:之|的|比率|比例|百分比|比重|約|為|達|僅|計|\s)*")
_TOGETHER = late(r"(?:合計|共計|總計|合共|加計|併計|合併|兩者|二者)[^，。；]*$")
_GENERAL = late(
    r"(?:[，,。；：:、(（)）\s]|本|該|其|爰|故|整體|總|合計|共計|總計|全年|年度|年|預算|計畫|經費|累計|平均|之|的|已|約|執行|分配|實際|目標|[0-9]|截至|月|底|止|分別|績效)*"
)
"""Words before 執行率 that name nothing of their own."""
_NO_STATEMENT = late(
    r"\s*(?:以上|以下)?(?:者|之(?:目標|機關|計畫|標準|規定|單位)|為(?:目標|原則|標準)|之限制|[，,]?始得)"
)
_ASKED = late(
    r"(?:應|須|需|未|若|如|倘|目標|預期|預計|期望|力求|以期|期能|低於|高於|超過|逾|提升至|提高至)[^，。；：]{0,12}$"
)
_MAIN = (FigureRole.PLANNED, FigureRole.REACHED, FigureRole.HELD)


class _Choice(NamedTuple):
    """The figures that a rate is told with."""

    base: Item | None = None
    parts: tuple[Item, ...] = ()
    rivals: tuple[tuple[Item, Item], ...] = ()
    bound: bool = False


def plan_rates(told: ToldFigures) -> Iterator[ToldRate]:
    """Yield the rates of a plan in a paragraph, in the order of print."""
    floor = 0  # where the rate before, with all that is its own, ends
    last = _Choice()
    for index, group in enumerate(told.groups):
        own = _own_base(told, index)
        if group.role is not FigureRole.RATE and own is None:
            continue
        if not _is_stated(told, group):
            floor = max(floor, group.end)
            continue
        behind = _in_brackets_behind(told, index)
        since = [g for g in told.groups[:index] if g.start >= floor] or []
        if not _has_both(since) and _has_both(behind):
            since = behind
            floor = behind[-1].end
        else:
            floor = group.end
        if len(group.items) > 1:
            yield from _series(told, group, since)
            last = _Choice()
            continue
        choice = _choose(told, group, own, since, index, last)
        yield _told_rate(told, group.items[0], choice)
        last = choice


def _own_base(told: ToldFigures, index: int) -> Item | None:
    """Return the plan that stands between 占 and its share: 占分配數62千元之93％."""
    group = told.groups[index]
    if index == 0 or group.items[0].quantity.kind != "percent":
        return None
    before = told.groups[index - 1]
    base = before.items[-1]
    between = told.text[base.quantity.end : group.start]
    opens = told.text[max(base.name_start - 6, 0) : base.name_start].rstrip("約僅達已 ")[-1:] in _OF
    if before.role is FigureRole.PLANNED and opens and _BEHIND_OF.fullmatch(between):
        return base
    return None


def _is_stated(told: ToldFigures, group: Group) -> bool:
    """Tell whether a percentage is stated of something, not asked for or a limit of a class."""
    first = group.items[0]
    clause = told.text[told.sentence_start(group.start) : first.name_start]
    return not (
        _NO_STATEMENT.match(told.text, group.end)
        or _ASKED.search(clause)
        or first.quantity.high is not None
    )


def _in_brackets_behind(told: ToldFigures, index: int) -> list[Group]:
    """Return the groups in a bracket right behind a rate: 執行率96％（預算數50千元，決算數48千元）."""
    end = told.groups[index].end
    if told.text[end : end + 1] not in ("(", "（"):
        return []
    close = min((at for mark in ")）" if (at := told.text.find(mark, end)) > 0), default=end)
    return [group for group in told.groups[index + 1 :] if group.end <= close]


def _has_both(groups: Sequence[Group]) -> bool:
    roles = {group.role for group in groups}
    return FigureRole.PLANNED in roles and FigureRole.REACHED in roles


def _choose(
    told: ToldFigures,
    rate: Group,
    own: Item | None,
    since: Sequence[Group],
    index: int,
    last: _Choice,
) -> _Choice:
    """Return the figures of one rate."""
    item = rate.items[0]
    measure = item.words.measure
    since = [g for g in since if g.items[-1] is not own]
    named = "" if own else subject_before(told.text, item.name_start)
    foreign = bool(named) and not _GENERAL.fullmatch(named)
    if foreign and (meant := _by_subject(told, named, told.groups[:index])):
        return meant
    start = since[0].items[0].name_start if since else item.name_start
    foreign = (
        foreign
        and named not in told.text[told.sentence_start(start) : item.name_start - len(named)]
    )
    reached = [g.items[0] for g in since if g.role is FigureRole.REACHED and len(g.items) == 1]
    held = [g.items[0] for g in since if g.role is FigureRole.HELD and len(g.items) == 1]
    parts = [g for g in since if g.role in (FigureRole.REACHED, FigureRole.HELD)]
    again = not parts and bool(last.parts) and (own is not None or bool(measure))
    if again:
        reached = list(last.parts)
    planned = [g.items[0] for g in since if g.role is FigureRole.PLANNED and len(g.items) == 1]
    everywhere = [
        g.items[0]
        for g in told.groups[:index]
        if g.role is FigureRole.PLANNED and len(g.items) == 1
    ]
    base, sure = _base(own, planned, everywhere, measure)
    together = bool(_TOGETHER.search(told.text[_end(reached + held) : item.quantity.start]))
    chosen, sure_part = _parts(reached, held, together=together, again=again)
    others = [
        g
        for g in since
        if g.role is FigureRole.OTHER and base and any(_alike(i, base) for i in g.items)
    ]
    bound = (
        base is not None
        and bool(chosen)
        and sure
        and sure_part
        and not foreign
        and not others
        and base.words.named
        and all(part.words.named for part in chosen)
        and all(_alike(part, base) for part in chosen)
        and is_plain(item.quantity)
    )
    candidates = [*planned, *everywhere, *reached, *held, *(i for g in others for i in g.items)]
    return _Choice(base, tuple(chosen), _rivals(base, chosen, candidates), bound)


def _base(
    own: Item | None, planned: Sequence[Item], everywhere: Sequence[Item], measure: str
) -> tuple[Item | None, bool]:
    """Return the plan that a rate is of, and whether it can be no other."""
    if own is not None:
        return own, True
    if measure:
        fitting = [i for i in planned if measure_of(i.words.name) == measure] or [
            i for i in everywhere if measure_of(i.words.name) == measure
        ]
        values = {i.quantity.value for i in fitting}
        return (fitting[-1], len(values) == 1) if fitting else (None, False)
    values = {i.quantity.value for i in planned}
    if planned:
        return planned[-1], len(values) == 1
    return (everywhere[-1], False) if everywhere else (None, False)


def _parts(
    reached: Sequence[Item], held: Sequence[Item], *, together: bool, again: bool
) -> tuple[list[Item], bool]:
    """Return what was reached, and whether it can be no other."""
    if again:
        return list(reached), True
    if together and len(reached) + len(held) > 1:
        both = sorted([*reached, *held], key=lambda i: i.quantity.start)
        return both, len(both) == 2
    if held and reached:
        return [reached[-1], held[-1]], False
    if reached:
        return [reached[-1]], len({i.quantity.value for i in reached}) == 1
    return ([held[-1]], False) if held else ([], False)


def _end(items: Sequence[Item]) -> int:
    return max((item.quantity.end for item in items), default=0)


def _alike(a: Item, b: Item) -> bool:
    """Tell whether two figures can be a part and its whole."""
    one, other = a.quantity, b.quantity
    return one.kind == other.kind and same_counter(one.unit, other.unit)


def _rivals(
    base: Item | None, parts: Sequence[Item], candidates: Sequence[Item]
) -> tuple[tuple[Item, Item], ...]:
    """Return the other pairs of alike figures that a rate may be of."""
    chosen = (base.quantity.value, parts[0].quantity.value) if base and len(parts) == 1 else None
    pairs: dict[tuple[object, object], tuple[Item, Item]] = {}
    for one in candidates:
        for other in candidates:
            values = one.quantity.value, other.quantity.value
            if (
                one.quantity.value != other.quantity.value
                and _alike(one, other)
                and values != chosen
            ):
                pairs.setdefault(values, (one, other))
    return tuple(pairs.values())


def _by_subject(told: ToldFigures, named: str, groups: Sequence[Group]) -> _Choice | None:
    """Return the figures that bear the name of a rate: 歲入執行率 after those of 歲入 and 歲出."""
    planned = [g for g in groups if g.role is FigureRole.PLANNED and len(g.items) == 1]
    own = [
        g for g in planned if _same_name(subject_before(told.text, g.items[0].name_start), named)
    ]
    if len(own) != 1 or len(planned) < 2:
        return None
    start = groups.index(own[0])
    reached = next((g for g in groups[start + 1 :] if g.role in _MAIN), None)
    if reached is None or reached.role is not FigureRole.REACHED or len(reached.items) != 1:
        return None
    base, part = own[0].items[0], reached.items[0]
    bound = base.words.named and part.words.named and _alike(base, part)
    others = [i for g in groups if g.role in _MAIN for i in g.items]
    return _Choice(base, (part,), _rivals(base, (part,), others), bound)


def _same_name(own: str, named: str) -> bool:
    return bool(own) and (own == named or named.startswith(own) or own.endswith(named))


def _series(told: ToldFigures, rate: Group, since: Sequence[Group]) -> Iterator[ToldRate]:
    """Yield the rates told in one breath: 執行率分別為95％及98％, each with the figures of its order."""
    count = len(rate.items)
    bases = _in_order(since, FigureRole.PLANNED, count)
    parts = _in_order(since, FigureRole.REACHED, count)
    names = _names(told, since, count)
    for index, item in enumerate(rate.items):
        if bases is None or parts is None:
            yield _told_rate(told, item, _Choice(), names[index])
            continue
        base, part = bases[index], parts[index]
        candidates = [*bases, *parts]
        bound = base.words.named and part.words.named and _alike(base, part)
        choice = _Choice(base, (part,), _rivals(base, (part,), candidates), bound)
        yield _told_rate(told, item, choice, names[index])


def _in_order(groups: Sequence[Group], role: FigureRole, count: int) -> Sequence[Item] | None:
    """Return as many figures of a role as there are rates, None where there are more or fewer."""
    items = [item for group in groups if group.role is role for item in group.items]
    return items if len(items) == count else None


def _names(told: ToldFigures, since: Sequence[Group], count: int) -> Sequence[str]:
    """Return what each of several rates is of: 歲入、歲出預算數分別為, or the words before each figure."""
    planned = [g for g in since if g.role is FigureRole.PLANNED]
    if len(planned) == 1:
        names = split_names(subject_before(told.text, planned[0].items[0].name_start, listed=True))
        return names if len(names) == count else [""] * count
    names = [subject_before(told.text, g.items[0].name_start) for g in planned]
    return names if len(names) == count else [""] * count


def _told_rate(told: ToldFigures, item: Item, choice: _Choice, name: str = "") -> ToldRate:
    """Return a rate with its figures, in the sentences from the first of them to the rate."""
    own = [i for i in (choice.base, *choice.parts) if i is not None]
    first = min((i.quantity.start for i in own), default=item.quantity.start)
    last = max([item.quantity.end, *(i.quantity.end for i in own)])
    sentences = told.sentences(min(first, item.quantity.start), last)
    leading = min(own, key=lambda i: i.quantity.start) if own else item

    def figure(one: Item) -> ToldFigure:
        return told.figure(one, sentences)

    return ToldRate(
        kind=ToldKind.PLAN,
        label=name or subject_before(told.text, leading.name_start),
        rate=figure(item),
        base=figure(choice.base) if choice.base else None,
        parts=tuple(map(figure, choice.parts)),
        rivals=tuple((figure(a), figure(b)) for a, b in choice.rivals),
        bound=choice.bound,
        year=told.year_before(sentences.start, item.quantity.start),
    )
