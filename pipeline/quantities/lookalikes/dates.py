"""Dates, calendar years and times of day in Arabic digits: 105年9月1日, 104年度, 104.4.17, 上午9時.

Years that pass are no calendar years: 連續8年, 10年內.

>>> [(str(d.kind), d.year) for d in (match_date("105年9月1日", 0, 0), match_date("104年度", 0, 0))]
[('date', 2016), ('roc_year', 2015)]
>>> match_date("10年內", 0, 0) is None, match_bare_year("2050淨零排放", 0).year
(True, 2050)
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.patterns import late
from pipeline.quantities import bounds, units
from pipeline.quantities.characters import han_end
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.lookalikes.lookalike import GAP as _G
from pipeline.quantities.lookalikes.lookalike import VALUE_BEFORE, Lookalike, leading_digits
from pipeline.quantities.roc_years import SURE_GREGORIAN_DIGITS as _AD
from pipeline.quantities.roc_years import SURE_ROC_DIGITS as _ROC
from pipeline.quantities.roc_years import gregorian_year

_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_TO = r"[至到~、及和與,/-]"
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
# What each of these has behind its first digits. Most figures have something else there: to look at it,
# and at what stands in front of names, saves 1.4 % of the work for a long report.
BEHIND_DATES = frozenset(" \n年月./:至到~、及和與,度學會課)時點-")
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
ERA_IN_FRONT = re.compile(r"(?:民國|西元|公元|紀元)前?[ ]{0,2}$")
_HALF_DAY = re.compile(r"(?:上午|下午|中午|凌晨|晚間|晚上|早上)[ ]?$")
_HOUR = late(r"(?:[01]?[0-9]|2[0-4])[ ]?[時點](?:[ ]?半|整)?")
CENTURIES = ("18", "19", "20", "21")


def match_date(text: str, start: int, floor: int) -> Lookalike | None:
    """Read dates and calendar years."""
    match = _DATES.match(text, start)
    window = text[max(floor, start - 6) : start]
    era = ERA_IN_FRONT.search(window)
    begin = start - len(era[0]) if era else start
    if match is None:
        return _year(text, start, begin, window) or _hour(text, start, window)
    full_year = match["full_year"] or match["dotted_year"] or match["month_year"]
    digits = full_year or leading_digits(match[0])
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
    return Lookalike(kind, begin, match.end(), Decimal(digits), gregorian_year(int(digits)))


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
        QuantityKind.ROC_YEAR, begin, match.end(), Decimal(number), gregorian_year(number)
    )


def _hour(text: str, start: int, window: str) -> Lookalike | None:
    """Read 上午9時."""
    half_day = _HALF_DAY.search(window)
    hour = _HOUR.match(text, start) if half_day else None
    if half_day is None or hour is None:
        return None
    return Lookalike(
        QuantityKind.DATE, start - len(half_day[0]), hour.end(), Decimal(leading_digits(hour[0]))
    )


def match_bare_year(text: str, start: int) -> Lookalike | None:
    """Read the year of 2050淨零排放: four digits in front of a name, with no unit and no bound."""
    match = _BARE_YEAR.match(text, start)
    if match is None or text[start - 1 : start] in VALUE_BEFORE:
        return None
    if match["letter"] is None and han_end(text, match.end(), 1) == match.end():
        return None
    if (
        units.unit_end(text, match.end()) > match.end()
        or bounds.bound_behind(text, match.end())[1] > match.end()
    ):
        return None
    return Lookalike(QuantityKind.DATE, start, match.end(), Decimal(match[0]), int(match[0]))
