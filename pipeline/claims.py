"""Statements and items of a row -> claims: each stated rate with the figures that belong to it.

Which figures belong together is decided in this order: the formula beside the rate, the sentence's
own 目標值X…達成率Y, the item with the same list number, the words that are most alike with the same
counter, the order. A target without a stated rate becomes a claim without one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from pipeline import contradictions, formulas, indicators, outlines, quantities, statements
from pipeline.formulas import Formula, Number, Operation
from pipeline.model import Claim, Figure, Indicator, Kind, Pair
from pipeline.statements import Mention, Rate, Role, Statements

_OF_YEARS = re.compile("年期|全程|中程|總目標|總計畫|累計")
_NAMED = {
    Role.TARGET: re.compile(r"目標值?(?:為|係|是|訂為|[：:])?$"),
    Role.ACTUAL: re.compile(r"實際(?:達成|完成)?值?(?:為|係|是|達|[：:])?$"),
}
"""The words right before a figure that name it the target or the actual one."""
SHARES = {"執行": "實支|決算|執行|支用|支出", "使用": "使用", "辦結": "辦結|結案"}
"""Words in the name of a share, and how its part may be called."""
BUDGET_WORDS = ("預算", "經費", "歲入", "歲出", "決算")


def from_statements(
    found: Statements, items: Sequence[Indicator], roc_year: int | None
) -> tuple[Claim, ...]:
    """Return the claims of a row by item, in the order of print."""
    means = [rate for rate in found.rates if rate.mean and len(items) > 1]
    for_all = [r for r in found.rates if r not in means and _speaks_for_all(found, r, items)]
    single = [rate for rate in found.rates if rate not in means and rate not in for_all]
    claims = [_claim(found, rate, items, roc_year) for rate in single]
    claims.extend(_column_rates(found, items))
    own = {claim.item for claim in claims if claim.kind is Kind.ACHIEVEMENT}
    claims.extend(claim for rate in for_all for claim in _all_met(rate, items, own))
    claims.extend([_mean(rate, claims, items) for rate in means])
    claims.extend(_ratios(found, items))
    claims.extend(_uncounted(found, items))
    claims.extend(_growths(found, items, claims))
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


def _speaks_for_all(found: Statements, rate: Rate, items: Sequence[Indicator]) -> bool:
    """Tell whether a rate is meant for all items; one listed under an item is for that item."""
    if not rate.all_met or rate.series[1] > 1:
        return False
    index = _entry_of(found, rate.mention, items)
    # A paragraph without a number that closes a list may be its last entry's, or sum it up.
    return index is None or (index == len(items) - 1 and not rate.mention.entry.number)


def _entry_of(found: Statements, mention: Mention, items: Sequence[Indicator]) -> int | None:
    """Return which item has the list number of the entry that a figure stands in."""
    run = statements.run_of(found, mention.entry.section, len(items))
    for index, entry in enumerate(run):
        if any(under is mention.entry for under in entry.walk()):
            return index
    return None


# --------------------------------------------------------------------------- rates in sentences


def _claim(
    found: Statements, rate: Rate, items: Sequence[Indicator], roc_year: int | None
) -> Claim:
    """Give a stated rate its item and its figures."""
    item = _item_of(found, rate, items)
    if item is not None and _is_of_budget(rate, item):
        item = None
    formula = rate.formula
    growth = rate.growth or (formula is not None and formula.is_growth)
    figure = rate.mention.figure
    if item is None:
        pair = _own_pair(rate) if rate.series[1] == 1 else Pair(None, None)
        return Claim(
            found.row.number, 1, _short(rate.mention.label), _kind(growth), figure,
            pairs=(pair,) if pair.target and pair.actual else (),
            formula=formula if formula and not list(formula.names()) else None,
            growth=growth, called_rate=not rate.growth,
            missing="no target in this row can be told to belong to it",
        )  # fmt: skip
    pairs = tuple(_pairs(found, rate, item))
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
        lower=_is_lower(rate, item, growth),
        growth=growth or item.growth,
        called_rate=not rate.growth,
        cell_target=None if _is_another_target(rate) else _differing(own, item),
        in_formula=contradictions.in_formula(found, rate, item),
        missing=_missing(pairs, item, growth),
    )


def _is_lower(rate: Rate, item: Indicator, growth: bool) -> bool:
    """Tell whether less is better: for the item, or by the name of the figure beside the rate."""
    if item.growth and not growth:
        return False
    return item.lower or any(indicators.is_told_as_lower(mention) for mention in rate.actuals)


def _kind(growth: bool) -> Kind:
    return Kind.GROWTH if growth else Kind.ACHIEVEMENT


def _short(label: str) -> str:
    return label[-40:]


def _item_of(found: Statements, rate: Rate, items: Sequence[Indicator]) -> Indicator | None:
    """Return the item that a rate is for: by its own target, its number, its words, its order."""
    if rate.series[1] > 1:
        return _item_in_series(rate, items)
    own = [i for i in items if any(_is_target(m, i) for m in rate.targets)]
    if len(own) == 1:
        return own[0]
    index = _entry_of(found, rate.mention, items)
    if index is not None:
        return items[index]
    quotient = _quotient(rate.formula, rate) if rate.formula else None
    of = [i for i in items if quotient and quotient.target and _same(quotient.target, i.target)]
    if len(of) == 1:
        return of[0]
    if len(items) < 2:
        return items[0] if items else None
    best, second, *_ = sorted(((_score(rate, item), -item.item) for item in items), reverse=True)
    if best[0] >= 0.2 and best[0] - second[0] >= 0.05 and _is_told(rate, items, -best[1] - 1):
        return items[-best[1] - 1]
    return _by_order(found, rate, items)


def _same(figure: Figure, target: Figure | None) -> bool:
    return (
        target is not None
        and figure.quantity.value == target.quantity.value
        and _same_unit(figure, target)
    )


def _is_told(rate: Rate, items: Sequence[Indicator], index: int) -> bool:
    """Tell whether words, or the counter alone, lead to an item among several."""
    beside = [*rate.targets, *rate.actuals]
    fitting = [i for i in items if any(indicators.fits(m, i.target) for m in beside)]
    item = items[index]
    if fitting == [item]:
        return True
    return indicators.likeness(rate.mention.label, f"{item.label} {item.target_text}") >= 0.2


def _is_of_budget(rate: Rate, item: Indicator) -> bool:
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
        return items[index]
    if len(rate.actuals) != length:
        return None
    fitting = [item for item in items if indicators.fits(rate.actuals[index], item.target)]
    return fitting[0] if len(fitting) == 1 else None


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
    section = rate.mention.entry.section
    rates = [r for r in found.rates if not r.all_met and r.mention.entry.section == section]
    return items[rates.index(rate)] if len(rates) == len(items) and rate in rates else None


def _own_target(rate: Rate, item: Indicator) -> Figure | None:
    """Return the target that the rate's own sentence gives, the nearest before it."""
    if not rate.targets:
        return None
    fitting = [m for m in rate.targets if item.target and indicators.fits(m, item.target)]
    own = (fitting or list(rate.targets))[-1].figure
    if item.target is None or not _same(own, item.target) or own.quantity.bound != "=":
        return own
    # 目標值11分鐘 repeats the cell's 11分鐘以內 without its bound.
    return replace(own, quantity=replace(own.quantity, bound=item.target.quantity.bound))


