"""A stated rate, and a claim with its verdict: what judging hands on, and the plain comparison.

A stated 108 stands for [107.5, 108.5], ends in, and is consistent if an accepted reading meets that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from pipeline.checks.verdicts import Verdict
from pipeline.claims import HUNDRED, Certainty, Claim, Pair, RateKind, Reading
from pipeline.quantities import Quantity

SCALES = tuple(Fraction(10) ** exponent for exponent in (-3, -2, -1, 1, 2, 3))
"""Powers of ten that a slip of the point makes."""


class Stated(NamedTuple):
    """A stated rate, in percent."""

    value: Fraction
    unit: Fraction
    """One unit in its last printed place."""
    low: Fraction
    """The least value that prints so."""
    high: Fraction
    """The greatest one."""

    @classmethod
    def from_quantity(cls, quantity: Quantity) -> Stated:
        """Return what a printed rate stands for."""
        decimals = quantity.decimals
        unit = Fraction(1, 10**decimals) if decimals > 0 else Fraction(10**-decimals)
        return cls(Fraction(*quantity.value.as_integer_ratio()), unit, *quantity.rounded)


@dataclass  # not frozen, as `records.Line` is not
class Judged:
    """A claim with the readings tried on it and the one that was taken."""

    claim: Claim
    verdict: Verdict
    rate: Stated | None = None
    readings: tuple[Reading, ...] = ()
    taken: Reading | None = None
    spare: tuple[Reading, ...] = ()
    """Readings of figures that hardly belong to it: they may explain a rate, not throw doubt on it."""
    uncalled: bool = False
    """Only an arithmetic gives it that the report does not call for: target / actual where no word says that lower is
    better, or actual / target where words say so."""
    certainty: Certainty = Certainty.HIGH

    @property
    def tried(self) -> tuple[Reading, ...]:
        """Return all readings."""
        return (*self.readings, *self.spare) if self.spare else self.readings

    @property
    def close(self) -> tuple[Reading, ...]:
        """Return the readings that a slip may be told of: those of a rate's best explanation."""
        return self.readings if self.claim.explanations else self.tried

    @property
    def stated(self) -> Stated:
        """Return the stated rate of a claim that has one."""
        assert self.rate is not None
        return self.rate

    @cached_property
    def shows_a_habit(self) -> bool:
        """Tell whether rounding and cutting off give different rates here, and one was printed."""
        told = self.verdict is Verdict.CONSISTENT or self.verdict is Verdict.TRUNCATED
        if not told or self.taken is None or not self.taken.exact:
            return False
        top, bottom = self.taken.value.as_integer_ratio()
        unit, parts = self.stated.unit.as_integer_ratio()
        return top * parts % (bottom * unit) * 2 > bottom * unit


def compare(
    claim: Claim,
    stated: Stated,
    tried: Sequence[Reading],
    spare: Sequence[Reading],
    caps: frozenset[Fraction],
) -> tuple[Verdict, Reading]:
    """Return the verdict on a stated rate and the reading that it was taken from."""
    value, high = stated.value, stated_upper(claim, stated.high)
    low = stated_lower(claim, stated.low)
    for reading in (*tried, *spare):
        if reading.meets(low, high):
            return Verdict.CONSISTENT, reading
    # The likeliest reading is shown; capping and cutting off are weighed for each.
    below = claim.stated is not None and claim.stated.quantity.bound == "<="
    if not below and (value == HUNDRED or value in caps):
        for reading in tried:
            if claim.kind is RateKind.ACHIEVEMENT and reading.low > value:
                return Verdict.CAPPED, reading
    end = value + stated.unit
    for reading in (*tried, *spare):
        if reading.meets(value, end, below=True):
            return Verdict.TRUNCATED, reading
    return Verdict.INCONSISTENT, tried[0]


def may_be_capped(reading: Reading, claim: Claim) -> bool:
    """Tell whether a result is above 100, and is an achievement."""
    return claim.kind is RateKind.ACHIEVEMENT and reading.low > HUNDRED


def stated_upper(claim: Claim, high: Fraction) -> Fraction | None:
    """Return the end of the stated range: none for a rate stated as 100%以上."""
    return None if claim.stated and claim.stated.quantity.bound == ">=" else high


def stated_lower(claim: Claim, low: Fraction) -> Fraction:
    """Return the begin of the stated range: nought for a rate stated as 未達100%."""
    return Fraction(0) if claim.stated and claim.stated.quantity.bound == "<=" else low


def likeliest_pair(claim: Claim) -> Pair:
    """Return the likeliest figures of a claim."""
    return claim.pairs[0] if claim.pairs else Pair(None, None)
