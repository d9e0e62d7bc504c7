"""A table without a header in its lines -> the tables that it is if it is turned, each with its headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.records import Table
from pipeline.tables import header_words
from pipeline.tables.column_roles import Header, find_headers, is_band
from pipeline.tables.turned.cards import (
    are_known,
    card_table,
    group_pairs,
    join_line,
    read_pairs,
    split_cards,
)
from pipeline.tables.turned.stacked import Turns, unstack
from pipeline.tables.turned.transposed import transpose

Turned = tuple[Table, dict[int, Header]]


def read_turned(table: Table, *, named: bool = False, turns: Turns | None = None) -> list[Turned]:
    """Return the tables with their headers, none where it is no performance table either way.

    ``named`` tells that a line above it names what it measures; ``turns`` are what takes turns in its
    lines, or in those of the table before, which may go on here.
    """
    if not _begins_with_labels(table) or _lies_sideways(table):
        return []
    for tables in ([unstack(table, turns)], split_cards(table), [transpose(table)]):
        turned = [
            (one, find_headers(one, named=named or is_titled(one)))
            for one in tables
            if one is not None
        ]
        if turned and all(_has_header(one, headers) for one, headers in turned):
            return turned
    return []


def is_titled(table: Table) -> bool:
    """Tell whether one cell across all columns stands above the others."""
    return is_band([cell for cell in table.grid[0] if cell], len(table.grid[0]))


_MEASURED = frozenset(("target", "actual", "rate", "budget", "account"))


def _begins_with_labels(table: Table) -> bool:
    """Tell whether a line begins with the word of a target, an actual figure or a rate.

    Cells over several lines may stand before it.
    """
    words = (cell.text for cells in table.grid for cell in cells[:3] if cell and cell.text)
    readings = (header_words.read(word) for word in words)
    return any(not _MEASURED.isdisjoint((r.role, *r.others)) for r in readings if r)


def _lies_sideways(table: Table) -> bool:
    """Tell whether most cells hold one character below the other: the page has to be turned, not the table."""
    words = [cell for cells in table.grid for cell in cells if cell and len(cell.text) > 1]
    turned = [
        c for c in words if len(c.lines) > 1 and all(len(n.text.strip()) == 1 for n in c.lines)
    ]
    return 2 * len(turned) > len(words)


def _has_header(table: Table, headers: dict[int, Header]) -> bool:
    """Tell whether the first line that is no title is the only header, with lines below it."""
    [*rows] = headers
    first = next((r for r, cells in enumerate(table.grid) if sum(map(bool, cells)) > 1), -1)
    return rows == [first] and first + 1 < len(table.grid)


def may_be_cut_card(table: Table) -> bool:
    """Tell whether a table, the last of its page, may be a card that goes on on the next one."""
    pairs = [pair for row in read_pairs(table) for pair in row]
    return bool(pairs) and are_known(pairs)


def join_cut_card(table: Table, below: Table, *, named: bool = False) -> list[Turned]:
    """Return the cards of two tables of which a page end has cut one card, none where it has not.

    The parts of the card that is cut have a table each, as each is on its page.
    """
    rows, rows_below = read_pairs(table), read_pairs(below)
    if not rows or not rows_below:
        return []
    *whole, first = group_pairs([pair for row in rows for pair in row])
    line = join_line(rows[-1], rows_below[0])
    again = len(line) if line else 0
    rest = [pair for row in rows_below for pair in row]
    at = next((n for n, pair in enumerate(rest) if pair[0].text == first[0][0].text), len(rest))
    others = list(group_pairs(rest[at:]))
    joined = [*first[: len(first) - again], *(line or ()), *rest[again:at]]
    if not at or not all(map(are_known, (joined, rest[again:at], rest[at:]))):
        return []
    headers = find_headers(card_table(table.page, joined), named=named)
    if 0 not in headers:
        return []
    columns = range(len(first)), range(len(first) - again, len(joined))
    parts = [
        (card_table(page, pairs), {0: _columns(headers[0], own)})
        for page, pairs, own in zip(
            (table.page, below.page), (first, rest[:at]), columns, strict=True
        )
    ]
    return [
        *_with_headers(card_table(table.page, card) for card in whole),
        *parts,
        *_with_headers(card_table(below.page, card) for card in others),
    ]


def _with_headers(cards: Iterable[Table]) -> Iterator[Turned]:
    return ((card, headers) for card in cards if (headers := find_headers(card)))


def _columns(header: Header, columns: range) -> Header:
    """Return the header of some columns only."""
    part = slice(columns.start, columns.stop)
    unit_of = {n - columns.start: role for n, role in header.unit_of.items() if n in columns}
    return replace(
        header,
        roles=header.roles[part],
        words=header.words[part],
        lefts=header.lefts[part],
        units=header.units[part],
        unit_of=unit_of,
        groups=(),
    )
