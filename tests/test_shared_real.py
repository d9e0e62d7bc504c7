"""Real documents that are no performance reports, and a budget book with tables of results."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.checks.records import Report
from pipeline.run import file_report

FOLDER = Path(__file__).parents[1] / "../shared/real"
BUDGET = "sub-tw-moi-114-p015-043-plan-and-results.pdf"

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="../shared/real is not here")

OTHERS = [
    # file, tables that are left alone
    ("cn-pdfplumber-issue336-landuse.pdf", 3),
    ("cn-pdfplumber-issue842-annual.pdf", 0),
    ("cn-pymupdf-test4546.pdf", 2),
    ("tw-rice-disease-tables.pdf", 2),
]


@pytest.mark.parametrize(("name", "left"), OTHERS)
def test_other_documents_give_no_row(name: str, left: int) -> None:
    report = file_report.read_report(FOLDER / name, name)
    assert (report.status, len(report.rows), len(report.checks)) == ("no_table", 0, 0)
    assert report.counts.get("tables without a known header", 0) == left


@pytest.fixture(scope="module")
def budget() -> Report:
    return file_report.read_report(FOLDER / BUDGET, BUDGET)


# Read off the rendered pages: the row, its pages, its goal (merged over rows and pages), the
# first and the last characters of its results.
BUDGET_ROWS = [
    (1, (7, 7), 1, "民政業務", "一、補助地方", "墓滿葬問題。"),
    (3, (7, 9), 3, "測量及方域", "一、完成561點", "計量不收費。"),
    (4, (9, 10), 3, "測量及方域", "一、完成馬祖", "標準發展決策。"),
    (7, (12, 13), 3, "測量及方域", "一、發展超寬頻", "地表形變分析。"),
    (10, (14, 15), 5, "土地測量", "完成12萬1,239筆", "辦理21筆。"),
    (11, (15, 15), 5, "土地測量", "一、結合精密", "我國高程基準。"),
    (17, (19, 20), 7, "社會行政業務", "一、製作合作", "人次參與。"),
    (18, (20, 20), 1, "一般行政", "一、完成技服", "鑽探調查計畫書。"),
    (20, (20, 22), 3, "測量及方域", "一、辦理800點", "持續辦理中。"),
    (34, (28, 29), 6, "內政資訊業務", "刻正辦理採購案", "資安防禦能力。"),
]


@pytest.mark.parametrize(("number", "pages", "goal_no", "goal", "first", "last"), BUDGET_ROWS)
def test_budget_rows(
    budget: Report,
    number: int,
    pages: tuple[int, int],
    goal_no: int,
    goal: str,
    first: str,
    last: str,
) -> None:
    row = budget.rows[number - 1]
    analysis = row.text("analysis")
    assert row.number == number
    assert (row.fragments[0].page, row.fragments[-1].page) == pages
    assert (row.goal_no, row.text("goal")) == (goal_no, goal)
    assert analysis.startswith(first)
    assert analysis.endswith(last)


def test_budget_book_is_accused_of_nothing(budget: Report) -> None:
    assert (budget.status, len(budget.rows)) == ("ok", 34)
    assert [check for check in budget.checks if check.code] == []


PROSE = [
    # file, its rates with what they compare with and what they are of, where their sentences say so
    ("tw-taichung-dgbas-115-p005.pdf", 4, ("歲出部分", 136_731_000, 130_806_000, 113)),
    ("tw-taipei-newworks-116-p007.pdf", 14, ("捐贈收入", 2_590_000, 2_589_128, 114)),
]


@pytest.mark.parametrize(("name", "count", "one"), PROSE)
def test_rates_in_running_text(name: str, count: int, one: tuple[str, int, int, int]) -> None:
    report = file_report.read_report(FOLDER / name, name, second_reading="all")
    assert (report.status, report.layout, len(report.rows)) == ("ok", "prose", count)
    assert {(check.verdict, check.second_reading) for check in report.checks} == {
        ("consistent", "agrees")
    }
    told = [
        (
            c.claim.label,
            c.target and c.target.quantity.value,
            c.actual and c.actual.quantity.value,
            c.claim.period,
        )
        for c in report.checks
    ]
    assert len(told) == count
    assert one in told
