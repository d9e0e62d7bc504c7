"""Names in Chinese numerals: 二十一世紀, 七十四號, 一〇一大樓, and telephone numbers.

>>> [(str(found.kind), found.end) for text in ("二十一世紀", "一〇一大樓") if (found := match_chinese_name(text, 0))]
[('date', 5), ('identifier', 5)]
>>> match_chinese_name("三千人", 0) is None
True
"""

from __future__ import annotations

import re

from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.lookalikes.chinese_dates import CHINESE_DIGIT
from pipeline.quantities.lookalikes.identifiers import NAMED_BY_DIGITS
from pipeline.quantities.lookalikes.lookalike import Lookalike
from pipeline.quantities.numeral_characters import ONES

_CHINESE_NAME = re.compile(
    rf"""
      (?P<century> (?: 二十 | 廿 ) [一二]? 世紀 | 十 [五六七八九] 世紀 )
    | [{ONES}十百〇零]{{1,5}} 號 (?!次)                                 # 七十四號
    | {CHINESE_DIGIT}{{2,4}} (?: {"|".join(NAMED_BY_DIGITS)} )          # 一〇一大樓
    """,
    re.VERBOSE,
)
_CHINESE_SERIAL = re.compile(f"{CHINESE_DIGIT}{{7,}}(?![萬億])")


def match_chinese_serial(text: str, start: int) -> Lookalike | None:
    """Read a telephone number in Chinese digits."""
    match = _CHINESE_SERIAL.match(text, start)
    return Lookalike(QuantityKind.IDENTIFIER, start, match.end()) if match else None


def match_chinese_name(text: str, start: int) -> Lookalike | None:
    """Read 二十一世紀, 七十四號, 一〇一大樓."""
    match = _CHINESE_NAME.match(text, start)
    if match is None:
        return None
    return Lookalike(
        QuantityKind.DATE if match["century"] else QuantityKind.IDENTIFIER, start, match.end()
    )
