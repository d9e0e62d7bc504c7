"""A table without a header in its lines -> the tables that it is if it is turned, each with its headers."""

from __future__ import annotations

from pipeline.records import Table
from pipeline.tables.column_roles import Header, find_headers
from pipeline.tables.turned.cards import split_cards
from pipeline.tables.turned.transposed import transpose


def read_turned(table: Table, *, named: bool = False) -> list[tuple[Table, dict[int, Header]]]:
    """Return the tables with their headers, none where it is no performance table either way.

    ``named`` tells that a line above it names what it measures.
    """
    for tables in (split_cards(table), [transpose(table)]):
        turned = [(one, find_headers(one, named=named)) for one in tables if one is not None]
        if turned and all(_has_header(one, headers) for one, headers in turned):
            return turned
    return []


def _has_header(table: Table, headers: dict[int, Header]) -> bool:
    """Tell whether the first line that is no title is the only header, with lines below it."""
    [*rows] = headers
    first = next((r for r, cells in enumerate(table.grid) if sum(map(bool, cells)) > 1), -1)
    return rows == [first] and first + 1 < len(table.grid)
