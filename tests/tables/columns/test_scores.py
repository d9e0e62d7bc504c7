"""Header and cells of a column to what it is worth for a role."""

from __future__ import annotations

import pytest

from pipeline.tables.columns.scores import Column, score_roles

BEST = [
    pytest.param("113年度目標", ["30處", "12場"], "target", id="figures make a target of 目標"),
    pytest.param("年度目標", ["30處", "12場"], "target", id="and of 年度目標"),
    pytest.param("目標", ["提升服務品質", "健全財務"], "goal", id="words make a goal of it"),
    pytest.param("112年成果", ["191萬通", "1,176千件"], "actual", id="figures make an actual"),
    pytest.param(
        "112年成果", ["全年辦理說明會，成效良好。"] * 2, "analysis", id="prose an analysis"
    ),
    pytest.param(
        "執行情形及達成率", ["辦理30場，達成率95%。"] * 2, "analysis", id="prose is no rate"
    ),
    pytest.param(
        "達成情形", ["超前（109.5%）", "落後（96.0%）", "符合（100%）"], "rate", id="rates in words"
    ),
    pytest.param("達成情形", ["95.1%", "96.0%", "98.7%"], "actual", id="shares that were reached"),
    pytest.param(
        "執行成果摘要", ["辦理30場，成效良好。"] * 2, "analysis", id="a summary is a text"
    ),
    pytest.param("預計辦理", ["30", "12"], "target", id="what is planned to be done"),
    pytest.param("實際辦理", ["30", "12"], "actual", id="what was done"),
    pytest.param("挑戰目標", ["30", "12"], "target", id="a target that was set high"),
]
NOT = [
    pytest.param("達成率", ["全年達成，成效良好。"] * 2, "rate", id="words are no rate"),
    pytest.param("績效指標", ["1,200", "300"], "indicator", id="figures name nothing"),
    pytest.param("自評", ["優", "良"], "analysis", id="marks are no text"),
]


@pytest.mark.parametrize(("word", "cells", "role"), BEST)
def test_best(word: str, cells: list[str], role: str) -> None:
    scores = score_roles(Column.from_word(word, cells))
    assert max(scores, key=scores.__getitem__) == role


@pytest.mark.parametrize(("word", "cells", "role"), NOT)
def test_not(word: str, cells: list[str], role: str) -> None:
    assert role not in score_roles(Column.from_word(word, cells))
