"""Statements and items of a row -> claims: each stated rate with the figures that belong to it.

Which figures belong together is decided in this order: the formula beside the rate, the sentence's
own 目標值X…達成率Y, the item with the same list number, the words that are most alike with the same
counter, the order. A target without a stated rate becomes a claim without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from pipeline import indicators, outlines, quantities, statements
from pipeline.formulas import Formula, Number, Operation
from pipeline.model import Claim, Figure, Indicator, Kind, Pair
from pipeline.statements import Mention, Rate, Role, Statements


def from_statements(
    found: Statements, items: Sequence[Indicator], roc_year: int | None
) -> tuple[Claim, ...]:
    """Return the claims of a row by item, in the order of print."""
    claims: list[Claim] = []
    for rate in found.rates:
        if rate.all_met:
            claims.extend(_all_met(rate, item) for item in items if item.target)
        else:
            claims.append(_claim(found, rate, items, roc_year))
    claims.extend(_column_rates(found, items))
    claims.extend(_ratios(found, items))
    spoken_for = {claim.item for claim in claims if claim.kind is not Kind.RATIO}
    claims.extend(_unstated(item) for item in items if item.target and item.item not in spoken_for)
    return tuple(sorted(claims, key=_order))


def _order(claim: Claim) -> tuple[int, int, float, float]:
    place = claim.stated.place if claim.stated else None
    return (
        claim.item,
        place.page if place else 0,
        place.top if place else 0,
        (place.x0 or 0) if place else 0,
    )


# --------------------------------------------------------------------------- rates in sentences


def _claim(
    found: Statements, rate: Rate, items: Sequence[Indicator], roc_year: int | None
) -> Claim:
    """Give a stated rate its item and its figures."""
    item = _item_of(found, rate, items)
    formula = rate.formula
    growth = rate.growth or (formula is not None and formula.is_growth)
    figure = rate.mention.figure
    if item is None:
        pair = _own_pair(rate)
        return Claim(
            found.row.number, 1, _short(rate.mention.label), _kind(growth), figure,
            pairs=(pair,) if pair.target and pair.actual else (),
            formula=formula if formula and not list(formula.names()) else None,
            growth=growth, called_rate=not rate.growth,
            missing="no target in this row can be told to belong to it",
        )  # fmt: skip
    pairs = tuple(_pairs(rate, item))
    names = _names(formula, pairs, item, roc_year) if formula else {}
    if formula and any(name.name not in names for name in formula.names()):
        formula = None
    own = _own_target(rate, item)
    return Claim(
        row=found.row.number,
        item=item.item,
        label=item.label,
        kind=_kind(growth),
        stated=figure,
        pairs=pairs,
        baseline=item.baseline,
        formula=formula,
        names=tuple(names.items()),
        lower=item.lower,
        growth=growth or item.growth,
        called_rate=not rate.growth,
        cell_target=_differing(own, item),
        missing=_missing(pairs, item, growth),
    )


def _kind(growth: bool) -> Kind:
    return Kind.GROWTH if growth else Kind.ACHIEVEMENT


def _short(label: str) -> str:
    return label[-40:]


def _item_of(found: Statements, rate: Rate, items: Sequence[Indicator]) -> Indicator | None:
    """Return the item that a rate is for: by its own target, its number, its words, its order."""
    own = [i for i in items if any(_is_target(m, i) for m in rate.targets)]
    if len(own) == 1:
        return own[0]
    run = statements.run_of(found, rate.mention.entry.section, len(items))
    for index, entry in enumerate(run):
        if any(under is rate.mention.entry for under in entry.walk()):
            return items[index]
    if len(items) < 2:
        return items[0] if items else None
    best, second, *_ = sorted(((_score(rate, item), -item.item) for item in items), reverse=True)
    if best[0] >= 0.2 and best[0] - second[0] >= 0.05:
        return items[-best[1] - 1]
    return _by_order(found, rate, items)


def _is_target(mention: Mention, item: Indicator) -> bool:
    if item.target is None:
        return False
    quantity = item.target.quantity
    return mention.quantity.value == quantity.value and quantities.same_counter(
        mention.unit, quantity.unit
    )


def _score(rate: Rate, item: Indicator) -> float:
    """Return how likely a rate is for an item: alike words, counters that agree."""
    score = indicators.likeness(rate.mention.label, f"{item.label} {item.target_text}")
    beside = [*rate.targets, *rate.actuals]
    if beside and item.target is not None:
        score += 0.2 if any(indicators.fits(m, item.target) for m in beside) else -0.4
    if rate.growth or (rate.formula is not None and rate.formula.is_growth):
        score += 0.3 if item.growth else -0.3
    return score


def _by_order(found: Statements, rate: Rate, items: Sequence[Indicator]) -> Indicator | None:
    """Pair by order, where there are as many rates as items."""
    rates = [r for r in found.rates if not r.all_met and r.mention.entry.section == "result"]
    return items[rates.index(rate)] if len(rates) == len(items) and rate in rates else None


def _own_target(rate: Rate, item: Indicator) -> Figure | None:
    """Return the target that the rate's own sentence gives, the nearest before it."""
    if not rate.targets:
        return None
    fitting = [m for m in rate.targets if item.target and indicators.fits(m, item.target)]
    return (fitting or list(rate.targets))[-1].figure


