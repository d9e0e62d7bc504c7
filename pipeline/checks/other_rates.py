"""The other rates of a row and of its document -> what they show of one rate.

A rate may be the mean of those of its row; those of the document show whether it rounds or cuts off, and
whether it stops at 100 %.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from pipeline.checks.arithmetic import at_most_six_places
from pipeline.checks.judging.judged import Judged
from pipeline.checks.verdicts import Verdict
from pipeline.claims import Claim, RateKind

_HABIT = 6
"""So many rates that tell rounding from truncation show which of the two a document does."""


class RateEnds(NamedTuple):
    """A rate or a mean of rates: its value, and the least and greatest that it stands for."""

    value: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class RowRates:
    """Rates of a row that a stated one may be the mean of; they are added up once."""

    parts: Sequence[RateEnds]

    @cached_property
    def _sums(self) -> RateEnds:
        return RateEnds(*(sum(ends, Fraction(0)) for ends in zip(*self.parts, strict=True)))

    def mean(self, left_out: int | None) -> RateEnds | None:
        """Return the mean of the rates without the one at a place; none of fewer than two."""
        count = len(self.parts) - (left_out is not None)
        if count < 2:
            return None
        without = (Fraction(0),) * 3 if left_out is None else self.parts[left_out]
        return RateEnds(
            *((total - one) / count for total, one in zip(self._sums, without, strict=True))
        )

    def formula(self, left_out: int | None) -> str:
        """Write out how the mean is taken."""
        values = [
            at_most_six_places(part.value)
            for place, part in enumerate(self.parts)
            if place != left_out
        ]
        return f"({' + '.join(values)}) / {len(values)}"


class _RatesOfRow(NamedTuple):
    """The achievement rates of a row: as their figures give them, and as printed."""

    recomputed: RowRates
    printed: RowRates
    places: Mapping[int, int | None]
    """For each item, where its rate stands among those that are printed."""


@dataclass
class Habits:
    """What the rates of a document show together; they are counted row by row."""

    above_hundred: int = 0
    """How many achievement rates are printed above 100 %."""
    stops_at_hundred: bool = False
    """Whether the document says that 100 is stated for more: 超過100%者，以100%計."""
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    """How many rates were rounded, and how many cut off, where that makes a difference."""

    def count(self, judged: Iterable[Judged]) -> None:
        """Count the rates of a row."""
        for item in judged:
            claim = item.claim
            if claim.kind is RateKind.ACHIEVEMENT and claim.stated is not None:
                self.above_hundred += claim.stated.quantity.value > 100
            if item.shows_a_habit:
                self.verdicts[item.verdict] += 1

    def rounds(self, item: Judged) -> bool:
        """Tell whether the document's other rates show that it rounds rather than cuts off."""
        own_verdict = item.verdict if item.shows_a_habit else None
        rounded = self.verdicts[Verdict.CONSISTENT] - (own_verdict is Verdict.CONSISTENT)
        cut_off = self.verdicts[Verdict.TRUNCATED] - (own_verdict is Verdict.TRUNCATED)
        return rounded + cut_off >= _HABIT and rounded > cut_off


@dataclass(frozen=True)
class Context:
    """What the other rates show: those of the row, and the habits of the document."""

    judged: Sequence[Judged]
    habits: Habits

    @cached_property
    def _row(self) -> _RatesOfRow:
        return _rates_of_row(self.judged)

    def others(self, claim: Claim) -> Iterator[tuple[RowRates, int | None]]:
        """Yield the rates of a claim's row, and the printed ones with the place of its own."""
        row = self._row
        if claim.item in row.places:
            yield row.recomputed, None
            yield row.printed, row.places[claim.item]


def _rates_of_row(judged: Sequence[Judged]) -> _RatesOfRow:
    """Return the rates of a row that a mean may have been taken of.

    A printed rate stands for all that prints so, and so does their mean.
    """
    rates = [item for item in judged if item.claim.kind is RateKind.ACHIEVEMENT]
    recomputed = {
        item.claim.item: RateEnds(item.taken.value, item.taken.low, item.taken.high)
        for item in rates
        if item.taken and item.taken.high is not None
    }
    printed: list[RateEnds] = []
    places: dict[int, int | None] = {}
    for item in rates:
        places[item.claim.item] = len(printed) if item.rate else None
        if item.rate:
            printed.append(RateEnds(item.rate.value, item.rate.low, item.rate.high))
    return _RatesOfRow(RowRates(tuple(recomputed.values())), RowRates(printed), places)
