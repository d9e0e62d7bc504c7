"""Two figures and what stands between them -> a range: 2至3萬人, 95.58%至119.38%, 3-5.

>>> from pipeline.quantities.figures.figure import FigureText
>>> from pipeline.quantities.figures.reader import read_figure
>>> def joined(text, second):
...     source = FigureText(text, text)
...     low = read_figure(source, 0, 0)
...     found = join_range(text, low, read_figure(source, second, low.end))
...     return found and (str(found.value), str(found.high), found.unit)
>>> joined("2至3萬人", 2), joined("7~8成", 2), joined("500至1萬人", 4), joined("3%-5%", 3)
(('2E+4', '3E+4', '人'), ('7E+1', '8E+1', '%'), ('500', '1E+4', '人'), ('3', '5', '%'))
>>> joined("20人-16人", 4), joined("8人、9人", 3), joined("(16人-20人)/16人"[1:], 4)
(None, None, None)
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from pipeline.quantities.figures.figure import Figure, shift_point
from pipeline.quantities.figures.fractions import in_formula
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.units import same_counter

_G = "[ \n]{0,2}"
_BETWEEN = re.compile(rf"{_G}(?:[至到~]|(?P<minus>-)|(?P<pair>[與和及])){_G}")
_CLOSING = re.compile(rf"{_G}之?間(?![隔接歇])")
_BETWEEN_WORD = ("間", "间")  # 10與20間, where it is no unit
LONGEST_BETWEEN = 5


def join_range(text: str, last: Figure, item: Figure) -> Figure | None:
    """Return the range from one figure to the next, if they are written as one."""
    if item.start - last.end > LONGEST_BETWEEN or QuantityKind.RANGE in (last.kind, item.kind):
        return None
    between = _BETWEEN.fullmatch(text, last.end, item.start)
    if between is None or not _same_kind(last, item):
        return None
    low, high = _low_end(last, item), item.value
    if not low < high:
        return None
    closing = _CLOSING.match(text, item.end)
    unit, end = item.unit or last.unit, closing.end() if closing else item.end
    if between["pair"]:
        if item.unit in _BETWEEN_WORD:
            unit = last.unit
        elif closing is None:
            return None
    elif between["minus"] and in_formula(text, last.start, end):
        return None
    return item._replace(
        kind=QuantityKind.RANGE, start=last.start, end=end, value=low, high=high, unit=unit
    )


def _same_kind(last: Figure, item: Figure) -> bool:
    """Tell whether two figures can be the ends of one range: 3至5%, 百分之三十到四十."""
    if last.kind == item.kind:
        return (
            not last.unit
            or not item.unit
            or item.unit in _BETWEEN_WORD
            or same_counter(last.unit, item.unit)
        )
    bare_low = last.kind == QuantityKind.NUMBER and not last.unit
    bare_high = (
        item.kind == QuantityKind.NUMBER and not item.unit and last.kind == QuantityKind.PERCENT
    )
    return (
        bare_low and item.kind in (QuantityKind.PERCENT, QuantityKind.PERCENT_POINT)
    ) or bare_high


def _low_end(last: Figure, item: Figure) -> Decimal | Fraction:
    """Give the low end the 萬 or the 成 that is printed once, at the high end."""
    low = last.value
    if last.unit or last.power >= 4 or not item.power or not isinstance(low, Decimal):
        return low
    if item.kind == QuantityKind.PERCENT:
        return shift_point(low, 1) if low < 10 else low
    scaled = shift_point(low, item.power)
    return scaled if scaled < item.value else low
