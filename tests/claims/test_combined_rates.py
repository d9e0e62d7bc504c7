"""The formulas that a rate of all items may have been taken from: means, capped or weighted parts."""

import pytest

from pipeline.claims import claims_from_statements, items_from_statements, statements_from_row
from pipeline.claims.combined_rates import CAPS
from tests.typed_rows import row

TWO = "1. 40件\n2. 20場"
EACH = "(一)完成48件，達成率120%。\n(二)辦理18場，達成率90%。"
DONE = "完成48件。辦理18場。"
COMBINED = [
    pytest.param(TWO, f"{EACH}\n平均達成率105%。", "(1.2 + 0.9) / 2 * 100", id="mean-of-printed-rates"),
    pytest.param(TWO, f"{DONE}平均達成率105%。", "(48 / 40 + 18 / 20) / 2 * 100", id="mean-of-the-figures"),
    pytest.param(TWO, f"{EACH}\n超過100%者以100%計，平均達成率95%。", "(1 + 0.9) / 2 * 100", id="capped"),
    pytest.param("1. 40件（權重60%）\n2. 20場（權重40%）", f"{EACH}\n加權平均達成率108%。", "(1.2 * 0.6 + 0.9 * 0.4) * 100", id="weighted"),
]  # fmt: skip
OPEN = [
    pytest.param(TWO, f"{EACH}\n平均達成率107%。", id="no-mean-gives-it"),
    pytest.param(TWO, "完成48件。平均達成率105%。", id="a-figure-is-missing"),
    pytest.param(TWO, f"{EACH}\n平均達成率95%。", id="capped-and-not-said"),
    pytest.param("1. 40件（權重60%）\n2. 20場（權重30%）", f"{EACH}\n加權平均達成率108%。", id="weights-that-do-not-add-up"),
]  # fmt: skip


def mean_claim(target: str, analysis: str):
    statements = statements_from_row(row(target, analysis), 105)
    claims = claims_from_statements(statements, items_from_statements(statements), 105)
    return next(claim for claim in claims if claim.stated and "平均" in claim.label)


@pytest.mark.parametrize(("target", "analysis", "formula"), COMBINED)
def test_formula(target: str, analysis: str, formula: str) -> None:
    claim = mean_claim(target, analysis)
    assert claim.formula is not None
    assert claim.formula.arithmetic({}) == formula


@pytest.mark.parametrize(("target", "analysis"), OPEN)
def test_no_formula(target: str, analysis: str) -> None:
    assert mean_claim(target, analysis).formula is None


CAPPING = [
    pytest.param("超過100%者以100%計", True, id="above"),
    pytest.param("上限為100%", True, id="limit"),
    pytest.param("達成率100%", False, id="a-rate"),
    pytest.param("超過目標", False, id="beyond-the-target"),
]


@pytest.mark.parametrize(("text", "is_so"), CAPPING)
def test_words_that_cap(text: str, is_so: bool) -> None:
    assert bool(CAPS.search(text)) is is_so
