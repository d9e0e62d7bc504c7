"""Years as printed, in both counts, and their conversion."""

from __future__ import annotations

import pytest
import regex

from pipeline.quantities.roc_years import (
    ERA,
    ROC_YEAR,
    SURE_ROC_DIGITS,
    YEAR_DIGITS,
    YEAR_IN_CHINESE,
    YEAR_WORDS,
    from_gregorian,
    gregorian_year,
    parse_year,
    roc_year,
    to_gregorian,
    year_number,
)

PARSED = [
    pytest.param("105", 105, id="digits"),
    pytest.param("１０５", 105, id="full width"),
    pytest.param("98", 98, id="two digits"),
    pytest.param("2016", 105, id="Gregorian"),
    pytest.param("一○五", 105, id="digit by digit"),
    pytest.param("一〇四", 104, id="another zero"),
    pytest.param("一零四", 104, id="a third zero"),
    pytest.param("一百零五", 105, id="spoken"),
    pytest.param("百零五", 105, id="without its one"),
    pytest.param("一百五", 105, id="without its zero"),
    pytest.param("一百十五", 115, id="without the one of ten"),
    pytest.param("一百", 100, id="a hundred"),
    pytest.param("九十九", 99, id="tens"),
    pytest.param("二〇一六", 105, id="Gregorian, digit by digit"),
]


@pytest.mark.parametrize(("text", "year"), PARSED)
def test_parse(text: str, year: int) -> None:
    assert parse_year(text) == year


@pytest.mark.parametrize("text", ["", "十百", "一十百", "人", "百年"])
def test_no_year(text: str) -> None:
    assert parse_year(text) is None


def test_conversion_in_both_directions() -> None:
    assert (to_gregorian(1), from_gregorian(1912)) == (1912, 1)
    assert (gregorian_year(105), gregorian_year(2016)) == (2016, 2016)
    assert (roc_year(105), roc_year(2016), roc_year(1911)) == (105, 105, 1911)
    assert year_number("2016") == 2016


PIECES = [
    pytest.param(f"{ERA}?{YEAR_DIGITS}{YEAR_WORDS}", ["中華民國105年度", "民國98年", "１０５學年度", "2016年"],
                 ["105", "5年", "民國年"], id="digits"),
    pytest.param(f"{YEAR_IN_CHINESE}{YEAR_WORDS}", ["一○五年度", "九十九年"], ["三年", "一○五"], id="Chinese"),
    pytest.param(ROC_YEAR, ["105年", "98年度"], ["105", "2016年"], id="in a text"),
    pytest.param(SURE_ROC_DIGITS, ["80", "149"], ["79", "150", "8"], id="sure"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "years", "others"), PIECES)
def test_pieces_of_patterns(pattern: str, years: list[str], others: list[str]) -> None:
    assert all(regex.fullmatch(pattern, text) for text in years)
    assert not any(regex.fullmatch(pattern, text) for text in others)
