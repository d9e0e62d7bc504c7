"""Checks -> coverage: how many stated rates of a document could be recomputed, and why not the others.

>>> print(Coverage(3, 3, 2, 1, ((Reason.TARGET_IS_A_RANGE, 1),)))
3 stated rates, 3 paired, 2 recomputed, 1 not verifiable (1 the target is a range)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.checks.messages import compose
from pipeline.checks.records import Check
from pipeline.checks.texts import Language, Text
from pipeline.checks.verdicts import Verdict
from pipeline.claims import Claim, Reason

_ORDER = {reason: place for place, reason in enumerate(Reason)}


class Coverage(NamedTuple):
    """How many rates were found, given their figures, recomputed, and left open."""

    rates: int
    paired: int
    recomputed: int
    unverifiable: int
    reasons: tuple[tuple[Reason, int], ...] = ()
    """Why rates are left open and how many for each reason, the most frequent first."""

    @property
    def told_reasons(self) -> str:
        """Return the reasons as one text: 2 the target is a range; 1 …."""
        return self.reasons_in(Language.ENGLISH)

    def reasons_in(self, language: Language) -> str:
        """Return the reasons as one text in a language; they are set apart by "; " in each."""
        return "; ".join(
            compose(Text.SO_MANY, count=str(count), reason=compose(reason)).text(language)
            for reason, count in self.reasons
        )

    def __str__(self) -> str:
        noun = "stated rate" if self.rates == 1 else "stated rates"
        why = f" ({self.told_reasons})" if self.reasons else ""
        return (
            f"{self.rates} {noun}, {self.paired} paired, {self.recomputed} recomputed, "
            f"{self.unverifiable} not verifiable{why}"
        )


def measure_coverage(checks: Iterable[Check]) -> Coverage:
    """Count the checks of a document; a target without a stated rate is none of them."""
    stated = paired = 0
    reasons: Counter[Reason] = Counter()
    for check in checks:
        claim = check.claim
        if claim.stated is not None:
            stated += 1
            paired += is_paired(claim)
            if check.verdict is Verdict.UNVERIFIABLE:
                reasons[unverifiable_reason(claim)] += 1
    left = reasons.total()
    most_frequent_first = sorted(reasons.items(), key=lambda pair: (-pair[1], _ORDER[pair[0]]))
    return Coverage(stated, paired, stated - left, left, tuple(most_frequent_first))


def is_paired(claim: Claim) -> bool:
    """Tell whether a stated rate was given a formula, or the two figures that it compares."""
    if claim.counted or claim.formula is not None:
        return True
    for pair in claim.pairs:
        if pair.actual is not None and (pair.target is not None or claim.baseline is not None):
            return True
    return False


def unverifiable_reason(claim: Claim) -> Reason:
    """Say why a stated rate cannot be recomputed."""
    if claim.missing is not None:
        return claim.missing
    targets = [pair.target for pair in claim.pairs if pair.target is not None]
    of_nothing = targets and not any(target.quantity.value for target in targets)
    return Reason.NOTHING_PLANNED if of_nothing else Reason.NO_FIGURE
