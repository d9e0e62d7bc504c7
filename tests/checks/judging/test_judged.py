"""What a stated rate stands for, and the ends of a bounded one."""

from fractions import Fraction

import pytest

from pipeline.checks.judging.judged import Stated
from pipeline.quantities.scanner import Quantity
from tests.typed_rows import judged

STATED = [
    pytest.param("108%", 1, "107.5", "108.5", id="integer"),
    pytest.param("25.50%", Fraction(1, 100), "25.495", "25.505", id="decimals"),
    pytest.param("0.9%", Fraction(1, 10), "0.85", "0.95", id="small"),
]


@pytest.mark.parametrize(("text", "unit", "low", "high"), STATED)
def test_what_a_rate_stands_for(text: str, unit: Fraction, low: str, high: str) -> None:
    stated = Stated.from_quantity(Quantity.parse(text))
    assert (stated.unit, stated.low, stated.high) == (unit, Fraction(low), Fraction(high))


BOUNDED = [
    pytest.param("未達100%", "95件", "consistent", id="below-and-is"),
    pytest.param("100%以上", "130件", "consistent", id="at-least-and-is"),
    pytest.param("100%以上", "90件", "inconsistent", id="at-least-and-is-not"),
    pytest.param("未達100%", "130件", "inconsistent", id="below-and-is-not"),
]


@pytest.mark.parametrize(("rate", "actual", "expected"), BOUNDED)
def test_bounded_rates(rate: str, actual: str, expected: str) -> None:
    _, (check,) = judged("100件", "", actual=actual, rate=rate)
    assert str(check.verdict) == expected
