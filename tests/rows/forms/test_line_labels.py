"""Labels of the lines of a year table to roles; other words are none."""

from __future__ import annotations

import pytest

from pipeline.rows.forms import line_labels

ROLES = [
    pytest.param("原訂目標值", "target", id="target"),
    pytest.param("原訂目標值(單位：人)", "target", id="with its unit"),
    pytest.param("原訂目標值(單位：", "target", id="cut within the brackets"),
    pytest.param("目 標", "target", id="short word, letter-spaced"),
    pytest.param("實績", "actual", id="actual"),
    pytest.param("達成度(%)", "rate", id="rate"),
    pytest.param("衡量標準：", "standard", id="measure"),
    pytest.param("績效衡量暨達成情形分析", "analysis", id="analysis"),
    pytest.param("關鍵績效指標", "indicator", id="indicator"),
]
NO_ROLES = [
    pytest.param("人事費", id="another word"),
    pytest.param("目標值實際值", id="two labels in one cell"),
    pytest.param("", id="blank"),
]


@pytest.mark.parametrize(("label", "role"), ROLES)
def test_role(label: str, role: str) -> None:
    assert line_labels.label_role(label) == role
    assert line_labels.entry_key(label) == role


@pytest.mark.parametrize("label", NO_ROLES)
def test_no_role(label: str) -> None:
    assert line_labels.label_role(label) is None
    assert line_labels.entry_key(label) == label


RESTS = [
    pytest.param("績效衡量暨達成情形", "分析", True, id="the end of a word"),
    pytest.param("原訂目標", "值", True, id="one character"),
    pytest.param("原訂目標值", "實際值", False, id="another label"),
    pytest.param("人事", "費", False, id="no label"),
]


@pytest.mark.parametrize(("label", "rest", "is_rest"), RESTS)
def test_rest_of_a_label(label: str, rest: str, is_rest: bool) -> None:
    assert line_labels.is_rest_of_label(label, rest) is is_rest


BRACKETS = [
    pytest.param("原訂目標值(單位：", True, id="open"),
    pytest.param("原訂目標值(單位：人)", False, id="closed"),
    pytest.param("原訂目標值", False, id="none"),
    pytest.param("達成度(%)（", True, id="another one is open"),
]


@pytest.mark.parametrize(("label", "is_open"), BRACKETS)
def test_open_bracket(label: str, is_open: bool) -> None:
    assert line_labels.has_open_bracket(label) is is_open
