"""Two Chinese digits side by side -> a range: 二三十人, 七八成, 二、三十人, 十五六歲.

>>> figure = read_approximate(FigureText.from_text("二三十人"), 0, lambda source, at: Passed(at))
>>> str(figure.value), str(figure.high), figure.unit
('20', '30', '人')
>>> read_approximate(FigureText.from_text("三四級"), 0, lambda source, at: Passed(at)) is None
True
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.quantities import numeral_characters, numerals
from pipeline.quantities.figures.figure import Figure, FigureText, Passed, shift_point
from pipeline.quantities.figures.percentages import PERCENT, make_percentage
from pipeline.quantities.figures.plausibility import is_counted
from pipeline.quantities.figures.units_of_figures import find_unit
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.numeral_characters import ONES

_APPROXIMATE_PAIRS = frozenset(
    ["一二", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "一兩", "兩三", "三五"]
)
_PAIR = re.compile(
    rf"""
    (?P<tens> [{ONES}]? 十 )?        # 十五六歲
    (?P<low> [一二三四五六七八兩] ) (?P<comma> 、 )? (?P<high> [二三四五六七八九] )
    (?! 、 )                         # 五、六、七年 is a list
    """,
    re.VERBOSE,
)


def read_approximate(
    source: FigureText, start: int, read_high: Callable[[FigureText, int], Figure | Passed]
) -> Figure | None:
    """Read 二三十人 and 三五百件: from two to three tens; ``read_high`` reads the high end alone."""
    text = source.folded
    if teens := _approximate_teens(source, start, read_high):
        return teens
    if text[start : start + 2] not in _APPROXIMATE_PAIRS:
        return None
    follows = text[start + 2 : start + 3]
    if (percent := PERCENT.match(text, start + 2)) and not percent["points"]:
        low, high = (
            make_percentage(start, numerals.parse_numeral(char), percent, False)
            for char in text[start : start + 2]
        )
        return low._replace(kind=QuantityKind.RANGE, high=high.value)
    if not follows or (
        follows not in numeral_characters.POWERS and not is_counted(source, start + 2)
    ):
        return None
    window = text[start + 1 : start + 40]
    above, below = (
        numerals.scan_numeral(window, 0),
        numerals.scan_numeral(text[start] + window[1:], 0),
    )
    if above is None or below is None or below.end != above.end:
        return None
    unit, end = find_unit(source, start + 1 + above.end)
    return Figure(QuantityKind.RANGE, start, end, below.value, unit, above.more, high=above.value)


def _approximate_teens(
    source: FigureText, start: int, read_high: Callable[[FigureText, int], Figure | Passed]
) -> Figure | None:
    """Read 二、三十人, 七、八成, 十五、六歲 and 十五六歲, but not 五、六、七年 or 三、四年級."""
    text = source.folded
    pair = _PAIR.match(text, start)
    if pair is None or pair["low"] + pair["high"] not in _APPROXIMATE_PAIRS:
        return None
    if not pair["comma"] and not pair["tens"]:
        return None
    if text[start - 1 : start] in ("、", "第"):
        return None
    high = read_high(source, pair.start("high"))
    if isinstance(high, Passed) or high.high is not None or not (high.unit or high.power):
        return None
    if high.kind not in (QuantityKind.NUMBER, QuantityKind.PERCENT):
        return None
    ends = [shift_point(numerals.parse_numeral(pair[name]), high.power) for name in ("low", "high")]
    if ends[1] != high.value:  # 三、四十五人
        return None
    if pair["tens"]:
        tens = shift_point(numerals.parse_numeral(pair["tens"]), high.power)
        ends = [tens + end for end in ends]
    return high._replace(kind=QuantityKind.RANGE, start=start, value=ends[0], high=ends[1])
