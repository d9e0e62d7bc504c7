"""The 105 report, as PDF and as text: eight rows, each paragraph of each cell as it was typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.quantities import parse_label
from pipeline.reading.document import Document
from pipeline.reading.pages import LostPage
from pipeline.records import Row
from pipeline.rows import logical_rows
from pipeline.rows.plain_text import text_rows
from pipeline.tables import table_finder

FOLDER = Path(__file__).parents[1] / "../shared/reports"
STEM = "105年度施政績效及達成情形"

pytestmark = pytest.mark.skipif(
    not (FOLDER / f"{STEM}.pdf").exists(), reason="../shared/reports is not here"
)


def from_pdf() -> list[Row]:
    with Document.open(FOLDER / f"{STEM}.pdf") as document:
        pages = [page for page in document.pages() if not isinstance(page, LostPage)]
    return logical_rows.from_pages(map(table_finder.find_tables, pages)).rows


def from_text() -> list[Row]:
    return text_rows.rows_from_text((FOLDER / f"{STEM}.txt").read_text("utf-8")).rows


def bare(text: str) -> str:
    return "".join(text.split())


def without_number(goal: list[str]) -> list[str]:
    marker = parse_label(goal[0])
    return [goal[0][marker.length :] if marker else goal[0], *goal[1:]]


@pytest.fixture(scope="module")
def expected() -> list[dict[str, list[str]]]:
    typed: list[dict[str, list[str]]] = json.loads(
        (FOLDER / f"{STEM}.rows.json").read_text("utf-8")
    )
    return [
        {
            role: list(map(bare, without_number(texts) if role == "goal" else texts))
            for role, texts in row.items()
        }
        for row in typed
    ]


@pytest.mark.parametrize(
    "read", [pytest.param(from_pdf, id="pdf"), pytest.param(from_text, id="text")]
)
def test_rows(read: type[list[Row]], expected: list[dict[str, list[str]]]) -> None:
    found = read()
    assert len(found) == 8
    assert [row.goal_no for row in found] == list(range(1, 9))
    assert [
        {role: [bare(paragraph.text) for paragraph in row.cell(role)] for role in typed}
        for row, typed in zip(found, expected, strict=True)
    ] == expected
