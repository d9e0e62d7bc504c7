"""What a figure can be: kinds are equal to their names, five of them are quantities."""

from __future__ import annotations

from pipeline.quantities.kinds import QUANTITIES, QuantityKind


def test_a_kind_is_its_name() -> None:
    assert QuantityKind.PERCENT == "percent"
    assert {QuantityKind.DATE: 1}["date"] == 1


def test_quantities_measure_or_count() -> None:
    assert {str(kind) for kind in QUANTITIES} == {
        "number", "percent", "percent_point", "fraction", "range",
    }  # fmt: skip
