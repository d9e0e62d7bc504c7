"""Trees of formulas: exact values, intervals, plain writing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from pipeline.quantities.formulas import arithmetic
from pipeline.quantities.formulas.arithmetic import FormulaError, Name, Node, Number, Operation
from pipeline.quantities.scanner import Quantity


def number(text: str) -> Number:
    return Number(Quantity.parse(text))


def over(left: Node, right: Node) -> Operation:
    return Operation("/", left, right)


def test_value_and_writing() -> None:
    tree = over(Operation("-", number("120人"), number("100人")), number("100人"))
    assert arithmetic.evaluate(tree, {}) == Fraction(1, 5)
    assert arithmetic.write_formula(tree, {}, 0) == "(120 - 100) / 100"
    assert [str(leaf.quantity.value) for leaf in arithmetic.leaves(tree) if isinstance(leaf, Number)] == [
        "120", "100", "100",
    ]  # fmt: skip
    assert len(arithmetic.operations(tree)) == 2


def test_a_percentage_is_the_number_that_it_stands_for() -> None:
    assert number("25%").value == Fraction(1, 4)
    assert number("25%").interval == (Fraction(49, 200), Fraction(51, 200))


def test_interval_at_the_corners() -> None:
    tree = over(number("265.1"), number("235"))
    assert arithmetic.interval(tree, {}) == (Fraction(26505, 23500), Fraction(26515, 23500))
    exact = arithmetic.interval(tree, {}, {Fraction(2651, 10)})
    assert exact == (Fraction(2651, 2350), Fraction(2651, 2350))


def test_same_figure_moves_as_one() -> None:
    tree = over(number("2.5"), number("2.5"))
    assert arithmetic.interval(tree, {}) == (1, 1)


REFUSED = [
    pytest.param(over(number("5"), number("0")), "zero", id="by nought"),
    pytest.param(over(Name("目標值"), number("5")), "目標值", id="name without a figure"),
]


@pytest.mark.parametrize(("tree", "reason"), REFUSED)
def test_no_value(tree: Node, reason: str) -> None:
    with pytest.raises(FormulaError, match=reason):
        arithmetic.evaluate(tree, {})


def test_same_operand() -> None:
    assert arithmetic.same_operand(Name("甲"), Name("甲"))
    assert arithmetic.same_operand(number("5"), number("5.0"))
    assert not arithmetic.same_operand(Name("甲"), number("5"))
