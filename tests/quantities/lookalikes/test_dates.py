"""Dates and years in Arabic digits, and spans of time that look like them."""

from __future__ import annotations

import pytest

from pipeline.quantities.lookalikes.dates import match_bare_year, match_date
from pipeline.quantities.lookalikes.lookalike import Lookalike


def date(text: str, start: int = 0) -> Lookalike | None:
    stop = start + len(text[start:]) - len(text[start:].lstrip("0123456789"))
    return match_date(text, start, stop, 0, text[start - 1 : start] if start else "")


DATES = [
    pytest.param("105年9月1日起", 0, "date", "105年9月1日", 2016, id="date"),
    pytest.param("104年度", 0, "roc_year", "104年度", 2015, id="year"),
    pytest.param("104.4.17 ", 0, "date", "104.4.17", 2015, id="dotted"),
    pytest.param("民國38年", 2, "roc_year", "民國38年", 1949, id="with its era"),
    pytest.param("(112)年度", 1, "roc_year", "(112)年度", 2023, id="in brackets"),
    pytest.param("103106年度", 0, "roc_year", "103106年度", 2014, id="lost dash"),
    pytest.param("7月27日至29日", 0, "date", "7月27日至29日", None, id="days"),
    pytest.param("上午9時半", 2, "date", "上午9時半", None, id="hour"),
    pytest.param("2016年", 0, "date", "2016年", 2016, id="Gregorian"),
]


@pytest.mark.parametrize(("text", "start", "kind", "whole", "year"), DATES)
def test_date(text: str, start: int, kind: str, whole: str, year: int | None) -> None:
    found = date(text, start)
    assert found is not None
    assert (found.kind, text[found.start : found.end], found.year) == (kind, whole, year)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("7年", 0),
        ("10年內", 0),
        ("連續85年", 2),
        ("98.5 ", 0),
        ("1,234", 0),
        ("25)人", 0),
        ("160年", 0),
    ],
)
def test_no_date(text: str, start: int) -> None:
    assert date(text, start) is None


def test_bare_year() -> None:
    found = match_bare_year("2050淨零", 0)
    assert found is not None
    assert found.year == 2050
    assert match_bare_year("2050人", 0) is None
    assert match_bare_year("達2050淨零", 1) is None
