"""The figures of a formula with their units and names."""

from __future__ import annotations

import pytest

from pipeline.quantities.formulas.printed_figures import figure_at, labelled_figure

FIGURES = [
    pytest.param("16,851人)", "16851", "人", 7, id="unit"),
    pytest.param("１００％", "100", "%", 4, id="full width"),
    pytest.param("2萬678人/3", "20678", "人", 6, id="magnitudes"),
    pytest.param("94.6% ", "94.6", "%", 5, id="percentage"),
]


@pytest.mark.parametrize(("text", "value", "unit", "end"), FIGURES)
def test_figure(text: str, value: str, unit: str, end: int) -> None:
    found = figure_at(text, 0)
    assert found is not None
    assert (f"{found[0].quantity.value:f}", found[0].quantity.unit, found[1]) == (value, unit, end)


@pytest.mark.parametrize("text", ["人數", "", "%"])
def test_no_figure(text: str) -> None:
    assert figure_at(text, 0) is None


def test_names_before_a_figure() -> None:
    labelled = labelled_figure("目標94.6%")
    assert labelled is not None
    assert labelled.label == "目標"
    assert labelled_figure("105年查處人數") is None
    assert labelled_figure("2場3人") is None
