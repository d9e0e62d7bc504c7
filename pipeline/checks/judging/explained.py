"""A stated rate with its explanations weighed -> its verdict, and how certain that is.

1. The best explanation gives the rate: consistent.
2. Another one of any weight gives it: consistent, never flagged; unless that is likely to be an accident.
3. Only target / actual gives it, where nothing says that lower is better: a warning (R105).
4. Nothing gives it: an error if the best explanation is certain, a warning if it is the likeliest, else open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from pipeline.checks.judging.judged import (
    SCALES,
    Judged,
    Stated,
    compare,
    stated_lower,
    stated_upper,
)
from pipeline.checks.verdicts import Verdict
from pipeline.claims import (
    CERTAIN,
    FAR,
    LEAST,
    LIKELY,
    Certainty,
    Claim,
    Evidence,
    Explanation,
    Reading,
    ReadingKind,
    Reason,
    list_readings,
)


def judge_explanations(
    claim: Claim, stated: Stated, tried: tuple[Reading, ...], caps: frozenset[Fraction]
) -> Judged:
    """Return what the weighing of a rate's explanations leaves.

    ``tried`` are the readings of the best explanation and of those of like weight.
    """
    best, *rivals = claim.explanations
    certain = is_certain(claim)
    rivals_apart = claim.explanations[len(claim.pairs) if tried else 0 :]
    # Beside figures that are certain, those far from them give a rate by mere accident.
    accidents = [e for e in rivals_apart if certain and best.weight - e.weight >= FAR]
    others = _with_readings(claim, rivals_apart[: len(rivals_apart) - len(accidents)])
    spare = tuple(reading for _, readings in others for reading in readings)
    if not tried:
        return _judge_feeble(claim, stated, others)
    verdict, taken = compare(claim, stated, tried, (), caps)
    sure = Certainty.HIGH if certain else Certainty.MEDIUM
    fitting = _first_fitting(claim, stated, others)
    # 核定14棟，完工12棟: of a target of 12 the second one is 100 %, and no cap on the first.
    by_accident = fitting is not None and _chance(stated, len(others)) > _ACCIDENT
    fits_better = fitting and (not certain or (fitting[2].weight >= CERTAIN and not by_accident))
    if verdict is not Verdict.INCONSISTENT and not (verdict is Verdict.CAPPED and fits_better):
        return Judged(claim, verdict, stated, tried, taken, spare, certainty=sure)
    if fitting is not None:
        if by_accident:
            left_open = replace(claim, missing=Reason.SEVERAL_FIGURES)
            return Judged(left_open, Verdict.UNVERIFIABLE, stated, tried, None, spare)
        sure = Certainty.MEDIUM if fitting[2].weight >= LIKELY else Certainty.LOW
        return Judged(claim, fitting[0], stated, tried, fitting[1], spare, certainty=sure)
    if not _COUNT_OTHERWISE.isdisjoint(best.evidence):
        left_open = replace(claim, missing=Reason.UNSURE_FIGURES)
        return Judged(left_open, Verdict.UNVERIFIABLE, stated, tried, None, spare)
    if not claim.lower and (turned := _turned_round(claim, stated)) is not None:
        return Judged(claim, verdict, stated, tried, turned, spare, True, Certainty.MEDIUM)
    if certain and claim.missing is not Reason.NO_ITEM and Evidence.CUMULATIVE not in best.evidence:
        # One of any weight makes it a warning: a person must look.
        heavy = [accident for accident in accidents if accident.weight >= LEAST]
        accident = _first_fitting(claim, stated, _with_readings(claim, heavy)) is not None
        sure = Certainty.MEDIUM if accident else Certainty.HIGH
        return Judged(claim, verdict, stated, tried, taken, spare, certainty=sure)
    if claim.missing is not Reason.NO_ITEM and best.weight >= LIKELY and _is_likeliest(claim):
        return Judged(claim, verdict, stated, tried, taken, spare, certainty=Certainty.MEDIUM)
    if (shifted := _shifted(claim, stated, tried)) is not None:
        return Judged(claim, verdict, stated, tried, shifted, spare, certainty=Certainty.MEDIUM)
    left_open = replace(
        claim,
        missing=claim.missing or (Reason.SEVERAL_FIGURES if rivals else Reason.UNSURE_FIGURES),
    )
    return Judged(left_open, Verdict.UNVERIFIABLE, stated, tried, None, spare)


def _with_readings(
    claim: Claim, explanations: Sequence[Explanation]
) -> list[tuple[Explanation, Sequence[Reading]]]:
    """Return explanations with the accepted readings of their figures."""
    return [
        (e, list_readings(replace(claim, pairs=(e.pair,), explanations=()))) for e in explanations
    ]


def _judge_feeble(
    claim: Claim, stated: Stated, others: Sequence[tuple[Explanation, Sequence[Reading]]]
) -> Judged:
    """Judge a rate of which no explanation is likely: consistent if one gives it, else left open."""
    fitting = _first_fitting(claim, stated, others)
    if fitting is None or _chance(stated, len(others)) > _ACCIDENT:
        return Judged(claim, Verdict.UNVERIFIABLE, stated)
    return Judged(claim, fitting[0], stated, (), fitting[1], certainty=Certainty.LOW)


def _shifted(claim: Claim, stated: Stated, tried: Sequence[Reading]) -> Reading | None:
    """Return the reading of which the stated rate is a power of ten, if that is no accident."""
    if claim.missing or not stated.value or _chance(stated, 6 * len(tried)) > _ACCIDENT:
        return None
    for scale in SCALES:
        for reading in tried:
            if reading.exact and stated.low * scale <= reading.value <= stated.high * scale:
                return reading
    return None


def _is_likeliest(claim: Claim) -> bool:
    """Tell whether a warning may be built on the best explanation: few stand as near as it."""
    best = claim.explanations[0]
    if Evidence.CUMULATIVE in best.evidence:
        return False
    near = claim.explanations[1 : len(claim.pairs)]
    beside = all(Evidence.BESIDE_THE_RATE in e.evidence for e in (best, *near))
    single = [e for e in near if Evidence.SUM_OF_PARTS not in e.evidence]
    return not near or (beside and len(single) < 3 and best.weight >= CERTAIN)


def is_certain(claim: Claim) -> bool:
    """Tell whether the best explanation is heavy, and no rival comes near it."""
    return claim.explanations[0].weight >= CERTAIN and len(claim.pairs) == 1


def _first_fitting(
    claim: Claim, stated: Stated, others: Sequence[tuple[Explanation, Sequence[Reading]]]
) -> tuple[Verdict, Reading, Explanation] | None:
    """Return the weightiest rival that gives the stated rate, rounded or cut off."""
    low, high = stated_lower(claim, stated.low), stated_upper(claim, stated.high)
    for rival, readings in others:
        for reading in readings:
            if reading.meets(low, high):
                return Verdict.CONSISTENT, reading, rival
    end = stated.value + stated.unit
    for rival, readings in others:
        for reading in readings:
            if reading.meets(stated.value, end, below=True):
                return Verdict.TRUNCATED, reading, rival
    return None


def _turned_round(claim: Claim, stated: Stated) -> Reading | None:
    """Return target / actual, or 2 - actual / target, of an explanation where that alone gives the rate.

    Where the row says that the target was missed, nobody meant the second one.
    """
    kinds = [ReadingKind.LOWER_QUOTIENT]
    if not claim.missed:
        kinds.append(ReadingKind.LOWER_DIFFERENCE)
    lower = list(list_readings(replace(claim, lower=True, explanations=())))
    for kind in kinds:
        for reading in lower:
            if reading.kind is kind and stated.low <= reading.value <= stated.high:
                return reading
    return None


def _chance(stated: Stated, rivals: int) -> Fraction:
    """Return how likely it is that one of so many other pairs gives the rate by accident.

    The ratios of figures that have nothing to do with each other lie as often between 10 and 20 as
    between 100 and 200: a rate of last place u at s is met by one in s / u * 7 of them.
    """
    if stated.value <= 0:
        return Fraction(0)
    return rivals * stated.unit / stated.value / 7


_COUNT_OTHERWISE = frozenset((Evidence.BARE_COUNTER, Evidence.UNLIKE_THE_COLUMN))
"""What keeps from accusing: 38個 may count something else than 40個據點, and hours are reached of no budget."""
_ACCIDENT = Fraction(1, 50)
