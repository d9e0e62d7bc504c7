"""Operators and brackets of formulas."""

from __future__ import annotations

from pipeline.quantities.formulas.symbols import CLOSING, OPENING, OPERATOR, OPERATORS, STOPS


def test_operators_mean_four_things() -> None:
    assert set(OPERATORS.values()) == set("+-*/")
    assert OPERATOR.match(" ×") is not None
    assert OPERATOR.match("=") is None


def test_signs_have_one_part_each() -> None:
    assert not set(OPENING) & CLOSING
    assert not STOPS & (set(OPERATORS) | set(OPENING) | CLOSING)
