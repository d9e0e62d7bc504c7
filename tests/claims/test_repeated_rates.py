"""A rate of the column that a note repeats is told once, with what the note has beside it."""

import pytest

from pipeline.claims.records import Claim, Figure, Pair, RateKind
from pipeline.claims.repeated_rates import drop_repeated
from pipeline.quantities import Quantity, find_formulas
from pipeline.records import Place


def figure(text: str) -> Figure:
    return Figure(Quantity.parse(text), text, Place(1, None, 1, None, 1))


def claim(
    rate: str, target: str = "100件", actual: str = "110件", item: int = 1, **fields
) -> Claim:
    pair = Pair(figure(target), figure(actual))
    return Claim(1, item, "", RateKind.ACHIEVEMENT, figure(rate), (pair,), **fields)


APART = [
    pytest.param(claim("120%"), id="another-rate"),
    pytest.param(claim("110%", item=2), id="another-item"),
]


@pytest.mark.parametrize("note", APART)
def test_two_rates_stay_two(note: Claim) -> None:
    assert len(drop_repeated([note], [claim("110%")])) == 2


def test_without_a_column_nothing_is_dropped() -> None:
    assert len(drop_repeated([claim("110%"), claim("110%")], [])) == 2


OTHERS = [
    pytest.param("100件", "110件", None, None, id="the-same-figures"),
    pytest.param("100件", "115件", None, "115件", id="another-actual"),
    pytest.param("100件", "1百15件", None, "1百15件", id="another-actual-in-words"),
    pytest.param("100件", "115人", None, None, id="of-another-counter"),
    pytest.param("100件", "約110件", None, None, id="about-the-same"),
]


@pytest.mark.parametrize(("target", "actual", "told_target", "told_actual"), OTHERS)
def test_other_figures_of_the_note(
    target: str, actual: str, told_target: str | None, told_actual: str | None
) -> None:
    (once,) = drop_repeated([claim("110.0%", target, actual)], [claim("110%")])
    assert (once.told_target and once.told_target.quantity.text) == told_target
    assert (once.told_actual and once.told_actual.quantity.text) == told_actual


def test_the_formula_of_the_note_goes_to_the_column() -> None:
    (formula,) = find_formulas("110/100×100％")
    (once,) = drop_repeated([claim("110%", formula=formula)], [claim("110%")])
    assert once.formula is formula


def test_a_target_that_the_note_revises_is_tried_as_well() -> None:
    (once,) = drop_repeated([claim("110%", "90件")], [claim("110%")])
    assert [pair.target and pair.target.quantity.text for pair in once.pairs] == ["100件", "90件"]
    assert once.told_target is None
