"""Rows -> items and checks, in their order; rows with a column for each year are judged year by year."""

import pytest

from pipeline.checks.audit import judge_rows
from tests.typed_rows import paragraphs, row


def test_items_and_checks_in_the_order_of_rows() -> None:
    rows = [row("400件", "實際460件，達成率115％。"), row("20場", "辦理21場。", number=2)]
    items, checks = judge_rows(rows, 105)
    assert [(item.row, item.item) for item in items] == [(1, 1), (2, 1)]
    assert [(check.claim.row, str(check.verdict)) for check in checks] == [
        (1, "consistent"),
        (2, "unstated"),
    ]


def test_no_rows() -> None:
    items, checks = judge_rows([], 105)
    assert (list(items), list(checks)) == ([], [])


def years(*periods: int):
    typed = row("", "完成460件，達成率115%。", actual="", rate="")
    typed.cells.update(
        target=paragraphs("300件\n400件"),
        actual=paragraphs("330件\n460件"),
        rate=paragraphs("110%\n115%"),
    )
    typed.periods = periods
    return typed


SPOKEN_OF = [
    pytest.param((104, 105), 105, id="the-reports-own-year"),
    pytest.param((103, 104), 105, id="the-latest-where-its-own-has-no-column"),
]


@pytest.mark.parametrize(("periods", "roc_year"), SPOKEN_OF)
def test_years(periods: tuple[int, int], roc_year: int) -> None:
    items, checks = judge_rows([years(*periods)], roc_year)
    assert [(item.item, item.period) for item in items] == [(1, periods[0]), (2, periods[1])]
    assert [(check.claim.item, check.claim.period, str(check.verdict)) for check in checks] == [
        (1, periods[0], "consistent"),
        (2, periods[1], "consistent"),
    ]
