"""Stated rate -> the item that it is for: by its target, its number, its words, its order."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import indicators, pairing, quantities, statements
from pipeline.mentions import Mention, Rate, Statements
from pipeline.model import Indicator

BUDGET_WORDS = ("預算", "經費", "歲入", "歲出", "決算")
"""Words of money that is planned and spent, of which few items are made."""


def rivals(
    found: Statements, rate: Rate, item: Indicator, items: Sequence[Indicator]
) -> list[Indicator]:
    """Return the other items that a rate may be for as well, by the figures of its sentence.

    辦理5梯次，共計210人，達成率105% may tell of the classes or of those who came.
    """
    told = (
        rate.series[1] > 1
        or rate.formula is not None
        or any(_is_target(m, i) for m in rate.targets for i in items)
        or index_of(found, rate.mention, items) is not None
    )
    if told or not any(indicators.fits(m, item.target) for m in rate.actuals):
        return []
    return [
        other
        for other in items
        if other is not item and any(indicators.fits(m, other.target) for m in rate.actuals)
    ]


def of_rate(found: Statements, rate: Rate, items: Sequence[Indicator]) -> Indicator | None:
    """Return the item that a rate is for: by its own target, its number, its words, its order."""
    if rate.series[1] > 1:
        return _item_in_series(rate, items)
    own = [i for i in items if any(_is_target(m, i) for m in rate.targets)]
    if len(own) == 1:
        return own[0]
    index = index_of(found, rate.mention, items)
    if index is not None:
        return items[index]
    quotient = pairing.quotient(rate.formula, rate) if rate.formula else None
    of = [
        i for i in items if quotient and quotient.target and pairing.same(quotient.target, i.target)
    ]
    if len(of) == 1:
        return of[0]
    if len(items) < 2:
        return items[0] if items else None
    best, second, *_ = sorted(((_score(rate, item), -item.item) for item in items), reverse=True)
    if best[0] >= 0.2 and best[0] - second[0] >= 0.05 and _is_told(rate, items, -best[1] - 1):
        return items[-best[1] - 1]
    return _by_order(found, rate, items)


def _is_told(rate: Rate, items: Sequence[Indicator], index: int) -> bool:
    """Tell whether words, or the counter alone, lead to an item among several."""
    beside = [*rate.targets, *rate.actuals]
    fitting = [i for i in items if any(indicators.fits(m, i.target) for m in beside)]
    item = items[index]
    if fitting == [item]:
        return True
    return _likeness(rate, item) >= 0.2


def _likeness(rate: Rate, item: Indicator) -> float:
    """Return how alike an item's words are to those of a rate, since the rate before it if any."""
    label = rate.mention.label
    words = rate.words if label.endswith(rate.words.strip("，、。；：:(（ ")) else label
    return indicators.likeness(words, f"{item.label} {item.target_text}")


def is_of_budget(rate: Rate, item: Indicator) -> bool:
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
    fitting = [item for item in items if indicators.fits(rate.actuals[index], item.target)]
    return fitting[0] if len(fitting) == 1 else None


def _in_order_of_words(rate: Rate, items: Sequence[Indicator]) -> list[int]:
    """Return the order in which a sentence tells the items, where each is told once.

    Counters tell first, then words:
    汰換324支、裝設210支，達成率各為108%、105% may tell the second item first.
    """
    order = list(range(len(items)))
    if len(rate.actuals) != len(items):
        return order
    fitting = [[i for i in order if indicators.fits(m, items[i].target)] for m in rate.actuals]
    if sorted(fitting) == [[i] for i in order]:
        return [index for (index,) in fitting]
    names = [f"{item.label} {item.target_text}" for item in items]
    named = [indicators.best_match(indicators.last_words(m), names) for m in rate.actuals]
    return [n for n in named if n is not None] if set(named) == set(order) else order


def _is_target(mention: Mention, item: Indicator) -> bool:
    if item.target is None:
        return False
    quantity = item.target.quantity
    return mention.quantity.value == quantity.value and quantities.same_counter(
        mention.unit, quantity.unit
    )


def _score(rate: Rate, item: Indicator) -> float:
    """Return how likely a rate is for an item: alike words, counters that agree."""
    score = _likeness(rate, item)
    beside = [*rate.targets, *rate.actuals]
    if beside and item.target is not None:
        score += 0.2 if any(indicators.fits(m, item.target) for m in beside) else -0.4
    if rate.growth or (rate.formula is not None and rate.formula.is_growth):
        score += 0.3 if item.growth else -0.3
    return score


def _by_order(found: Statements, rate: Rate, items: Sequence[Indicator]) -> Indicator | None:
    """Pair by order, where there are as many rates as items."""
    section = rate.mention.entry.section
    rates = [r for r in found.rates if not r.all_met and r.mention.entry.section == section]
    return items[rates.index(rate)] if len(rates) == len(items) and rate in rates else None


def index_of(found: Statements, mention: Mention, items: Sequence[Indicator]) -> int | None:
    """Return which item has the list number of the entry that a figure stands in."""
    listed = statements.list_of(found, mention.entry.section, len(items))
    return listed.places.get(id(mention.entry))


def of_mention(found: Statements, mention: Mention, items: Sequence[Indicator]) -> Indicator | None:
    """Return the item with the list number of the entry that a share stands in."""
    index = index_of(found, mention, items)
    if index is not None:
        return items[index]
    best = indicators.best_match(mention.label, [f"{i.label} {i.target_text}" for i in items])
    return items[best] if best is not None else (items[0] if items else None)
