"""The record of a figure, and its point moved without its precision lost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.quantities.figures.figure import FigureText, shift_point


@pytest.mark.parametrize(
    ("value", "power", "shown"),
    [("1.20", 4, "1.20E+4"), ("98.5", -1, "9.85"), ("3", 0, "3"), ("-0.5", 1, "-5")],
)
def test_shift_point(value: str, power: int, shown: str) -> None:
    assert str(shift_point(Decimal(value), power)) == shown


def test_a_text_is_kept_as_printed_and_as_folded() -> None:
    text = FigureText.from_text("⽬標８０％")
    assert (text.printed, text.folded) == ("目標８０％", "目標80%")
