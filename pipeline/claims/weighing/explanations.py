"""Claims of a row -> the same with their explanations weighed, the weightiest first.

Figures are not assigned and then judged: for each stated rate every target and every actual figure of the
row is weighed, and the verdict follows from what the weighing leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.claims.items import direction
from pipeline.claims.items.item_index import counted_unit
from pipeline.claims.items.label_likeness import character_pairs
from pipeline.claims.mentions import Rate, Statements
from pipeline.claims.records import Claim, Explanation, Figure, Indicator, Pair, RateKind, Reason
from pipeline.claims.weighing import candidates
from pipeline.claims.weighing.candidates import Candidate, Candidates
from pipeline.claims.weighing.evidence import APART, CERTAIN, LIKELY, Evidence, weight_of

_KEPT_REASONS = (Reason.NO_ITEM, Reason.TARGET_IS_A_RANGE)
"""What stays to be said of a rate although figures were found that it may be of."""
_MOST = 12
"""So many targets, and so many actual figures, are weighed for a rate."""
_MOST_LIKELY = 4
"""So many explanations of like weight are judged; with more the rate is left open."""
_LEAST = -2
"""Figures with less than this are no candidates."""


def weigh_claims(
    row: Statements, items: Sequence[Indicator], claims: Iterable[Claim]
) -> list[Claim]:
    """Give each stated rate of a target its explanations."""
    found = Candidates(row, items)
    rates = {id(rate.mention.quantity): rate for rate in row.rates}
    return [
        _weighed(
            row, items, found, claim, rates.get(id(claim.stated.quantity)) if claim.stated else None
        )
        if _is_weighed(claim)
        else claim
        for claim in claims
    ]


def _is_weighed(claim: Claim) -> bool:
    return (
        claim.kind is RateKind.ACHIEVEMENT
        and claim.formula is None
        and not claim.growth
        and not claim.counted
        and not claim.all_met
        and claim.missing is not Reason.NO_WEIGHTS
    )


def _weighed(
    row: Statements,
    items: Sequence[Indicator],
    found: Candidates,
    claim: Claim,
    rate: Rate | None,
) -> Claim:
    if found.none_reached:  # what the column says is missing stays missing
        claim = replace(claim, pairs=(), spare=(), missing=claim.missing or Reason.NO_ACTUAL)
    targets = _best(_of_claim(found.targets, claim, rate))
    words = _words(row, items, claim)
    actuals = _best(_reached(found.actuals, claim, rate, words))
    explained = [e for t in targets for a in actuals if (e := _pair(t, a)) is not None]
    explained = _with_paired(explained, targets, claim, of_column=rate is None)
    for explanation in explained if rate is None else ():
        if found.column_counts_otherwise(_both(explanation.pair)[0]):
            explanation.evidence += (Evidence.UNLIKE_THE_COLUMN,)
            explanation.weight += Evidence.UNLIKE_THE_COLUMN.weight
    order = {_values(pair): n for n, pair in enumerate(claim.pairs) if _is_whole(pair)}
    explained.sort(key=lambda e: (-e.weight, order.get(_values(e.pair), len(order))))
    best = _distinct(explained)
    if not best and claim.stated is None:
        return claim
    if not best:
        pair = Pair(targets[0].figure if targets else None, None)
        return replace(claim, pairs=(pair,), spare=(), explanations=())
    first, likely = best[0], best[:_MOST_LIKELY]
    near = [e for e in likely if _is_near(first, e)]
    best = [*near, *[e for e in likely if not _is_near(first, e)], *best[_MOST_LIKELY:]]
    pairs = tuple([e.pair for e in near])
    if claim.stated is None:
        certain = best[0].weight >= CERTAIN and len(pairs) == 1
        return replace(claim, pairs=pairs) if certain else claim
    if best[0].weight < LIKELY and claim.missing is not Reason.NO_ITEM:
        pair = Pair(best[0].pair.target, None)
        return replace(
            claim,
            pairs=(pair,),
            spare=(),
            explanations=tuple(best),
            missing=Reason.NO_ACTUAL,
        )
    missing = claim.missing if claim.missing in _KEPT_REASONS else None
    lower = claim.lower or any(_is_limit(pair) for pair in pairs)
    if claim.missing is Reason.NO_ITEM or _has_no_target(items, claim):
        lower = lower or direction.is_told_lower(
            row.row.text("indicator"), row.row.text("standard") + row.row.text("analysis")
        )
    return replace(
        claim,
        pairs=pairs,
        spare=(),
        explanations=tuple(best),
        missing=missing,
        lower=lower,
        missed=not lower and direction.is_missed(row.row.text("analysis")),
    )


def _has_no_target(items: Sequence[Indicator], claim: Claim) -> bool:
    """Tell whether a rate's item has no target of its own, so that no target said which way is better."""
    return any(item.item == claim.item and item.target is None for item in items)


