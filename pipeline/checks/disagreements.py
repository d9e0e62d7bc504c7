"""A rate that no reading gives -> the kind of mistake that explains it.

The first of the explanations that fits is told; what none of them explains just disagrees (R101).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.checks.arithmetic import at_most_six_places
from pipeline.checks.judging.judged import SCALES, Judged
from pipeline.checks.messages import Message, compose
from pipeline.checks.other_rates import Context
from pipeline.checks.texts import Text
from pipeline.checks.verdicts import Level
from pipeline.claims import HUNDRED, RateKind


class Explanation(NamedTuple):
    """The code, level and reason of a rate that disagrees."""

    code: str
    level: Level
    reason: Message


def explain_disagreement(item: Judged, context: Context) -> Explanation:
    """Say what kind of mistake explains a rate that no reading gives."""
    for explain in EXPLANATIONS:
        explanation = explain(item, context)
        if explanation is not None:
            return explanation
    return Explanation("R101", Level.ERROR, compose(Text.R101))


def slipped_point(item: Judged, context: Context) -> Explanation | None:
    """Explain a rate that is the right one times a power of ten; of an open end any would be."""
    stated = item.stated
    bounded = [reading for reading in item.close if reading.high is not None]
    for scale in SCALES:
        low, high = stated.low * scale, stated.high * scale
        if stated.value and any(r.meets(low, high) for r in bounded):
            return Explanation("R103", Level.ERROR, compose(Text.R103))
    return None


def wrong_outcome(item: Judged, context: Context) -> Explanation | None:
    """Explain a rate that says met where by every reading the target was missed, or the reverse."""
    if item.claim.kind is not RateKind.ACHIEVEMENT:
        return None
    if item.stated.value >= HUNDRED:
        missed = all(r.high is not None and r.high < HUNDRED for r in item.readings)
        return Explanation("R102", Level.ERROR, compose(Text.R102_MET)) if missed else None
    reached = all(r.low >= HUNDRED for r in item.readings)
    return Explanation("R102", Level.ERROR, compose(Text.R102_NOT_MET)) if reached else None


def last_place(item: Judged, context: Context) -> Explanation | None:
    """Explain a rate that is off by one unit in its last printed place."""
    stated = item.stated
    low, high = stated.low - stated.unit, stated.high + stated.unit
    if any(r.meets(low, high) for r in item.close):
        return Explanation("R104", Level.WARNING, compose(Text.R104))
    return None


def mean_of_the_row(item: Judged, context: Context) -> Explanation | None:
    """Explain a rate that is the mean of its row's rates, as recomputed or as printed."""
    stated = item.stated
    for rates, left_out in context.others(item.claim):
        mean = rates.mean(left_out)
        if mean and stated.low <= mean.high and mean.low <= stated.high:
            formula, result = rates.formula(left_out), at_most_six_places(mean.value)
            return Explanation(
                "R310", Level.WARNING, compose(Text.R310, mean=formula, result=result)
            )
    return None


EXPLANATIONS: tuple[Callable[[Judged, Context], Explanation | None], ...] = (
    slipped_point,  # before all: a slipped point crosses 100 % as well
    wrong_outcome,  # before the last place, for 99.9 % where 100 % was reached
    last_place,
    mean_of_the_row,
)
