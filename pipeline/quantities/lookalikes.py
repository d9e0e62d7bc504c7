"""Figures that count nothing, told by their shape and the words beside them.

Years and dates, laws and ordinals, telephone and file numbers, names with digits. Places and texts
are those of `characters.fold_text`; `floor` is the place before which other figures have been read, and
`stop` where the digits in a row end.

>>> def look(text, start=0):
...     stop = start + len(text[start:]) - len(text[start:].lstrip("0123456789"))
...     found = match_arabic(text, start, stop, 0)
...     return found and (str(found.kind), text[found.start : found.end], found.year)
>>> look("105年9月1日起"), look("104年度"), look("104.4.17")
(('date', '105年9月1日', 2016), ('roc_year', '104年度', 2015), ('date', '104.4.17', 2015))
>>> look("第46條第1項", 1), look("第1級", 1), look("字第1130302285號", 2)
(('law', '第46條', None), ('ordinal', '第1級', None), ('document_number', '第1130302285號', None))
>>> look("4號專案"), look("PM2.5濃度", 2), look("1/5000"), look("02-2388-9393")[0]
(('identifier', '4號', None), ('identifier', 'PM2.5', None), ('identifier', '1/5000', None), 'phone')

Years that pass are no calendar years, and a figure with a unit is none of these.

>>> look("7年"), look("連續85年", 2), look("100人"), look("3GB")
(None, None, None, None)
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING, NamedTuple

from pipeline.patterns import late
from pipeline.quantities import bounds, counters, numerals, roc_years, units, word_boundaries
from pipeline.quantities.characters import han_end
from pipeline.quantities.kinds import QuantityKind

if TYPE_CHECKING:
    import regex


class Lookalike(NamedTuple):
    """A figure that is no quantity: what it is, where it begins and ends, its number and year."""

    kind: QuantityKind
    start: int
    end: int
    value: Decimal = Decimal(0)
    year: int | None = None
    unit: str = ""


NAMED_BY_DIGITS = [
    "地震",
    "大地震",
    "大停電",
    "震災",
    "風災",
    "水災",
    "事件",
    "專案",
    "條款",
    "公投",
    "大樓",
    "課綱",
    "政策",
]  # 921地震, 168專案
NAMED_WITH_VERSION = frozenset(
    ["計畫", "專案", "方案", "系統", "平台", "平臺", "版", "政策"]
)  # 長照2.0計畫

COUNTIES = [
    "[台臺][北中南]市",
    "(?:新北|桃園|高雄|基隆|新竹|嘉義)市",
    "(?:新竹|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|花蓮|[台臺]東|澎湖|金門|連江)縣",
]  # behind a postal code: 10491臺北市
FIRST_OF_COUNTIES = "台臺新桃高基嘉苗彰南雲屏宜花澎金連"
NAMED_BY_VERSION = [
    "[Ww]eb", "Wi-?[Ff]i", "iPhone", "iPad", "iOS", "Android", "Windows", "Office", "USB", "HTML",
    "Bluetooth", "Industry", "PHP", "Java", "Python", "Level", "Phase", "Type", "Table", "Fig",
    "T[Oo][Pp]",
]  # fmt: skip # Web 2.0
LABELS = [
    "編號", "統編", "代碼", "代號", "帳號", "案號", "字號", "序號", "文號", "條碼", "郵遞區號",
]  # fmt: skip # 計畫編號:105-B-12; digits alone stay a figure

_G = r"[ \n]{0,2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_TO = r"[至到~、及和與,/-]"
_ROC, _AD = roc_years.SURE_ROC_DIGITS, roc_years.SURE_GREGORIAN_DIGITS
_TO_DAY = rf"(?: {_G} {_TO} {_G} (?: {_MONTH} {_G} 月 {_G} )? {_DAY} {_G} 日 ){{0,6}}"
_DATES = re.compile(
    rf"""
    (?: (?P<full> (?P<full_year> [0-9]{{2,4}} ) {_G} 年 度? {_G} {_MONTH} {_G} 月 )
      | (?P<month> (?: {_MONTH} {_G} 月? {_G} [至到~、-] {_G} ){{0,3}} {_MONTH} {_G} 月 (?! [租薪費] ) ) )
        (?: {_G} {_DAY} {_G} [日號] {_TO_DAY} | [份底初末] | 上旬 | 中旬 | 下旬 )?
  | (?P<dotted> (?P<dotted_year> {_AD} | 1[0-4][0-9] | [6-9][0-9] ) (?P<sep> [./-] )
        (?: 1[0-2] | 0?[1-9] ) (?P=sep) {_DAY} (?! [0-9%] | \.[0-9] ) )
  | (?P<year_month> (?P<month_year> 1[0-4][0-9] | 20[0-9]{{2}} ) / {_MONTH} (?! [0-9/.%] ) )
  | (?P<slashed> {_MONTH} / {_DAY} (?= 召開 | 舉[辦行] | 辦理 | 發布 | 公告 | 函 | \([一二三四五六日]\) ) )
  | (?P<years> {_AD} (?: {_G} {_TO} {_G} {_AD} ){{0,8}} {_G} 年 [度代]? )
  | (?P<roc_years> {_ROC} (?: {_G} 年? 度? {_G} {_TO} {_G} {_ROC} ){{1,8}}
        {_G} (?: 學年 | 會計年 | 年 ) 度? (?! [期餘來內] | 以[上下內] ) )
  | (?P<roc_year> [0-9]{{1,3}} {_G} (?: 學年 度? | 會計年度 | 年 {_G} 度 (?! [過假] ) ) | {_ROC} (?= 課綱 ) )
  | (?P<bracketed> [0-9]{{2,3}} \) {_G} (?: 學年 | 年 ) 度? )
  | (?P<lost_dash> {_ROC} {_ROC} {_G} (?: 學年 | 年 ) 度? )
  | (?P<clock> (?: [01]?[0-9] | 2[0-4] )
        (?: : [0-5][0-9] (?: : [0-5][0-9] )? (?! [0-9%] )
          | {_G} [時點] {_G} [0-5]?[0-9] {_G} 分 (?! [之鐘數] ) ) )
    """,
    re.VERBOSE,
)
# What each of these has behind its first digits; most figures have something else there.
_BEHIND_DATES = frozenset(" \n年月./:至到~、及和與,度學會課)時點-")
# And what they have behind the 年 of a year of the Republic.
_BEFORE_YEAR = frozenset("年 \n")
_BEHIND_YEARS = frozenset("0123456789 \n度至到~、及和與,/-")
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
# 105年 is a calendar year, 10年內 and 8年期 are spans of time.
_YEAR = re.compile(
    rf"(?P<number>[0-9]{{2,3}}) {_G} 年 (?! [期餘來內級] | 以[上下內] | 之久 )", re.VERBOSE
)
_SPAN_BEFORE = re.compile(
    r"(?: 連續 | 為期 | 長達 | 歷[時經] | 將近 | 超過 | 至少 | [未屆]滿 | [近約達逾滿每共計] ) [ ]? $",
    re.VERBOSE,
)
_YEAR_BEHIND = late(rf"{_G}(?:[起底初末間第]|[上下]半|[春夏秋冬]|年?度)")
_BARE_YEAR = late(rf"{_AD}(?P<letter>(?=[ ]?[A-Z]))?(?![至到與和及等的為個成折點百千萬億兆餘多])")
_ERA = late(r"(?:民國|西元|公元|紀元)前?[ ]{0,2}$")
_HALF_DAY = late(r"(?:上午|下午|中午|凌晨|晚間|晚上|早上)[ ]?$")
_HOUR = late(r"(?:[01]?[0-9]|2[0-4])[ ]?[時點](?:[ ]?半|整)?")

_LAW = re.compile(
    r"""
    (?: -[0-9]+ )? [ ]? (?: 條 (?!線) | [項款目章節] (?! [次目標前錢] ) )
    (?: [ ]? 之 [ ]? [0-9一二三四五六七八九十]{1,3} )?
    """,
    re.VERBOSE,
)
_ORDINAL_UNIT = re.compile(f"[ ]?{counters.alternatives(counters.ORDINAL_COUNTERS)}")
_SEVERAL_ORDINALS = late(
    r"(?P<others>(?:[ ]?[、及和與][ ]?第?[0-9]{1,3}(?![0-9.,])){1,9}(?![、及和與至到~-]))"
    r"|(?:[ ]?[至到~、及和與-][ ]?第?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?![0-9.,])){1,9}"
)
_NUMBER_WORD = re.compile(r"[ ]?號")
_LETTERS_BEFORE = re.compile(
    r"[A-Za-z]+(?:-[A-Za-z]+)*(?:-|[Nn]o\.|[Pp]\.)?[ ]?$"
    r"|(?:[Nn]o|[Pp]{1,2}|Fig|Vol|[Vv]er|[Vv])\.[ ]?$"
)
_STANDARD_BEFORE = late(rf"(?:CNS|ISO|IEC|IEEE|ASTM|RFC|{'|'.join(NAMED_BY_VERSION)})[ /-]{{1,2}}$")
_VERSION_BEFORE = late(rf"(?:{'|'.join(NAMED_BY_VERSION)}) $")
_CURRENCY_BEFORE = re.compile(r"(?:NTD?|USD?|TWD|RMB|EUR|JPY|CNY|HKD)[ ]?$")
_TIMES_BEFORE = re.compile(r"(?:^|[^A-Za-z])[xX][ ]?$")
_IDENTIFIER_REST = re.compile(r"[A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*")
_ROAD_BEFORE = late(r"(?:[台臺縣]|[縣省市鄉區]道)[ ]?$")
_ROAD = late(r"[0-9]{1,3}[甲乙丙丁]?[ ]?線")
_LABEL_BEFORE = re.compile(r"(?:附[表圖件錄]|(?:^|[如見詳(、,。:;\s])[表圖註頁])[ ]?$")
_NUMBER_LABEL = re.compile(rf"(?:{'|'.join(LABELS)})[:為]?[ ]?$")
_LABELLED = late(r"[0-9]+(?:[-/]?[A-Za-z0-9]+)+")
_REGISTERED = re.compile(
    "(?:統一編號|統編|電話|電話號碼|傳真|專線|分機|案號|文號|字號|證號|證書號碼|帳號|學號|郵遞區號)[:為]?[ ]?$"
)
"""Words in front of digits that count nothing."""
_DIGITS = late(r"[0-9]+(?:-[0-9]+)*(?![0-9]*[,.][0-9])")
# What stands in front of ordinals, and of the digits of any name; a pattern that ends in $ passes
# over a line end.
_BEFORE_ORDINALS = frozenset("第 ")
_BEFORE_ROADS, _BEFORE_REGISTERED = frozenset("台臺縣道 \n"), frozenset("號編碼話真線機為: \n")
_BEFORE_NAMES = frozenset("台臺縣道表圖件錄註頁號編碼話真線機為: -.\n" + ascii_letters)
_BEFORE_ERA, _BEFORE_HOUR = frozenset("國元前 \n"), frozenset("午晨間上 \n")
# What names have behind their first digits, where these do not tell by themselves.
_BEHIND_IDENTIFIERS = frozenset(
    (
        *ascii_letters,
        *" -段巷弄鄰號世年對",
        *(word[0] for word in NAMED_BY_DIGITS),
        *FIRST_OF_COUNTIES,
    )
)
_POINT_OF_NAME = re.compile(r"\.[0-9]+[.A-Za-z]|\.0(?![0-9%])")
_LINE_BEHIND = re.compile(_LINE, re.VERBOSE)
_CENTURIES = ("18", "19", "20", "21")
_VALUE_BEFORE = frozenset("為值達至是約分數率到:=於僅降升近逾比")

_ONE_TO_NINE = "[一二三四五六七八九]"
_CHINESE_DIGIT = "[一二三四五六七八九〇零]"
_CHINESE_DATE = rf"""
    (?: (?P<year> {_CHINESE_DIGIT}{{2,4}} | 一?百 [一二三四五六七八九十〇零]{{0,4}}
                | {_ONE_TO_NINE}?十{_ONE_TO_NINE}? ) {_G}
        (?: 學年度? | 年度 | 年 (?= {_G} [一二三四五六七八九十元]{{1,2}} {_G} 月 )
          | (?<= 百 [零〇十] . ) 年 | (?<= 百 [零〇一二三四] 十 ) 年 | (?<= {_CHINESE_DIGIT}{{3}} ) 年 ) {_G} )?
    (?: (?P<month> 十[一二]? | [一二三四五六七八九正元] ) {_G} 月 (?!台)
        (?: {_G} (?: 三十一? | 二?十{_ONE_TO_NINE}? | 廿{_ONE_TO_NINE}? | 卅一? | {_ONE_TO_NINE} ) {_G} [日號] )?
        [份底初末]? )?
    """
_LONGEST_CHINESE_YEAR = 12
_CHINESE_YEAR_OF_ERA = late("(?P<year>[一二三四五六七八九十百〇零]{1,5})年(?P<month>$)?")
_CHINESE_NAME = re.compile(
    rf"(?P<century>(?:二十|廿)[一二]?世紀|十[五六七八九]世紀)"
    rf"|[一二三四五六七八九十百〇零]{{1,5}}號(?!次)|{_CHINESE_DIGIT}{{2,4}}(?:{'|'.join(NAMED_BY_DIGITS)})"
)
_CHINESE_SERIAL = re.compile(f"{_CHINESE_DIGIT}{{7,}}(?![萬億])")


def match_arabic(text: str, start: int, stop: int, floor: int) -> Lookalike | None:
    """Return what begins with Arabic digits at a place and is no quantity.

    The characters about the digits rule most of it out.
    """
    before, behind = text[start - 1 : start] if start > floor else "", text[stop : stop + 1]
    if before in _BEFORE_ORDINALS and (ordinal := _ordinal(text, start, floor)):
        return ordinal
    if before in _BEFORE_NAMES and (name := _name(text, start, floor, before)):
        return name
    if behind in _BEHIND_DATES and (date := _date(text, start, stop, floor, before)):
        return date
    if _may_be_identifier(text, start, stop, behind) and (name := _identifier(text, start, floor)):
        return name
    if stop - start == 4 and text.startswith(_CENTURIES, start):
        return _bare_year(text, start)
    return None


def _may_be_identifier(text: str, start: int, stop: int, behind: str) -> bool:
    """Tell whether what stands about digits leaves room for what `_identifier` reads."""
    first, digits = text[start], stop - start
    if first == "0" or behind in _BEHIND_IDENTIFIERS:
        return True
    if first == "1" and (
        digits == 11 or behind == "/" or (digits in (3, 4) and _LINE_BEHIND.match(text, stop))
    ):
        return True
    if behind == ".":
        return _POINT_OF_NAME.match(text, stop) is not None
    return behind == ")" and text.startswith(")-", stop)


def match_chinese(text: str, start: int, floor: int) -> Lookalike | None:
    """Return what begins with a Chinese numeral at a place and is no quantity."""
    return (
        _ordinal(text, start, floor)
        or _chinese_date(text, start, floor)
        or _chinese_serial(text, start)
        or _named_in_chinese(text, start)
    )


def _ordinal(text: str, start: int, floor: int) -> Lookalike | None:
    """Read 第1級, 第46條之1, 第1130302285號."""
    at = start - 1
    while at > start - 3 and text[at : at + 1] == " ":
        at -= 1
    if at < floor or text[at] != "第":
        return None
    numeral = numerals.scan_numeral(text, start)
    if numeral is None:
        return None
    _, word = word_boundaries.word_at(text, start, floor)
    if word > numeral.end:  # 第三人, 第一線
        return None
    if law := _LAW.match(text, numeral.end):
        return Lookalike(QuantityKind.LAW, at, law.end(), numeral.value)
    number = _NUMBER_WORD.match(text, numeral.end)
    if number and numeral.end - start > 4:
        return Lookalike(QuantityKind.DOCUMENT_NUMBER, at, number.end(), numeral.value)
    unit = _ORDINAL_UNIT.match(text, numeral.end)
    if unit is None and (several := _SEVERAL_ORDINALS.match(text, numeral.end)):
        kind = QuantityKind.LAW if _LAW.match(text, several.end()) else QuantityKind.ORDINAL
        last = _LAW.match(text, several.end()) or _ORDINAL_UNIT.match(text, several.end())
        if last is None and several["others"] and han_end(text, several.end(), 1) > several.end():
            return Lookalike(kind, at, several.end(), numeral.value)  # 第2、3選區
        if last:  # 第3至5條, 第1-4季
            return Lookalike(kind, at, last.end(), numeral.value, unit=last[0].strip())
    end = unit.end() if unit else numeral.end
    return Lookalike(
        QuantityKind.ORDINAL, at, end, numeral.value, unit=unit[0].strip() if unit else ""
    )


def _name(text: str, start: int, floor: int, before: str) -> Lookalike | None:
    """Read names that end in digits: H5, PM2.5, COVID-19, No. 7, 台9線, 附表3."""
    window = text[max(floor, start - 20) : start]
    if (
        before in _BEFORE_ROADS
        and (on_road := _ROAD_BEFORE.search(window))
        and (road := _ROAD.match(text, start))
    ):
        return Lookalike(QuantityKind.IDENTIFIER, start - len(on_road[0]), road.end())
    if labelled := _labelled(text, start, before, window):
        return labelled
    if text[start] == "." and before not in "Pp":  # a.3場
        return None
    if not before.isascii() or not (before.isalpha() or before in "-. "):
        return None
    letters = _LETTERS_BEFORE.search(window)
    if letters is None or _CURRENCY_BEFORE.search(window) or _TIMES_BEFORE.search(window):
        return None
    if (
        before == " "
        and not letters[0].rstrip().endswith(".")
        and not _STANDARD_BEFORE.search(window)
    ):
        return None  # a word and a figure: MOU 130
    rest = _IDENTIFIER_REST.match(text, start)
    end = rest.end() if rest else start
    if before == " " and _VERSION_BEFORE.search(window):
        unit = text[end : units.listed_end(text, end) or end]
        if unit and unit not in NAMED_WITH_VERSION:  # USB 30支
            return None
    return Lookalike(QuantityKind.IDENTIFIER, start - len(letters[0]), end)


def _labelled(text: str, start: int, before: str, window: str) -> Lookalike | None:
    """Read what a word in front says to be a number of something: 附表3, 計畫編號:105-B-12."""
    if before in "表圖件錄註頁 " and (label := _LABEL_BEFORE.search(window)):
        rest = _IDENTIFIER_REST.match(text, start)
        if rest and units.unit_end(text, rest.end()) == rest.end():
            begin = start - len(label[0].lstrip("如見詳(、,。:; \n"))
            return Lookalike(QuantityKind.IDENTIFIER, begin, rest.end())
    if before in "號編碼:為 " and _NUMBER_LABEL.search(window):
        labelled = _LABELLED.match(text, start)
        if labelled and not labelled[0].isdigit():
            return Lookalike(QuantityKind.IDENTIFIER, start, labelled.end())
    # Looked for in the whole text: the 一 of 統一編號 was passed over as a word.
    if (
        before in _BEFORE_REGISTERED
        and _REGISTERED.search(text, max(start - 8, 0), start)
        and (digits := _DIGITS.match(text, start))
    ):
        counted = units.unit_end(text, digits.end()) > digits.end()  # 電話325通 are calls
        return None if counted else Lookalike(QuantityKind.IDENTIFIER, start, digits.end())
    return None


def _date(text: str, start: int, stop: int, floor: int, before: str) -> Lookalike | None:
    """Read dates and calendar years."""
    match = _DATES.match(text, start) if _may_be_date(text, start, stop) else None
    if match is None and text[stop] not in _BEFORE_YEAR and before not in _BEFORE_HOUR:
        return None
    window = text[max(floor, start - 6) : start]
    era = _ERA.search(window) if before in _BEFORE_ERA else None
    begin = start - len(era[0]) if era else start
    if match is None:
        if year := _year(text, start, begin, window):
            return year
        return _hour(text, start, window) if before in _BEFORE_HOUR else None
    full_year = match["full_year"] or match["dotted_year"] or match["month_year"]
    digits = full_year or _leading_digits(match[0])
    if match["bracketed"]:
        if text[start - 1 : start] != "(":
            return None
        begin -= 1
    if match["month"] or match["clock"] or match["slashed"]:
        return Lookalike(QuantityKind.DATE, begin, match.end(), Decimal(digits))
    if match["lost_dash"]:  # 103106年度
        digits = digits[:-3]
    of_republic = (
        match["roc_years"] or match["roc_year"] or match["bracketed"] or match["lost_dash"]
    )
    kind = QuantityKind.ROC_YEAR if of_republic else QuantityKind.DATE
    return Lookalike(
        kind, begin, match.end(), Decimal(digits), roc_years.gregorian_year(int(digits))
    )


def _may_be_date(text: str, start: int, stop: int) -> bool:
    """Tell 98.5, 1,234, 25) and 105年辦理 from what `_DATES` reads."""
    behind = text[stop]
    if behind == "年" and stop - start < 4:
        return text[stop + 1 : stop + 2] in _BEHIND_YEARS
    if behind == ".":
        return stop - start > 1 and text.find(".", stop + 2, stop + 4) > 0
    if behind == ",":
        return stop - start > 1 and text[start] in "1289"
    return behind != ")" or text.find("年", stop + 1, stop + 5) > 0


def _year(text: str, start: int, begin: int, window: str) -> Lookalike | None:
    """Read 105年, unless that many years have passed."""
    match = _YEAR.match(text, start)
    if match is None:
        return None
    number = int(match["number"])
    if begin == start:
        early = number < 80 and not _YEAR_BEHIND.match(text, match.end())
        if number < 10 or number > 149 or early or _SPAN_BEFORE.search(window):
            return None
    return Lookalike(
        QuantityKind.ROC_YEAR, begin, match.end(), Decimal(number), roc_years.gregorian_year(number)
    )


def _hour(text: str, start: int, window: str) -> Lookalike | None:
    """Read 上午9時."""
    half_day = _HALF_DAY.search(window)
    hour = _HOUR.match(text, start) if half_day else None
    if half_day is None or hour is None:
        return None
    return Lookalike(
        QuantityKind.DATE, start - len(half_day[0]), hour.end(), Decimal(_leading_digits(hour[0]))
    )


def _bare_year(text: str, start: int) -> Lookalike | None:
    """Read the year of 2050淨零排放: four digits in front of a name, with no unit and no bound."""
    match = _BARE_YEAR.match(text, start)
    if match is None or text[start - 1 : start] in _VALUE_BEFORE:
        return None
    if match["letter"] is None and han_end(text, match.end(), 1) == match.end():
        return None
    if (
        units.unit_end(text, match.end()) > match.end()
        or bounds.bound_behind(text, match.end())[1] > match.end()
    ):
        return None
    return Lookalike(QuantityKind.DATE, start, match.end(), Decimal(match[0]), int(match[0]))


def _identifier(text: str, start: int, floor: int) -> Lookalike | None:
    """Read telephone numbers, file numbers, scales, versions, and names that begin with digits."""
    match = _IDENTIFIERS.match(text, start)
    if match is None:
        return None
    if _is_figure_after_all(text, match):
        return None
    closes = (match["page"] or match["phone"]) and ")" in match[0]
    if closes and (start == floor or text[start - 1] != "("):
        return None
    digits = _leading_digits(match[0])[: numerals.LONGEST_RUN]
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
            unit or before in _VALUE_BEFORE or before < "\u2e80"
        ) and unit not in NAMED_WITH_VERSION
    bare = match["padded"] or (match["phone"] and match[0].isdigit())
    return bool(bare and unit)


def _leading_digits(text: str) -> str:
    """Return the digits that a text begins with."""
    return text[: len(text) - len(text.lstrip("0123456789"))]


def _chinese_date(text: str, start: int, floor: int) -> Lookalike | None:
    """Read 一○五年度, 二〇〇八年三月五日, 九月九日."""
    near = text[start : start + _LONGEST_CHINESE_YEAR]
    if "年" not in near and "月" not in near:
        return None
    match: re.Match[str] | regex.Match[str] | None
    match = _chinese_date_pattern().match(text, start)
    era = None
    if start > floor and text[start - 1] in _BEFORE_ERA:
        era = _ERA.search(text[max(floor, start - 6) : start])
    if era and not (match and match["year"]):
        match = _CHINESE_YEAR_OF_ERA.match(text, start)
    if match is None or not (match["year"] or match["month"]):
        return None
    begin = start - len(era[0]) if era else start
    end = start + len(match[0].rstrip())
    if match["year"] is None:
        return Lookalike(QuantityKind.DATE, begin, end)
    year = roc_years.year_number(match["year"])
    if year is None:
        return None
    kind = QuantityKind.DATE if match["month"] or year >= 1000 else QuantityKind.ROC_YEAR
    return Lookalike(kind, begin, end, Decimal(year), roc_years.gregorian_year(year))


@cache
def _chinese_date_pattern() -> re.Pattern[str]:
    """Make the pattern when the first year or month in Chinese numerals may stand."""
    return re.compile(_CHINESE_DATE, re.VERBOSE)


def _named_in_chinese(text: str, start: int) -> Lookalike | None:
    """Read 二十一世紀, 七十四號, 一〇一大樓."""
    match = _CHINESE_NAME.match(text, start)
    if match is None:
        return None
    return Lookalike(
        QuantityKind.DATE if match["century"] else QuantityKind.IDENTIFIER, start, match.end()
    )


def _chinese_serial(text: str, start: int) -> Lookalike | None:
    """Read a telephone number in Chinese digits."""
    match = _CHINESE_SERIAL.match(text, start)
    return Lookalike(QuantityKind.IDENTIFIER, start, match.end()) if match else None
