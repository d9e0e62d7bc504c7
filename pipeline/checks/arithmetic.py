"""A claim judged -> the arithmetic that is shown of it: stated 115%, 500 / 400 * 100 = 125."""

from __future__ import annotations

from fractions import Fraction

from pipeline.checks.judging.judged import Judged
from pipeline.checks.messages import Arithmetic, Message, compose
from pipeline.checks.texts import Text, TextKey
from pipeline.checks.verdicts import Verdict
from pipeline.claims import Figure, RateKind, Reading, ReadingKind
from pipeline.quantities import plain_decimal, short_decimal


def with_arithmetic(key: TextKey, item: Judged, **fields: str | Message) -> Message:
    """Return a message with the arithmetic in it."""
    return compose(key, shown=show_arithmetic(item), **fields)


def show_arithmetic(item: Judged) -> Arithmetic | str:
    """Show the arithmetic: stated 109 %, but 6 / 4 * 100 = 150 (target 4國, actual 6個國家)."""
    reading = item.taken
    if reading is None:
        return ""
    claim, pair = item.claim, reading.pair
    low, high = ("", "") if reading.exact else range_ends(reading)
    others = item.readings if item.verdict is Verdict.INCONSISTENT else ()
    compared = claim.kind is RateKind.ACHIEVEMENT
    return Arithmetic(
        stated=as_printed(claim.stated) if claim.stated else "",
        formula=_formula_text(reading),
        result=at_most_six_places(reading.value),
        low=low,
        high=high,
        tried=tuple(with_result(other) for other in others if other is not reading),
        target=as_printed(pair.target) if compared and pair.target else "",
        actual=as_printed(pair.actual) if compared and pair.actual else "",
    )


def _formula_text(reading: Reading) -> str | Message:
    """Return the formula of a reading; a target of nought has none but is told in words."""
    actual = reading.pair.actual
    if reading.kind is not ReadingKind.ZERO_TARGET or actual is None:
        return reading.formula
    return compose(
        Text.FOR_NOUGHT,
        met=at_most_six_places(reading.value),
        actual=plain_decimal(actual.quantity.value),
    )


def with_result(reading: Reading) -> str:
    """Return the formula of a reading with its result."""
    return f"{reading.formula} = {at_most_six_places(reading.value)}"


def as_printed(figure: Figure) -> str:
    """Return a figure as it is printed."""
    return figure.quantity.text


def at_most_six_places(value: Fraction) -> str:
    """Write a value with at most six decimals, rounded half up, without closing zeros.

    >>> at_most_six_places(Fraction(34, 35) * 100), at_most_six_places(Fraction(125))
    ('97.142857', '125')
    """
    return short_decimal(value, 6)


def range_ends(reading: Reading) -> tuple[str, str]:
    """Return the ends of what a reading gives; the second is empty where there is none."""
    low, high = reading.low, reading.high
    return at_most_six_places(low), "" if high is None else at_most_six_places(high)
