"""Claims of a document -> checks: each claim judged, with what all rules have to say about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from pipeline.checks import power
from pipeline.checks.arithmetic import range_ends
from pipeline.checks.judging.claims import against_usage, judge_claim, without_conflicts
from pipeline.checks.judging.judged import Judged, likeliest_pair, may_be_capped, stated_upper
from pipeline.checks.messages import Message, bounds_message, compose
from pipeline.checks.other_rates import Context, Habits
from pipeline.checks.records import Check, Finding
from pipeline.checks.suite import CHECKS
from pipeline.checks.texts import Text
from pipeline.checks.verdicts import Verdict
from pipeline.claims import HUNDRED, Claim, Figure, Pair, RateKind, ReadingKind

_NOT_PLAIN = (
    ReadingKind.LOWER_QUOTIENT,
    ReadingKind.LOWER_DIFFERENCE,
    ReadingKind.SHARE_OF_REDUCTION,
    ReadingKind.ZERO_TARGET,
)
"""Arithmetic that is named where it makes a rate consistent."""

_NOT_COMPARED = (Verdict.UNVERIFIABLE, Verdict.UNSTATED)
"""Verdicts that say nothing of a stated rate, so nothing is certain or not."""


def check_claims(
    claims: Iterable[Claim], caps: frozenset[Fraction] = frozenset()
) -> Sequence[Check]:
    """Judge the claims of one document, in its order; ``caps`` are what it caps rates at."""
    rows: list[list[Judged]] = []
    habits = Habits(stops_at_hundred=HUNDRED in caps)
    for _, in_row in groupby(claims, key=lambda claim: claim.row):
        rows.append(without_conflicts([judge_claim(claim, caps) for claim in in_row]))
    rows = against_usage(rows)
    for judged in rows:
        habits.count(judged)
    checks: list[Check] = []
    for judged in rows:
        context = Context(judged, habits)
        checks.extend([_make_check(item, context) for item in judged])
    return checks


def _make_check(item: Judged, context: Context) -> Check:
    """Make the line of a claim; where several rules speak, the gravest gives its code."""
    findings = [finding for rule in CHECKS for finding in rule(item, context)]
    if len(findings) > 1:
        findings.sort(key=lambda finding: -finding.level.rank)
    reading = item.taken
    pair = likeliest_pair(item.claim)
    if reading and (reading.pair.target or reading.pair.actual):
        pair = reading.pair
    verdict = item.verdict
    if "R104" in [finding.code for finding in findings]:
        verdict = Verdict.INCONSISTENT
    return Check(
        claim=item.claim,
        verdict=verdict,
        finding=findings[0] if findings else None,
        formula=reading.formula if reading else "",
        recomputed=reading.value if reading else None,
        difference=item.rate.value - reading.value if reading and item.rate else None,
        messages=tuple(_messages(item, findings)),
        target=_target(item.claim, pair),
        actual=pair.actual if _shows_figures(item.claim) else None,
        unit=_unit(item.claim, pair),
        findings=tuple(findings),
        power=_measure_power(item, context),
        certainty=None if verdict in _NOT_COMPARED else item.certainty,
    )


def _measure_power(item: Judged, context: Context) -> Fraction | None:
    """Return how many other rates near the stated one would have been refused."""
    if item.taken is None or item.rate is None:
        return None
    stated, unit, _, high = item.rate
    return power.measure_power(
        item.tried,
        stated,
        unit,
        cut_off=not (unit == 1 and context.habits.rounds(item)),
        at_least=stated_upper(item.claim, high) is None,
        capped=any(may_be_capped(reading, item.claim) for reading in item.readings),
    )


def _messages(item: Judged, findings: Sequence[Finding]) -> Iterator[Message]:
    yield from (finding.message for finding in findings)
    reading = item.taken
    if item.verdict is Verdict.CONSISTENT and reading is not None:
        if len(item.claim.pairs) > 1:
            yield compose(Text.UNSURE_BUT_FITTING)
        if reading.kind in _NOT_PLAIN:
            yield compose(reading.kind)
        if not item.stated.low <= reading.value <= item.stated.high:
            yield compose(Text.CONSISTENT_BY_BOUNDS, bounds=bounds_message(*range_ends(reading)))


def _shows_figures(claim: Claim) -> bool:
    """Tell whether a check shows the two figures that a rate compares.

    In a table only those of an achievement are: of growth and shares the item's own may be others.
    """
    return claim.kind is RateKind.ACHIEVEMENT or claim.in_running_text


def _target(claim: Claim, pair: Pair) -> Figure | None:
    """Return what is shown as the target; in running text, what the rate compares with."""
    if claim.in_running_text:
        return pair.target or claim.baseline
    return None if claim.kind is RateKind.RATIO else pair.target


def _unit(claim: Claim, pair: Pair) -> str:
    """Return the counter of the figures that are shown, else %."""
    if not _shows_figures(claim):
        return "%"
    # 場 and 場次 count the same: the shorter word stands for both.
    units = [figure.quantity.unit for figure in (pair.actual, pair.target) if figure]
    return min(units, key=len, default="")
