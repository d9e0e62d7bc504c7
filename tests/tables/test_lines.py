"""The printed lines of a cell: their order, their spaces, their places."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import Glyph
from pipeline.tables import lines
from tests.ruled_pages import word

LINES = [
    pytest.param(word(10, 10, "⽬標值⼈"), ["目標值人"], id="radicals"),
    pytest.param(word(10, 10, "甲乙"), ["甲乙"], id="one line"),
    pytest.param(word(10, 30, "丙") + word(10, 10, "甲乙"), ["甲乙", "丙"], id="bottom up"),
    pytest.param(word(10, 10, "甲乙丙")[::-1], ["甲乙丙"], id="right to left"),
    pytest.param(word(30, 10, "12", 5) + word(10, 10, "甲乙"), ["甲乙12"], id="digits last"),
    pytest.param(word(10, 10, "甲") + word(20, 7, "2", 6), ["甲2"], id="raised"),
    pytest.param(word(10, 10, "甲") + word(20, 15, "2", 6), ["甲2"], id="lowered"),
    pytest.param(word(10, 10, "甲") + word(10, 18, "乙"), ["甲", "乙"], id="tight lines"),
    pytest.param(
        word(10, 10, "高", 22) + word(32, 10, "甲") + word(32, 22, "乙"),
        ["高甲", "乙"],
        id="high one across two lines",
    ),
    pytest.param(word(10, 10, "甲 ") + word(30, 10, "乙"), ["甲 乙"], id="printed space"),
    pytest.param(word(10, 10, "甲乙 "), ["甲乙 "], id="space at the end"),
    pytest.param(word(10, 10, "甲") + word(40, 10, "乙"), ["甲乙"], id="no space between Han"),
    pytest.param(word(10, 10, "ab") + word(33, 10, "cd"), ["ab cd"], id="gap between words"),
    pytest.param(word(10, 10, "ab") + word(32, 10, "cd"), ["abcd"], id="narrow gap"),
    pytest.param(word(10, 10, "3.5") + word(45, 10, "%"), ["3.5 %"], id="gap before a sign"),
    pytest.param(word(10, 10, "a ") + word(35, 10, "b"), ["a b"], id="no second space"),
    pytest.param([], [], id="nothing"),
]


@pytest.mark.parametrize(("glyphs", "expected"), LINES)
def test_lines(glyphs: list[Glyph], expected: list[str]) -> None:
    found = lines.lines_from_glyphs(glyphs, 1)
    assert [row.text for row in found] == expected
    assert all(len(row.text) == len(row.lefts) == len(row.rights) for row in found)


def test_line_keeps_its_places() -> None:
    (row,) = lines.lines_from_glyphs(word(10, 10, "ab") + word(40, 10, "c"), 7)
    assert (row.page, row.top, row.bottom) == (7, 10, 20)
    assert list(row.lefts) == [10, 20, 30, 40]
    assert list(row.rights) == [20, 30, 40, 50]


def test_strips() -> None:
    glyphs = word(30, 10, "乙") + word(10, 10, "甲") + word(10, 30, "丙")
    strips = lines.cut_strips(glyphs)
    assert ["".join(glyph.text for glyph in strip) for strip in strips] == ["甲乙", "丙"]
