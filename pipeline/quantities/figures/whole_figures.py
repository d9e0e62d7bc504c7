"""A numeral -> the figure with what belongs to it: sign, percent sign, fraction, unit, currency, 餘.

>>> from pipeline.quantities.numerals import scan_numeral
>>> text = "-8,656人餘"
>>> figure = make_figure(FigureText(text, text), 1, 0, scan_numeral(text, 1))
>>> str(figure.value), figure.unit, figure.more, figure.end
('-8656', '人', True, 8)
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.patterns import late
from pipeline.quantities import counters
from pipeline.quantities.characters import RAISED_DIGITS
from pipeline.quantities.figures.figure import Figure, FigureText, Passed, shift_point
from pipeline.quantities.figures.fractions import read_fraction
from pipeline.quantities.figures.percentages import PERCENT, PLACES_OF_SIGN, make_percentage
from pipeline.quantities.figures.signs import find_sign
from pipeline.quantities.figures.units_of_figures import (
    add_half,
    add_small_money,
    find_currency,
    find_unit,
    find_unit_in_brackets,
)
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.numeral_reader import Numeral

MORE = re.compile(
    "(?:(?P<more>[多來幾])|[ \n]{0,2}餘[ \n]?)(?![額款絀數地力震屋裕功樣媒邊語重層媒國角校自源])"
)


_OPENS_NOTE_OR_POWER = frozenset(f"{RAISED_DIGITS}註×xX✕ ")
_NOTE = late(rf"註?[{RAISED_DIGITS}]{{1,2}}(?:[,、][{RAISED_DIGITS}]{{1,2}})*")
"""The raised mark of a note between a figure and its unit: 1,350¹艘次, 112.5註³%."""
_POWER_OF_TEN = late(rf"[ ]?[×xX✕][ ]?10(?P<exponent>[⁻⁺]?[{RAISED_DIGITS}]{{1,2}})")
_EXPONENT = str.maketrans(f"{RAISED_DIGITS}⁻⁺", "0123456789-+")


def _exponent(raised: str) -> int:
    return int(raised.translate(_EXPONENT))


def _has_unit(source: FigureText, end: int) -> bool:
    return bool(PERCENT.match(source.folded, end) or find_unit(source, end)[0])


def make_figure(source: FigureText, start: int, floor: int, numeral: Numeral) -> Figure | Passed:
    """Put sign, percent sign, unit and the like to a numeral."""
    text, end, value, more = source.folded, numeral.end, numeral.value, numeral.more
    begin, negative = find_sign(text, start, floor)
    if fraction := read_fraction(text, begin, negative, numeral):
        return fraction
    if negative:
        value = value.copy_negate()
    following = text[end : end + 1]
    if following in _OPENS_NOTE_OR_POWER:
        if power := _POWER_OF_TEN.match(text, end):
            value, end = shift_point(value, _exponent(power["exponent"])), power.end()
        elif (note := _NOTE.match(text, end)) and _has_unit(source, note.end()):
            end = note.end()
        following = text[end : end + 1]
    if following in PLACES_OF_SIGN:
        value = shift_point(value, -PLACES_OF_SIGN[following])
        return Figure(QuantityKind.PERCENT, begin, end + 1, value, "%", more)
    if match := MORE.match(text, end):
        more, end = True, match.end()
    if percent := PERCENT.match(text, end):
        return make_percentage(begin, value, percent, more)
    return _counted_figure(source, floor, numeral.power, begin, end, value, more)


def _counted_figure(
    source: FigureText, floor: int, power: int, begin: int, end: int, value: Decimal, more: bool
) -> Figure:
    """Put the unit to a number, with what else belongs to it then."""
    text = source.folded
    unit, end = find_unit(source, end)
    if unit and text.startswith("半", end):
        value, unit, end = add_half(source, value, unit, end)
    if unit in counters.WITH_SMALL_MONEY:
        value, end = add_small_money(text, value, end)
    if not unit:
        unit, end = find_unit_in_brackets(source, end)
    if not unit:
        begin, unit = find_currency(text, begin, floor)
    if unit and not more and (match := MORE.match(text, end)) and not match["more"]:
        more, end = True, match.end()
    return Figure(QuantityKind.NUMBER, begin, end, value, unit, more, power)