def _differing(own: Figure | None, item: Indicator) -> Figure | None:
    """Return the target cell's figure where the analysis gives another one of the same counter."""
    if own is None or item.target is None or item.growth:
        return None
    a, b = own.quantity, item.target.quantity
    same = quantities.same_counter(a.unit, b.unit) and (a.kind == b.kind)
    return item.target if same and a.value != b.value else None


def _is_another_target(rate: Rate) -> bool:
    """Tell whether the sentence says why its target is not the cell's: revised, or for years."""
    return _is_revised(rate) or bool(_OF_YEARS.search(rate.mention.figure.sentence))


def _is_revised(rate: Rate) -> bool:
    return any(mention.revised for mention in rate.targets)


def _revisions(
    found: Statements, rate: Rate, item: Indicator, target: Figure | None
) -> Iterator[Figure]:
    """Yield the other targets that a rate may be taken from, where one was revised in the year."""
    if target is None or item.target is None:
        return
    values = {target.quantity.value}
    revised = [m.figure for m in found.of(Role.TARGET) if m.revised and indicators.fits(m, target)]
    for figure in [item.target, *revised] if _is_revised(rate) else revised:
        if figure.quantity.value not in values and _same_unit(figure, target):
            values.add(figure.quantity.value)
            yield figure


def _pairs(found: Statements, rate: Rate, item: Indicator) -> Iterator[Pair]:
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
    targets = [target, *_revisions(found, rate, item, target)]
    actuals = list(_beside(rate, target)) or _elsewhere(rate, item, target)
    for one in targets:
        yield from (Pair(one, actual) for actual in actuals)
        if not actuals:
            yield Pair(one, None)


