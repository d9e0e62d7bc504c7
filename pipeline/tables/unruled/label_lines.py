"""Loose glyphs -> tables whose headers stand in their first column, and that have no vertical rules.

    項目         進港引水   碼頭巡查
    目標值          1,200        300
    實際值          1,350        285
    達成率          112.5%       95%

Only lines that begin with the words of target, actual figure and rate make such a table; the lines about them
that begin with a header word, and those that go on right of these words, are part of it.

>>> def word(x, top, text):
...     return [Glyph(c, x + 10 * n, top, x + 10 * n + 10, top + 10) for n, c in enumerate(text)]
>>> texts = (("指標", "引水"), ("目標值", "12"), ("實際值", "11"), ("達成率", "92%"))
>>> glyphs = [g for n, (a, b) in enumerate(texts) for g in word(0, 20 * n, a) + word(80, 20 * n, b)]
>>> tables, loose = find_labelled(glyphs, 1)
>>> [[cell.text for cell in row if cell] for row in tables[0].grid], loose
([['指標', '引水'], ['目標值', '12'], ['實際值', '11'], ['達成率', '92%']], [])
>>> find_labelled(glyphs[:8], 1)[0]
[]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.reading import Glyph
from pipeline.records import Cell, Table
from pipeline.tables import header_words, lines, year_words
from pipeline.tables.unruled import header_bands, ink
from pipeline.tables.unruled.ink import Piece, Span

STEP = 4.0
"""The lines of a table are no further apart, middle to middle, in heights of a character."""
_NEEDED = frozenset(("target", "actual", "rate"))
_MARKS = frozenset("率度")
"""What the word of a rate ends in: a page without one has no such table."""
Strip = tuple[Piece, ...]
Row = list[Strip]
"""The printed lines of a row; the first begins with its header, but for that over all columns."""


def find_labelled(glyphs: Sequence[Glyph], page: int) -> tuple[list[Table], list[Glyph]]:
    """Return the tables among loose glyphs, and the glyphs in none."""
    if _MARKS.isdisjoint(glyph.text for glyph in glyphs):
        return [], list(glyphs)
    pieces = (
        tuple(header_bands.part_words(ink.cut_pieces(line))) for line in lines.cut_strips(glyphs)
    )
    strips = [strip for strip in pieces if strip]
    tables: list[Table] = []
    used: set[int] = set()
    at = 0
    while at < len(strips):
        rows, end = _rows_at(strips, at)
        table = _table(rows, page) if rows else None
        if table is None:
            at += 1
            continue
        tables.append(table)
        used.update(id(g) for row in rows for strip in row for p in strip for g in p.glyphs)
        at = end
    return tables, [glyph for glyph in glyphs if id(glyph) not in used]


def _rows_at(strips: Sequence[Strip], at: int) -> tuple[list[Row], int]:
    """Return the rows of the table that begins with a line, and where it ends; none if none does."""
    right, end = 0.0, at
    rows: list[Row] = []
    while end < len(strips):
        strip, below = strips[end], strips[end + 1] if end + 1 < len(strips) else ()
        if rows and strip[0].middle - rows[-1][-1][0].middle > STEP * strip[0].em:
            break
        size = _label_size(strip, below)
        if size and (not right or strip[0].x0 < right):
            rows.append([*strips[end : end + size]])
            right = max(right, *(own[0].x1 for own in rows[-1]))
        elif rows and strip[0].x0 > right:
            rows[-1].append(strip)
        elif not rows and _is_corner(strip, below):
            rows.append([strip])
        else:
            break
        end += size or 1
    told = {year_words.label_role(word) for row in rows for word in _words(row)}
    return (rows, end) if len(rows) > 1 and told >= _NEEDED else ([], at)


def _label_size(strip: Strip, below: Strip) -> int:
    """Return how many lines the header takes that a line begins with, none if it begins with none."""
    if len(strip) < 2:
        return 0
    if below and abs(below[0].x0 - strip[0].x0) < strip[0].em:
        # 年度目 over 標值: the column is too narrow for the word.
        joined = header_words.learnt_role(strip[0].text + below[0].text)
        if joined and header_words.learnt_role(below[0].text) is None:
            return 2
    return int(_is_known(strip[0].text))


def _is_known(word: str) -> bool:
    return year_words.label_role(word) is not None or header_words.read(word) is not None


def _words(row: Row) -> Iterator[str]:
    """Yield what may be the headers of a row."""
    yield from (piece.text for piece in row[0][::2])
    if len(row) > 1:
        yield row[0][0].text + row[1][0].text


def _is_corner(strip: Strip, below: Strip) -> bool:
    """Tell whether a line names the columns over a corner that is blank."""
    return (
        len(strip) > 1
        and len(strip) == len(below) - 1
        and _is_known(below[0].text)
        and strip[0].x0 > below[0].x1
        and not any(header_words.read(piece.text) for piece in strip)
    )


def _table(rows: Sequence[Row], page: int) -> Table | None:
    """Put the pieces of rows into cells; None where they keep to no columns."""
    count = max(len(strip) for row in rows for strip in row)
    whole = [strip for row in rows for strip in row if len(strip) == count]
    spans = [(min(p.x0 for p in own), max(p.x1 for p in own)) for own in zip(*whole, strict=True)]
    if any(b[0] <= a[1] for a, b in pairwise(spans)):
        return None
    cells = [_place(row, spans) for row in rows]
    x0 = min(p.x0 for row in rows for strip in row for p in strip)
    x1 = max(p.x1 for row in rows for strip in row for p in strip)
    edges = [x0, *((a[1] + b[0]) / 2 for a, b in pairwise(spans)), max(x1, spans[-1][1])]
    heights = list(_heights(rows))
    grid = tuple(
        tuple(_row_of_cells(own, edges, top, bottom, page))
        for own, (top, bottom) in zip(cells, pairwise(heights), strict=True)
    )
    return Table(page, edges[0], heights[0], edges[-1], heights[-1], grid)


def _place(row: Row, spans: Sequence[Span]) -> dict[int, list[Piece]]:
    """Return the pieces of a row by column: in their order, or where their line has fewer, the nearest."""
    placed: dict[int, list[Piece]] = {}
    for strip in row:
        least = 0
        for piece in strip:
            column = min(
                range(least, len(spans)),
                key=lambda n: (abs(spans[n][0] - piece.x0), n),  # used at once
            )
            placed.setdefault(column, []).append(piece)
            least = min(column + 1, len(spans) - 1)
    return placed


def _heights(rows: Sequence[Row]) -> Iterator[float]:
    """Yield where rows begin and end: half-way between their lines."""
    tops = [min(p.top for strip in row for p in strip) for row in rows]
    bottoms = [max(p.bottom for strip in row for p in strip) for row in rows]
    yield tops[0]
    yield from ((bottom + top) / 2 for bottom, top in zip(bottoms, tops[1:], strict=False))
    yield bottoms[-1]


def _row_of_cells(
    placed: dict[int, list[Piece]], edges: Sequence[float], top: float, bottom: float, page: int
) -> Iterator[Cell | None]:
    """Yield the cell of each column; the last one of a short line reaches to the end."""
    last = max(placed)
    for column in range(len(edges) - 1):
        if column > last:
            yield None
            continue
        columns = len(edges) - 1 - column if column == last else 1
        glyphs = [g for piece in placed.get(column, ()) for g in piece.glyphs]
        printed = lines.lines_from_glyphs(glyphs, page) if glyphs else ()
        x1 = edges[column + columns]
        yield Cell(edges[column], top, x1, bottom, column, columns, 1, printed)
