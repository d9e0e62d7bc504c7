"""Records: where characters are printed, what cells and rows say."""

from __future__ import annotations

import pytest

from pipeline.records import Cell, Line, Paragraph, Place, Row, Table

FIRST = Line("水域巡護", 1, 10, 20, [0, 9, 18, 27], [9, 18, 27, 36])
SECOND = Line("船隊", 2, 5, 15, [3, 12], [12, 21])
TYPED = Line("水域巡護", 1, 7, 7)

PLACES = [
    pytest.param([FIRST], 0, 4, Place(1, 0, 10, 36, 20), id="a whole line"),
    pytest.param([FIRST], 1, 3, Place(1, 9, 10, 27, 20), id="within a line"),
    pytest.param([FIRST], 2, 2, Place(1, 18, 10, 27, 20), id="an empty range: its first character"),
    pytest.param([FIRST, SECOND], 4, 6, Place(2, 3, 5, 21, 15), id="on the second line"),
    pytest.param([FIRST, SECOND], 3, 6, Place(1, 27, 10, 36, 20), id="of two lines the first"),
    pytest.param([TYPED], 0, 2, Place(1, None, 7, None, 7), id="plain text has no x"),
]


@pytest.mark.parametrize(("lines", "start", "end", "place"), PLACES)
def test_place(lines: list[Line], start: int, end: int, place: Place) -> None:
    paragraph = Paragraph("".join(line.text for line in lines), tuple(lines))
    assert paragraph.place(start, end) == place


def test_no_place_behind_the_end() -> None:
    with pytest.raises(IndexError):
        Paragraph(FIRST.text, (FIRST,)).place(4, 5)


ENDS = [
    pytest.param(FIRST, (0, 36), id="printed"),
    pytest.param(TYPED, (0, 0), id="plain text"),
    pytest.param(Line("", 1, 0, 0), (0, 0), id="empty"),
]


@pytest.mark.parametrize(("line", "ends"), ENDS)
def test_ends_of_a_line(line: Line, ends: tuple[float, float]) -> None:
    assert (line.x0, line.x1) == ends


def cell(column: int, x0: float, *texts: str) -> Cell:
    lines = tuple(Line(text, 1, 0, 9) for text in texts)
    return Cell(x0, 0, x0 + 10, 10, column, 1, 1, lines)


def test_text_of_a_cell_has_no_space() -> None:
    assert cell(0, 0, "衡 量", " 指標 ").text == "衡量指標"


def test_left_ends_of_columns_come_from_any_row() -> None:
    grid = ((cell(0, 5), None, cell(2, 50)), (None, cell(1, 20), None))
    assert Table(1, 5, 0, 60, 20, grid).lefts == [5, 20, 50]


def test_text_of_a_row() -> None:
    row = Row(1, None, {"target": (Paragraph("300航次", ()), Paragraph("9場", ()))}, ())
    assert (row.text("target"), row.text("actual"), row.cell("actual")) == ("300航次\n9場", "", ())
