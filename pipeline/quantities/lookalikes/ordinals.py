"""第 and a numeral -> ordinals, laws and document numbers: 第1級, 第46條之1, 第1130302285號.

>>> found = match_ordinal("第46條第1項", 1, 0)
>>> str(found.kind), found.start, found.end
('law', 0, 4)
>>> match_ordinal("46條", 0, 0) is None
True
"""

from __future__ import annotations

import re

from pipeline.patterns import late
from pipeline.quantities import counters, numerals, word_boundaries
from pipeline.quantities.characters import han_end
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.lookalikes.lookalike import Lookalike
from pipeline.quantities.numeral_characters import ONES

_LAW = re.compile(
    rf"""
    (?: -[0-9]+ )? [ ]? (?: 條 (?!線) | [項款目章節] (?! [次目標前錢] ) )
    (?: [ ]? 之 [ ]? [0-9{ONES}十]{{1,3}} )?
    """,
    re.VERBOSE,
)
_ORDINAL_UNIT = re.compile(f"[ ]?{counters.alternatives(counters.ORDINAL_COUNTERS)}")
_SEVERAL_ORDINALS = late(
    rf"""
      (?P<others>                                       # 第2、3選區: each of them, before any noun
        (?: [ ]? [、及和與] [ ]? 第? [0-9]{{1,3}} (?![0-9.,]) ){{1,9}} (?! [、及和與至到~-] ) )
    | (?: [ ]? [至到~、及和與-] [ ]? 第?                  # 第3至5條, 第一、二季
        (?: [0-9]{{1,3}} | [{ONES}十]{{1,3}} ) (?![0-9.,]) ){{1,9}}
    """,
    re.VERBOSE,
)
_NUMBER_WORD = re.compile(r"[ ]?號")


def match_ordinal(text: str, start: int, floor: int) -> Lookalike | None:
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
