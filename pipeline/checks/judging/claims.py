"""Claims -> verdicts: a stated rate against what the readings of its figures give.

A stated 108 stands for [107.5, 108.5], ends in, and is consistent if an accepted reading meets that.
What does not follow is left open where the rate may be that of other figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from pipeline.checks.judging.explained import judge_explanations
from pipeline.checks.judging.judged import Judged, Stated, compare, likeliest_pair
from pipeline.checks.verdicts import Verdict
from pipeline.claims import (
    HUNDRED,
    Certainty,
    Claim,
    Pair,
    Reading,
    ReadingKind,
    Reason,
    list_readings,
)


def judge_claim(claim: Claim, caps: frozenset[Fraction] = frozenset()) -> Judged:
    """Compare a stated rate with what the printed figures give; ``caps`` are the document's own.

    Which end of a range a rate is taken from is not told: one that follows from neither stays open.
    """
    judged = _judge(claim, caps)
    if claim.missing is not Reason.TARGET_IS_A_RANGE:
        return judged
    if judged.verdict in (Verdict.INCONSISTENT, Verdict.CAPPED):
        return replace(judged, verdict=Verdict.UNVERIFIABLE, taken=None, uncalled=False)
    return replace(judged, certainty=Certainty.MEDIUM)


def _judge(claim: Claim, caps: frozenset[Fraction]) -> Judged:
    tried = tuple(list_readings(claim))
    if claim.stated is None:
        return Judged(claim, Verdict.UNSTATED, None, tried, tried[0] if tried else None)
    stated = Stated.from_quantity(claim.stated.quantity)
    if claim.explanations:
        return judge_explanations(claim, stated, tried, caps)
    if not tried:
        return Judged(claim, Verdict.UNVERIFIABLE, stated)
    spare = tuple(list_readings(replace(claim, pairs=claim.spare))) if claim.spare else ()
    verdict, taken = compare(claim, stated, tried, spare, caps)
    return Judged(claim, verdict, stated, tried, taken, spare)


def without_conflicts(judged: Sequence[Judged]) -> list[Judged]:
    """Leave open a rate that does not follow from figures from which another one does.

    北區達成率110%、南區達成率98%，整體達成率105%: only the last is the one of the figures that are told.
    """
    followed: dict[object, list[Claim]] = {}
    for item in judged:
        if item.verdict in _FOLLOWS and not item.claim.all_met:
            followed.setdefault(_measured(item.claim), []).append(item.claim)
    return [
        replace(
            item,
            claim=replace(item.claim, missing=item.claim.doubt or Reason.OF_SOMETHING_ELSE),
            verdict=Verdict.UNVERIFIABLE,
            taken=None,
        )
        if _is_left_open(item, followed)
        else item
        for item in judged
    ]


def against_usage(rows: Sequence[Sequence[Judged]]) -> list[list[Judged]]:
    """Refuse actual / target for a limit that was kept, in a report that tells such limits the other way round.

    8件 of at most 10 told as 80 % is a usage, and nobody is accused, unless two others are told as
    target / actual or 2 - actual / target, and more than as 8件 is.
    """
    judged = [item for row in rows for item in row]
    mirrored, upwards = sum(map(_is_mirrored, judged)), sum(map(_is_upwards, judged))
    is_usage = mirrored >= _LEAST_USAGE and mirrored > upwards
    return [
        [_refused(i) if is_usage and i.claim.says_lower and _is_upwards(i) else i for i in row]
        for row in rows
    ]


_LEAST_USAGE = 2


def _refused(item: Judged) -> Judged:
    return replace(item, verdict=Verdict.INCONSISTENT, uncalled=True, certainty=Certainty.MEDIUM)


def _taken_for_lower(item: Judged) -> Reading | None:
    """Return the reading that gives a rate, where less is better."""
    return item.taken if item.claim.lower and item.verdict is Verdict.CONSISTENT else None


def _is_mirrored(item: Judged) -> bool:
    """Tell whether target / actual or 2 - actual / target gives a rate that is told, and is not 100 either way."""
    taken = _taken_for_lower(item)
    mirrored = (ReadingKind.LOWER_QUOTIENT, ReadingKind.LOWER_DIFFERENCE)
    return taken is not None and taken.kind in mirrored and taken.value != HUNDRED


def _is_upwards(item: Judged) -> bool:
    """Tell whether actual / target gives a rate below 100 where less is better: a limit that was kept."""
    taken = _taken_for_lower(item)
    return (
        taken is not None
        and taken.kind is ReadingKind.QUOTIENT
        and (taken.high or taken.value) < HUNDRED
    )


def _measured(claim: Claim) -> object:
    """Return what a claim is about: claims of different things take no figures from each other."""
    return claim.row, claim.item, claim.kind


def _is_left_open(item: Judged, followed: Mapping[object, Sequence[Claim]]) -> bool:
    """Tell whether a rate that does not follow may be that of other figures."""
    if item.claim.doubt is not None and item.verdict is Verdict.CAPPED:
        return True
    return item.verdict is Verdict.INCONSISTENT and (
        item.claim.doubt is not None
        or _is_of_another(item.claim)
        or _is_taken(item.claim, followed.get(_measured(item.claim), ()))
    )


def _is_of_another(claim: Claim) -> bool:
    """Tell whether a rate bears a name that is found neither in its item nor beside its figure."""
    actual = likeliest_pair(claim).actual
    if claim.all_met or claim.formula or actual is None or _is_beside(claim):
        return False
    words = f"{claim.label} {actual.sentence}"
    return all(_is_foreign(name, words) for name in _subjects(claim))


def _is_foreign(name: str, words: str) -> bool:
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return bool(pairs) and not any(pair in words for pair in pairs)


def _is_beside(claim: Claim) -> bool:
    """Tell whether the actual figure stands in the sentence of the rate."""
    actual = likeliest_pair(claim).actual
    return bool(actual and claim.stated and actual.sentence == claim.stated.sentence)


def _is_taken(claim: Claim, followed: Sequence[Claim]) -> bool:
    """Tell whether rates that follow leave no figures for one that has a name of its own."""
    if (
        not followed
        or claim.formula is not None
        or claim.all_met
        or claim.counted
        or min(map(len, _subjects(claim))) < 2
    ):
        return False
    values = _values(likeliest_pair(claim))
    return not _is_beside(claim) or any(
        _values(likeliest_pair(other)) == values for other in followed
    )


_FOLLOWS = (Verdict.CONSISTENT, Verdict.CAPPED, Verdict.TRUNCATED)


_GENERAL = "本該全年度各項整體總平均目標實際案計畫之的已與其中及為率0123456789 　"
"""Characters of words before 達成率 that name nothing of their own: 本年度, 整體, 本案."""


def _subjects(claim: Claim) -> list[str]:
    """Return the name that a rate bears: 北區 in 北區達成率, none in 本年度達成率.

    Where a sentence prints the same text twice (北區達成率98%、南區達成率98%) it may be either.
    """
    assert claim.stated is not None
    sentence, text = claim.stated.sentence, claim.stated.quantity.text
    ends = [match.start() for match in re.finditer(re.escape(text), sentence)]
    clauses = [re.split("[，,。；、：:（(]", sentence[:end])[-1] for end in ends or [len(sentence)]]
    # 目標值27%，達成率27%: the rate is the one behind the word.
    clauses = [c for c in clauses if "達成" in c] or clauses
    names = [clause.partition("達成")[0] for clause in clauses]
    return [name if name.strip(_GENERAL) else "" for name in names]


def _values(pair: Pair) -> tuple[object, ...]:
    return tuple(figure.quantity.value if figure else None for figure in (pair.target, pair.actual))
