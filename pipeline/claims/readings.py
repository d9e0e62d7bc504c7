"""Claim -> the accepted readings of it: which arithmetic the printed words allow, and its result.

A result is an interval: a measured 14.1 % stands for everything from 14.05 to 14.15, a target is
exact, 10秒內 is at most ten seconds. Each reading needs a cue in the claim; the plain one, actual
over target, is the default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from pipeline.claims.records import Claim, Figure, Pair, RateKind, ReadingKind
from pipeline.quantities import UNIT_OF_MONEY, Formula, FormulaError, plain_decimal

HUNDRED = Fraction(100)
_NEAR = 21
"""How far around a share whole counts are looked for, in points."""


class Reading(NamedTuple):
    """One way to recompute a rate, in percent: ``low`` to ``high``; ``high`` None is boundless."""

    kind: ReadingKind
    value: Fraction
    low: Fraction
    high: Fraction | None
    formula: str
    pair: Pair

    @property
    def exact(self) -> bool:
        """Tell whether no figure that it needs was rounded."""
        return self.low == self.high

    def meets(self, low: Fraction, high: Fraction | None, *, below: bool = False) -> bool:
        """Tell whether the result and a stated range meet; ``below`` leaves out the range's end."""
        if self.high is not None and self.high < low:
            return False
        return high is None or (self.low < high if below else self.low <= high)


def list_readings(claim: Claim) -> list[Reading]:
    """Return the readings of a claim, the likeliest first; none where a figure is missing."""
    readings = [] if claim.formula is None else list(_formula(claim, claim.formula))
    if readings:
        return readings
    for kind, readers in _READERS:
        if kind is None or kind is claim.kind:
            for reader in readers:
                readings.extend(reader(claim))
            if readings:
                return readings
    return readings


def _formula(claim: Claim, formula: Formula) -> Iterator[Reading]:
    """Evaluate the printed formula, its names replaced by the row's figures."""
    names = dict(claim.names)
    pair = claim.pairs[0] if claim.pairs else Pair(None, None)
    try:
        low = high = value = formula.value(names)
        if formula.is_rounded:
            # A factor that is the target itself was set, not measured: 0.25 for 25 %.
            low, high = formula.interval(names, exact=_target_values(pair))
    except FormulaError:
        return
    yield Reading(ReadingKind.PRINTED_FORMULA, value, low, high, formula.arithmetic(names), pair)


def _target_values(pair: Pair) -> frozenset[Fraction]:
    if pair.target is None:
        return frozenset()
    value = Fraction(pair.target.quantity.value)
    return frozenset((value, value / 100))


def _growth(claim: Claim) -> Iterator[Reading]:
    """Return (this year - last year) / last year where both are printed."""
    for pair in claim.pairs or (Pair(None, None),):
        actual = pair.actual
        if actual is None or claim.baseline is None or not claim.baseline.quantity.value:
            continue
        new, old = _interval(actual), _interval(claim.baseline)
        base = _value(claim.baseline)
        if old[0] <= 0:
            continue
        low, high = (new[0] - old[1]) / old[1] * 100, (new[1] - old[0]) / old[0] * 100
        value = (_value(actual) - base) / base * 100
        yield Reading(
            ReadingKind.GROWTH, value, low, high,
            f"({_plain(actual)} - {plain_decimal(base)}) / {plain_decimal(base)} * 100", pair,
        )  # fmt: skip
        if claim.lower:
            # 減少12% says by how much it fell.
            yield Reading(
                ReadingKind.REDUCTION, -value, -high, -low,
                f"({plain_decimal(base)} - {_plain(actual)}) / {plain_decimal(base)} * 100", pair,
            )  # fmt: skip


