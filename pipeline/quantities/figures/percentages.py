"""Percentages, by what stands behind the numeral or in front of it: 98％, 7成, 85折, 百分之三, 個百分點.

>>> match = PERCENT.match("兩成五", 1)
>>> figure = make_percentage(0, Decimal(2), match, False)
>>> str(figure.value), figure.end
('25', 3)
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.patterns import late
from pipeline.quantities import numeral_characters, numerals
from pipeline.quantities.figures.figure import GAP as _G
from pipeline.quantities.figures.figure import Figure, Passed, shift_point
from pipeline.quantities.figures.signs import find_sign
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.numeral_characters import ONES
from pipeline.quantities.numeral_reader import Numeral

PERCENT = re.compile(
    rf"""
    {_G} (?: (?P<sign> [%‰‱] )
           | (?P<points> 個? {_G} 百 {_G} 分 {_G} 點 | 個 {_G} 百 {_G} 分 {_G} 比 )
           | (?P<spelt> [Pp]er [ ]? cent (?! [A-Za-z] ) )
           | (?P<tenths> 成 (?! [立長果員績效本功為就人年案交熟品群形型分份語套因敗] ) )
                (?: (?P<half> 半 ) | (?P<ones> [0-9{ONES}] (?! [0-9.%成十百千萬億個分年月] ) ) )?
           | (?P<discount> 折 (?! [合舊損現算抵讓射衝疊返] ) ) )
    """,
    re.VERBOSE,
)
PERCENT_OF = re.compile(
    rf"(?:(?P<power>[百佰千仟萬億]{{1,4}}){_G}分{_G}之{_G}(?P<minus>[負-])?{_G})|百分百"
)
_HUNDRED = late("[百佰](?!分)")
PLACES_OF_SIGN = {"%": 0, "‰": 1, "‱": 2}


def make_percentage(begin: int, value: Decimal, match: re.Match[str], more: bool) -> Figure:
    """Return a figure with %, ‰, 成, 折 or 個百分點 behind it."""
    end = match.end()
    if match["points"]:
        return Figure(QuantityKind.PERCENT_POINT, begin, end, value, "百分點", more)
    if match["sign"] or match["spelt"]:
        value = shift_point(value, -PLACES_OF_SIGN[match["sign"] or "%"])
        return Figure(QuantityKind.PERCENT, begin, end, value, "%", more)
    if match["discount"]:  # 8折 and 85折
        value = value if value >= 10 else shift_point(value, 1)
        return Figure(QuantityKind.PERCENT, begin, end, value, "%", more, 1)
    ones = "5" if match["half"] else match["ones"]
    spoken = ones and value.as_tuple().exponent == 0  # 兩成五
    value = Decimal(f"{value}{numerals.parse_numeral(ones)}") if spoken else shift_point(value, 1)
    return Figure(QuantityKind.PERCENT, begin, end, value, "%", more, 1)


def percentage_of(text: str, start: int, floor: int, match: re.Match[str]) -> Figure | Passed:
    """Read 百分之二十, 千分之三, 萬分之五, 百分百."""
    begin, negative = find_sign(text, start, floor)
    if not match["power"]:
        return Figure(QuantityKind.PERCENT, begin, match.end(), Decimal(100), "%")
    numeral = numerals.scan_numeral(text, match.end())
    if numeral is None and (hundred := _HUNDRED.match(text, match.end())):
        numeral = Numeral(Decimal(100), hundred.end())
    if numeral is None:
        return Passed(match.end())
    value = numeral.value.copy_negate() if negative != bool(match["minus"]) else numeral.value
    power = sum(numeral_characters.POWERS[char] for char in match["power"])
    return Figure(
        QuantityKind.PERCENT, begin, numeral.end, shift_point(value, 2 - power), "%", numeral.more
    )
