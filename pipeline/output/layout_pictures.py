"""PDF and its report -> a picture of each page: rules, cells, column roles, and joins of rows.

For a user who asks why a table was read as it was. Blue: ruling lines as they were read; orange:
cells, with the role of a header cell; green: the pieces of the rows, by number, a plus where a piece
goes on from the page before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from pipeline.checks import Report
from pipeline.reading import Document, Page
from pipeline.records import PageTables, Place
from pipeline.tables import TableFinder, TableLimitError, column_role

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw as Draw

SCALE = 1.5
"""Pixels for each point."""
_RULE, _CELL, _ROW = "#3d7bd9", "#e08a1e", "#1a8f3c"


def draw_layout(report: Report, path: Path, folder: Path) -> None:
    """Draw the pages of a PDF that was read into a folder."""
    if not report.status.has_content or report.layout == "text":
        return
    folder.mkdir(parents=True, exist_ok=True)
    finder = TableFinder()
    with Document.open(path) as document:
        for page in document.pages():
            if isinstance(page, Page):
                _draw(document, page, _find_tables(finder, page), report, folder)


def _find_tables(finder: TableFinder, page: Page) -> PageTables | None:
    try:
        return finder.read(page)
    except TableLimitError:
        return None


def _draw(
    document: Document, page: Page, tables: PageTables | None, report: Report, folder: Path
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
                if role := column_role(cell.text):
                    draw.text((box[0] + 2, box[1] + 1), role, fill="#c01010")


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
