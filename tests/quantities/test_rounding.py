"""Exact numbers in plain decimals: rounded half up, or as a fraction where they do not end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.quantities.rounding import fixed_decimal, half_up, plain_decimal, short_decimal

FIXED = [
    pytest.param(Fraction(215102, 2000), 6, "107.551000", id="six places"),
    pytest.param(Fraction(1, 2), 0, "1", id="half up"),
    pytest.param(Fraction(-1, 2), 0, "-1", id="half away from nought"),
    pytest.param(Fraction(1, 200), 2, "0.01", id="leading nought"),
    pytest.param(Fraction(-1, 300), 2, "0.00", id="no negative nought"),
    pytest.param(Decimal("1E+3"), 1, "1000.0", id="exponent"),
    pytest.param(7, 0, "7", id="whole"),
    pytest.param(None, 3, "", id="nothing"),
]


@pytest.mark.parametrize(("value", "places", "text"), FIXED)
def test_fixed(value: Fraction | Decimal | None, places: int, text: str) -> None:
    assert fixed_decimal(value, places) == text


PLAIN = [
    pytest.param(Decimal("1.20E+3"), "1200", id="exponent"),
    pytest.param(Decimal("98.50"), "98.5", id="closing nought"),
    pytest.param(Decimal("0.00"), "0", id="nought"),
    pytest.param(Fraction(1, 4), "0.25", id="fraction that ends"),
    pytest.param(Fraction(1, 3), "1/3", id="fraction that does not"),
    pytest.param(Fraction(12), "12", id="whole"),
]


@pytest.mark.parametrize(("value", "text"), PLAIN)
def test_plain(value: Fraction | Decimal, text: str) -> None:
    assert plain_decimal(value) == text


def test_short_and_half_up() -> None:
    assert short_decimal(Fraction(100), 6) == "100"
    assert short_decimal(Fraction(-7, 3), 2) == "-2.33"
    assert half_up(Fraction(5, 2), 0) == 3
