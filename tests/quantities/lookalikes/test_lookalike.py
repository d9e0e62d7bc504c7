"""What the readers of look-alikes share."""

from __future__ import annotations

from decimal import Decimal

from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.lookalikes.lookalike import Lookalike, leading_digits


def test_leading_digits() -> None:
    assert [leading_digits(text) for text in ("105年", "第1", "", "02-1")] == ["105", "", "", "02"]


def test_a_name_has_no_number_and_no_year() -> None:
    assert Lookalike(QuantityKind.IDENTIFIER, 0, 3)[3:] == (Decimal(0), None, "")
