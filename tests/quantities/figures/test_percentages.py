"""Percentages, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.quantities.tables import cases, read

PERCENTS = """
    14.1% | 14.1 %
    14.1 ％ | 14.1 %
    14.1﹪ | 14.1 %
    百分之二十 | 20 %
    百分之3 | 3 %
    百分之三點五 | 3.5 %
    7成 | 70 %
    兩成五 | 25 %
    7成5 | 75 %
    0.3‰ | 0.03 %
    千分之三 | 0.3 %
    1.23個百分點 | 1.23 百分點
    3.97.5% | 97.5 %
    2.15% | 2.15 %
    103106年度平均5.2% | 5.2 %
    103-105年平均12.5% | 12.5 %
    較去（104）年增加12% | 12 %
    高達98.7% | 98.7 %
    8折優惠 | 80 %
    85折 | 85 %
    97.5⏎％ | 97.5 %
    優於目標值2.5個百分點 | 2.5 百分點
    目標值：95% | 95 %
    ０．５％ | 0.5 %
    １０５年度達成率１０８．５％ | 108.5 %
    七成五 | 75 %
    百分之95.5 | 95.5 %
    萬分之五 | 0.05 %
    下降2.1個百分點 | 2.1 百分點
    九成九 | 99 %
    一成 | 10 %
    十成 | 100 %
    100% | 100 %
    0% | 0 %
    0.00% | 0.00 %
    完成第1期工程，進度超前6%。 | 6 %
    達成度=100% | 100 %
    權重20% | 20 %
    占全體之12.34% | 12.34 %
    IPv6普及率45% | 45 %
    2030年減碳50% | 50 %
    幾乎100% | 100 %
    百分百 | 100 %
    百分之百 | 100 %
    百分之一百零五 | 105 %
    百分之○點五 | 0.5 %
    千分之3.5 | 0.35 %
    5.5‰ | 0.55 %
    負成長3.2% | 3.2 %
    5%。 | 5 %
    105年底前達成80% | 80 %
    0.1% | 0.1 %
    99.99％ | 99.99 %
    100.00% | 100.00 %
    110.5 ﹪ | 110.5 %
    百分之0.5 | 0.5 %
    百分之一百 | 100 %
    千分之一點五 | 0.15 %
    2.1百分點 | 2.1 百分點
    （＋１５．９％） | 15.9 %
    百分之 二十 | 20 %
    百分之 3 | 3 %
    7 成 | 70 %
    1.23 個百分點 | 1.23 百分點
    二 成 | 20 %
    3个百分点 | 3 百分點
    """


@pytest.mark.parametrize(("text", "expected"), cases("percents", PERCENTS))
def test_reads(text: str, expected: str) -> None:
    assert read(text) == expected


NO_PERCENTAGES = """
    3成立 | 3
    5成員 | 5 成員
    2折合 | 2
    """


@pytest.mark.parametrize(("text", "expected"), cases("none", NO_PERCENTAGES))
def test_no_percentage(text: str, expected: str) -> None:
    assert read(text) == expected
