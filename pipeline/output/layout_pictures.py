"""PDF and its report -> a picture of each page: rules, cells, column roles, and joins of rows.

For a user who asks why a table was read as it was. Blue: ruling lines as they were read; orange:
cells; red: the role of each column over its header; green: the pieces of the rows, by number, a plus where
a piece goes on from the page before. `columns.txt` beside the pictures tells why each column has its role.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, ImageDraw

from pipeline.checks import Report
from pipeline.reading import Document, Page
from pipeline.records import PageTables, Place, Table
from pipeline.tables import Header, TableFinder, TableLimitError, find_headers

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw as Draw

SCALE = 1.5
"""Pixels for each point."""
_RULE, _CELL, _ROLE, _ROW = "#3d7bd9", "#e08a1e", "#c01010", "#1a8f3c"


def draw_layout(report: Report, path: Path, folder: Path) -> None:
    """Draw the pages of a PDF that was read into a folder."""
    if not report.status.has_content or report.layout == "text":
        return
    folder.mkdir(parents=True, exist_ok=True)
    finder = TableFinder()
    header: Header | None = None
    reasons: list[str] = []
    with Document.open(path) as document:
        for page in document.pages():
            if not isinstance(page, Page):
                continue
            tables = _find_tables(finder, page)
            headers: list[_TableHeader] = []
            for table in tables.tables if tables else ():
                found = find_headers(table, header)
                headers.extend(_TableHeader(table, r, own) for r, own in found.items())
                header = headers[-1].header if headers else header
            _draw(document, page, tables, headers, report, folder)
            reasons.extend(
                f"page {page.number}: {why}" for h in headers for why in h.header.reasons
            )
    (folder / "columns.txt").write_text("\n".join([*reasons, ""]), encoding="utf-8")


class _TableHeader(NamedTuple):
    """A header and where it stands."""

    table: Table
    row: int
    header: Header


def _find_tables(finder: TableFinder, page: Page) -> PageTables | None:
    try:
        return finder.read(page)
    except TableLimitError:
        return None


def _draw(
    document: Document,
    page: Page,
    tables: PageTables | None,
    headers: Sequence[_TableHeader],
    report: Report,
    folder: Path,
) -> None:
    """Draw one page."""
    picture = document.picture(page.number, SCALE)
    if picture is None:
        return
    width, height, content = picture
    image = Image.frombytes("RGB", (width, height), content, "raw", "BGRX")
    draw = ImageDraw.Draw(image)
    for rule in page.rules:
        draw.line(_scaled((rule.x0, rule.top, rule.x1, rule.bottom)), fill=_RULE, width=3)
    if tables is not None:
        _draw_cells(draw, tables)
        _draw_roles(draw, headers)
    _draw_rows(draw, page.number, report)
    image.save(folder / f"page-{page.number:04d}.png")


def _draw_cells(draw: Draw, page_tables: PageTables) -> None:
    for table in page_tables.tables:
        for grid_row in table.grid:
            for cell in grid_row:
                if cell is None:
                    continue
                box = _scaled((cell.x0, cell.top, cell.x1, cell.bottom))
                draw.rectangle(box, outline=_CELL, width=1)


def _draw_roles(draw: Draw, headers: Sequence[_TableHeader]) -> None:
    for table, r, header in headers:
        top = min(cell.top for cell in table.grid[r] if cell)
        for left, role in zip(table.lefts, header.roles, strict=True):
            if role:
                draw.text((left * SCALE + 2, top * SCALE + 1), role, fill=_ROLE)


def _draw_rows(draw: Draw, number: int, report: Report) -> None:
    for row in report.rows:
        for index, place in enumerate(row.fragments):
            if place.page != number or place.x0 is None or place.x1 is None:
                continue
            box = _scaled(_box(place))
            draw.line((box[0] - 6, box[1] + 2, box[0] - 6, box[3] - 2), fill=_ROW, width=4)
            label = f"row {row.number}{'+' if index else ''}"
            draw.text((max(box[0] - 44, 0), box[1] + 3), label, fill=_ROW)


def _box(place: Place) -> tuple[float, float, float, float]:
    return place.x0 or 0.0, place.top, place.x1 or 0.0, place.bottom


def _scaled(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = box
    return x0 * SCALE, top * SCALE, x1 * SCALE, bottom * SCALE
