"""Plain text of a report -> rows: the dump that a word processor makes of a prose table.

Such a dump gives the cells one after the other, a line for each printed line. A line that ends in a
space ends a paragraph; the table header stands again wherever a page began. What stands between two
headers is shared out among the columns (`text_columns`).

Places are line numbers counted from 1; pages are told apart by form feeds alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.quantities import mend_text
from pipeline.records import Line
from pipeline.rows.contents import Contents, count_inked
from pipeline.rows.plain_text.text_blocks import blocks_from_lines
from pipeline.rows.plain_text.text_columns import row_parts_from_pages
from pipeline.rows.row_parts import RowPart
from pipeline.rows.running_text.rate_rows import add_told_rows
from pipeline.rows.whole_rows import make_row
from pipeline.tables import begins_header, is_header, split_header

_HEADER_LINES = 12
"""How many lines a header may take at most."""


def rows_from_text(text: str) -> Contents:
    """Read the rows of a report out of its plain text."""
    lines = list(_filled_lines(text))
    contents = Contents()
    contents.counts["glyphs"] = count_inked(lines)
    (_, above), *pages = _split_at_headers(lines)
    contents.roles = pages[0][0] if pages else ()
    contents.counts["glyphs in headers"] = (
        contents.counts["glyphs"] - count_inked(above) - sum(count_inked(p) for _, p in pages)
    )
    contents.loose.extend((line, True) for line in above)
    contents.counts["pages"] = lines[-1].page if lines else 1
    parts: list[RowPart] = []
    if "analysis" in contents.roles[-1:]:  # only a wide last column can be told from the others
        blocks = [blocks_from_lines(page) for _, page in pages]
        parts = list(row_parts_from_pages(contents.roles, blocks))
    used = [line for part in parts for cell in part.cells.values() for line in cell.lines]
    numbers = {line.top for line in used}
    contents.loose.extend(
        (line, False) for _, page in pages for line in page if line.top not in numbers
    )
    contents.counts["glyphs in cells"] = count_inked(used)
    contents.rows.extend(make_row(n, [part]) for n, part in enumerate(parts, start=1))
    add_told_rows(contents, [(line.page, line.top) for line in used])
    contents.counts["rows"] = len(contents.rows)
    return contents


def _filled_lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something, with their numbers; blank ones tell nothing."""
    page = 1
    for number, raw in enumerate(mend_text(text.removeprefix("\ufeff")).split("\n"), start=1):
        page += raw.count("\f")
        content = raw.replace("\f", "").rstrip("\r")
        if content.strip():
            yield Line(content, page, number, number, ends=content[-1].isspace())


def _split_at_headers(lines: Sequence[Line]) -> Iterator[tuple[tuple[str, ...], list[Line]]]:
    """Yield what stands before the first header, then each header's roles and what follows it."""
    roles: tuple[str, ...] = ()
    page: list[Line] = []
    index = 0
    while index < len(lines):
        length, header_roles = _match_header(lines, index)
        if header_roles:
            yield roles, page
            roles, page, index = header_roles, [], index + length
        else:
            page.append(lines[index])
            index += 1
    yield roles, page


def _match_header(lines: Sequence[Line], index: int) -> tuple[int, tuple[str, ...]]:
    """Return how many lines from here are a table header, and the roles of its columns."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    text = ""
    for length, line in enumerate(lines[index : index + _HEADER_LINES], start=1):
        text += "".join(line.text.split())
        roles = split_header(text)
        if roles is None and not begins_header(text):
            break
        if roles and is_header(roles):
            best = (length, roles)
    return best
