"""Stated rate and item -> the figures that may belong to it, the likeliest first.

They are taken from the formula beside the rate, from its own sentence, else from the item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from pipeline.claims.items.item_index import Items, fits_target
from pipeline.claims.items.label_likeness import likeness
from pipeline.claims.mentions import Mention, Rate, Role, Statements, is_total, last_words
from pipeline.claims.records import Figure, Indicator, Pair, Reason
from pipeline.patterns import late
from pipeline.quantities import Formula, Number, Operation, find_formulas, same_counter

_OF_YEARS = late("年期|全程|中程|總目標|總計畫|累計")


def target_in_sentence(rate: Rate, item: Indicator) -> Figure | None:
    """Return the target that the rate's own sentence gives, the nearest before it."""
    if not rate.targets:
        return None
    fitting = [m for m in rate.targets if item.target and fits_target(m, item.target)]
    target = (fitting or list(rate.targets))[-1].figure
    if (
        item.target is None
        or not is_same_figure(target, item.target)
        or target.quantity.bound != "="
    ):
        return target
    # 目標值11分鐘 repeats the cell's 11分鐘以內 without its bound.
    return replace(target, quantity=target.quantity._replace(bound=item.target.quantity.bound))


def differing_target(sentence_target: Figure | None, item: Indicator) -> Figure | None:
    """Return the target cell's figure where the analysis gives another one of the same counter."""
    if sentence_target is None or item.target is None or item.growth:
        return None
    a, b = sentence_target.quantity, item.target.quantity
    same = same_counter(a.unit, b.unit) and (a.kind == b.kind)
    return item.target if same and a.value != b.value else None


def is_another_target(rate: Rate) -> bool:
    """Tell whether the sentence says why its target is not the cell's: revised, or for years."""
    return _is_revised(rate) or bool(_OF_YEARS.search(rate.mention.sentence))


def _is_revised(rate: Rate) -> bool:
    return any(mention.revised for mention in rate.targets)


def _revisions(
    statements: Statements, rate: Rate, item: Indicator, target: Figure | None
) -> Iterator[Figure]:
    """Yield the other targets that a rate may be taken from, where one was revised in the year."""
    if target is None or item.target is None or not statements.revised:
        return
    values = {target.quantity.value}
    revised = [m.figure for m in statements.revised if fits_target(m, target)]
    for figure in [item.target, *revised] if _is_revised(rate) else revised:
        if figure.quantity.value not in values and same_unit(figure, target):
            values.add(figure.quantity.value)
            yield figure


class Pairing(NamedTuple):
    """The figures that may belong to a rate, the likeliest first, and those that hardly do."""

    pairs: tuple[Pair, ...]
    spare: tuple[Pair, ...] = ()
    cumulative: bool = False
    """Whether the actual figures sum up several years, and the target does not."""


class _Beside(NamedTuple):
    """The figures of a sentence that may be the actual one."""

    likely: tuple[Figure, ...] = ()
    spare: tuple[Figure, ...] = ()
    cumulative: bool = False


def pair_figures(
    statements: Statements,
    rate: Rate,
    item: Indicator,
    items: Items,
    sentence_target: Figure | None,
) -> Pairing:
    """Return the figures that may belong to a rate; ``sentence_target`` is its `target_in_sentence`."""
    formula = rate.formula
    if formula is not None and (divided := pair_from_quotient(formula, rate)):
        return Pairing((divided,))
    target = sentence_target or item.target
    if formula is not None and not list(formula.names()):
        over_growth = sentence_target is None and item.growth and not formula.is_growth
        return Pairing((Pair(item.target if over_growth else target, None),))
    beside = _beside(rate, target, item)
    if not beside.likely:
        beside = _elsewhere(rate, item, target)
    values = {figure.quantity.value for figure in (*beside.likely, *beside.spare)}
    elsewhere = _in_other_sentences(statements, rate, target, items)
    spare = [*beside.spare, *(f for f in elsewhere if f.quantity.value not in values)]
    targets = [target, *_revisions(statements, rate, item, target)]
    actuals: Sequence[Figure | None] = beside.likely or (None,)
    return Pairing(
        tuple(Pair(one, actual) for one in targets for actual in actuals),
        tuple(Pair(one, actual) for one in targets for actual in spare),
        beside.cumulative,
    )


def _beside(rate: Rate, target: Figure | None, item: Indicator) -> _Beside:
    """Return the figures of the rate's own sentence that may be the actual one, likeliest first.

    That is one said to be the total, else those that do not stand in brackets behind another (of
    them 89 women); several may also be parts of it, to be added up. Where one is plainly called
    like the item, the others are kept to explain the rate, not to doubt it.
    """
    index, length = rate.series
    if length > 1 and len(rate.actuals) == length:
        in_series = rate.actuals[index]
        return _Beside((in_series.figure,)) if fits_target(in_series, target) else _Beside()
    fitting = [m for m in rate.actuals if fits_target(m, target)]
    totals = [m for m in fitting if is_total(m) and not m.cumulative]
    main = totals or [m for m in fitting if not m.in_brackets] or fitting
    yearly = [m for m in main if not m.cumulative]
    distinct = list(_distinct(reversed(yearly or main)))  # the nearest before the rate first
    spare = [m.figure for m in main if yearly and m.cumulative]
    likely = [m.figure for m in distinct]
    if len(distinct) > 1 and length == 1 and not totals:
        likely.extend(_sum(yearly or main))
    if (named := _called_alike(distinct, item)) is not None:
        spare.extend(figure for figure in likely if figure != named)
        likely = [named]
    return _Beside(tuple(likely), tuple(spare), bool(distinct) and not yearly)


