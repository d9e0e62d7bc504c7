"""The samples: each paragraph of each cell as it was typed, and every glyph accounted for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.quantities import parse_label
from pipeline.reading.document import Document
from pipeline.reading.pages import LostPage
from pipeline.rows import logical_rows, titles
from pipeline.rows.contents import Contents
from pipeline.tables import table_finder

ROOT = Path(__file__).parents[1]
SAMPLES = [
    pytest.param(path, id=path.name[:3]) for path in sorted((ROOT / "samples").glob("*.pdf"))
]


def read(path: Path) -> Contents:
    with Document.open(path) as document:
        pages = [page for page in document.pages() if not isinstance(page, LostPage)]
    return logical_rows.from_pages(map(table_finder.find_tables, pages))


def bare(text: str) -> str:
    return "".join(text.split())


def without_number(goal: list[str]) -> list[str]:
    marker = parse_label(goal[0])
    return [goal[0][marker.length :] if marker else goal[0], *goal[1:]]


@pytest.mark.parametrize("path", SAMPLES)
def test_rows(path: Path) -> None:
    typed = json.loads((ROOT / "tests/truth" / f"{path.stem}.rows.json").read_text("utf-8"))
    expected = [
        {
            role: list(map(bare, without_number(texts) if role == "goal" else texts))
            for role, texts in row.items()
        }
        for row in typed
    ]
    found = read(path).rows
    assert [row.goal_no for row in found] == list(range(1, len(typed) + 1))
    assert [
        {role: [bare(paragraph.text) for paragraph in row.cell(role)] for role in row_typed}
        for row, row_typed in zip(found, expected, strict=True)
    ] == expected


@pytest.mark.parametrize("path", SAMPLES)
def test_glyphs_add_up(path: Path) -> None:
    contents = read(path)
    loose = sum(titles.read_heading(contents.loose, path.stem).glyphs.values())
    kept = ("cells", "headers", "other tables")
    assert contents.counts["glyphs"] == loose + sum(
        contents.counts[f"glyphs in {kind}"] for kind in kept
    )


@pytest.mark.parametrize("path", SAMPLES)
def test_places_lie_within_their_fragments(path: Path) -> None:
    for row in read(path).rows:
        for cell in row.cells.values():
            for paragraph in cell:
                for place in (ln.place(0, len(ln.text)) for ln in paragraph.lines):
                    assert any(
                        box.page == place.page and box.top - 1 <= place.top <= box.bottom
                        for box in row.fragments
                    )
