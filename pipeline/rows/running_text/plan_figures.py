"""A rate of a plan and the figures before it -> those that it is of, and whether it can be of no others.

It goes with the figures named since the rate before it. A second rate of one figure names its plan (占全年20％).
Where words leave open which figures are meant, the others that it may be of are told as rivals.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.rows.running_text.figure_words import FigureRole, measure_of
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures, is_plain
from pipeline.rows.running_text.unnamed_parts import (
    are_alike,
    is_of_plan,
    may_be_meant,
    of_latest_year,
    parts_without_words,
    unnamed_alike,
)

_TOGETHER = late(r"(?:合計|共計|總計|合共|加計|併計|合併|兩者|二者)[^，。；]*$")
_OF_ALL = late(r"[總全均皆共兩二各]|整體|合計|平均")
_SUMS_UP = late(r"^[，,、；\s]*(?:總計|合計|共計|計)(?:新[臺台]幣)?\s*$")
_DIVIDED = frozenset("/／÷")
_GENERAL = late(
    r"(?:[，,。；：:、(（)）\s]|本|該|其|爰|故|整體|總|合計|共計|總計|全年|年度|年|預算|計畫|經費|累計|平均|之|的|已|約|執行"
    r"|分配|實際|目標|決算數?|[0-9]|截至|月|底|止|分別|績效)*"
)
"""Words before 執行率 that name nothing of their own."""
_MOST = 6
"""So many figures of a kind are told as rivals: the nearest ones."""
_MAIN = (FigureRole.PLANNED, FigureRole.REACHED, FigureRole.HELD)


class PlanFigures(NamedTuple):
    """The figures that a rate is told with; ``bound`` tells that it can be of no others."""

    base: Item | None = None
    parts: tuple[Item, ...] = ()
    rivals: tuple[tuple[Item, Item], ...] = ()
    bound: bool = False
    name: str = ""
    """What it is of."""
    likely: bool = False
    """Whether nothing speaks for others, though words only lead to these: 已完成."""


class Near(NamedTuple):
    """The figures before a rate: those since the rate before, and some from before that."""

    since: Sequence[Group]
    all: Sequence[Group]

    def single(self, *roles: FigureRole) -> list[Item]:
        """Return the figures of some roles that stand for themselves, since the rate before."""
        return singles(self.since, *roles)


def singles(groups: Iterable[Group], *roles: FigureRole) -> list[Item]:
    """Return the figures of some roles that stand for themselves."""
    return [group.items[0] for group in groups if group.role in roles and len(group.items) == 1]


def choose_figures(
    told: ToldFigures, rate: Item, own: Item | None, near: Near, last: PlanFigures
) -> PlanFigures:
    """Return the figures of a rate; ``own`` is the plan in its own words, ``last`` what the rate before is of."""
    if quotient := _quotient(near.since):
        return PlanFigures(quotient[1], (quotient[0],), (), True, rate.subject(told.text))
    near = near._replace(since=[g for g in near.since if g.items[-1] is not own])
    whole, near = near, _in_own_sentence(told, rate, near)
    named = "" if own else rate.subject(told.text)
    foreign = bool(named) and not _GENERAL.fullmatch(named)
    named = named if foreign else ""
    if foreign and (meant := _by_subject(told, named, near.all)):
        return meant
    foreign = foreign and not _stands_before(told, named, rate, near.since)
    reached = of_latest_year(told, _named_first(near.single(FigureRole.REACHED)))
    held = near.single(FigureRole.HELD)
    base, sure = _base(rate, own, near, [*reached, *held])
    again = not reached and not held and bool(last.parts) and bool(own or rate.words.measure)
    again = again and (base is None or any(are_alike(part, base) for part in last.parts))
    if base is None and not named and (base := _unnamed_base(told, near.since, reached)):
        sure = False
    if base is not None:
        reached = [item for item in reached if are_alike(item, base)] or reached
    parts, sure_parts = (
        (list(last.parts), True) if again else _parts(told, rate, near.since, reached, held)
    )
    others = [item for item in unnamed_alike(near.since, base) if item not in parts]
    if parts and _SUMS_UP.search(parts[-1].before):  # what it sums up are no rivals of it
        others = [i for i in others if i.quantity.start > parts[-1].quantity.start]
    if not parts and base is not None:  # 目標35班，培訓62班: any verb may tell what was reached
        parts, sure_parts = parts_without_words(told, base, near.since, near.all)
        others = [i for i in others if i not in parts and is_of_plan(i)]
    bound = sure and sure_parts and not foreign and not others and is_plain(rate.quantity)
    bound = bound and not _is_changed(near.since, base, parts)
    bound = bound and not _may_be_of_money(rate, base, parts)
    is_cut = base is not None and may_be_meant(whole.since[: -len(near.since) or None], base)
    bases = [*near.single(FigureRole.PLANNED), *singles(near.all, FigureRole.PLANNED), *others]
    return PlanFigures(
        base,
        tuple(parts),
        rival_pairs(base, parts, bases, [*reached, *held, *others]),
        bound and not is_cut and are_named(base, parts),
        _name(told, near.since, base, parts) or (last.name if again else named),
        bound
        and base is not None
        and bool(parts)
        and all(are_alike(p, base) and is_of_plan(p) for p in parts),
    )


def _in_own_sentence(told: ToldFigures, rate: Item, near: Near) -> Near:
    """Leave out what stands before the sentence of a rate, where that tells a plan and what was reached."""
    if _OF_ALL.search(rate.before):
        return near
    start = told.sentence_start(rate.quantity.start)
    since = [group for group in near.since if group.start >= start]
    reached = singles(since, FigureRole.REACHED)
    planned = singles(since, FigureRole.PLANNED)
    whole = any(are_alike(a, b) for a in planned for b in reached)
    return near._replace(since=since) if whole else near


def _may_be_of_money(rate: Item, base: Item | None, parts: Sequence[Item]) -> bool:
    """Tell whether a rate may be that of money that is not told: 訓練80人次，執行率95％.

    It is none where what was done in fact stands right before it: 實際訓練76人次，執行率95％.
    """
    spent = any(word in rate.words.name for word in ("執行", "支用", "動支"))
    if not spent or base is None or "元" in base.quantity.unit:
        return False
    return not (
        len(parts) == 1 and "實際" in parts[0].words.name and rate.before.startswith("，執行率")
    )


def _quotient(since: Sequence[Group]) -> tuple[Item, Item] | None:
    """Return the two figures of a quotient that is printed right before a rate: 執行率（62元／35元）177％."""
    return (since[-2].items[-1], since[-1].items[0]) if is_divided(since[-2:]) else None


def is_divided(groups: Sequence[Group]) -> bool:
    """Tell whether two figures are printed as a quotient: 62元／35元; none where they are named."""
    if len(groups) != 2:
        return False
    part, base = groups[0].items[-1], groups[1].items[0]
    return base.before.strip() in _DIVIDED and are_alike(part, base)


def _stands_before(told: ToldFigures, named: str, rate: Item, since: Sequence[Group]) -> bool:
    """Tell whether the name of a rate is that of the figures before it: 歲出…，歲出執行率."""
    first = since[0].items[0].name_start if since else rate.name_start
    return told.text.find(named, told.sentence_start(first)) < rate.name_start - len(named)


def _named_first(items: Sequence[Item]) -> Sequence[Item]:
    """Return the figures that are named outright, where there are any."""
    return [item for item in items if item.words.named] or items


def _base(
    rate: Item, own: Item | None, near: Near, reached: Sequence[Item]
) -> tuple[Item | None, bool]:
    """Return the plan that a rate is of, and whether it can be no other."""
    if own is not None:
        return own, True
    planned = _named_first(near.single(FigureRole.PLANNED))
    planned = [i for i in planned if any(are_alike(i, other) for other in reached)] or planned
    everywhere = singles(near.all, FigureRole.PLANNED)
    if measure := rate.words.measure:
        for items in (planned, everywhere):
            fitting = [i for i in items if measure_of(i.words.name) == measure]
            if not fitting and measure == "target":  # 原訂50件，實際60件，達目標之120％
                fitting = [i for i in items if not measure_of(i.words.name)]
            if total := _total(near.since, fitting):
                return total, False
            if fitting:
                return fitting[-1], len({i.quantity.value for i in fitting}) == 1
        return None, False
    if total := _total(near.since, planned):
        return total, False
    if planned:
        return planned[-1], len({i.quantity.value for i in planned}) == 1
    return (everywhere[-1], False) if everywhere else (None, False)


def _total(since: Sequence[Group], planned: Sequence[Item]) -> Item | None:
    """Return what sums up several plans: 預算數50千元，追加5千元，共計55千元."""
    if not planned:
        return None
    before = 0
    for group in since:
        item = group.items[0]
        if group.role in (FigureRole.REACHED, FigureRole.HELD):
            return None
        if before > 1 and _SUMS_UP.search(item.before) and are_alike(item, planned[0]):
            return item
        before += group.role in (FigureRole.PLANNED, FigureRole.DIFFERENCE)
    return None


def _parts(
    told: ToldFigures,
    rate: Item,
    since: Sequence[Group],
    reached: Sequence[Item],
    held: Sequence[Item],
) -> tuple[list[Item], bool]:
    """Return what was reached, and whether it can be no other."""
    both = sorted([*reached, *held], key=lambda item: item.quantity.start)
    if held and (total := _summed_up(since, both)):
        return [total], True
    if len(both) > 1 and _TOGETHER.search(told.text, both[-1].quantity.end, rate.quantity.start):
        return both, len(both) == 2
    if held and reached:
        return [reached[-1], *held], False
    if reached:
        return [reached[-1]], len({item.quantity.value for item in reached}) == 1
    return both[-1:], False


def _summed_up(since: Sequence[Group], parts: Sequence[Item]) -> Item | None:
    """Return the sum that is printed behind its parts: 實支數40千元，應付數5千元，合計45千元."""
    total = next(
        (
            g.items[0]
            for g in since
            if g.role is FigureRole.OTHER and _SUMS_UP.search(g.items[0].before)
        ),
        None,
    )
    if total is None:
        return None
    start, end = parts[0].quantity.start, total.quantity.start
    between = [i for g in since if start <= g.start < end for i in g.items]
    between = [item for item in between if are_alike(item, total)]
    before = sum(Fraction(item.quantity.value) for item in between)
    if len(between) < 2 or before != Fraction(total.quantity.value):
        return None
    return total._replace(words=total.words._replace(role=FigureRole.REACHED, named=True))


def _unnamed_base(
    told: ToldFigures, since: Sequence[Group], reached: Sequence[Item]
) -> Item | None:
    """Return what a figure that was reached is of, where no word says so: 籌組60個，實際成立63個."""
    if len(reached) != 1:
        return None
    start = told.sentence_start(reached[0].quantity.start)
    alike = [
        item
        for group in since
        if group.start >= start and group.role in (FigureRole.OTHER, FigureRole.REACHED)
        for item in group.items
        if item is not reached[0] and not item.words.named and are_alike(item, reached[0])
    ]
    own = [item for item in alike if item.quantity.end <= reached[0].quantity.start]
    return own[0] if len(alike) == len(own) == 1 and is_of_plan(own[0]) else None


def are_named(base: Item | None, parts: Sequence[Item]) -> bool:
    """Tell whether all figures are there, named outright and of one kind."""
    if base is None or not parts or not base.words.named:
        return False
    if any(part.words.role is FigureRole.RATE for part in parts):
        return False  # 完成率88%，目標80%
    return all(part.words.named and are_alike(part, base) for part in parts)


def _is_changed(since: Sequence[Group], base: Item | None, parts: Sequence[Item]) -> bool:
    """Tell whether something is added to a plan, or taken from it, before what was reached is told."""
    if base is None or not parts:
        return False
    start, end = base.quantity.end, min(part.quantity.start for part in parts)
    changes = singles(since, FigureRole.DIFFERENCE)
    return any(start <= i.quantity.start < end and are_alike(i, base) for i in changes)


def rival_pairs(
    base: Item | None, parts: Sequence[Item], bases: Sequence[Item], others: Sequence[Item]
) -> tuple[tuple[Item, Item], ...]:
    """Return the other pairs of alike figures that a rate may be of, but for its own turned round."""
    own = {id(item) for item in (base, *parts)} if len(parts) == 1 else set()
    pairs: dict[tuple[object, object], tuple[Item, Item]] = {}
    for one in bases[-_MOST:]:
        for other in others[-_MOST:]:
            values = one.quantity.value, other.quantity.value
            if one is not other and {id(one), id(other)} != own and are_alike(one, other):
                pairs.setdefault(values, (one, other))
    return tuple(pairs.values())


def _name(
    told: ToldFigures, since: Sequence[Group], base: Item | None, parts: Sequence[Item]
) -> str:
    """Return what the first of the figures is said of; of a sum, what its parts are."""
    own = [item for item in (base, *parts) if item is not None]
    if base is not None and any(part.words.role is FigureRole.OTHER for part in parts):
        name = base.subject(told.text)  # 吸引62人次；以參與人次目標80人次計
        return name if name and not _GENERAL.fullmatch(name) else parts[0].subject(told.text)
    if base is not None and _SUMS_UP.search(base.before):
        own = [*singles(since, FigureRole.PLANNED), *own]
    return min(own, key=lambda i: i.quantity.start).subject(told.text) if own else ""


def _by_subject(told: ToldFigures, named: str, groups: Sequence[Group]) -> PlanFigures | None:
    """Return the figures that bear the name of a rate: 歲入執行率 after those of 歲入 and 歲出."""
    planned = [g for g in groups if g.role is FigureRole.PLANNED and len(g.items) == 1]
    own = [g for g in planned if _same_name(g.items[0].subject(told.text), named)]
    if len(own) != 1 or len(planned) < 2:
        return None
    start = groups.index(own[0])
    part = next((g for g in groups[start + 1 :] if g.role in _MAIN), None)
    if part is None or part.role is not FigureRole.REACHED or len(part.items) != 1:
        return None
    base, parts = own[0].items[0], [part.items[0]]
    rivals = rival_pairs(
        base, parts, singles(groups, FigureRole.PLANNED), singles(groups, *_MAIN[1:])
    )
    return PlanFigures(base, tuple(parts), rivals, are_named(base, parts), named)


def _same_name(own: str, named: str) -> bool:
    return bool(own) and (own == named or named.startswith(own) or own.endswith(named))
