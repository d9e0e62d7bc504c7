"""Headers to bare words, letters, formulas and tokens; and texts that are none."""

from __future__ import annotations

import pytest

from pipeline.tables.header_tokens import Kind, split_tokens, strip_header

BARE = [
    pytest.param("目標值(A)", "目標值", "A", None, (), id="a letter in brackets"),
    pytest.param("原定目標值A", "原定目標值", "A", None, (), id="a letter behind"),
    pytest.param("達成率(B/A)", "達成率", "", ("B", "A"), (), id="a formula in brackets"),
    pytest.param("達成率(%)C=B/A×100%", "達成率", "C", ("B", "A"), ("%",), id="a formula behind"),
    pytest.param(
        "達成率(%)(C)=(B)/(A)", "達成率", "C", ("B", "A"), ("%",), id="letters in brackets"
    ),
    pytest.param("達成率(2)÷(1)", "達成率", "", ("2", "1"), (), id="numbers for letters"),
    pytest.param("目標值（人次）", "目標值", "", None, ("人次",), id="a unit"),
    pytest.param("實際值Actual", "實際值", "", None, (), id="a second language"),
    pytest.param("衡量指標 Key Indicators", "衡量指標", "", None, (), id="one of two words"),
    pytest.param("目標值Target第1季", "目標值第1季", "", None, (), id="one between words"),
    pytest.param("109年度 2020 目標值 Target", "109年度目標值", "", None, (), id="a year twice"),
    pytest.param(
        "109年度（2020）實際值", "109年度實際值", "", None, (), id="the other in brackets"
    ),
    pytest.param("109年度-2020", "109年度-2020", "", None, (), id="no year twice"),
    pytest.param("2020年目標值", "2020年目標值", "", None, (), id="a Western year alone"),
    pytest.param("關鍵KPI指標", "關鍵KPI指標", "", None, (), id="capital letters are a word"),
    pytest.param("實支數(2)", "實支數", "2", None, (), id="a number that names a column"),
    pytest.param("合計(4)=(2)+(3)", "合計", "4", None, ("2", "3"), id="a sum of columns"),
    pytest.param("目標值(12)", "目標值", "", None, ("12",), id="no number of a column"),
    pytest.param("*達成率％：", "達成率", "", None, (), id="marks"),
]
TOKENS = [
    pytest.param("113年度修正後目標值", "year revised goal value", id="year, version, noun"),
    pytest.param("全年完成數", "whole year|done|value", id="of the whole year"),
    pytest.param("第1季目標值", "part of the year|goal|value", id="of a quarter"),
    pytest.param("目標值一季", "goal|value|part of the year", id="a quarter without 第"),
    pytest.param("1-6月實績", "part of the year|record", id="months"),
    pytest.param("7-12月實績", "part of the year|record", id="months of the second half"),
    pytest.param("1至12月實績", "whole year|record", id="all months"),
    pytest.param("截至112年底累計", "cumulative|year|period|cumulative", id="until"),
    pytest.param("前3年平均", "earlier|earlier", id="of years before"),
    pytest.param("109-112年計畫", "year|plan", id="a span of years"),
]
NO_TOKENS = [
    pytest.param("人口數", id="an unknown word"),
    pytest.param("身分別", id="an unknown word before a suffix"),
    pytest.param("30目標", id="a number that is no year"),
    pytest.param("量指標", id="the rest of 衡量指標"),
    pytest.param("度目標值", id="the rest of 年度目標值"),
    pytest.param("第1次公告", id="a count of notices"),
]


@pytest.mark.parametrize(("header", "word", "letter", "formula", "brackets"), BARE)
def test_bare(header, word, letter, formula, brackets) -> None:
    assert strip_header(header) == (word, brackets, letter, formula)


@pytest.mark.parametrize(("word", "kinds"), TOKENS)
def test_tokens(word: str, kinds: str) -> None:
    tokens = split_tokens(word)
    assert tokens is not None
    wanted = kinds.split("|") if "|" in kinds else kinds.split()
    assert [str(token.kind) for token in tokens] == wanted


@pytest.mark.parametrize("word", NO_TOKENS)
def test_no_tokens(word: str) -> None:
    assert split_tokens(word) is None


def test_a_token_of_two_kinds_is_first_what_it_tells() -> None:
    (token,) = split_tokens("績效") or ()
    assert token.kind is Kind.RESULT
    assert token.has(Kind.TOPIC)
