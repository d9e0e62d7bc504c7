"""The printed digits of a figure -> the values that would be printed so.

A figure stands for what rounds to it, to its last printed place. 約 and 近 reach as far on both sides,
of a count to the last figure that is no nought, since nobody counts to 約300人; 餘 is for anything up
to the next round number.

>>> printed_decimals(Decimal("2.5E+4")), printed_decimals(Decimal("25.50")), printed_decimals(Decimal(20678))
(-3, 2, 0)
>>> [str(end) for end in rounded(Decimal("14.1"), 1)], [str(end) for end in rounded(Decimal("2E+4"), -4)]
(['281/20', '283/20'], ['15000', '25000'])
>>> [str(end) for end in about(Decimal(300), 0, counted=True, more=False)]
['250', '350']
>>> [str(end) for end in about(Decimal(10), 0, counted=True, more=True)]
['19/2', '20']
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

_ONE = Decimal(1)


def printed_decimals(value: Decimal | Fraction) -> int:
    """Return the number of printed places behind the point, negative for 萬 shorthand."""
    if not isinstance(value, Decimal) or value.same_quantum(_ONE):
        return 0
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def rounded(value: Decimal | Fraction, decimals: int) -> tuple[Fraction, Fraction]:
    """Return the ends of what rounds to a value, to its last printed place."""
    top, bottom = value.as_integer_ratio()
    if decimals < 0:
        place = 10**-decimals * bottom
    else:
        top, place, bottom = top * 10**decimals, bottom, bottom * 10**decimals
    return Fraction(2 * top - place, 2 * bottom), Fraction(2 * top + place, 2 * bottom)


def about(
    value: Decimal | Fraction, decimals: int, *, counted: bool, more: bool
) -> tuple[Fraction, Fraction]:
    """Return the ends of what 約 (or 餘, if ``more``) says; ``counted`` is a count in whole numbers."""
    exact, place = Fraction(value), Fraction(10) ** -decimals
    if more:  # 餘 never says less, and 十餘件 up to nineteen
        return exact - place / 2, exact + max(place, _last_significant_place(value))
    if counted and value:
        place = max(place, _last_significant_place(value))  # the noughts of 約300人
    return exact - place / 2, exact + place / 2


def _last_significant_place(value: Decimal | Fraction) -> Fraction:
    """Return the place of the last figure of a number that is no nought: 100 for 300."""
    if isinstance(value, Fraction):
        return Fraction(0)
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    noughts = len(digits) - len(bytes(digits).rstrip(b"\0"))
    return Fraction(10) ** (exponent + (noughts if any(digits) else 0))
