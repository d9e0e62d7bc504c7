"""Headings of a form by their words, however numbered; running text and titles are none."""

from __future__ import annotations

import pytest

from pipeline.rows.forms import headings

HEADINGS = [
    pytest.param("一、關鍵策略目標：落實稽查", "goal", 1, "落實稽查", id="goal"),
    pytest.param("（三）關鍵策略目標：落實稽查", "goal", 3, "落實稽查", id="goal in brackets"),
    pytest.param("參、關鍵策略目標：落實稽查", "goal", 3, "落實稽查", id="goal, formal"),
    pytest.param("關鍵策略目標二：落實稽查", "goal", 2, "落實稽查", id="number behind the word"),
    pytest.param("關鍵策略目標 二、落實稽查", "goal", 2, "落實稽查", id="number and its mark"),
    pytest.param("關鍵策略目標：落實稽查", "goal", None, "落實稽查", id="no number"),
    pytest.param("【關鍵策略目標】落實稽查", "goal", None, "落實稽查", id="goal, boxed word"),
    pytest.param("關鍵策略目標(25%)：落實稽查", "goal", None, "落實稽查", id="weight in the word"),
    pytest.param("（一）共同性目標：提升效能", "goal", 1, "提升效能", id="goal of all agencies"),
    pytest.param(
        "1.共同性指標：經費比率", "indicator", 1, "經費比率", id="indicator of all agencies"
    ),
    pytest.param("2.關鍵績效指標：家數", "indicator", 2, "家數", id="indicator"),
    pytest.param("2. 關鍵績效指標：家數", "indicator", 2, "家數", id="space behind the number"),
    pytest.param("(2)衡量指標：家數(20%)", "indicator", 2, "家數(20%)", id="indicator with weight"),
    pytest.param("關鍵績效指標1-2：家數", "indicator", 2, "家數", id="two levels behind"),
    pytest.param("1.2 關鍵績效指標：家數", "indicator", None, "家數", id="two levels in front"),
    pytest.param("２、關鍵績效指標：３家", "indicator", 2, "３家", id="full width"),
    pytest.param("衡量標準：", "standard", None, "", id="standard"),
    pytest.param("衡量標準", "standard", None, "", id="standard alone"),
    pytest.param("【衡量標準】", "standard", None, "", id="standard, boxed"),
    pytest.param("◎衡量標準：實際家數", "standard", None, "實際家數", id="standard, marked"),
    pytest.param("(一)衡量標準：實際家數", "standard", 1, "實際家數", id="standard, numbered"),
    pytest.param("績效衡量暨達成情形分析：", "analysis", None, "", id="analysis"),
    pytest.param("達 成 情 形 分 析：", "analysis", None, "", id="letter-spaced"),
]
NONE = [
    pytest.param("2.本年度目標值46筆，實際值53筆", id="figures"),
    pytest.param("關鍵策略目標：", id="a goal without text"),
    pytest.param("關鍵策略目標共分5項，詳如下表：", id="a sentence that begins with the word"),
    pytest.param("衡量標準係依各單位填報", id="a sentence on the measure"),
    pytest.param("105年度施政績效及達成情形", id="a title that ends with the word"),
    pytest.param("一、關鍵策略目標：落實稽查…………12", id="a table of contents"),
    pytest.param("施政目標十分重要：說明如下", id="a numeral that is none"),
    pytest.param("1.5公里步道整修", id="a figure in front"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize(("text", "role", "number", "rest"), HEADINGS)
def test_heading(text: str, role: str, number: int | None, rest: str) -> None:
    found = headings.match_heading(text)
    assert found is not None
    assert (found.role, found.number, text[found.start :]) == (role, number, rest)


@pytest.mark.parametrize("text", NONE)
def test_no_heading(text: str) -> None:
    assert headings.match_heading(text) is None
