"""Statements and items of a row -> claims: each stated rate with the figures that belong to it.

Which figures belong together is decided in this order: the formula beside the rate, the sentence's
own 目標值X…達成率Y, the item with the same list number, the words that are most alike with the same
counter, the order. A target without a stated rate becomes a claim without one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.claims import (
    combined_rates,
    contradictions,
    figures_of_rate,
    item_of_rate,
    outlines,
    rates,
    readings,
    repeated_rates,
    shares,
    told_rates,
)
from pipeline.claims.items.item_index import Items, fits_target
from pipeline.claims.items.label_likeness import best_match
from pipeline.claims.items.targets import is_told_as_lower
from pipeline.claims.mentions import Mention, Rate, Role, Statements, last_words
from pipeline.claims.records import Claim, Figure, Indicator, Pair, RateKind, Reason
from pipeline.claims.statements import rate_mentions
from pipeline.claims.weighing import explanations
from pipeline.quantities import may_be_one

_NAMED = {
    Role.TARGET: regex.compile(r"目標值?(?:為|係|是|訂為|[：:])?$"),
    Role.ACTUAL: regex.compile(r"實際(?:達成|完成)?值?(?:為|係|是|達|[：:])?$"),
}
"""The words right before a figure that name it the target or the actual one."""


def claims_from_statements(
    statements: Statements, items: Sequence[Indicator], roc_year: int | None
) -> tuple[Claim, ...]:
    """Return the claims of a row by item, in the order of print."""
    items = Items(items)
    means: list[Rate] = []
    for_all: list[Rate] = []
    single: list[Rate] = []
    for rate in statements.rates:
        if len(items) > 1 and _is_of_all(statements, rate, items):
            means.append(rate)
        else:
            (for_all if _speaks_for_all(statements, rate, items) else single).append(rate)
    text_claims = [_claim(statements, rate, items, roc_year) for rate in single]
    claims = repeated_rates.drop_repeated(text_claims, list(_column_rates(statements, items)))
    rated_items = {claim.item for claim in claims if claim.kind is RateKind.ACHIEVEMENT}
    claims.extend(claim for rate in for_all for claim in _all_met(rate, items, rated_items))
    claims.extend([_mean(statements, rate, claims, items) for rate in means])
    claims.extend(shares.find_shares(statements, items))
    claims.extend(shares.find_uncounted(statements, items))
    claims.extend(told_rates.claims_in_cell(statements.row, items[0].item if items else 1))
    claims.extend(_growths(statements, items, claims))
    claimed_items = {claim.item for claim in claims if claim.kind is not RateKind.RATIO}
    claims.extend(
        _unstated(item) for item in items if item.target and item.item not in claimed_items
    )
    return tuple(sorted(explanations.weigh_claims(statements, items, claims), key=_order))


def _is_of_all(statements: Statements, rate: Rate, items: Sequence[Indicator]) -> bool:
    """Tell whether a rate combines those of all items: a mean, or the only one, of capped parts."""
    only = len(statements.rates) == 1 and not rate.all_met and not rate.targets
    capped = only and combined_rates.CAPS.search(rate.mention.sentence)
    return rate.mean or bool(
        capped and item_of_rate.index_by_label(statements, rate.mention, items) is None
    )


def _order(claim: Claim) -> tuple[int, int, float, float]:
    place = claim.stated.place if claim.stated else None
    return (
        claim.item,
        place.page if place else 0,
        place.top if place else 0,
        (place.x0 or 0) if place else 0,
    )


def _speaks_for_all(statements: Statements, rate: Rate, items: Sequence[Indicator]) -> bool:
    """Tell whether a rate is meant for all items; one listed under an item is for that item."""
    if not rate.all_met or rate.series[1] > 1:
        return False
    index = item_of_rate.index_by_label(statements, rate.mention, items)
    if index is None:
        return True
    # What closes a list may be its last entry's, or sum it up.
    closes = index == len(items) - 1 and not rate.mention.entry.children
    summed_up = len(statements.rates) == 1 and rates.sums_up(rate.mention)
    return closes and (not rate.mention.entry.number or summed_up)


def _claim(statements: Statements, rate: Rate, items: Items, roc_year: int | None) -> Claim:
    """Give a stated rate its item and its figures."""
    item = item_of_rate.find_item(statements, rate, items)
    if item is not None and item_of_rate.is_budget_rate(rate, item):
        item = None
    if item is None:
        return _of_no_item(statements, rate)
    claim = _of_item(statements, rate, item, items, roc_year)
    others = item_of_rate.find_rivals(statements, rate, item, items)
    if not others or _follows(claim):
        return claim
    claims = [claim]
    for other in others:
        claims.append(_of_item(statements, rate, other, items, roc_year))
        if _follows(claims[-1]):
            return claims[-1]
    # As many rates as items: each is for one of them.
    return claim if len(statements.rates) == len(items) else _of_any(claims)


def _follows(claim: Claim) -> bool:
    """Tell whether a rate is what its figures give."""
    assert claim.stated is not None
    low, high = claim.stated.quantity.rounded
    return any(reading.meets(low, high) for reading in readings.list_readings(claim))


def _of_any(claims: Sequence[Claim]) -> Claim:
    """Return the claim of the likeliest item, with the figures of the others to be tried as well."""
    first, *others = claims
    return replace(first, pairs=first.pairs + tuple(p for c in others for p in c.pairs))


def _of_no_item(statements: Statements, rate: Rate) -> Claim:
    """Return the claim of a rate that no target of the row can be told to belong to."""
    formula = rate.formula
    growth = rate.growth or (formula is not None and formula.is_growth)
    pair = figures_of_rate.pair_without_item(rate) if rate.series[1] == 1 else Pair(None, None)
    return Claim(
        statements.row.number, 1, shares.short_label(rate.mention.label), _kind(growth), rate.mention.figure,
        pairs=(pair,) if pair.target and pair.actual else (),
        formula=formula if formula and not list(formula.names()) else None,
        growth=growth, called_rate=not rate.growth,
        missing=Reason.NO_ITEM,
    )  # fmt: skip


def _of_item(
    statements: Statements,
    rate: Rate,
    item: Indicator,
    items: Items,
    roc_year: int | None,
) -> Claim:
    """Return the claim of a rate for an item, with its figures."""
    formula = rate.formula
    growth = rate.growth or (formula is not None and formula.is_growth)
    sentence_target = figures_of_rate.target_in_sentence(rate, item)
    paired = figures_of_rate.pair_figures(statements, rate, item, items, sentence_target)
    pairs = paired.pairs
    names = figures_of_rate.resolve_names(formula, pairs, item, roc_year) if formula else {}
    if formula and any(name.name not in names for name in formula.names()):
        formula = None
    cell = figures_of_rate.differing_target(sentence_target, item)
    if cell and figures_of_rate.is_another_target(rate):
        cell = None
    again = (
        contradictions.differing_actual(statements, rate, pairs[0].actual)
        if len(pairs) == 1
        else None
    )
    return Claim(
        row=statements.row.number,
        item=item.item,
        label=item.label,
        kind=_kind(growth),
        stated=rate.mention.figure,
        pairs=pairs,
        baseline=item.baseline,
        formula=formula,
        names=tuple(names.items()),
        lower=_is_lower(rate, item, growth),
        says_lower=item.says_lower and not growth and not rates.is_of_spending(rate.mention),
        growth=growth or item.growth,
        called_rate=not rate.growth,
        cell_target=cell,
        in_formula=contradictions.differing_in_formula(statements, rate, item),
        told_again=again,
        missing=figures_of_rate.missing_figure(pairs, item, growth),
        spare=(
            *paired.spare,
            *(Pair(pair.target, again) for pair in pairs if again),
            *(Pair(cell, pair.actual) for pair in pairs if cell),
        ),
        doubt=rate.mention.doubt or (Reason.CUMULATIVE if paired.cumulative else None),
        this_year=item.actual if item.growth and not growth else None,
    )


def _is_lower(rate: Rate, item: Indicator, growth: bool) -> bool:
    """Tell whether less is better: for the item, or by the name of the figure beside the rate."""
    if item.growth and not growth:
        # A growth that is held down (年增率2%以下) is better lower; one that is reached is not.
        return item.target is not None and item.target.quantity.bound == "<="
    return item.lower or any(is_told_as_lower(mention) for mention in rate.actuals)


def _kind(growth: bool) -> RateKind:
    return RateKind.GROWTH if growth else RateKind.ACHIEVEMENT


def _all_met(
    rate: Rate, items: Sequence[Indicator], rated_items: Collection[int]
) -> Iterator[Claim]:
    """Apply a rate that speaks for all items to each; those told apart have a rate of their own."""
    left_out = {*rated_items, *_left_out(rate)} if rates.leaves_out(rate) else set()
    for item in items:
        if item.target is None or item.item in left_out:
            continue
        # Which item is left out is not always told.
        actual = None if rates.leaves_out(rate) and not left_out else item.actual
        pairs = (Pair(item.target, actual),)
        yield Claim(
            row=item.row,
            item=item.item,
            label=item.label,
            kind=RateKind.ACHIEVEMENT,
            stated=rate.mention.figure,
            pairs=pairs,
            baseline=item.baseline,
            lower=item.lower and not item.growth,
            growth=item.growth,
            all_met=True,
            missing=figures_of_rate.missing_figure(pairs, item, False),
            doubt=Reason.CUMULATIVE if item.cumulative else None,
        )


def _left_out(rate: Rate) -> Iterator[int]:
    """Yield the items that a sentence names by number: 除第2項外."""
    mention = rate.mention
    for quantity in mention.entry.found:
        if quantity.kind == "ordinal" and mention.start <= quantity.start < mention.end:
            yield int(quantity.value)


def _mean(
    statements: Statements, rate: Rate, claims: Sequence[Claim], items: Sequence[Indicator]
) -> Claim:
    """Take a rate that is said to be one of all items from its formula, or from theirs.

    The weights of a mean are seldom printed: one that does not fit is not judged.
    """
    figure = rate.mention.figure
    formula = rate.formula if rate.formula and not list(rate.formula.names()) else None
    if formula is None:
        formula = combined_rates.combining_formula(statements, items, claims, figure)
    return Claim(
        row=items[0].row, item=items[0].item, label=shares.short_label(rate.mention.label),
        kind=RateKind.ACHIEVEMENT, stated=figure, formula=formula,
        missing=Reason.NO_WEIGHTS,
    )  # fmt: skip


def _unstated(item: Indicator) -> Claim:
    return Claim(
        row=item.row,
        item=item.item,
        label=item.label,
        kind=_kind(item.growth),
        stated=None,
        pairs=(Pair(item.target, None if item.growth else item.actual),),
        lower=item.lower,
        growth=item.growth,
    )


def _column_rates(statements: Statements, items: Sequence[Indicator]) -> Iterator[Claim]:
    """Yield the rates of a column of their own."""
    targets, actuals = _named(statements, Role.TARGET), _named(statements, Role.ACTUAL)
    for mention, item in _items_of_column(statements, items):
        if item is None:
            label = shares.short_label(mention.label)
            yield Claim(
                statements.row.number, 1, label, RateKind.ACHIEVEMENT, mention.figure,
                missing=Reason.NO_ITEM,
            )  # fmt: skip
            continue
        pair = Pair(item.target, item.actual)
        yield Claim(
            row=item.row,
            item=item.item,
            label=item.label,
            kind=RateKind.ACHIEVEMENT,
            stated=mention.figure,
            pairs=(pair,),
            baseline=item.baseline,
            lower=item.lower and not item.growth,
            says_lower=item.says_lower and not rates.is_of_spending(mention),
            growth=item.growth,
            told_target=_other_told(targets, item.target),
            told_actual=_other_told(actuals, item.actual),
            missing=figures_of_rate.missing_figure((pair,), item, False),
        )


def _items_of_column(
    statements: Statements, items: Sequence[Indicator]
) -> Iterator[tuple[Mention, Indicator | None]]:
    """Yield the rates of the rate column, each with its item: by the list, the order, the words."""
    cell = statements.cells.get("rate", ())
    firsts = [next(iter(rate_mentions(entry)), None) for entry in outlines.listed_entries(cell)]
    if len(firsts) != len(items):  # a heading in the cell
        firsts = [mention for mention in firsts if mention]
    if len(firsts) == len(items):
        # A mark for no value among the rates of a list is none.
        yield from ((m, item) for m, item in zip(firsts, items, strict=True) if m is not None)
        return
    mentions = [m for entry in outlines.walk_entries(cell) for m in rate_mentions(entry)]
    mentions = [m for m in mentions if m.quantity.kind == "percent"] or mentions
    if len(mentions) == len(items):
        yield from zip(mentions, items, strict=True)
        return
    names = [f"{item.label} {item.target_text}" for item in items]
    for mention in mentions:
        best = best_match(last_words(mention), names)
        if best is None and len(items) == 1:
            best = 0
        yield mention, None if best is None else items[best]


def _named(statements: Statements, role: Role) -> Sequence[Mention]:
    """Return the figures right behind a word that names them the target or the actual one."""
    mentions = statements.with_role(role, None, "progress", "result")
    return [mention for mention in mentions if _NAMED[role].search(mention.label)]


def _other_told(named: Sequence[Mention], figure: Figure | None) -> Figure | None:
    """Return what the text names as target or actual figure, if that is another than the column's.

    Only where the text names no second one.
    """
    if figure is None:
        return None
    fitting = {m.quantity.value: m for m in named if fits_target(m, figure)}
    if len(fitting) != 1:
        return None
    (mention,) = fitting.values()
    other = mention.figure
    return None if may_be_one(figure.quantity, other.quantity) else other


def _growths(
    statements: Statements, items: Sequence[Indicator], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Yield the growth that is told of a growth target's figures, with both years beside it.

    Where they are not printed it is told, unless another rate is stated for the item.
    """
    growing = [item for item in items if item.growth]
    if len(growing) != 1:
        return
    item = growing[0]
    if any(claim.item == item.item and claim.kind is RateKind.GROWTH for claim in claims):
        return
    growths = [m for m in statements.with_role(Role.GROWTH) if m.quantity.kind == "percent"]
    growths = [m for m in growths if m.entry.section in ("progress", "result", None)]
    if len({m.quantity.value for m in growths}) != 1:
        return
    mention = growths[0]
    beside = item.actual is not None and item.baseline is not None and _beside_both(mention, item)
    if beside or not any(claim.item == item.item for claim in claims):
        pairs = (Pair(item.target, item.actual if beside else None),)
        yield Claim(
            row=item.row,
            item=item.item,
            label=item.label,
            kind=RateKind.GROWTH,
            stated=mention.figure,
            pairs=pairs,
            baseline=item.baseline,
            lower=item.lower,
            growth=True,
            called_rate=False,
            missing=None if beside else Reason.NOT_BOTH_YEARS,
        )


def _beside_both(mention: Mention, item: Indicator) -> bool:
    """Tell whether both years' figures stand in the sentence of a growth."""
    sentence = mention.figure.sentence
    return all(
        figure is not None and figure.sentence == sentence
        for figure in (item.actual, item.baseline)
    )
