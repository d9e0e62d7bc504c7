"""The record of a figure without its bounds, and the text that it is read from.

>>> shift_point(Decimal("1.20"), 4)
Decimal('1.20E+4')
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from pipeline.quantities.characters import repair_and_fold
from pipeline.quantities.kinds import QuantityKind

GAP = "[ \n]{0,4}"
"""White space between the parts of a figure."""


class FigureText(NamedTuple):
    """A text as printed, with its characters repaired, and as patterns know it; equally long."""

    printed: str
    folded: str

    @classmethod
    def from_text(cls, text: str) -> FigureText:
        """Return a text with its characters repaired and folded."""
        return cls(*repair_and_fold(text))


class Figure(NamedTuple):
    """A figure without its bounds."""

    kind: QuantityKind
    start: int
    end: int
    value: Decimal | Fraction
    unit: str = ""
    more: bool = False  # 餘 or 多 belongs to it
    power: int = 0  # that of the 十百千萬億兆 which its digits end in
    high: Decimal | Fraction | None = None  # the other end, for a range


class Passed(NamedTuple):
    """Numeral characters that say no figure, and where they end."""

    end: int


def shift_point(value: Decimal, power: int) -> Decimal:
    """Move the point, keeping the digits and with them the printed precision."""
    if not power:
        return value
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent + power))
