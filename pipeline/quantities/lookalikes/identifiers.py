"""Names that begin with digits: telephones, file numbers, scales, versions, 4號, 921地震, 7-ELEVEN.

>>> [(str(found.kind), found.end) for text in ("02-2388-9393", "1/5000", "921地震")
...  if (found := match_identifier(text, 0, 0))]
[('phone', 12), ('identifier', 6), ('identifier', 5)]
>>> match_identifier("3kg", 0, 0), match_identifier("100人", 0, 0)
(None, None)
"""

# ruff: noqa: SIM905 - a list of words reads best as running text

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.quantities import units
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.lookalikes.lookalike import VALUE_BEFORE, Lookalike, leading_digits
from pipeline.quantities.numeral_reader import LONGEST_RUN

# 921地震, 168專案
NAMED_BY_DIGITS = "地震 大地震 大停電 震災 風災 水災 事件 專案 條款 公投 大樓 課綱 政策".split()
# 長照2.0計畫
NAMED_WITH_VERSION = frozenset("計畫 專案 方案 系統 平台 平臺 版 政策".split())
# Behind a postal code: 10491臺北市.
COUNTIES = """
    臺北市 台北市 臺中市 台中市 臺南市 台南市 新北市 桃園市 高雄市 基隆市 新竹市 嘉義市
    新竹縣 苗栗縣 彰化縣 南投縣 雲林縣 嘉義縣 屏東縣 宜蘭縣 花蓮縣 臺東縣 台東縣 澎湖縣 金門縣 連江縣
    """.split()
_LINE = "[^0-9，。,、;:]{0,8} [專熱]線 | 報案 | 反?詐騙"  # behind the number to be called
_IDENTIFIERS = re.compile(
    rf"""
    (?P<phone> 0[0-9]{{1,3}} - [0-9]{{3,4}} -? [0-9]{{3,4}} (?: (?: [#] | 轉 | 分機 ) [0-9]{{1,5}} )? (?![0-9])
        | 0[0-9]{{1,2}} \) [ ]? [0-9]{{3,4}} -? [0-9]{{4}} (?: (?: [#] | 轉 | 分機 ) [0-9]{{1,5}} )? (?![0-9])
        | 09[0-9]{{2}} -? [0-9]{{3}} -? [0-9]{{3}} (?![0-9])
        | 1[3-9][0-9]{{9}} (?![0-9.,萬億]) | 0[0-9]{{8,9}} (?![0-9]) )
  | (?P<hotline> 1[0-9]{{2,3}} (?= {_LINE} ) )
  | (?P<page> [0-9]{{3,4}} \) - [0-9]{{2,4}} )
  | (?P<scale> 1[ ]?/[ ]? (?: [0-9]{{1,6}}00 | [0-9]{{1,3}} (?: ,[0-9]{{3}} )+ ) (?![0-9]) )
  | (?P<dotted> [0-9]+ (?: \.[0-9]+ ){{2,}} )
  | (?P<dashed> [0-9]+ (?: -[0-9]+ ){{2,}} )
  | (?P<named> [0-9]{{2,4}} (?: {"|".join(NAMED_BY_DIGITS)} ) )
  | (?P<numbered> (?: [0-9]{{1,4}} [ ]? [段巷弄鄰] [ ]? ){{0,4}} [0-9]+ (?: -[0-9]+ )? [ ]? 號 (?! 次 )
        (?: [ ]? (?: 之 [ ]? [0-9]{{1,3}} )? [ ]? [0-9]{{1,3}} [ ]? 樓 (?: 之 [ ]? [0-9]{{1,3}} )? )? )  # 100號3樓
  | (?P<postal> [0-9]{{3}} (?: [0-9]{{2,3}} )? (?= [ ]? (?: {"|".join(COUNTIES)} ) ) )
  | (?P<century> (?: 1[5-9] | 2[0-2] ) [ ]? 世紀 )
  | (?P<grade> [1-9] [ ]? 年級 )
  | (?P<hyphened> [0-9]{{1,4}} - [A-Z] [A-Za-z]+ )  # 7-ELEVEN
  | (?P<odds> [0-9]{{1,2}} [ ]? 對 [ ]? (?: [0-9]{{1,2}} (?! [0-9] ) | 多 ) )  # 1對1
  | (?P<stationing> [0-9]+ K \+ [0-9]{{3}} )           # 117K+500 along a road
  | (?P<letters> [0-9]+ (?: \.[0-9]+ )? (?P<tail> [A-WYZa-wyz][A-Za-z0-9]* | [xX][A-Za-z]+ ) (?: -[A-Za-z0-9]+ )* )
  | (?P<padded> 0[0-9]+ (?! [0-9.,%] ) )
  | (?P<version> [1-9]\.0 (?! [0-9%] ) )
    """,
    re.VERBOSE,
)
_KIND_OF = {
    "phone": QuantityKind.PHONE,
    "hotline": QuantityKind.PHONE,
    "page": QuantityKind.DOCUMENT_NUMBER,
    "century": QuantityKind.DATE,
    "grade": QuantityKind.ORDINAL,
}


def match_identifier(text: str, start: int, floor: int) -> Lookalike | None:
    """Read telephone numbers, file numbers, scales, versions, and names that begin with digits."""
    match = _IDENTIFIERS.match(text, start)
    if match is None:
        return None
    if _is_figure_after_all(text, match):
        return None
    closes = (match["page"] or match["phone"]) and ")" in match[0]
    if closes and (start == floor or text[start - 1] != "("):
        return None
    digits = leading_digits(match[0])[:LONGEST_RUN]
    kind = _KIND_OF.get(match.lastgroup or "", QuantityKind.IDENTIFIER)
    if match["numbered"] and len(digits) > 6:
        kind = QuantityKind.DOCUMENT_NUMBER
    return Lookalike(kind, start - 1 if closes else start, match.end(), Decimal(digits))


def _is_figure_after_all(text: str, match: re.Match[str]) -> bool:
    """Tell whether a unit shows that 3kg, 05人, 2.0公里 is no name and 13500000000元 no telephone."""
    if match["letters"]:
        return units.unit_end(text, match.start("tail")) > match.start("tail")
    unit = text[match.end() : units.unit_end(text, match.end())]
    if match["version"]:
        before = text[match.start() - 1 : match.start()]
        if text[match.end() : match.end() + 1] in tuple("千萬億兆"):
            return True  # 促進投資2.0億元
        return (
            unit or before in VALUE_BEFORE or before < "\u2e80"
        ) and unit not in NAMED_WITH_VERSION
    bare = match["padded"] or (match["phone"] and match[0].isdigit())
    return bool(bare and unit)
