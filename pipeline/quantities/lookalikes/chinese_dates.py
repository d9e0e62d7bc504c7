"""Dates and years in Chinese numerals: 一○五年度, 二〇〇八年三月五日, 九月九日.

>>> found = match_chinese_date("一〇五年度", 0, 0)
>>> str(found.kind), found.end, found.year
('roc_year', 5, 2016)
>>> match_chinese_date("三年計畫", 0, 0) is None
True
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.patterns import late
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.lookalikes.dates import ERA_IN_FRONT
from pipeline.quantities.lookalikes.lookalike import GAP as _G
from pipeline.quantities.lookalikes.lookalike import Lookalike
from pipeline.quantities.numeral_characters import ONES
from pipeline.quantities.roc_years import gregorian_year, year_number

if TYPE_CHECKING:
    import regex

_ONE_TO_NINE = f"[{ONES}]"
CHINESE_DIGIT = f"[{ONES}〇零]"
_CHINESE_DATE = re.compile(
    rf"""
    (?: (?P<year> {CHINESE_DIGIT}{{2,4}} | 一?百 [{ONES}十〇零]{{0,4}}
                | {_ONE_TO_NINE}?十{_ONE_TO_NINE}? ) {_G}
        (?: 學年度? | 年度 | 年 (?= {_G} [{ONES}十元]{{1,2}} {_G} 月 )
          | (?<= 百 [零〇十] . ) 年 | (?<= 百 [零〇一二三四] 十 ) 年 | (?<= {CHINESE_DIGIT}{{3}} ) 年 ) {_G} )?
    (?: (?P<month> 十[一二]? | [{ONES}正元] ) {_G} 月 (?!台)
        (?: {_G} (?: 三十一? | 二?十{_ONE_TO_NINE}? | 廿{_ONE_TO_NINE}? | 卅一? | {_ONE_TO_NINE} ) {_G} [日號] )?
        [份底初末]? )?
    """,
    re.VERBOSE,
)
_CHINESE_YEAR_OF_ERA = late(f"(?P<year>[{ONES}十百〇零]{{1,5}})年(?P<month>$)?")


def match_chinese_date(text: str, start: int, floor: int) -> Lookalike | None:
    """Read 一○五年度, 二〇〇八年三月五日, 九月九日."""
    match: re.Match[str] | regex.Match[str] | None
    match = _CHINESE_DATE.match(text, start)
    era = ERA_IN_FRONT.search(text[max(floor, start - 6) : start])
    if era and not (match and match["year"]):
        match = _CHINESE_YEAR_OF_ERA.match(text, start)
    if match is None or not (match["year"] or match["month"]):
        return None
    begin = start - len(era[0]) if era else start
    end = start + len(match[0].rstrip())
    if match["year"] is None:
        return Lookalike(QuantityKind.DATE, begin, end)
    year = year_number(match["year"])
    if year is None:
        return None
    kind = QuantityKind.DATE if match["month"] or year >= 1000 else QuantityKind.ROC_YEAR
    return Lookalike(kind, begin, end, Decimal(year), gregorian_year(year))
