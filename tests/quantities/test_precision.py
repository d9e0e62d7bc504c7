"""The values that a figure stands for, by its printed digits."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.quantities import precision
from pipeline.quantities.scanner import find

INTERVALS = [
    pytest.param("8,656人", "8656", "8656", id="count"),
    pytest.param("2萬678人", "20678", "20678", id="count in mixed notation"),
    pytest.param("10萬8,920", "108920", "108920", id="count without unit"),
    pytest.param("14.1%", "14.05", "14.15", id="measured percentage"),
    pytest.param("108%", "107.5", "108.5", id="whole percentage"),
    pytest.param("2.50公里", "2.495", "2.505", id="measured decimal"),
    pytest.param("2.5萬人", "24500", "25500", id="two figures before ten thousand"),
    pytest.param("2萬人", "15000", "25000", id="bare ten thousands"),
    pytest.param("17億1,993萬4千元", "1719933500", "1719934500", id="thousands"),
    pytest.param("三千五百件", "3500", "3500", id="Chinese count"),
    pytest.param("約300人", "250", "350", id="about"),
    pytest.param("近300人", "250", "350", id="nearly"),
    pytest.param("約1,245人", "1244.5", "1245.5", id="about, to the last place"),
    pytest.param("241萬餘", "2405000", "2420000", id="a little more than"),
    pytest.param("十餘件", "9.5", "20", id="some more than ten"),
    pytest.param("300餘人", "299.5", "400", id="some more than three hundred"),
    pytest.param("500餘萬元", "4995000", "6000000", id="some more, before the unit"),
    pytest.param("7成", "65", "75", id="tenths"),
    pytest.param("7成5", "74.5", "75.5", id="tenths and a half"),
    pytest.param("100次以上", "100", "100", id="a bound is exact"),
    pytest.param("3至5人", "3", "5", id="range"),
    pytest.param("1/3", "1/3", "1/3", id="fraction"),
    pytest.param("105年", "105", "105", id="no quantity"),
]


@pytest.mark.parametrize(("text", "low", "high"), INTERVALS)
def test_interval_holds_what_would_be_printed_so(text: str, low: str, high: str) -> None:
    assert find(text)[0].interval == (Fraction(low), Fraction(high))


DECIMALS = [
    pytest.param("98.5%", 1, id="one"),
    pytest.param("25.50%", 2, id="trailing nought"),
    pytest.param("8,656人", 0, id="none"),
    pytest.param("2.5萬人", -3, id="short for thousands"),
    pytest.param("2萬人", -4, id="short for ten thousands"),
    pytest.param("2萬678人", 0, id="written out"),
    pytest.param("7成", -1, id="tenths"),
    pytest.param("0.35‰", 3, id="per mille"),
]


@pytest.mark.parametrize(("text", "decimals"), DECIMALS)
def test_printed_decimals(text: str, decimals: int) -> None:
    assert find(text)[0].decimals == decimals


def test_nought_and_fractions_have_no_significant_place() -> None:
    nought = precision.about(Decimal(0), 0, counted=True, more=True)
    assert nought == (Fraction(-1, 2), Fraction(1))
    assert precision.printed_decimals(Fraction(1, 3)) == 0