def _is_near(best: Explanation, other: Explanation) -> bool:
    """Tell whether an explanation is about as likely as the best one."""
    if best.weight - other.weight < APART:
        return True
    both = Evidence.PAIRED in best.evidence and Evidence.PAIRED in other.evidence
    return both and best.pair.target is not other.pair.target


def _is_limit(pair: Pair) -> bool:
    """Tell whether a target is an upper bound: 1.2日以內."""
    return pair.target is not None and pair.target.quantity.bound == "<="


def _best(found: Iterable[Candidate]) -> list[Candidate]:
    """Return the weightiest candidates."""
    return sorted(found, key=lambda c: -c.weight)[:_MOST]


def _of_claim(targets: Sequence[Candidate], claim: Claim, rate: Rate | None) -> Iterator[Candidate]:
    """Yield the targets with what a rate adds to their evidence."""
    named = {id(m) for m in rate.targets} if rate else set()
    values = {m.quantity.value for m in rate.targets} if rate else set()
    several = len({t.item for t in targets if t.item is not None}) > 1
    for target in targets:
        more: tuple[Evidence, ...] = ()
        if (target.mention and id(target.mention) in named) or (
            target.figure.quantity.value in values
        ):
            more += (Evidence.NAMED_TARGET,)
        if target.item is not None:
            if claim.missing is Reason.NO_ITEM:
                pass  # it may be that of other figures altogether
            elif target.item == claim.item:
                more += (Evidence.TARGET_OF_ITEM,)
            elif several:
                more += (Evidence.TARGET_OF_OTHER_ITEM,)
        yield target.weighed(more)


def _words(row: Statements, items: Sequence[Indicator], claim: Claim) -> set[str]:
    item = next((i for i in items if i.item == claim.item), None)
    label = f"{item.label} {item.target_text}" if item else claim.label
    return character_pairs(f"{label} {row.row.text('indicator') if len(items) < 2 else ''}")


def _reached(
    actuals: Sequence[Candidate], claim: Claim, rate: Rate | None, words: set[str]
) -> Iterator[Candidate]:
    """Yield the actual figures with what a rate adds to their evidence."""
    beside = {id(m) for m in rate.actuals} if rate else set()
    entry = rate.mention.entry if rate else None
    scopes = [_scope(actual, beside) for actual in actuals]
    units = _counts(actuals, scopes)
    for actual, scope in zip(actuals, scopes, strict=True):
        more: tuple[Evidence, ...] = ()
        mention = actual.mention
        if mention is not None:
            if id(mention) in beside:
                more += (Evidence.BESIDE_THE_RATE,)
            elif entry is not None and mention.entry is entry and entry.number:
                more += (Evidence.SAME_ENTRY,)
            if candidates.alike(actual, words):
                more += (Evidence.LIKE_THE_ITEM,)
        if actual.item is not None:
            more += (
                (Evidence.ENTRY_OF_ITEM,)
                if actual.item == claim.item
                else (Evidence.ENTRY_OF_OTHER_ITEM,)
            )
        if units.get(scope) == 1:
            more += (Evidence.ONLY_OF_ITS_UNIT,)
        yield actual.weighed(more)


Scope = tuple[str, object]