def _zero_target(claim: Claim) -> Iterator[Reading]:
    """Return 100 for a target of 0 exactly when the actual figure is 0, else 0.

    A figure below nought may be better or worse than nought: of it nothing is told. Nor is it of money:
    where none was planned, some state 0 % and others 100 %.
    """
    for pair in _complete(claim):
        target, actual = pair
        if target.quantity.unit == UNIT_OF_MONEY:
            continue
        if not target.quantity.value and actual.quantity.value >= 0:
            met = Fraction(0) if actual.quantity.value else HUNDRED
            yield Reading(
                ReadingKind.ZERO_TARGET,
                met,
                met,
                met,
                f"{plain_decimal(met)} ({_plain(actual)} for 0)",
                Pair(*pair),
            )


def _direct(claim: Claim) -> Iterator[Reading]:
    """Return actual / target; none for a limit that was crossed: 12 days of at most 11 are no 109 %."""
    for target, actual in _complete(claim):
        goal, reached = target.quantity.value, actual.quantity
        if goal <= 0:
            continue
        low: Fraction | Decimal
        high: Fraction | Decimal | None
        low = high = reached.value
        exact = reached.is_exact and reached.bound not in (">=", "<=")
        if not exact:
            low, high = _bounded(actual)
            exact = low == high
        limit = claim.lower and not claim.growth and target.quantity.bound == "<="
        if limit and Fraction(low) > Fraction(goal):
            continue
        least, most = target.quantity.interval if claim.in_running_text else (goal, goal)
        value = _percent(low if exact else reached.value, goal)
        exact = exact and least == most
        if least <= 0:
            continue
        yield Reading(
            ReadingKind.QUOTIENT,
            value,
            value if exact else _percent(low, most),
            None if high is None else value if exact else _percent(high, least),
            f"{_plain(actual)} / {_plain(target)} * 100",
            Pair(target, actual),
        )


def _fallen(claim: Claim) -> Iterator[Reading]:
    """Return how much of a reduction was reached, where a fall is printed as a negative change."""
    for target, actual in _complete(claim):
        if actual.quantity.kind != "percent":
            continue
        if target.quantity.value > 0 > actual.quantity.value:
            low, high = _interval(actual)
            goal = _value(target)
            yield Reading(
                ReadingKind.NEGATIVE_CHANGE,
                -_value(actual) / goal * 100,
                -high / goal * 100,
                -low / goal * 100,
                f"{plain_decimal(-_value(actual))} / {_plain(target)} * 100",
                Pair(target, actual),
            )


def _attained(claim: Claim) -> Iterator[Reading]:
    """Return how much of a growth target was reached, from both years' figures."""
    new, old = claim.this_year, claim.baseline
    target = claim.pairs[0].target if claim.pairs else None
    if not claim.growth or new is None or old is None or target is None or _value(target) <= 0:
        return
    goal, base = _value(target) / 100, _value(old)
    (new_low, new_high), (old_low, old_high) = _interval(new), _interval(old)
    growth_is_printed = claim.pairs[0].actual is not None
    if old_low <= 0 or (growth_is_printed and (new_low < new_high or old_low < old_high)):
        return  # the growth that is told says more than figures that were rounded
    change = f"({_plain(new)} - {plain_decimal(base)})"
    value = (_value(new) - base) / base / goal * 100
    low = (new_low - old_high) / old_high / goal * 100
    high = (new_high - old_low) / old_low / goal * 100
    if value < 0:
        change = f"({plain_decimal(base)} - {_plain(new)})"
        value, low, high = -value, -high, -low
    yield Reading(
        ReadingKind.GROWTH_ATTAINED, value, low, high,
        f"{change} / {plain_decimal(base)} / {plain_decimal(goal)} * 100", Pair(target, new),
    )  # fmt: skip


def _lower_is_better(claim: Claim) -> Iterator[Reading]:
    """Return target / actual and 2 - actual / target, where less is better."""
    if not claim.lower:
        return
    for target, actual in _complete(claim):
        goal = _value(target)
        if goal <= 0:
            continue
        low, high = _bounded(actual)
        if _value(actual) > 0:
            yield Reading(
                ReadingKind.LOWER_QUOTIENT,
                goal / _value(actual) * 100,
                goal / high * 100 if high else Fraction(0),
                goal / low * 100 if low > 0 else None,
                f"{_plain(target)} / {_plain(actual)} * 100",
                Pair(target, actual),
            )
        yield Reading(
            ReadingKind.LOWER_DIFFERENCE,
            (2 - _value(actual) / goal) * 100,
            (2 - high / goal) * 100 if high is not None else Fraction(0),
            (2 - low / goal) * 100,
            f"(2 - {_plain(actual)} / {_plain(target)}) * 100",
            Pair(target, actual),
        )


