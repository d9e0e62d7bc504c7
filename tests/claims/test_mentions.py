"""A figure in its sentence: its clause, its label, brackets, and what a row's statements sort out."""

import pytest

from pipeline.claims.mentions import (
    Role,
    is_open,
    is_revised,
    is_total,
    label_before,
    last_clause,
    last_words,  # fmt: skip
)
from pipeline.claims.statements import statements_from_row
from tests.typed_rows import row

CLAUSES = [
    pytest.param("目標值400件，實際完成", "實際完成", id="comma"),
    pytest.param("達成率：甲類", "甲類", id="colon"),
    pytest.param("目標1,200件,實際", "實際", id="ascii-comma"),
    pytest.param("實際完成1,200", "實際完成1,200", id="a-grouped-number-is-no-clause"),
    pytest.param("", "", id="nothing"),
]
REVISED = [
    pytest.param("原定200件，修正為", True, id="revised"),
    pytest.param("目標值修正後為", True, id="after-the-revision"),
    pytest.param("修正計畫書3次，目標值", False, id="another-clause"),
    pytest.param("目標值", False, id="plain"),
]
BRACKETS = [
    pytest.param("目標（男性", True, id="open"),
    pytest.param("目標（男性）", False, id="closed"),
    pytest.param("目標(男性（一）", True, id="two-kinds"),
    pytest.param("目標", False, id="none"),
]


@pytest.mark.parametrize(("before", "clause"), CLAUSES)
def test_last_clause(before: str, clause: str) -> None:
    assert last_clause(before) == clause


@pytest.mark.parametrize(("before", "revised"), REVISED)
def test_revised(before: str, revised: bool) -> None:
    assert is_revised(before) is revised


@pytest.mark.parametrize(("before", "is_so"), BRACKETS)
def test_open_brackets(before: str, is_so: bool) -> None:
    assert is_open(before) is is_so


def test_label() -> None:
    assert label_before("，實際完成：") == "實際完成"


def test_statements_sort_mentions() -> None:
    sentence = "辦理座談會52場（女性占42%），合計參加2,150人，達成率104%。目標值修正為50場。"
    statements = statements_from_row(row("50場", sentence), 105)
    assert [m.quantity.text for m in statements.with_role(Role.ACTUAL)] == [
        "52場",
        "42%",
        "2,150人",
    ]
    assert statements.with_role(Role.ACTUAL, "outlook") == []
    assert statements.with_role(Role.BASELINE) == ()
    assert [m.quantity.text for m in statements.revised] == ["50場"]
    assert [len(mentions) for mentions in statements.sentences.values()] == [4, 1]
    first, share, total, _, _ = statements.mentions
    assert (first.in_brackets, share.in_brackets) == (False, True)
    assert (is_total(first), is_total(total)) == (False, True)
    assert last_words(total) == "合計參加"


def test_a_figure_is_found_again_in_its_sentence() -> None:
    statements = statements_from_row(row("50場", "前言。 辦理座談會52場，達成率104%。"), 105)
    figure = statements.mentions[0].figure
    assert figure.parted == ("辦理座談會", "52場", "，達成率104%")
    assert statements.figure(statements.mentions[0]) is statements.figure(statements.mentions[0])
