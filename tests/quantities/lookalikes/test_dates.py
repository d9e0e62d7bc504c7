"""Dates and years in Arabic digits, and spans of time that look like them."""

from __future__ import annotations

import pytest

from pipeline.quantities.lookalikes import dates
from pipeline.quantities.lookalikes.dates import BEHIND_DATES, match_bare_year, match_date
from pipeline.quantities.lookalikes.lookalike import Lookalike


def date(text: str, start: int = 0) -> Lookalike | None:
    return match_date(text, start, 0)


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


# One or more for each name of the pattern; what is asked first has to let all of them through.
EACH_KIND = {
    "full": ["105年9月1日", "105 年9月", "105\n年9月"],
    "month": ["7月27日", "7至9月", "7到9月", "7~9月", "7、9月", "7-9月", "7 月"],
    "dotted": ["104.4.17", "104/4/17", "104-4-17"],
    "year_month": ["105/06"],
    "slashed": ["9/1召開"],
    "years": ["2016年", *(f"2015{between}2016年" for between in "至到~、及和與,/-")],
    "roc_years": [f"104{between}105年" for between in "至到~、及和與,/-"] + ["104年度至105年"],
    "roc_year": ["104年度", "104學年", "104會計年度", "108課綱"],
    "bracketed": ["112)年度"],
    "lost_dash": ["103106年度"],
    "clock": ["10:30", "2點30分", "2時30分"],
}


@pytest.mark.parametrize("name", EACH_KIND)
def test_what_is_asked_first_lets_all_dates_through(name: str) -> None:
    for text in EACH_KIND[name]:
        match = dates._DATES.match(text)
        assert match is not None
        assert match[name]
        assert text.lstrip("0123456789")[0] in BEHIND_DATES


def test_each_kind_of_date_has_a_text() -> None:
    parts = {"full_year", "dotted_year", "sep", "month_year"}
    assert set(EACH_KIND) == set(dates._DATES.groupindex) - parts


@pytest.mark.parametrize("text", ["105年", "105 年", "105\n年", "9時", "9 點"])
def test_what_is_asked_first_lets_years_and_hours_through(text: str) -> None:
    assert dates._YEAR.match(text) or dates._HOUR.match(text)
    assert text.lstrip("0123456789")[0] in BEHIND_DATES
