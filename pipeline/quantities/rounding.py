"""Exact numbers -> plain decimals: rounded half up, without commas, exponents or float noise.

>>> fixed_decimal(Fraction(215102, 2000), 6), fixed_decimal(Fraction(-1, 2), 0), fixed_decimal(None, 6)
('107.551000', '-1', '')
>>> plain_decimal(Decimal("1.20E+3")), plain_decimal(Fraction(1, 3)), plain_decimal(Fraction(1, 4))
('1200', '1/3', '0.25')
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def half_up(value: Fraction, places: int) -> Fraction:
    """Round to so many decimals, a half away from zero.

    >>> half_up(Fraction(-5, 2), 0), half_up(Fraction(2, 3), 2)
    (Fraction(-3, 1), Fraction(67, 100))
    """
    return Fraction(_steps(value, places), 10**places)


def _steps(value: Fraction | Decimal, places: int) -> int:
    """Return how many of the last place a number comes to: whole figures cost less than fractions."""
    top, bottom = value.as_integer_ratio()
    top *= 10**places
    whole: int = (2 * abs(top) + bottom) // (2 * bottom)
    return whole if top >= 0 else -whole


def fixed_decimal(value: Fraction | Decimal | None, places: int) -> str:
    """Write a number with exactly so many decimals; nothing for None."""
    if value is None:
        return ""
    top, bottom = value.as_integer_ratio()
    if bottom == 1:
        return f"{top}.{'0' * places}" if places else str(top)
    rounded = _steps(value, places)
    digits = str(abs(rounded)).rjust(places + 1, "0")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def plain_decimal(value: Fraction | Decimal) -> str:
    """Write a number in plain decimals, or as a fraction where it does not end."""
    if isinstance(value, Decimal):
        return _bare(f"{value:f}") if value else "0"
    twos = fives = 0
    rest = value.denominator
    if rest == 1:
        return str(value.numerator)
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    return fixed_decimal(value, max(twos, fives))


def short_decimal(value: Fraction, places: int) -> str:
    """Write a number rounded to so many decimals, without closing zeros.

    >>> short_decimal(Fraction(215102, 2000), 6), short_decimal(Fraction(-7, 3), 2), short_decimal(Fraction(100), 6)
    ('107.551', '-2.33', '100')
    """
    return _bare(fixed_decimal(value, places))


def _bare(decimals: str) -> str:
    """Take away closing zeros behind the point, and the point if nothing is left behind it."""
    return decimals.rstrip("0").rstrip(".") if "." in decimals else decimals
