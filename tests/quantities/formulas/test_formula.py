"""What kind of formula one is, and its value in percent."""

from __future__ import annotations

import pytest

from pipeline.quantities.formulas.search import find_formula

KINDS = [
    pytest.param("(120-100)/100×100%", True, False, id="growth"),
    pytest.param("(120-100)/120×100%", False, False, id="another base"),
    pytest.param("(100%×0.5+90%×0.5)", False, True, id="weighted"),
    pytest.param("(100%×0.5+90%×0.4)/1×100%", False, False, id="weights that do not make one"),
    pytest.param("(6％÷5％)×100％", False, False, id="plain"),
]


@pytest.mark.parametrize(("text", "growth", "weighted"), KINDS)
def test_kind(text: str, growth: bool, weighted: bool) -> None:
    formula = find_formula(text)
    assert formula is not None
    assert (formula.is_growth, formula.is_weighted) == (growth, weighted)


def test_figures_names_and_core() -> None:
    formula = find_formula("(實際數/240場)×100%")
    assert formula is not None
    assert [name.name for name in formula.names()] == ["實際數"]
    assert [str(number.quantity.value) for number in formula.numbers()] == ["240"]
    assert formula.core != formula.tree
    assert not formula.is_rounded
