"""Dates and years in Chinese numerals."""

from __future__ import annotations

import pytest

from pipeline.quantities.lookalikes.chinese_dates import match_chinese_date

DATES = [
    pytest.param("一〇五年度", 0, "roc_year", 5, 2016, id="digit by digit"),
    pytest.param("一百零五年度", 0, "roc_year", 6, 2016, id="spoken"),
    pytest.param("一百五年度", 0, "roc_year", 5, 2016, id="zero left out"),
    pytest.param("二〇〇八年三月五日", 0, "date", 9, 2008, id="date"),
    pytest.param("九月九日", 0, "date", 4, None, id="day"),
    pytest.param("民國三年", 2, "roc_year", 4, 1914, id="with its era"),
]


@pytest.mark.parametrize(("text", "start", "kind", "end", "year"), DATES)
def test_date(text: str, start: int, kind: str, end: int, year: int | None) -> None:
    found = match_chinese_date(text, start, 0)
    assert found is not None
    assert (found.kind, found.end, found.year) == (kind, end, year)


@pytest.mark.parametrize("text", ["三年計畫", "十人", "三個月", "一年半"])
def test_no_date(text: str) -> None:
    assert match_chinese_date(text, 0, 0) is None
