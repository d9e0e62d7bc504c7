"""Text that would act is shown as its code points, and everything else stays as it is."""

from __future__ import annotations

import json

import pytest

from pipeline.output.visible_text import escape_json, escape_line, escape_lines
from tests.output.reports import acting, acts

STAYS = [
    pytest.param("", id="empty"),
    pytest.param("達成率100％（註1）", id="chinese"),
    pytest.param("a b~", id="ascii"),
    pytest.param("e\u0301", id="combining"),
    pytest.param("\u3000", id="ideographic-space-is-shown"),
    pytest.param("\U00020bb7", id="above-the-first-plane"),
]


@pytest.mark.parametrize("text", STAYS)
def test_what_does_not_act_stays(text: str) -> None:
    assert escape_line(text) == escape_lines(text) == escape_json(text) == text


SHOWN = [
    pytest.param("a\nb", "a\\nb", "a\nb", id="line-end"),
    pytest.param("a\tb", "a\\tb", "a\tb", id="tab"),
    pytest.param("a\r\nb", "a\\r\\nb", "a\\r\nb", id="carriage-return"),
    pytest.param("\ue000", "\\ue000", "\\ue000", id="private-use"),
    pytest.param("\udc80", "\\udc80", "\\udc80", id="half-a-pair"),
]


@pytest.mark.parametrize(("text", "line", "lines"), SHOWN)
def test_shown_as_code_points(text: str, line: str, lines: str) -> None:
    assert escape_line(text) == line
    assert escape_lines(text) == lines


@acting
def test_hostile(text: str) -> None:
    assert not acts(escape_line(text), "")
    assert not acts(escape_lines(text), "\n\t")


@acting
def test_json_means_the_same(text: str) -> None:
    escaped = escape_json(json.dumps([text], ensure_ascii=False))
    assert not acts(escaped)
    assert json.loads(escaped) == [text]
