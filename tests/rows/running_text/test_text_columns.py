"""Lines of a page -> stretches in the order of reading."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows.running_text.text_columns import in_reading_order
from tests.cells import line

LEFT = "公共托育中心本年度，目標三處，已開"
RIGHT = "辦五處，收托兒童九人，平均收托者有"
TITLE = "甲市政府社會局年度施政績效報告，全文刊於本報"


def beside(left: str, right: str, top: float, *, apart: float = 20.0) -> Line:
    """Set two texts into one line, the right one where a column begins."""
    one = line(left, 0, top)
    other = line(right, 170 + apart, top)
    if not left:
        return other
    if not right:
        return one
    return Line(
        one.text + other.text, 1, top, top + 10,
        (*one.lefts, *other.lefts), (*one.rights, *other.rights),
    )  # fmt: skip


def read(*lines: Line) -> list[list[str]]:
    return [[one.text for _, one in part] for part in in_reading_order(list(enumerate(lines)))]


def columns(count: int, *, left: str = LEFT, right: str = RIGHT, apart: float = 20.0) -> list[Line]:
    return [beside(left, right, 15.0 * at, apart=apart) for at in range(count)]


def test_two_columns() -> None:
    assert read(*columns(8)) == [[LEFT] * 8, [RIGHT] * 8]


def test_a_title_stands_by_itself_and_short_lines_in_their_column() -> None:
    lines = [*columns(8), beside("貳、甲", "", 120), beside("", "參、乙", 135)]
    title = line(TITLE, 60, -15)
    assert read(title, *lines) == [[title.text], [*[LEFT] * 8, "貳、甲"], [*[RIGHT] * 8, "參、乙"]]


def test_numbers_stay_with_their_lines() -> None:
    found = list(in_reading_order(list(enumerate(columns(8)))))
    assert [number for part in found for number, _ in part] == [*range(8), *range(8)]


WHOLE = [
    pytest.param(columns(4), id="few lines"),
    pytest.param(columns(8, left="甲，"), id="a narrow column"),
    pytest.param(columns(8, right="乙，"), id="a narrow column on the right"),
    pytest.param(columns(8, right="一二三四五六七八九十一二三四五六七"), id="no commas"),
    pytest.param(columns(8, apart=2), id="no white between"),
    pytest.param([line(LEFT, 0, 15.0 * at) for at in range(8)], id="one column"),
    pytest.param([Line(LEFT, 1, at, at + 1) for at in range(8)], id="plain text"),
    pytest.param([], id="no lines"),
]


@pytest.mark.parametrize("lines", WHOLE)
def test_one_column(lines: list[Line]) -> None:
    assert read(*lines) == [[one.text for one in lines]]
