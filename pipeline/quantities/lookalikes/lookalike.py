"""The record of a figure that is no quantity, and what several of their readers share."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.quantities.kinds import QuantityKind

GAP = r"[ \n]{0,2}"
"""White space within a figure, also a line end."""
VALUE_BEFORE = frozenset("為值達至是約分數率到:=於僅降升近逾比")
"""Last characters of words in front of a value: 達2050 is no year, 值2.0 no version."""


class Lookalike(NamedTuple):
    """A figure that is no quantity: what it is, where it begins and ends, its number and year."""

    kind: QuantityKind
    start: int
    end: int
    value: Decimal = Decimal(0)
    year: int | None = None
    unit: str = ""


def leading_digits(text: str) -> str:
    """Return the digits that a text begins with."""
    return text[: len(text) - len(text.lstrip("0123456789"))]
