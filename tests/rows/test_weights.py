"""Weights in brackets: moved to their column, or left where they are none."""

from __future__ import annotations

import pytest

from pipeline.records import CellText, Line, Paragraph, Row
from pipeline.rows import weights


def cell(text: str) -> CellText:
    return tuple(Paragraph(part, (Line(part, 1, 0, 10),)) for part in text.split("\n") if part)


def row(**texts: str) -> Row:
    return Row(1, None, {role: cell(text) for role, text in texts.items()}, ())


MOVED = [
    pytest.param("服務滿意度(25%)", "服務滿意度", "25%", id="share"),
    pytest.param("服務滿意度（ 25％ ）", "服務滿意度", "25％", id="full width, spaces"),
    pytest.param("服務滿意度(權數:2)", "服務滿意度", "2", id="number of weights"),
    pytest.param("服務滿意度（權重 10％）", "服務滿意度", "10％", id="word and space"),
    pytest.param("服務滿意度【權重：12.5%】", "服務滿意度", "12.5%", id="other brackets"),
    pytest.param("服務滿意度（配分5分）", "服務滿意度", "5分", id="points"),
    pytest.param("服務滿意度（占20%）", "服務滿意度", "20%", id="makes up"),
    pytest.param("(權重5%)服務滿意度", "服務滿意度", "5%", id="in front"),
    pytest.param("1.滿意度(5%)\n2.家數(8%)", "1.滿意度\n2.家數", "5%\n8%", id="list"),
    pytest.param("服務滿意度\n(25%)", "服務滿意度", "25%", id="paragraph of its own"),
]
LEFT = [
    pytest.param("服務滿意度", id="none"),
    pytest.param("滿意度(25%)以上之家數", id="in the middle"),
    pytest.param("滿意度(達25%)", id="a bound"),
    pytest.param("及格率(85%)", id="the target"),
    pytest.param("受訪人次(1,200人)", id="a count"),
    pytest.param("執行率(%)", id="a unit"),
    pytest.param("案件(105年度)", id="a year"),
    pytest.param("案件(2)", id="a bare number"),
    pytest.param("權重調整次數(第2次)", id="an ordinal"),
]


@pytest.mark.parametrize(("printed", "kept", "weight"), MOVED)
@pytest.mark.parametrize("role", ["goal", "indicator"])
def test_moved(role: str, printed: str, kept: str, weight: str) -> None:
    found = weights.move_weights(row(**{role: printed, "target": "85%"}))
    assert (found.text(role), found.text("weight")) == (kept, weight)
    assert all("".join(line.text for line in p.lines) == p.text for p in found.cell(role))


@pytest.mark.parametrize("printed", LEFT)
def test_left(printed: str) -> None:
    given = row(indicator=printed, target="85%以上")
    assert weights.move_weights(given) == given


def test_a_column_of_weights_stays() -> None:
    given = row(goal="提升服務(30%)", indicator="滿意度", weight="10%", target="85%")
    assert weights.move_weights(given) == given


def test_the_weight_of_the_goal_beside_that_of_the_indicator() -> None:
    found = weights.move_weights(row(goal="提升服務(30%)", indicator="滿意度(10%)", target="85%"))
    assert [found.text(role) for role in ("goal", "indicator", "weight")] == [
        "提升服務", "滿意度", "10%",
    ]  # fmt: skip
    assert [p.text for p in found.other[weights.OF_GOAL]] == ["30%"]