def _scope(actual: Candidate, beside: set[int]) -> Scope:
    """Return where a figure is one of its unit: the column, the rate's sentence or the text."""
    place = (
        "column"
        if Evidence.ACTUAL_COLUMN in actual.evidence
        else "beside"
        if id(actual.mention) in beside
        else "text"
    )
    return place, counted_unit(actual.figure.quantity)


def _counts(actuals: Sequence[Candidate], scopes: Sequence[Scope]) -> dict[Scope, int]:
    values: dict[Scope, set[object]] = {}
    for actual, scope in zip(actuals, scopes, strict=True):
        if weight_of(actual.evidence) >= _LEAST:
            values.setdefault(scope, set()).add(actual.figure.quantity.value)
    return {scope: len(own) for scope, own in values.items()}


def _pair(target: Candidate, actual: Candidate) -> Explanation | None:
    """Return the explanation of a target and an actual figure; none of unlike units."""
    if target.mention is not None and target.mention is actual.mention:
        return None
    if candidates.is_unlike(target.figure, actual.figure):
        return None
    evidence, weight = target.evidence + actual.evidence, target.weight + actual.weight
    if bool(target.figure.quantity.unit) != bool(actual.figure.quantity.unit):
        evidence, weight = (*evidence, Evidence.NO_UNIT), weight + Evidence.NO_UNIT.weight
    elif candidates.is_bare_counter(target.figure, actual.figure):
        evidence = (*evidence, Evidence.BARE_COUNTER)
        weight += Evidence.BARE_COUNTER.weight
    return Explanation(Pair(target.figure, actual.figure), evidence, weight)


def _with_paired(
    explanations: list[Explanation],
    targets: Sequence[Candidate],
    claim: Claim,
    *,
    of_column: bool,
) -> list[Explanation]:
    """Add what was paired by number, words and order: evidence for those pairs, sums of their own.

    Of a column with several figures the first was taken, which is no evidence.
    """
    known = {_values(e.pair): e for e in explanations}
    pairs = [pair for pair in (*claim.pairs, *claim.spare) if _is_whole(pair)]
    likely = {_values(pair) for pair in claim.pairs if _is_whole(pair)} if not of_column else set()
    paired = Evidence.PAIRED_ALONE if len(likely) == 1 else Evidence.PAIRED
    for pair in pairs:
        values = _values(pair)
        explanation = known.get(values)
        if explanation is None:
            evidence = _of_target(pair, targets)
            if values in likely:
                evidence += (Evidence.BESIDE_THE_RATE,)
            if "+" in _both(pair)[1].quantity.text:
                evidence += (Evidence.SUM_OF_PARTS,)
            explanation = known[values] = Explanation(pair, evidence, 0)
            explanations.append(explanation)
        if values in likely:
            explanation.pair = pair
            # The rate may be that of each of these items.
            own = [e for e in explanation.evidence if e is not Evidence.TARGET_OF_OTHER_ITEM]
            explanation.evidence = (*own, paired)
        explanation.weight = weight_of(explanation.evidence)
    return explanations


def _is_whole(pair: Pair) -> bool:
    """Tell whether a pair has both its figures, and they can belong together."""
    return (
        pair.target is not None
        and pair.actual is not None
        and not candidates.is_unlike(pair.target, pair.actual)
    )


def _of_target(pair: Pair, targets: Sequence[Candidate]) -> tuple[Evidence, ...]:
    """Return the evidence for the target of a pair."""
    value = _both(pair)[0].quantity.value
    own = (target.evidence for target in targets if target.figure.quantity.value == value)
    return next(own, ())


def _both(pair: Pair) -> tuple[Figure, Figure]:
    assert pair.target is not None
    assert pair.actual is not None
    return pair.target, pair.actual


def _values(pair: Pair) -> tuple[object, object]:
    target, actual = _both(pair)
    return target.quantity.value, actual.quantity.value


def _distinct(explained: Sequence[Explanation]) -> list[Explanation]:
    """Leave out what gives the same figures as a weightier explanation."""
    seen: set[tuple[object, object]] = set()
    found: list[Explanation] = []
    for explanation in explained:
        values = _values(explanation.pair)
        if values not in seen:
            seen.add(values)
            found.append(explanation)
    return found
