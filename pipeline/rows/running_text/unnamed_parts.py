"""A plan and figures that no word gives a role -> what was reached of it, where only one can be meant.

Any verb may tell it, before the plan or behind it: 目標35班，培訓62班; 巡迴34校，超越目標30校. Figures of another
year, and those that only break one down, are not meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.patterns import late
from pipeline.quantities import same_counter
from pipeline.rows.running_text.figure_words import FigureRole
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures

_OF_ANOTHER = late(
    r"(?:[較比與][^，。；：]*年[^，。；：]*|[(（]\s*(?:[0-9]{2,3}年度?|[上去前]一?年度?|同期)[^，。；：]{0,8}"
    r"|(?:去年|上年度?|前一?年度?|上期|同期)[^，。；：]{0,8}|其中[^，。；：]*|[(（]?(?:包括|包含|含)[^，。；：]*)$"
)
"""Words before a figure that is of another year, or of a part: 較112年之, （110年度, 其中北部."""


def are_alike(a: Item, b: Item) -> bool:
    """Tell whether two figures can be a part and its whole."""
    one, other = a.quantity, b.quantity
    return one.kind == other.kind and same_counter(one.unit, other.unit)


def may_be_meant(groups: Iterable[Group], one: Item) -> bool:
    """Tell whether one of some figures is a plan or was reached, and is of another one's kind."""
    main = (FigureRole.PLANNED, FigureRole.REACHED)
    return any(
        are_alike(item, one) for group in groups if group.role in main for item in group.items
    )


def unnamed_alike(groups: Iterable[Group], base: Item | None) -> list[Item]:
    """Return the figures without a role that are of a plan's kind."""
    if base is None:
        return []
    return [
        item
        for group in groups
        if group.role is FigureRole.OTHER
        for item in group.items
        if item is not base and are_alike(item, base)
    ]


def is_of_plan(item: Item) -> bool:
    """Tell whether words leave open that a figure is of the plan's own year, and of the whole of it."""
    return not _OF_ANOTHER.search(item.before)


def _is_of_year(told: ToldFigures, item: Item, base: Item) -> bool:
    """Tell whether no two years are named that a figure and a plan are of."""
    years = [
        told.year_before(one.quantity.start - len(one.before), one.quantity.start)
        for one in (item, base)
    ]
    return None in years or years[0] == years[1]


def of_latest_year(told: ToldFigures, items: Sequence[Item]) -> Sequence[Item]:
    """Return the figures of the latest year, where each names its own: 111年實績35人，112年實績40人."""
    years = [
        told.year_before(one.quantity.start - len(one.before), one.quantity.start) for one in items
    ]
    named = [year for year in years if year is not None]
    if len(named) < 2:
        return items
    return [one for one, year in zip(items, years, strict=True) if year in (None, max(named))]


def parts_without_words(
    told: ToldFigures, base: Item, since: Sequence[Group], everywhere: Sequence[Group]
) -> tuple[list[Item], bool]:
    """Return what was reached of a plan, and whether it can be no other.

    ``since`` are the figures since the rate before, ``everywhere`` those from before that too.
    """
    near = [item for item in unnamed_alike(since, base) if is_of_plan(item)]
    near = [item for item in near if _is_of_year(told, item, base)]
    behind = [item for item in near if item.quantity.start > base.quantity.end]
    if behind:
        return (behind, True) if len(behind) == 1 else ([], False)
    if base.quantity.kind == "percent" and (shares := _shares_before(told, base, everywhere)):
        return shares[-1:], len(shares) == 1 and near in ([], shares)
    if near:
        return near[-1:], len(near) == 1
    far = [
        item
        for group in everywhere
        for item in group.items
        if item.quantity.end <= base.quantity.start and are_alike(item, base)
    ]
    is_free = len(far) == 1 and unnamed_alike(everywhere, base) == far and is_of_plan(far[0])
    is_free = is_free and _is_of_year(told, far[0], base)
    return (far, True) if is_free and base.quantity.kind != "percent" else ([], False)


def _shares_before(told: ToldFigures, base: Item, groups: Sequence[Group]) -> list[Item]:
    """Return the shares before a planned one, if one is right before it: 完成率98％，目標95％."""
    before = [group for group in groups if group.end <= base.quantity.start]
    start = max((at for at in told.ends if at <= base.quantity.start), default=0)
    if before and before[-1].end <= start:  # 定罪率98％；目標訂為95％
        start = told.sentence_start(before[-1].start)
    if not before or told.text.find("。", before[-1].end, base.quantity.start) >= 0:
        return []
    shares = [
        group.items[0]
        for group in before
        if group.start >= start
        and group.role in (FigureRole.OTHER, FigureRole.RATE)
        and are_alike(group.items[0], base)
    ]
    return shares if shares and shares[-1] is before[-1].items[-1] else []