def _reduction(claim: Claim) -> Iterator[Reading]:
    """Return the share of a reduction that was reached: (base - actual) / (base - target)."""
    if not claim.lower or claim.baseline is None:
        return
    for target, actual in _complete(claim):
        base = _value(claim.baseline)
        if base <= _value(target):
            continue
        value = (base - _value(actual)) / (base - _value(target)) * 100
        yield Reading(
            ReadingKind.SHARE_OF_REDUCTION,
            value,
            value,
            value,
            f"({plain_decimal(base)} - {_plain(actual)}) / ({plain_decimal(base)} - {_plain(target)}) * 100",
            Pair(target, actual),
        )


def _counts(claim: Claim) -> Iterator[Reading]:
    """Return every whole number out of a count that comes near a share, the nearest first."""
    if not claim.counted or claim.stated is None:
        return
    for pair in claim.pairs:
        if pair.target is None:
            continue
        whole, stated = _value(pair.target), _value(claim.stated)
        parts = range(
            max(ceil((stated - _NEAR) * whole / 100), 0),
            min(floor((stated + _NEAR) * whole / 100), floor(whole)) + 1,
        )
        for part in sorted(parts, key=lambda part: abs(part * 100 - stated * whole)):
            share = part / whole * 100
            yield Reading(
                ReadingKind.WHOLE_COUNT,
                share,
                share,
                share,
                f"{part} / {_plain(pair.target)} * 100",
                pair,
            )


_READERS: tuple[tuple[RateKind | None, tuple[Callable[[Claim], Iterator[Reading]], ...]], ...] = (
    (RateKind.GROWTH, (_growth,)),
    (RateKind.RATIO, (_direct, _counts)),
    (None, (_zero_target,)),
    (None, (_lower_is_better, _reduction, _fallen, _direct, _attained)),
)
"""Which readings are tried for which kind, in this order; the first group that gives one is kept.

A growth rate is never divided by its target. Where less is better, the plain reading stays allowed
unless it makes a success of a crossed limit: an agency that states actual / target is not accused.
"""


def _percent(part: Fraction | Decimal, whole: Fraction | Decimal) -> Fraction:
    """Return a quotient in percent, put to its lowest terms once."""
    (top, bottom), (divisor, parts) = part.as_integer_ratio(), whole.as_integer_ratio()
    return Fraction(top * parts * 100, bottom * divisor)


def _complete(claim: Claim) -> Iterator[tuple[Figure, Figure]]:
    for pair in claim.pairs:
        if pair.target is None or pair.actual is None or pair.actual.quantity.high is not None:
            continue
        for target in _ends(pair.target):
            yield target, pair.actual


def _ends(target: Figure) -> Sequence[Figure]:
    """Return a target, of a range (12至14檔) both its ends."""
    quantity = target.quantity
    if quantity.high is None:
        return (target,)
    return [
        replace(target, quantity=quantity._replace(value=end, low=None, high=None))
        for end in (quantity.value, quantity.high)
    ]


def _value(figure: Figure) -> Fraction:
    return Fraction(figure.quantity.value)


def _plain(figure: Figure) -> str:
    text = plain_decimal(figure.quantity.value)
    return f"({text})" if "/" in text else text


def _interval(figure: Figure) -> tuple[Fraction, Fraction]:
    return figure.quantity.interval


def _bounded(figure: Figure) -> tuple[Fraction, Fraction | None]:
    """Return the values that a figure allows, its bound included: 10秒內 is 0 to 10."""
    low, high = figure.quantity.interval
    if figure.quantity.bound == ">=":
        return low, None
    if figure.quantity.bound == "<=":
        return Fraction(0), high
    return low, high