def _differing(own: Figure | None, item: Indicator) -> Figure | None:
    """Return the target cell's figure where the analysis gives another one of the same counter."""
    if own is None or item.target is None or item.growth:
        return None
    a, b = own.quantity, item.target.quantity
    same = quantities.same_counter(a.unit, b.unit) and (a.kind == b.kind)
    return item.target if same and a.value != b.value else None


def _pairs(rate: Rate, item: Indicator) -> Iterator[Pair]:
    """Yield the figures that may belong to a rate, the likeliest first."""
    formula = rate.formula
    if formula is not None and (quotient := _quotient(formula, rate)):
        yield quotient
        return
    own = _own_target(rate, item)
    target = own or item.target
    if formula is not None and not list(formula.names()):
        yield Pair(
            target if not (own is None and item.growth and not formula.is_growth) else item.target,
            None,
        )
        return
    beside = [m for m in rate.actuals if indicators.fits(m, target)]
    if beside:
        # The nearest before the rate; another of the same counter may be meant as well.
        for mention in _distinct(reversed(beside)):
            yield Pair(target, mention.figure)
        return
    if item.actual is not None and target is not None and _same_unit(item.actual, target):
        yield Pair(target, item.actual)
        return
    yield Pair(target, None)


def _distinct(mentions: Iterator[Mention]) -> Iterator[Mention]:
    seen: set[object] = set()
    for mention in mentions:
        if mention.quantity.value not in seen:
            seen.add(mention.quantity.value)
            yield mention


def _same_unit(a: Figure, b: Figure) -> bool:
    return quantities.same_counter(a.quantity.unit, b.quantity.unit)


def _quotient(formula: Formula, rate: Rate) -> Pair | None:
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


def _own_pair(rate: Rate) -> Pair:
    target = rate.targets[-1].figure if rate.targets else None
    fitting = [m for m in rate.actuals if indicators.fits(m, target)]
    return Pair(target, fitting[-1].figure if fitting else None)


def _names(
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


def _missing(pairs: Sequence[Pair], item: Indicator, growth: bool) -> str:
    """Say which figure is not printed, should the rate turn out to need it."""
    if growth and item.baseline is None:
        return "last year's figure is not printed"
    pair = pairs[0] if pairs else Pair(None, None)
    if pair.target is None:
        return "the target is not printed as a figure"
    return "the actual figure is not printed" if pair.actual is None else ""


def _all_met(rate: Rate, item: Indicator) -> Claim:
    """Apply a rate that speaks for all items to one of them."""
    return Claim(
        row=item.row,
        item=item.item,
        label=item.label,
        kind=Kind.ACHIEVEMENT,
        stated=rate.mention.figure,
        pairs=(Pair(item.target, item.actual),),
        baseline=item.baseline,
        lower=item.lower,
        growth=item.growth,
        all_met=True,
        missing=_missing((Pair(item.target, item.actual),), item, False),
    )


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


# --------------------------------------------------------------------------- columns and shares


def _column_rates(found: Statements, items: Sequence[Indicator]) -> Iterator[Claim]:
    """Yield the rates of a column of their own, item by item."""
    entries = found.cells.get("rate", ())
    run = outlines.numbered(entries)
    listed = run if len(run) > 1 else [entry for root in entries for entry in root.walk()]
    mentions = [m for entry in listed for m in list(statements.target_mentions(entry))[:1]]
    if len(mentions) != len(items):
        return
    for mention, item in zip(mentions, items, strict=True):
        pair = Pair(item.target, item.actual)
        yield Claim(
            row=item.row,
            item=item.item,
            label=item.label,
            kind=Kind.ACHIEVEMENT,
            stated=mention.figure,
            pairs=(pair,),
            baseline=item.baseline,
            lower=item.lower,
            growth=item.growth,
            missing=_missing((pair,), item, False),
        )


def _ratios(found: Statements, items: Sequence[Indicator]) -> Iterator[Claim]:
    """Yield the shares whose two counts stand before them in the same sentence, and only those."""
    for mention in found.of(Role.RATIO):
        counts = [
            m
            for m in found.mentions
            if m.entry is mention.entry
            and m.start == mention.start
            and m.role is Role.ACTUAL
            and m.quantity.kind == "number"
            and m.quantity.end <= mention.quantity.start
        ]
        counts = [m for m in counts if quantities.same_counter(m.unit, counts[-1].unit)]
        if len(counts) != 2:
            continue
        part, whole = sorted(counts, key=lambda m: m.quantity.value)
        item = _item_by_entry(found, mention, items)
        yield Claim(
            row=found.row.number,
            item=item.item if item else 1,
            label=_short(mention.label.rpartition("，")[2]),
            kind=Kind.RATIO,
            stated=mention.figure,
            pairs=(Pair(whole.figure, part.figure),),
            called_rate=False,
        )


def _item_by_entry(
    found: Statements, mention: Mention, items: Sequence[Indicator]
) -> Indicator | None:
    """Return the item with the list number of the entry that a share stands in."""
    for index, entry in enumerate(statements.run_of(found, mention.entry.section, len(items))):
        if any(under is mention.entry for under in entry.walk()):
            return items[index]
    best = indicators.best_match(mention.label, [f"{i.label} {i.target_text}" for i in items])
    return items[best] if best is not None else (items[0] if items else None)
