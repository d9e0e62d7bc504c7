"""Pictures of pages: one for each that was read, none for what was not or is no PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import Status
from pipeline.output import layout_pictures
from pipeline.run import file_report
from tests.output.reports import REPORT, WRONG, report


@pytest.fixture(scope="module")
def read():
    return file_report.read_report(REPORT, REPORT.name)


def test_cells_rows_and_rules_are_drawn(tmp_path: Path, read) -> None:
    layout_pictures.draw_layout(read, REPORT, tmp_path / "pages")
    pages = sorted((tmp_path / "pages").glob("*.png"))
    assert len(pages) == read.pages
    with Image.open(pages[0]) as picture:
        colours = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in picture.getcolors(1 << 20)}
    assert {layout_pictures._RULE, layout_pictures._CELL, layout_pictures._ROW} <= colours
    reasons = (tmp_path / "pages" / "columns.txt").read_text(encoding="utf-8")
    assert "-> target; may be " in reasons


NOT_DRAWN = [
    pytest.param({"status": Status.DAMAGED}, id="damaged"),
    pytest.param({"status": Status.TIMEOUT}, id="timeout"),
    pytest.param({"layout": "text"}, id="plain-text"),
]


@pytest.mark.parametrize("fields", NOT_DRAWN)
def test_what_has_no_pages_is_not_drawn(tmp_path: Path, fields: dict[str, object]) -> None:
    shown = replace(report(*WRONG), **fields)
    layout_pictures.draw_layout(shown, Path("no such file.pdf"), tmp_path / "pages")
    assert not (tmp_path / "pages").exists()
