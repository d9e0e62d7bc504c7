"""This year's and last year's figure of a growth target: from a formula, from sentences, or neither."""

import pytest

from pipeline.claims import statements_from_row
from pipeline.claims.items.growth_figures import growth_formulas
from tests.typed_rows import judged, row

TARGET = "較104年成長3％"
FIGURES = [
    pytest.param("成長率【(206件-200件)/200件】×100％=3％。", ("206件", "200件"), id="formula"),
    pytest.param("105年完成206件，較104年200件成長3％。", ("206件", "200件"), id="sentence"),
    pytest.param("104年200件。105年完成206件。", ("206件", "200件"), id="two-sentences"),
    pytest.param("105年完成206件。", (None, None), id="no-base"),
    pytest.param("104年200件，105年完成206件，另完成210件。", (None, "200件"), id="two-of-this-year"),
    pytest.param("104年200件，104年210件，105年完成206件。", (None, None), id="two-of-last-year"),
    pytest.param("104年200件，105年完成206人。", (None, "200件"), id="another-counter"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_both_years(sentence: str, expected: tuple[str | None, str | None]) -> None:
    (item,), _ = judged(TARGET, f"二、辦理情形：{sentence}", "件數成長率")
    assert item.growth
    assert (
        item.actual and item.actual.quantity.text,
        item.baseline and item.baseline.quantity.text,
    ) == expected


NO_FORMULA = [
    pytest.param("衡量標準：【(105年件數-104年件數)/104年件數】×100％", id="without-figures"),
    pytest.param("達成率(206件/200件)×100％=103％", id="a-quotient"),
    pytest.param("無", id="none"),
]


@pytest.mark.parametrize("analysis", NO_FORMULA)
def test_no_growth_formula(analysis: str) -> None:
    assert list(growth_formulas(statements_from_row(row(TARGET, analysis), 105))) == []