def _in_other_sentences(
    statements: Statements, rate: Rate, target: Figure | None, items: Items
) -> Iterator[Figure]:
    """Yield the figures told elsewhere in the text, where only one item has their counter.

    訓練525人。訓練後就業310人，達成率105% has its figure in the sentence before.
    """
    if target is None or items.of_counter(target.quantity.unit) > 1:
        return
    beside = set(map(id, rate.actuals))
    elsewhere = [
        m
        for m in statements.with_role(Role.ACTUAL, None, "progress", "result")
        if id(m) not in beside
    ]
    for mention in _distinct(elsewhere):
        if fits_target(mention, target) and not mention.in_brackets:
            yield statements.figure(mention)


_ALIKE, _APART = 0.4, 0.2


def _called_alike(mentions: Sequence[Mention], item: Indicator) -> Figure | None:
    """Return the figure whose own words are plainly those of the item, and no other's are."""
    if len(mentions) < 2:
        return None
    words = item.label or item.target_text
    scored = sorted(
        ((likeness(words, last_words(m)), -i) for i, m in enumerate(mentions)),
        reverse=True,
    )
    (best, index), (second, _), *_ = scored
    nearest = mentions[-index]
    if nearest.entry.text[nearest.quantity.end : nearest.quantity.end + 1] == "、":
        return None  # 甲區滿意度78%、乙區82% name one thing with one word
    return nearest.figure if best >= _ALIKE and best - second >= _APART else None


def _sum(parts: Sequence[Mention]) -> Iterator[Figure]:
    """Yield the sum of counts, or of shares, as a figure of its own: 北區120場、南區130場."""
    total = sum((Fraction(m.quantity.value) for m in parts), Fraction(0))
    shares = all(m.quantity.kind == "percent" for m in parts) and total <= 100
    if shares or all(m.quantity.kind == "number" and m.quantity.bound == "=" for m in parts):
        text = "+".join(m.quantity.text for m in parts)
        figure = parts[-1].figure
        quantity = figure.quantity._replace(value=total, text=text)
        yield replace(figure, quantity=quantity, start=None)


def _elsewhere(rate: Rate, item: Indicator, target: Figure | None) -> _Beside:
    """Return the item's actual figure, or that of a quotient printed in the rate's sentence."""
    if target is None:
        return _Beside()
    if item.actual is not None and same_unit(item.actual, target):
        return _Beside((item.actual,), cumulative=item.cumulative)
    for formula in find_formulas(rate.mention.sentence):
        pair = pair_from_quotient(formula, rate)
        if pair and pair.target and pair.target.quantity.value == target.quantity.value:
            return _Beside((pair.actual,) if pair.actual else ())
    return _Beside()


def _distinct(mentions: Iterable[Mention]) -> Iterator[Mention]:
    seen: set[object] = set()
    for mention in mentions:
        if mention.quantity.value not in seen:
            seen.add(mention.quantity.value)
            yield mention


def same_unit(a: Figure, b: Figure) -> bool:
    """Tell whether two figures have the same counter."""
    return same_counter(a.quantity.unit, b.quantity.unit)


def pair_from_quotient(formula: Formula, rate: Rate) -> Pair | None:
    """Return actual and target of a formula that is just one over the other: (6％÷5％)×100％."""
    core = formula.core
    if not (
        isinstance(core, Operation)
        and core.operator == "/"
        and isinstance(core.left, Number)
        and isinstance(core.right, Number)
    ):
        return None
    place = rate.mention.figure.place
    return Pair(
        Figure(core.right.quantity, formula.text, place),
        Figure(core.left.quantity, formula.text, place),
    )


def pair_without_item(rate: Rate) -> Pair:
    """Return the figures of a rate's own sentence, where no item is known."""
    target = rate.targets[-1].figure if rate.targets else None
    fitting = [m for m in rate.actuals if fits_target(m, target)]
    return Pair(target, fitting[-1].figure if fitting else None)


def resolve_names(
    formula: Formula, pairs: Sequence[Pair], item: Indicator, roc_year: int | None
) -> dict[str, Fraction]:
    """Return the figures for the names of a formula, as far as the row prints them."""
    resolved: dict[str, Fraction] = {}
    pair = pairs[0] if pairs else Pair(None, None)
    for name in formula.names():
        if "目標" in name.name:
            figure = pair.target
        elif roc_year is not None and str(roc_year - 1) in name.name:
            figure = item.baseline
        elif item.growth and formula.is_growth:
            figure = item.actual
        else:
            figure = pair.actual
        if figure is not None:
            resolved[name.name] = Fraction(figure.quantity.value)
    return resolved


def missing_figure(pairs: Sequence[Pair], item: Indicator, growth: bool) -> Reason | None:
    """Say which figure is not printed, should the rate turn out to need it."""
    if growth and item.baseline is None:
        return Reason.NO_BASELINE
    pair = pairs[0] if pairs else Pair(None, None)
    if pair.target is None:
        return Reason.TARGET_IS_NO_FIGURE
    if pair.target.quantity.high is not None:
        return Reason.TARGET_IS_A_RANGE
    return Reason.NO_ACTUAL if pair.actual is None else None


def is_same_figure(figure: Figure, target: Figure | None) -> bool:
    """Tell whether a figure is the target: the same value and counter."""
    return (
        target is not None
        and figure.quantity.value == target.quantity.value
        and same_unit(figure, target)
    )
