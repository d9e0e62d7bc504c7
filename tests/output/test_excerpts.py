"""Sentences cut to a line, with the judged rate underlined and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.output.excerpts import Excerpt, display_width
from tests.output.reports import (
    WRONG,
)
from tests.typed_rows import judged


def columns_of(line: str, start: int) -> list[int]:
    """Return the columns of a terminal that the characters from ``start`` on begin at."""
    return [display_width(line[:index]) for index in range(start, len(line))]


CUTS = [
    pytest.param("達成率", "115％", "", id="short"),
    pytest.param("甲" * 200 + "達成率", "115％", "。" + "乙" * 200, id="long-both"),
    pytest.param("達成率", "115％", "，" + "乙" * 200, id="long-behind"),
    pytest.param("甲" * 200 + "達成率", "115％", "", id="long-before"),
    pytest.param("a" * 200 + "達成率", "１１５％", "b" * 200, id="narrow"),
    pytest.param("e\u0301" * 90 + "達成率", "115％", "", id="combining"),
    pytest.param("", "115％", "", id="alone"),
    pytest.param("甲", "1" * 300 + "％", "乙" * 50, id="endless-rate"),
]


@pytest.mark.parametrize(("before", "rate", "after"), CUTS)
@pytest.mark.parametrize("columns", [20, 41, 80])
def test_a_long_sentence_is_cut_around_the_rate(before, rate, after, columns) -> None:
    text, under = Excerpt(before, rate, after).lines(columns)
    assert display_width(text) <= max(columns, display_width(rate) + 6)
    first = text.index(rate)
    assert display_width(text[:first]) == under.index("^")
    assert under.count("^") == display_width(rate)
    kept = text.removeprefix("...").removesuffix("...")
    assert kept in before + rate + after
    assert (kept != text) == (text != before + rate + after)


STATED = [
    pytest.param("40件", "目標值115％，達成率15％", "15％", "目標值115％，達成率", id="inside-another"),
    pytest.param("40件", "達成率115％，較去年之115％低", "115％", "達成率", id="the-first"),
    pytest.param("40件", "去年115％，達成率115％", "115％", "去年115％，達成率", id="the-last"),
    pytest.param("40件", "去年115％，達成率115％，前年115％", "115％", "去年115％，達成率", id="the-middle"),
    pytest.param("25％(19個單位)", "達成率：100％【(19/74)/0.25×100％】", "100％", "達成率：", id="formula"),
    pytest.param("40件", "達成率：100％【(36/40)×100％=100％】", "100％", "達成率：", id="formula-twice"),
    pytest.param("40件", "完成36件(36/40)×100％，達成率100％", "100％", "完成36件(36/40)×100％，達成率", id="formula-before"),
    pytest.param("40件", "  　完成36件，達成率115％，去年115％", "115％", "完成36件，達成率", id="blank-before"),
    pytest.param("40件", "經查證。完成36件，達成率115％，去年115％", "115％", "完成36件，達成率", id="second-sentence"),
    pytest.param("40件", "1.完成36件，達成率115％，去年115％", "115％", "完成36件，達成率", id="list-number"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "sentence", "rate", "before"), STATED)
def test_the_stated_rate_is_underlined(target: str, sentence: str, rate: str, before: str) -> None:
    """The rate that is judged, not another that is printed alike in its sentence."""
    _, found = judged(target, f"三、年度目標值及達成率：\n{sentence}。")
    (stated,) = [check.claim.stated for check in found if check.claim.stated]
    assert stated.parted[:2] == (before, rate)
    excerpt = Excerpt.from_figure(stated)
    assert (excerpt.before, excerpt.rate) == (before, rate)


def test_all_rates_of_a_sentence_are_underlined_each_in_its_place() -> None:
    told = "課程、參訪及演習之達成率分別為95％、95％、95％。"
    _, found = judged("1. 40場\n2. 20次\n3. 60回", f"三、年度目標值及達成率：\n{told}")
    marked = [check.claim.stated.parted for check in found if check.claim.stated]
    assert [len(before) for before, *_ in marked] == [15, 19, 23]
    assert {rate for _, rate, _ in marked} == {"95％"}


def test_a_rate_that_is_not_in_its_sentence_is_not_underlined() -> None:
    _, (check,) = judged(*WRONG)
    assert Excerpt.from_figure(replace(check.claim.stated, start=None)).rate == ""
