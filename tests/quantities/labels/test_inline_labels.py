"""List labels within a text, also glued to their figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.quantities.labels.inline_labels import find_glued, match_label, match_opening
from pipeline.quantities.scanner import find, find_in_paragraphs
from tests.quantities.tables import shown

CELLS = [
    pytest.param(["1.10秒", "2.15%", "3.97.5%"], ["10 秒", "15 %", "97.5 %"], id="all glued"),
    pytest.param(["1. 8,050人", "2. 3.5％"], ["8050 人", "3.5 %"], id="spaced"),
    pytest.param(["1.8,050人", "2.3.5％"], ["8050 人", "3.5 %"], id="glued to a grouped figure"),
    pytest.param(["2.15%"], ["2.15 %"], id="alone it is a figure"),
    pytest.param(["3.97.5%"], ["97.5 %"], id="alone it can be nothing else"),
    pytest.param(["4.24100人次"], ["24100 人次"], id="no decimals of persons"),
    pytest.param(["3.97.5%", "4.24100人次"], ["97.5 %", "24100 人次"], id="run cut by a page"),
    pytest.param(["1.5公里", "路面平整"], ["1.5 公里", ""], id="no second item"),
    pytest.param(["2.5%", "7.5%"], ["2.5 %", "7.5 %"], id="no run"),
    pytest.param(["1.5場", "說明", "2.6場"], ["5 場", "", "6 場"], id="continued between"),
    pytest.param(
        ["1.3件", "2.4件", "1.5件", "2.6件"], ["3 件", "4 件", "5 件", "6 件"], id="two runs"
    ),
    pytest.param(["(一)8,656人", "(二)15%"], ["8656 人", "15 %"], id="Chinese in brackets"),
    pytest.param(["一、10件", "二、20件"], ["10 件", "20 件"], id="Chinese"),
    pytest.param(["1、25張", "2、30張"], ["25 張", "30 張"], id="enumeration comma"),
    pytest.param(["①25張", "㈡30張"], ["25 張", "30 張"], id="circled"),
]


@pytest.mark.parametrize(("paragraphs", "expected"), CELLS)
def test_list_numbers_are_told_by_their_run(paragraphs: list[str], expected: list[str]) -> None:
    found = find_in_paragraphs(paragraphs)
    assert [
        "; ".join(shown(item) for item in items if item.is_quantity) for items in found
    ] == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"), [case for case in CELLS if case.id != "alone it is a figure"]
)
def test_runs_are_told_over_the_lines_of_a_text(paragraphs: list[str], expected: list[str]) -> None:
    found = find("\n".join(paragraphs))
    assert "; ".join(shown(item) for item in found if item.is_quantity) == "; ".join(
        filter(None, expected)
    )


LABELS = [
    pytest.param("(一)8,656人", 1, "chinese", 1, id="Chinese in brackets"),
    pytest.param("(十二)辦理", 1, "chinese", 12, id="twelve"),
    pytest.param("(3)場次", 1, "bracketed", 3, id="digit in brackets"),
    pytest.param("壹、業務", 0, "before_comma", 1, id="formal"),
    pytest.param("1、場次", 0, "before_comma", 1, id="comma"),
    pytest.param("2. 場次", 0, "before_point", 2, id="point"),
    pytest.param("3)場次", 0, "before_bracket", 3, id="closing bracket"),
    pytest.param("❷場次", 0, "circled", 2, id="circled, black"),
    pytest.param("㊁場次", 0, "circled", 2, id="circled Chinese"),
]


@pytest.mark.parametrize(("text", "start", "style", "number"), LABELS)
def test_label(text: str, start: int, style: str, number: int) -> None:
    found = match_label(text, start, 0, None)
    assert found is not None
    assert (found.style, found.number) == (style, Decimal(number))


NO_LABELS = [
    pytest.param("比率(1)", 3, id="index behind a word"),
    pytest.param("104、105年", 0, id="two years"),
    pytest.param("二、三十人", 0, id="two ends of a range"),
    pytest.param("(0)人", 1, id="nought"),
    pytest.param("1.5公里", 0, id="decimal"),
    pytest.param("(一二)日", 1, id="days of the week"),
]


@pytest.mark.parametrize(("text", "start"), NO_LABELS)
def test_no_label(text: str, start: int) -> None:
    assert match_label(text, start, 0, None) is None


def test_opening_of_a_line() -> None:
    glued = match_opening("2.15%", 0, in_run=True)
    assert glued is not None
    assert glued.end == 2
    assert match_opening("2.15%", 0, in_run=False) is None
    assert find_glued(["1.10秒", "說明", "2.15%"]) == {0, 2}
