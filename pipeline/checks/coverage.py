"""Checks -> coverage: how many stated rates of a document could be recomputed, and why not the others.

>>> print(Coverage(3, 3, 2, 1, (("the target is a range", 1),)))
3 stated rates, 3 paired, 2 recomputed, 1 not verifiable (1 the target is a range)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.checks.messages import Language, compose
from pipeline.checks.records import Check, Verdict
from pipeline.claims import Claim


class Coverage(NamedTuple):
    """How many rates were found, given their figures, recomputed, and left open."""

    rates: int
    paired: int
    recomputed: int
    unverifiable: int
    reasons: tuple[tuple[str, int], ...] = ()
    """Why rates are left open and how many for each reason, the most frequent first."""

    @property
    def told_reasons(self) -> str:
        """Return the reasons as one text: 2 the target is a range; 1 …."""
        return self.reasons_in(Language.ENGLISH)

    def reasons_in(self, language: Language) -> str:
        """Return the reasons as one text in a language; they are set apart by "; " in each."""
        return "; ".join(
            compose("so many", count=str(count), reason=compose(reason)).text(language)
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
    reasons: Counter[str] = Counter()
    for check in checks:
        claim = check.claim
        if claim.stated is not None:
            stated += 1
            paired += is_paired(claim)
            if check.verdict is Verdict.UNVERIFIABLE:
                reasons[unverifiable_reason(claim)] += 1
    left = reasons.total()
    told = tuple(sorted(reasons.items(), key=lambda told: (-told[1], told[0])))
    return Coverage(stated, paired, stated - left, left, told)


def is_paired(claim: Claim) -> bool:
    """Tell whether a stated rate was given a formula, or the two figures that it compares."""
    if claim.counted or claim.formula is not None:
        return True
    for pair in claim.pairs:
        if pair.actual is not None and (pair.target is not None or claim.baseline is not None):
            return True
    return False


def unverifiable_reason(claim: Claim) -> str:
    """Say why a stated rate cannot be recomputed."""
    return claim.missing or "a figure that it needs is not printed"
