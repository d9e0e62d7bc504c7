"""Lines with only some of their characters, each still in its place."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest

from pipeline.records import Line
from pipeline.rows import line_parts
from tests.cells import line, said

TAKEN = [
    pytest.param(range(1, 3), "域巡", [10, 20], id="a range"),
    pytest.param([0, 3], "水護", [0, 30], id="some"),
    pytest.param([], "", [], id="none"),
    pytest.param([0, 1, 2, 3], "水域巡護", [0, 10, 20, 30], id="all"),
]


@pytest.mark.parametrize(("offsets", "text", "lefts"), TAKEN)
def test_take_characters(offsets: Sequence[int], text: str, lefts: list[float]) -> None:
    taken = line_parts.take_characters(line("水域巡護"), offsets)
    assert (taken.text, list(taken.lefts)) == (text, lefts)
    assert [right - 10 for right in taken.rights] == lefts
    typed = line_parts.take_characters(said("水域巡護", 7, ends=True), offsets)
    assert (typed.text, list(typed.lefts), typed.top, typed.ends) == (text, [], 7, True)


@pytest.mark.parametrize("ends", [list, tuple, lambda places: array("d", places)])
def test_take_slices(ends: type[Sequence[float]]) -> None:
    printed = Line("水 域", 1, 0, 10, ends([0, 10, 15]), ends([10, 15, 25]))
    taken = line_parts.take_slices(printed, [slice(0, 1), slice(2, 3)])
    assert (taken.text, list(taken.lefts), list(taken.rights)) == ("水域", [0, 15], [10, 25])
    assert line_parts.take_slices(printed, [slice(0, 3)]) is printed


STRIPPED = [
    pytest.param(" 水域 ", "水域", id="both ends"),
    pytest.param("\u3000水 域", "水 域", id="full-width, and a space within"),
    pytest.param("水域", "水域", id="none"),
    pytest.param("  ", "", id="nothing else"),
    pytest.param("", "", id="empty"),
]


@pytest.mark.parametrize(("text", "stripped"), STRIPPED)
def test_strip(text: str, stripped: str) -> None:
    printed = line(text)
    bare = line_parts.strip_line(printed)
    assert bare.text == stripped
    assert list(bare.lefts) == [
        left
        for left, char in zip(printed.lefts, text, strict=True)
        if char.strip() or char in stripped
    ]
    assert [ln.text for ln in line_parts.strip_lines([printed])] == [stripped] * bool(stripped)
