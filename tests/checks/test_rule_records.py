"""A rule's words, its usual level, whether it is ever printed; an example's lines."""

import pytest

from pipeline.checks.rule_records import Example, Rule, RuleTexts
from pipeline.checks.texts import Language

CHINESE = RuleTexts("提示", "", "", "")
LEVELS = [
    pytest.param("error", True, "error", True, id="error"),
    pytest.param("note, warning where more is printed", True, "note", True, id="two-levels"),
    pytest.param("none", True, "none", False, id="never-printed"),
    pytest.param("warning", False, "warning", False, id="not-checked-yet"),
]


@pytest.mark.parametrize(("level", "checked", "usual", "reported"), LEVELS)
def test_level(level: str, checked: bool, usual: str, reported: bool) -> None:
    rule = Rule("R999", RuleTexts(level, "", "", ""), CHINESE, checked=checked)
    assert (rule.usual_level, rule.reported) == (usual, reported)
    assert rule.words(Language.CHINESE) is CHINESE
    assert rule.words(Language.ENGLISH) is rule.english


def test_lines_of_an_example() -> None:
    assert list(Example("1. 5場\n2. 3人", ("達成率：98%。",)).lines) == [
        "原定目標值：1. 5場／2. 3人",
        "達成率：98%。",
    ]
    columns = Example("5場", ("無。",), "6場", "120%")
    assert list(columns.lines) == ["原定目標值：5場", "實際值：6場", "達成率：120%", "無。"]
