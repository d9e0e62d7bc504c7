"""Stated rate -> the item that it is for: by its target, its number, its words, its order."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims import figures_of_rate
from pipeline.claims.items.item_index import Items, fits_target
from pipeline.claims.items.label_likeness import best_match, character_pairs, words_likeness
from pipeline.claims.mentions import Mention, Rate, Statements, last_words
from pipeline.claims.records import Indicator
from pipeline.claims.statements import find_list

BUDGET_WORDS = ("預算", "經費", "歲入", "歲出", "決算")
"""Words of money that is planned and spent, of which few items are made."""


def find_rivals(
    statements: Statements, rate: Rate, item: Indicator, items: Items
) -> list[Indicator]:
    """Return the other items that a rate may be for as well, by the figures of its sentence.

    辦理5梯次，共計210人，達成率105% may tell of the classes or of those who came.
    """
    is_settled = (
        rate.series[1] > 1
        or rate.formula is not None
        or items.with_target(rate.targets)
        or index_by_label(statements, rate.mention, items) is not None
    )
    if is_settled:
        return []
    fitting = items.fitting(rate.actuals)
    others = [other for other in fitting if other is not item]
    return others if len(others) < len(fitting) else []


def find_item(statements: Statements, rate: Rate, items: Items) -> Indicator | None:
    """Return the item that a rate is for: by its own target, its number, its words, its order."""
    if rate.series[1] > 1:
        return _item_in_series(rate, items)
    with_target = items.with_target(rate.targets)
    if len(with_target) == 1:
        return with_target[0]
    index = index_by_label(statements, rate.mention, items)
    if index is not None:
        return items[index]
    quotient = figures_of_rate.pair_from_quotient(rate.formula, rate) if rate.formula else None
    if quotient and quotient.target:
        with_divisor = [
            i for i in items if figures_of_rate.is_same_figure(quotient.target, i.target)
        ]
        if len(with_divisor) == 1:
            return with_divisor[0]
    if len(items) < 2:
        return items[0] if items else None
    return _by_words(rate, items) or _by_order(statements, rate, items)


def _by_words(rate: Rate, items: Items) -> Indicator | None:
    """Return the item to which words, or the counter alone, lead plainly."""
    words = character_pairs(_words(rate))
    alike = [words_likeness(words, item_pairs) for item_pairs in items.pairs]
    beside = [*rate.targets, *rate.actuals]
    fitting = items.fitting(beside)
    scores = alike
    if beside:
        by_counter = {item.item for item in fitting}
        scores = [
            score + (0.2 if item.item in by_counter else -0.4) if item.target else score
            for score, item in zip(scores, items, strict=True)
        ]
    if rate.growth or (rate.formula is not None and rate.formula.is_growth):
        scores = [
            score + (0.3 if item.growth else -0.3)
            for score, item in zip(scores, items, strict=True)
        ]
    best = max(scores)
    index = scores.index(best)
    second = max([*scores[:index], *scores[index + 1 :]])
    if best < 0.2 or best - second < 0.05:
        return None
    by_counter_alone = len(fitting) == 1 and fitting[0] is items[index]
    return items[index] if by_counter_alone or alike[index] >= 0.2 else None


def _words(rate: Rate) -> str:
    """Return the words of a rate, since the rate before it if any."""
    label = rate.mention.label
    return rate.words if label.endswith(rate.words.strip("，、。；：:(（ ")) else label


def is_budget_rate(rate: Rate, item: Indicator) -> bool:
    """Tell whether a rate is said to be the budget's, and the item is none of money."""
    before = rate.mention.label.rpartition("，")[2]
    return (
        any(word in before for word in BUDGET_WORDS)
        and not any(word in item.label + item.target_text for word in BUDGET_WORDS)
        and not (item.target and "元" in item.target.quantity.unit)
    )


def _item_in_series(rate: Rate, items: Sequence[Indicator]) -> Indicator | None:
    """Return the item of one of several rates told in one breath: by order, if all are told."""
    index, length = rate.series
    if length == len(items):
        return items[_in_order_of_words(rate, items)[index]]
    if len(rate.actuals) != length:
        return None
    fitting = [item for item in items if fits_target(rate.actuals[index], item.target)]
    return fitting[0] if len(fitting) == 1 else None


def _in_order_of_words(rate: Rate, items: Sequence[Indicator]) -> list[int]:
    """Return the order in which a sentence tells the items, where each is told once.

    Counters tell first, then words:
    汰換324支、裝設210支，達成率各為108%、105% may tell the second item first.
    """
    order = list(range(len(items)))
    if len(rate.actuals) != len(items):
        return order
    fitting = [[i for i in order if fits_target(m, items[i].target)] for m in rate.actuals]
    if sorted(fitting) == [[i] for i in order]:
        return [index for (index,) in fitting]
    names = [f"{item.label} {item.target_text}" for item in items]
    named = [best_match(last_words(m), names) for m in rate.actuals]
    return [n for n in named if n is not None] if set(named) == set(order) else order


def _by_order(statements: Statements, rate: Rate, items: Sequence[Indicator]) -> Indicator | None:
    """Pair by order, where there are as many rates as items."""
    order = statements.order_of_rates[rate.mention.entry.section]
    index = order.get(id(rate))
    return items[index] if len(order) == len(items) and index is not None else None


def index_by_label(
    statements: Statements, mention: Mention, items: Sequence[Indicator]
) -> int | None:
    """Return which item has the list number of the entry that a figure stands in."""
    listed = find_list(statements, mention.entry.section, len(items))
    return listed.places.get(id(mention.entry))


def item_by_label(
    statements: Statements, mention: Mention, items: Sequence[Indicator]
) -> Indicator | None:
    """Return the item with the list number of the entry that a share stands in."""
    index = index_by_label(statements, mention, items)
    if index is not None:
        return items[index]
    best = best_match(mention.label, [f"{i.label} {i.target_text}" for i in items])
    return items[best] if best is not None else (items[0] if items else None)
