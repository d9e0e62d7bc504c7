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

from pipeline.quantities.lookalikes.chinese_dates import match_chinese_date
from pipeline.quantities.lookalikes.chinese_names import match_chinese_name, match_chinese_serial
from pipeline.quantities.lookalikes.dates import (
    BEHIND_DATES,
    CENTURIES,
    match_bare_year,
    match_date,
)
from pipeline.quantities.lookalikes.identifiers import match_identifier
from pipeline.quantities.lookalikes.lookalike import Lookalike
from pipeline.quantities.lookalikes.names import BEFORE_NAMES, match_name
from pipeline.quantities.lookalikes.ordinals import match_ordinal


def match_arabic(text: str, start: int, stop: int, floor: int) -> Lookalike | None:
    """Return what begins with Arabic digits at a place and is no quantity."""
    before, behind = text[start - 1 : start] if start > floor else "", text[stop : stop + 1]
    if ordinal := match_ordinal(text, start, floor):
        return ordinal
    if before in BEFORE_NAMES and (name := match_name(text, start, floor, before)):
        return name
    if behind in BEHIND_DATES and (date := match_date(text, start, floor)):
        return date
    if name := match_identifier(text, start, floor):
        return name
    if stop - start == 4 and text.startswith(CENTURIES, start):
        return match_bare_year(text, start)
    return None


def match_chinese(text: str, start: int, floor: int) -> Lookalike | None:
    """Return what begins with a Chinese numeral at a place and is no quantity."""
    return (
        match_ordinal(text, start, floor)
        or match_chinese_date(text, start, floor)
        or match_chinese_serial(text, start)
        or match_chinese_name(text, start)
    )