def _beside(rate: Rate, target: Figure | None) -> Iterator[Figure]:
    """Yield the figures of the rate's own sentence that may be the actual one, likeliest first.

    That is one said to be the total, else those that do not stand in brackets behind another (of
    them 89 women); several may also be parts of it, to be added up.
    """
    index, length = rate.series
    if length > 1 and len(rate.actuals) == length:
        yield from (m.figure for m in [rate.actuals[index]] if indicators.fits(m, target))
        return
    fitting = [m for m in rate.actuals if indicators.fits(m, target)]
    totals = [m for m in fitting if indicators.is_total(m)]
    main = totals or [m for m in fitting if not m.in_brackets] or fitting
    distinct = list(_distinct(reversed(main)))  # the nearest before the rate first
    yield from (mention.figure for mention in distinct)
    if len(distinct) > 1 and length == 1 and not totals:
        yield from _sum(main)


def _sum(parts: Sequence[Mention]) -> Iterator[Figure]:
    """Yield the sum of counts, or of shares, as a figure of its own: 北區120場、南區130場."""
    total = sum((Fraction(m.quantity.value) for m in parts), Fraction(0))
    shares = all(m.quantity.kind == "percent" for m in parts) and total <= 100
    if shares or all(m.quantity.kind == "number" and m.quantity.bound == "=" for m in parts):
        text = "+".join(m.quantity.text for m in parts)
        figure = parts[-1].figure
        yield replace(figure, quantity=replace(figure.quantity, value=total, text=text))


def _elsewhere(rate: Rate, item: Indicator, target: Figure | None) -> list[Figure]:
    """Return the item's actual figure, or that of a quotient printed in the rate's sentence."""
    if target is None:
        return []
    if item.actual is not None and _same_unit(item.actual, target):
        return [item.actual]
    mention = rate.mention
    for formula in formulas.find_all(mention.entry.text[mention.start : mention.end]):
        pair = _quotient(formula, rate)
        if pair and pair.target and pair.target.quantity.value == target.quantity.value:
            return [pair.actual] if pair.actual else []
    return []


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
    if pair.target.quantity.high is not None:
        return "the target is a range"
    return "the actual figure is not printed" if pair.actual is None else ""


def _all_met(rate: Rate, items: Sequence[Indicator], own: Collection[int]) -> Iterator[Claim]:
    """Apply a rate that speaks for all items to each; those told apart have a rate of their own."""
    left_out = {*own, *_left_out(rate)} if statements.leaves_out(rate) else set()
    for item in items:
        if item.target is None or item.item in left_out:
            continue
        # Which item is left out is not always told.
        actual = None if statements.leaves_out(rate) and not left_out else item.actual
        pairs = (Pair(item.target, actual),)
        yield Claim(
            row=item.row,
            item=item.item,
            label=item.label,
            kind=Kind.ACHIEVEMENT,
            stated=rate.mention.figure,
            pairs=pairs,
            baseline=item.baseline,
            lower=item.lower and not item.growth,
            growth=item.growth,
            all_met=True,
            missing=_missing(pairs, item, False),
        )


def _left_out(rate: Rate) -> Iterator[int]:
    """Yield the items that a sentence names by number: 除第2項外."""
    mention = rate.mention
    for quantity in mention.entry.found:
        if quantity.kind == "ordinal" and mention.start <= quantity.start < mention.end:
            yield int(quantity.value)


def _mean(rate: Rate, claims: Sequence[Claim], items: Sequence[Indicator]) -> Claim:
    """Take a rate that is said to be a mean from the items' printed rates, where it fits them.

    The weights of a mean are seldom printed: one that does not fit is not judged.
    """
    printed = {c.item: c.stated for c in claims if c.kind is Kind.ACHIEVEMENT and c.stated}
    figure = rate.mention.figure
    formula = None
    if len(printed) == len(items):
        mean = formulas.mean_of([stated.quantity for stated in printed.values()])
        low, high = mean.interval()
        place = Fraction(10) ** -figure.quantity.decimals / 2
        value = Fraction(figure.quantity.value)
        formula = mean if low <= value + place and value - place <= high else None
    return Claim(
        row=items[0].row, item=items[0].item, label=_short(rate.mention.label),
        kind=Kind.ACHIEVEMENT, stated=figure, formula=formula,
        missing="how the items are weighted is not printed",
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


# --------------------------------------------------------------------------- columns and shares


def _column_rates(found: Statements, items: Sequence[Indicator]) -> Iterator[Claim]:
    """Yield the rates of a column of their own, item by item."""
    listed = outlines.listed(found.cells.get("rate", ()))
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
            lower=item.lower and not item.growth,
            growth=item.growth,
            told_target=_told(found, item.target, Role.TARGET),
            told_actual=_told(found, item.actual, Role.ACTUAL),
            missing=_missing((pair,), item, False),
        )


