"""Unit, currency and half of a figure, and what is none of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.quantities.figures.figure import FigureText
from pipeline.quantities.figures.units_of_figures import (
    add_half,
    add_small_money,
    find_currency,
    find_unit,
    find_unit_in_brackets,
)

UNITS = [
    pytest.param("432場次便民", 3, ("場次", 5), id="behind"),
    pytest.param("3 人", 1, ("人", 3), id="behind a space"),
    pytest.param("8公\n里路", 1, ("公里", 4), id="cut by a line end"),
    pytest.param("6個國家", 1, ("國家", 4), id="noun behind 個"),
    pytest.param("3個月", 1, ("個月", 3), id="months"),
    pytest.param("5達成", 1, ("", 1), id="none"),
]


@pytest.mark.parametrize(("text", "end", "expected"), UNITS)
def test_unit(text: str, end: int, expected: tuple[str, int]) -> None:
    assert find_unit(FigureText.from_text(text), end) == expected


def test_unit_in_brackets() -> None:
    assert find_unit_in_brackets(FigureText.from_text("5（人）"), 1) == ("人", 4)
    assert find_unit_in_brackets(FigureText.from_text("5(說明)"), 1) == ("", 1)


CURRENCIES = [
    pytest.param("NT$5", 3, (0, "元"), id="NT$"),
    pytest.param("新臺幣3", 3, (0, "元"), id="dollars of Taiwan"),
    pytest.param("美金2", 2, (0, "美元"), id="US dollars"),
    pytest.param("計3", 1, (1, ""), id="none"),
]


@pytest.mark.parametrize(("text", "begin", "expected"), CURRENCIES)
def test_currency(text: str, begin: int, expected: tuple[int, str]) -> None:
    assert find_currency(text, begin, 0) == expected


def test_halves_and_small_money() -> None:
    assert add_half(FigureText.from_text("兩年半"), Decimal(2), "年", 2) == (
        Decimal("2.5"),
        "年",
        3,
    )
    assert add_half(FigureText.from_text("兩年半數"), Decimal(2), "年", 2) == (Decimal(2), "年", 2)
    assert add_small_money("3元2角5分", Decimal(3), 2) == (Decimal("3.25"), 6)
    assert add_small_money("3元整", Decimal(3), 2) == (Decimal(3), 2)
