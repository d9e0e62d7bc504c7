"""Paragraphs in the order of print -> the headings above each."""

from __future__ import annotations

import pytest

from pipeline.rows.running_text.headings import Outline, is_numbered_heading
from tests.rows.running_text.told import paragraph


def outline(*texts: str) -> Outline:
    read = Outline()
    for text in texts:
        read.read(paragraph(text))
    return read


ABOVE = [
    (["一、歲出：", "（一）人事費：預算數5元"], ["歲出"], "人事費"),
    (
        ["一、歲出：", "（一）人事費：", "1.薪資：預算數5元", "（二）業務費：預算數5元"],
        ["歲出"],
        "業務費",
    ),
    (["一、歲入", "（一）規費：", "二、歲出：預算數5元"], [], "歲出"),
    (["歲出執行情形", "預算數5元，決算數4元。"], ["歲出執行情形"], ""),
    (["（一）前年度概況：均依計畫辦理。", "1.歲入：預算數5元"], ["前年度概況"], "歲入"),
    (["一、防災整備，強化應變：", "1.演練：目標5場"], ["防災整備，強化應變"], "演練"),
    (["一、防災整備，強化應變", "1.演練：目標5場"], ["防災整備，強化應變"], "演練"),
    (["一、歲出：", "● 港區清潔：預算數5元"], ["歲出"], "港區清潔"),
]
NOT_ABOVE = [
    pytest.param(["115年度施政績效報告", "預算數5元，決算數4元。"], id="title of the report"),
    pytest.param(["礁岩港務處", "預算數5元，決算數4元。"], id="agency"),
    pytest.param(["中華民國115年度", "預算數5元，決算數4元。"], id="year"),
    pytest.param(["防災整備，強化應變：", "預算數5元，決算數4元。"], id="commas, no number"),
    pytest.param(["本處人力充足，業務順利。", "預算數5元，決算數4元。"], id="sentence"),
]


@pytest.mark.parametrize(("texts", "above", "title"), ABOVE)
def test_above(texts: list[str], above: list[str], title: str) -> None:
    read = outline(*texts)
    assert ([heading.title for heading in read.above], read.title) == (above, title)


@pytest.mark.parametrize("texts", NOT_ABOVE)
def test_not_above(texts: list[str]) -> None:
    assert outline(*texts).above == []


def test_a_long_sentence_is_no_goal() -> None:
    read = outline(
        "一、歲出：", "1.本處各項業務均能按預定計畫如期實施順利完成", "（1）甲：預算數5元"
    )
    assert read.goal is not None
    read = outline(
        "一、歲出：", "1.本處各項業務，均能按預定計畫如期實施，順利完成。", "（1）甲：預算數5元"
    )
    assert read.goal is not None
    assert (read.goal.title, read.goal.number) == ("歲出", 1)


PERIODS = [
    (["（一）前年度決算概況", "1.甲：5元"], (None, 2)),
    (["（二）上年度已過期間概況", "1.甲：5元"], (None, 1)),
    (["二、前年度及上年度概況", "（一）甲", "1.甲：5元"], (None, None)),
    (["一、113年度決算", "（一）甲：5元"], (113, None)),
    (["一、前年度概況", "（一）本年度概況", "1.甲：5元"], (None, 0)),
]


@pytest.mark.parametrize(("texts", "period"), PERIODS)
def test_period(texts: list[str], period: tuple[int | None, int | None]) -> None:
    assert outline(*texts).period == period


def test_unit() -> None:
    read = outline("單位：新臺幣千元", "一、歲出：預算數5")
    assert read.unit == "千元"
    read.interrupt()
    assert read.unit == ""
    assert outline("單位主管：王五").unit == ""


NUMBERED = [
    ("一、防災整備，強化應變能力", True),
    ("（三）防災整備：", True),
    ("一、防災整備，", False),
    ("一、防災整備6場，強化應變", False),
    ("防災整備，強化應變能力", False),
    ("一、防災整備。", False),
]


@pytest.mark.parametrize(("text", "is_heading"), NUMBERED)
def test_numbered_headings(text: str, is_heading: bool) -> None:
    assert is_numbered_heading(text) is is_heading
