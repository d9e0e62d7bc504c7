"""Fractions: 三分之二, 3/4. What operators stand beside is a division of a printed formula.

>>> in_formula("(19/74)/0.25", 1, 6), in_formula("占3/4。", 1, 4)
(True, False)
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from pipeline.patterns import late
from pipeline.quantities import numerals
from pipeline.quantities.figures.figure import GAP as _G
from pipeline.quantities.figures.figure import Figure, Passed
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.numeral_reader import Numeral

PARTS = re.compile(rf"{_G}分{_G}之{_G}(?P<minus>[負-])?{_G}")
_SLASH = re.compile(r"[ ]?/[ ]?(?P<below>[0-9]{1,12})(?![0-9,.]|[ ]?/)")
# The operators of a printed formula: 19/74 between them is a division, not a fraction.
_OPERATOR_BEHIND = re.compile(r"[)\]】}][)\]】} ]*[×xX*÷/+=≈%-]|[ ]?[×xX*÷/+=≈-](?![A-Za-z])")
_OPERATOR_BEFORE = late(r"[×xX*÷/+=][ ]?[(\[【]*$|[)\]】0-9][ ]?-[ ]?[(\[【]*$")


def in_formula(text: str, start: int, end: int) -> bool:
    """Tell whether operators stand beside a stretch of text."""
    return bool(
        _OPERATOR_BEHIND.match(text, end)
        or _OPERATOR_BEFORE.search(text[max(0, start - 4) : start])
    )


def read_fraction(
    text: str, begin: int, negative: bool, numeral: Numeral
) -> Figure | Passed | None:
    """Read 三分之二 and 3/4; the 19/74 of a formula stays two numbers."""
    if parts := PARTS.match(text, numeral.end):
        above = numerals.scan_numeral(text, parts.end())
        if above is None or not numeral.value:
            return None
        value = Fraction(above.value) / Fraction(numeral.value)
        value = -value if negative != bool(parts["minus"]) else value
        if above.value == 1 and numeral.value >= 1000:  # 五千分之一: the scale of a map
            return Passed(above.end)
        return Figure(QuantityKind.FRACTION, begin, above.end, _decimal_if_it_ends(value))
    slash = _SLASH.match(text, numeral.end)
    if slash is None or not numeral.plain or numeral.value.as_tuple().exponent:
        return None
    below = int(slash["below"])
    if not below or "," in text[begin : numeral.end] or in_formula(text, begin, slash.end()):
        return None
    value = Fraction(numeral.value) / below
    if value >= 1:  # 210/200 is a division by itself
        return None
    return Figure(
        QuantityKind.FRACTION,
        begin,
        slash.end(),
        _decimal_if_it_ends(-value if negative else value),
    )


def _decimal_if_it_ends(value: Fraction) -> Decimal | Fraction:
    """Return a decimal where one says the same, else the fraction."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1:
        return value
    return Decimal(f"{(value * 10**places).numerator}E-{places}")
