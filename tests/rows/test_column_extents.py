"""The room of lines: how wide their column is, and whether one more word would have fitted."""

from __future__ import annotations

import pytest

from pipeline.rows import column_extents
from pipeline.rows.column_extents import ColumnExtent
from tests.cells import EM, PADDING, line
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


def test_a_centred_column_is_as_wide_as_its_cell() -> None:
    extent = column_extents.column_extent([line("航次", 45), line("人次", 45, 15)], 0, SIDE)
    assert extent.centred
    assert extent.x1 - extent.x0 > 0.9 * (SIDE - 2 * PADDING)
    assert not column_extents.column_extent(
        [line("航次", 45), line("以上", 5, 15)], 0, SIDE
    ).centred


SHARES = [
    pytest.param(9.1, 0.9, True, id="more than the share"),
    pytest.param(8.9, 0.9, False, id="less than the share"),
    pytest.param(7.0, 0.9, False, id="less than the share of the least em"),
]


@pytest.mark.parametrize(("distance", "share", "exceeds"), SHARES)
def test_shares_of_an_em(distance: float, share: float, exceeds: bool) -> None:
    assert column_extents.exceeds_em_share(distance, share, line("航次")) is exceeds
