"""Which of several columns are target, actual and rate: by qualifiers, letters and arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.tables.columns.measured import choose_measured
from pipeline.tables.columns.scores import Column, score_roles
from pipeline.tables.header_grammar import read_header

HEADERS = [
    pytest.param("目標值 次年度目標值 實際值 達成率", (0, 2, 3), id="next year"),
    pytest.param("目標值 實際值 達成率 109年度目標值", (0, 1, 2), id="next year by number"),
    pytest.param("107年度實際值 目標值 實際值 達成率", (1, 2, 3), id="last year"),
    pytest.param("107年實績 108年目標 108年實績 達成率", (1, 2, 3), id="two years"),
    pytest.param("原定目標值 修正後目標值 實際值 達成率", (1, 2, 3), id="revised"),
    pytest.param("第1季目標值 第2季目標值 年度目標值 年度實際值 達成率", (2, 3, 4), id="quarters"),
    pytest.param(
        "全年達成率(B/A) 全年完成數(B) 全年預定數(A) 上半年預定數 上半年完成數 上半年達成率",
        (2, 1, 0),
        id="half-year behind the year",
    ),
    pytest.param(
        "全程目標 112年度目標 112年度達成數 當年達成率 累計達成率", (1, 2, 3), id="whole plan"
    ),
    pytest.param("目標值(A) 初估目標值(C) 實績(B) 達成率(B/C)", (1, 2, 3), id="letters"),
    pytest.param("目標值 達成情形 達成率", (0, 1, 2), id="a text where the actual stands"),
    pytest.param("目標值 第1季辦理情形 第2季辦理情形 達成率", (0, None, 3), id="texts of quarters"),
    pytest.param("目標值 達成率 達成情形", (0, None, 1), id="a text behind"),
    pytest.param("預算數 決算數 比較增減 執行率", (0, 1, 3), id="money"),
    pytest.param(
        "年度目標 第1季實際 第2季實際 第3季實際 第4季實際 達成率",
        (0, None, 5),
        id="quarters that add up",
    ),
    pytest.param("年度目標 1-6月完成 7-12月完成 達成率", (0, None, 3), id="halves that add up"),
    pytest.param(
        "上半年目標 上半年實際 下半年目標 下半年實際 全年達成率",
        (None, None, 4),
        id="halves of both",
    ),
    pytest.param("年度目標 1-6月實績 達成率", (0, 1, 2), id="the half-year alone"),
    pytest.param(
        "上半年目標 上半年實際 上半年達成率 下半年目標 下半年實際", (0, 1, 2), id="its own rate"
    ),
    pytest.param("108實績 109實績 110目標 110實績 達成率", (2, 3, 4), id="bare years"),
    pytest.param(
        "可支用預算數(1) 執行數實支數(2) 執行數保留數(3) 執行數合計(4)=(2)+(3) 執行率(%)(4)/(1)",
        (0, 3, 4),
        id="numbers for letters",
    ),
    pytest.param("目標值 實際值 達成情形", (0, 1, None), id="a text is no rate"),
    pytest.param(
        "全年預算數 截至6月底止累計分配數 截至6月底止累計執行數 占分配數％",
        (1, 2, 3),
        id="the plan that the rate names",
    ),
    pytest.param("全年預算數 累計分配數 累計執行數 占全年預算數％", (0, 2, 3), id="the other plan"),
    pytest.param(
        "年度目標值 截至各季底累計實際值第1季 截至各季底累計實際值第4季 達成率",
        (0, 2, 3),
        id="the last of cumulative quarters",
    ),
]


@pytest.mark.parametrize(("headers", "triple"), HEADERS)
def test_headers(headers: str, triple: tuple[int | None, ...]) -> None:
    columns = [Column.from_word(word) for word in headers.split()]
    assert choose_measured(columns, [score_roles(column) for column in columns])[:3] == triple


CELLS = [
    pytest.param(
        [("應辦", "200 20 50"), ("實際值", "209 19 51"), ("達成率", "104.5 95 102")],
        (0, 1, 2),
        id="an unknown header is the target that divides",
    ),
    pytest.param(
        [("目標值", "200 20 50"), ("實際值", "209 19 51"), ("比率", "104.5 95 102")],
        (0, 1, 2),
        id="an unknown rate",
    ),
    pytest.param(
        [("目標值", "200 20 50"), ("實際值", "209 19 51"), ("達成情形", "104.5% 95% 102%")],
        (0, 1, 2),
        id="per cents of what was reached beside it",
    ),
    pytest.param(
        [("目標值", "90% 80% 50%"), ("達成情形", "91% 76% 51%")], (0, 1, None), id="and alone"
    ),
    pytest.param(
        [("年度目標", "200 20 50"), ("到場", "209 19 51"), ("到場率", "104.5 95 102")],
        (0, 1, 2),
        id="two unknown words beside a target",
    ),
    pytest.param(
        [("年度目標", "200 20 50"), ("人數", "209 19 51"), ("次序", "104.5 95 102")],
        (0, None, None),
        id="neither of which is called a rate",
    ),
    pytest.param(
        [("年度目標", "200 20 50"), ("人數", "209 19 51"), ("比率", "11.5 5 2")],
        (0, None, None),
        id="which do not divide",
    ),
    pytest.param(
        [("人數", "200 20 50"), ("合計", "209 19 51"), ("比率", "104.5 95 102")],
        (None, None, None),
        id="shares in a table of statistics",
    ),
]


@pytest.mark.parametrize(("table", "triple"), CELLS)
def test_cells(table: list[tuple[str, str]], triple: tuple[int | None, ...]) -> None:
    columns = [Column.from_word(word, cells.split()) for word, cells in table]
    assert choose_measured(columns, [score_roles(column) for column in columns])[:3] == triple


SENTENCES = ("全年救護出勤2萬7,418件，送醫2萬1,306人次；平均5分15秒，較111年縮短12秒。",) * 3
ASIDES = (
    "完成672公頃，包括新植418公頃、復舊254公頃，其餘續辦。",
    "巡視23萬4,310人次，查獲118件。",
    "完成12種。",
)
TEXTS = [
    pytest.param("執行情形", SENTENCES, (0, None, 2), id="long sentences"),
    pytest.param("執行情形", ASIDES, (0, 1, 2), id="what was reached with an aside"),
    pytest.param("執行情形", ("285航次", "12種", "672公頃"), (0, 1, 2), id="figures"),
    pytest.param("實際執行情形", SENTENCES, (0, 1, 2), id="said to be what was reached"),
    pytest.param("實際值", SENTENCES, (0, 1, 2), id="a word of figures"),
]


@pytest.mark.parametrize(("word", "cells", "triple"), TEXTS)
def test_texts(word: str, cells: Sequence[str], triple: tuple[int | None, ...]) -> None:
    text = Column(word, cells, "analysis" if word == "執行情形" else None, read_header(word))
    columns = [Column.from_word("目標值"), text, Column.from_word("達成率")]
    assert choose_measured(columns, [score_roles(column) for column in columns])[:3] == triple
