"""The room of lines: how wide their column is, and whether one more word would have fitted."""

from __future__ import annotations

import pytest

from pipeline.rows import column_extents
from pipeline.rows.column_extents import ColumnExtent
from tests.cells import EM, PADDING
from tests.rows.lines import SIDE, block

ROOM = [
    pytest.param("水域巡護", "步道", True, id="short line"),
    pytest.param("擴大湖區巡護船隊", "服務", True, id="one character fits"),
    pytest.param("擴大湖區巡護船隊之服", "務", False, id="full line"),
    pytest.param("擴大湖區巡護船隊之", "服。", False, id="the mark that hangs on it does not"),
    pytest.param("擴大湖區巡護船", "1,234,567人", False, id="a figure is one word"),
    pytest.param("擴大湖區巡護船", "(12", True, id="an opening mark with its word"),
    pytest.param("擴大湖區巡護船", "open", True, id="a Latin word that fits"),
    pytest.param("擴大湖區巡護船", "opened", False, id="a Latin word that does not"),
]


@pytest.mark.parametrize(("previous", "text", "room"), ROOM)
def test_room(previous: str, text: str, room: bool) -> None:
    before, after = block(previous, text)
    column = ColumnExtent(PADDING, SIDE - PADDING)
    assert column_extents.has_room(before, column, after) is room


def test_columns() -> None:
    short = column_extents.column_extent(block("水域"), 0, SIDE)
    assert (short.x0, short.x1) == (PADDING, SIDE - PADDING)
    ragged = column_extents.column_extent(
        block("擴大湖區巡護船隊", "之服務範圍並增加", "班次及養護步道之"), 0, SIDE
    )
    assert ragged.x1 == PADDING + 8 * EM  # three lines end there: the room is no wider
    assert column_extents.column_extent([], 3, 9) == ColumnExtent(3, 9)