def _told(found: Statements, figure: Figure | None, role: Role) -> Figure | None:
    """Return what the text names as target or actual figure, if that is another than the column's.

    Only a figure right behind the word counts, and only where the text names no second one.
    """
    if figure is None:
        return None
    named = {
        mention.quantity.value: mention.figure
        for mention in found.of(role, None, "progress", "result")
        if _NAMED[role].search(mention.label) and indicators.fits(mention, figure)
    }
    if len(named) != 1:
        return None
    (other,) = named.values()
    (low, high), (least, most) = figure.quantity.interval, other.quantity.interval
    return None if low <= most and least <= high else other


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
        if not _is_share(mention, part, whole):
            continue
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


def _uncounted(found: Statements, items: Sequence[Indicator]) -> Iterator[Claim]:
    """Yield the shares that no whole number out of their count gives."""
    for share, whole in contradictions.uncounted(found):
        item = _item_by_entry(found, share, items)
        yield Claim(
            row=found.row.number,
            item=item.item if item else 1,
            label=_short(share.label.rpartition("，")[2]),
            kind=Kind.RATIO,
            stated=share.figure,
            pairs=(Pair(whole.figure, None),),
            counted=True,
            called_rate=False,
        )


def _growths(
    found: Statements, items: Sequence[Indicator], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Yield the growth that is told of a growth target's figures, with both years beside it.

    Where they are not printed it is told, unless another rate is stated for the item.
    """
    growing = [item for item in items if item.growth]
    if len(growing) != 1:
        return
    item = growing[0]
    if any(claim.item == item.item and claim.kind is Kind.GROWTH for claim in claims):
        return
    told = [m for m in found.of(Role.GROWTH) if m.quantity.kind == "percent"]
    told = [m for m in told if m.entry.section in ("progress", "result", None)]
    if len({m.quantity.value for m in told}) != 1:
        return
    mention = told[0]
    beside = item.actual is not None and item.baseline is not None and _beside_both(mention, item)
    if beside or not any(claim.item == item.item for claim in claims):
        pairs = (Pair(item.target, item.actual if beside else None),)
        yield Claim(
            row=item.row,
            item=item.item,
            label=item.label,
            kind=Kind.GROWTH,
            stated=mention.figure,
            pairs=pairs,
            baseline=item.baseline,
            lower=item.lower,
            growth=True,
            called_rate=False,
            missing="" if beside else "the figures of both years are not printed beside it",
        )


def _beside_both(mention: Mention, item: Indicator) -> bool:
    """Tell whether both years' figures stand in the sentence of a growth."""
    sentence = mention.figure.sentence
    return all(
        figure is not None and figure.sentence == sentence
        for figure in (item.actual, item.baseline)
    )


def _is_share(ratio: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a share is that of two counts: one is named like it, or it follows from them.

    抽驗500件，合格492件，合格率98.4% names it; of 申請230件，核准184件，女性比率42% nothing can be said.
    """
    words = indicators.last_words(ratio)
    if not whole.quantity.value or _nearly(100 - _share(part, whole), ratio):
        return False  # the share of the rest: 40 faults before, 18 after, 55 % are mended
    if any(word in words for word in BUDGET_WORDS) and "元" not in part.unit:
        return False
    if indicators.likeness(
        words.rstrip("率比例"), indicators.last_words(part) + part.quantity.text
    ):
        return True
    if any(
        name in words and re.search(said, indicators.last_words(part))
        for name, said in SHARES.items()
    ):
        return True
    return _nearly(_share(part, whole), ratio)


def _share(part: Mention, whole: Mention) -> Fraction:
    return Fraction(part.quantity.value) / Fraction(whole.quantity.value) * 100


def _nearly(share: Fraction, ratio: Mention) -> bool:
    return abs(share - Fraction(ratio.quantity.value)) < Fraction(10) ** -ratio.quantity.decimals


def _item_by_entry(
    found: Statements, mention: Mention, items: Sequence[Indicator]
) -> Indicator | None:
    """Return the item with the list number of the entry that a share stands in."""
    index = _entry_of(found, mention, items)
    if index is not None:
        return items[index]
    best = indicators.best_match(mention.label, [f"{i.label} {i.target_text}" for i in items])
    return items[best] if best is not None else (items[0] if items else None)
