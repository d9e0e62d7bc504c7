"""Formulas parsed by precedence, and what is refused."""

from __future__ import annotations

import pytest

from pipeline.quantities.formulas.parser import parse_formula

PARSED = [
    pytest.param("(19/74)/0.25×100％", "19 / 74 / 0.25 * 100", id="from the left"),
    pytest.param("(1+2×3)/7×100%", "(1 + 2 * 3) / 7 * 100", id="products first"),
    pytest.param("【(5-3)/2】×100％", "(5 - 3) / 2 * 100", id="brackets of two kinds"),
    pytest.param("(實際250/目標240)", "250 / 240 * 100", id="figures with names"),
    pytest.param("(1,311案/1,300案)×100%", "1311 / 1300 * 100", id="grouped"),
]
REFUSED = [
    pytest.param("男90人／女120人", id="no goal among the names"),
    pytest.param("(5/3", id="open bracket"),
    pytest.param("(5/)", id="missing part"),
    pytest.param("(5+3)×100%", id="no division"),
    pytest.param("(" * 30 + "5/3" + ")" * 30, id="nested too deeply"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize(("text", "arithmetic"), PARSED)
def test_parse(text: str, arithmetic: str) -> None:
    formula = parse_formula(text, 0, len(text))
    assert formula is not None
    assert formula.arithmetic() == arithmetic


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert parse_formula(text, 0, len(text)) is None
