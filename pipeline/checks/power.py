"""Readings of a claim -> power: how many of the rates near the stated one would be refused.

A rate that nearly any figure would pass says little when it passes. Of the rates that can be printed
with the same decimals within 20 points of the stated one, itself left out, those that neither
rounding nor cutting off nor stopping at 100 explains would have been refused; power is their share.
Nothing is tried out: what a reading accepts is a run of whole steps from the stated rate.

>>> accepted_steps(Fraction(11150, 100), Fraction(11150, 100), Fraction(112), Fraction(1), cut_off=True)
(-1, 0)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from pipeline.claims import HUNDRED, Reading

REACH = 20
"""How far around the stated rate, in points."""

Steps = tuple[int | None, int | None]
"""The first and the last step from the stated rate that is accepted; ``None`` is without end."""


def measure_power(
    readings: Sequence[Reading],
    stated: Fraction,
    unit: Fraction,
    *,
    cut_off: bool,
    at_least: bool,
    capped: bool,
) -> Fraction | None:
    """Return the share of other rates that would be refused; none where nothing was recomputed.

    ``cut_off`` tells whether a rate may be cut off, ``at_least`` whether it was stated as a lower
    bound (100%以上), ``capped`` whether 100 may stand for what they give.
    """
    reach = REACH * unit.denominator // unit.numerator
    if not readings or not reach:
        return None
    runs = [accepted_steps(r.low, r.high, stated, unit, cut_off=cut_off) for r in readings]
    if at_least:
        runs = [(None, last) for _, last in runs]
    if capped:
        runs.extend(_step_of_hundred(stated, unit))
    passed = _count(runs, reach)
    return Fraction(2 * reach - passed, 2 * reach)


def accepted_steps(
    low: Fraction, high: Fraction | None, stated: Fraction, unit: Fraction, *, cut_off: bool
) -> Steps:
    """Return the steps from the stated rate that a result between two ends rounds or cuts off to."""
    top, bottom = _in_steps(low, stated, unit)
    first = top // bottom if cut_off else -((bottom - 2 * top) // (2 * bottom))
    if high is None:
        return first, None
    top, bottom = _in_steps(high, stated, unit)
    return first, (2 * top + bottom) // (2 * bottom)


def _in_steps(value: Fraction, stated: Fraction, unit: Fraction) -> tuple[int, int]:
    """Return how many units a value is above the stated rate, over what: not in lowest terms."""
    top, bottom = value.as_integer_ratio()
    stated_top, stated_bottom = stated.as_integer_ratio()
    unit_top, unit_bottom = unit.as_integer_ratio()
    return (
        top * stated_bottom - stated_top * bottom
    ) * unit_bottom, bottom * stated_bottom * unit_top


def _step_of_hundred(stated: Fraction, unit: Fraction) -> Iterator[Steps]:
    top, bottom = _in_steps(HUNDRED, stated, unit)
    if top % bottom == 0:
        yield top // bottom, top // bottom


def _count(runs: Iterable[Steps], reach: int) -> int:
    """Return how many steps within reach are in one of the runs, the stated rate left out."""
    ends = sorted(
        (
            -reach if first is None else max(first, -reach),
            reach if last is None else min(last, reach),
        )
        for first, last in runs
    )
    passed, after = 0, -reach
    for first, last in ends:
        begin = max(first, after)
        if begin <= last:
            passed += last - begin + 1 - (begin <= 0 <= last)
            after = last + 1
    return passed
