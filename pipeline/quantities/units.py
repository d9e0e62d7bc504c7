"""The text behind a figure -> the unit at its head: 432場次便民行動服務 counts 場次.

Counters are an open class. Where no word of the lists stands behind the figure, anything that ends
in 次 is a unit (廠次, 站次), and so is a short word with nothing but punctuation behind it. Places
and texts are those of `characters.fold_text`.

>>> def unit(text, start=1):
...     return text[start : unit_end(text, start)]
>>> unit("8人次參加"), unit("3廠次"), unit("5坨。"), unit("2公噸/年"), unit("9kg")
('人次', '廠次', '坨', '公噸/年', 'kg')
>>> unit("6個國家正面回應"), unit("3個月"), unit("5個")
('個國家', '個月', '個')
>>> unit("5達成目標"), unit("3人員"), unit("5。"), unit("3D列印")
('', '', '', '')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.patterns import late
from pipeline.quantities import counters
from pipeline.quantities.characters import fold_text, han_end
from pipeline.quantities.numeral_characters import ONES

_GOES_ON = re.compile(r"[ \n]+[^ \n]")
_NUMERALS_AND_ORDINALS = frozenset(f"〇零{ONES}十百千萬億兆第半")
_LATIN = re.compile(
    r"""
    (?: [kcdmμn]?m[23²³]? | [KC]M | [kmμn]?g | KG | [kmd]?[lL] | ML | cc | CC | c\.c\.
      | ha | ton s? | t | tCO2e? | °[CF] | [℃℉°㎡㎥㎞㎝㎜㎏㎎㏄]
      | [kMGT]?W[hp]? | [kMGT][Bb](?:ps)? | [kMG]?Hz | [kKMm]?V | kVA | mA | dB (?: \( A \) | A )?
      | pp[mbt] | k?cal | CM[DSH] | hrs? | min | sec | [hsd] | px | pt | bit | mph | rpm | TEU | DWT | GT
      | USD | TWD | NTD | EUR | JPY | RMB | CNY )
    (?: / (?: [μmckKn]?[mgLl][23²³]? | h | s | hr | min | day | yr | kWh | Nm3 | [㎥㎡年月日天人次] ) )?
    (?! [A-Za-z0-9] )
    """,
    re.VERBOSE,
)
_PER = late(f"/(?:m[23³²]|{counters.alternatives(counters.PER)})")
# How many characters a word behind a figure, or behind 個, may have that no list knows.
_LONGEST_UNLISTED, _LONGEST_UNLISTED_NOUN = 2, 4


class _Words:
    """Words that may stand at a place of a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lengths: dict[str, tuple[int, ...]] = {}  # of the words that begin with a character
        for first, length in sorted({(word[0], len(word)) for word in self._words}):
            self._lengths[first] = length, *self._lengths.get(first, ())

    def end(self, text: str, start: int) -> int:
        """Return where the longest word that stands at a place ends, or 0."""
        for length in self._lengths.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self._words:
                return start + len(word)
        return 0


_UNITS = _Words(counters.UNITS)
_NOUNS = _Words(counters.NOUNS)
_NOT_UNITS = _Words(counters.NOT_UNITS)


def same_counter(one: str, other: str) -> bool:
    """Tell whether two units count the same thing within one item.

    >>> same_counter("場", "場次"), same_counter("國", "個國家"), same_counter("日", "天")
    (True, True, True)
    >>> same_counter("人", "件"), same_counter("個單位", "單位"), same_counter("月", "個月")
    (False, True, True)
    >>> same_counter("场次", "場")  # Simplified and Traditional
    True
    """
    return one == other or canonical_counter(one) == canonical_counter(other)


@lru_cache(maxsize=1024)
def canonical_counter(unit: str) -> str:
    """Return the one name for the units that count the same.

    >>> canonical_counter("場次"), canonical_counter("個國家")
    ('場', '國')
    """
    unit = fold_text(unit)
    if len(unit) > 1 and unit.startswith("個") and unit != "個月":
        unit = unit[1:]
    if len(unit) > 1 and unit.endswith("次"):
        unit = unit[:-1]
    return counters.SAME_COUNTER.get(unit, unit)


def unit_end(text: str, start: int) -> int:
    """Return where the unit that begins at a place ends; the place itself if there is none."""
    char = text[start : start + 1]
    if char == "個":
        return _NOUNS.end(text, start + 1) or _unlisted(text, start + 1, _LONGEST_UNLISTED_NOUN)
    if char < "\u2e80" or "\u3300" <= char <= "\u33ff":  # ㎡ and its like
        latin = _LATIN.match(text, start)
        return latin.end() if latin else start
    end = listed_end(text, start)
    return _unlisted(text, start, _LONGEST_UNLISTED) if end is None else end


def listed_end(text: str, start: int) -> int | None:
    """Return where the unit at a place ends if a list or 次 can tell."""
    end = _UNITS.end(text, start)
    if end and (overlap := counters.OVERLAPS.get(text[start : start + 3])):
        return start + len(overlap)
    if text.startswith("次", start + 1) and end < start + 2:
        char = text[start]
        end = start + 2 if char not in counters.NO_COUNTER and han_end(char, 0, 1) else end
    if not end:
        return None
    if _NOT_UNITS.end(text, start) > end:
        return start
    per = _PER.match(text, end) if text.startswith("/", end) else None
    return per.end() if per else end


def _unlisted(text: str, start: int, longest: int) -> int:
    """Return where a short word ends behind which the clause does, or the place itself."""
    end = han_end(text, start, longest + 1)
    word = text[start:end]
    if not 0 < len(word) <= longest or word in counters.NOT_UNITS_AT_END:
        return start
    if _GOES_ON.match(text, end):  # justified setting puts spaces around figures
        return start
    if not counters.NO_COUNTER.isdisjoint(word) or not _NUMERALS_AND_ORDINALS.isdisjoint(word):
        return start
    return end
