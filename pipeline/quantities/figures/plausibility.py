"""Whether a Chinese numeral is meant as a figure: 三人 and 三千五百 are, 三 within a sentence is not.

>>> from pipeline.quantities.numerals import scan_numeral
>>> [is_plausible(FigureText.from_text(text), 0, 0, scan_numeral(text, 0)) for text in ("三人", "三級", "千萬別")]
[True, False, False]
>>> is_bare_power("百餘人", 0), is_bare_power("百年", 0)
(True, False)
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from pipeline.patterns import late
from pipeline.quantities import counters, numeral_characters, numerals, units
from pipeline.quantities.characters import han_end
from pipeline.quantities.figures.figure import GAP as _G
from pipeline.quantities.figures.figure import FigureText
from pipeline.quantities.figures.percentages import PERCENT
from pipeline.quantities.figures.whole_figures import MORE
from pipeline.quantities.numeral_reader import Numeral

_BLANKS = late(r"[ \n]{0,4}")
_TO_ANOTHER = late(rf"{_G}[至到~-]{_G}[{numeral_characters.CHINESE_NUMERALS}0-9]")
# Powers that are words by themselves (千萬別, 百年), unless something is counted by them.
_POWERS_AS_WORDS = frozenset(
    ["千萬", "百萬", "億萬", "萬億", "千百", "百千", "百", "千", "萬", "億", "兆", "萬萬"]
)
_LABEL_OF_UNIT = late(r"單位[:為]?[ ]?(?:新?[台臺]幣)?[ ]?$")
_BARE_POWERS = frozenset("百千萬億")
_OR_MORE = ("以上", "以下", "以內")
_SHORT_CELL = 8
"""A text of fewer characters is a cell, in which 一 alone may be a dash."""


class _Candidate:
    """A Chinese numeral with the text around it, as the rules below ask for it."""

    __slots__ = "_counted", "before", "digits", "end", "floor", "numeral", "source", "start", "text"

    def __init__(self, source: FigureText, start: int, floor: int, numeral: Numeral) -> None:
        self.source, self.start, self.floor, self.numeral = source, start, floor, numeral
        self.text, self.end = source.folded, numeral.end
        self.digits = self.text[start : self.end]
        self.before = self.text[start - 1 : start]
        self._counted: bool | None = None  # looked up when a rule first asks

    @property
    def counted(self) -> bool:
        """Tell whether a counter follows."""
        if self._counted is None:
            self._counted = is_counted(self.source, self.end)
        return self._counted

    @property
    def behind(self) -> str:
        """Return the first character behind that is no white space."""
        blanks = _BLANKS.match(self.text, self.end)
        return self.text[blanks.end() : blanks.end() + 1] if blanks else ""

    @property
    def stands_alone(self) -> bool:
        """Tell whether nothing goes on from it."""
        behind = self.behind
        return self.before != "、" and not (
            behind in ("、", " ", "\n") or _is_han_or_letter(behind)
        )


def _has_no_number(item: _Candidate) -> bool:
    """Tell whether it is a power of an unknown number, 數十人, or of a unit, 單位:百萬元."""
    return item.text[item.start] in numeral_characters.POWERS and bool(
        item.before in ("數", "幾")
        or _LABEL_OF_UNIT.search(item.text[max(0, item.start - 10) : item.start])
    )


def _has_power(item: _Candidate) -> bool:
    """Tell whether digits and powers make it a number for sure."""
    return not item.numeral.plain and len(item.digits) > 1 and item.digits not in _POWERS_AS_WORDS


def _is_heading(item: _Candidate) -> bool:
    """Tell whether it is a list label without its mark, at the head of a line: 二 機關資料傳輸."""
    return (
        len(item.digits) == 1
        and item.before == "\n"
        and item.text[item.end : item.end + 1] == " "
        and item.counted
    )


def _is_power_as_word(item: _Candidate) -> bool:
    """Tell whether it is a power that says no number, and none that counts: 千萬別, 百年."""
    if item.digits not in _POWERS_AS_WORDS:
        return False
    if len(item.digits) > 1:
        return not item.counted
    return item.counted and not is_bare_power(item.text, item.start)


def _is_dash(item: _Candidate) -> bool:
    """Tell whether it is a whole cell that looks like a dash."""
    return item.digits == "一" and len(item.text) < _SHORT_CELL and item.text.strip() == item.digits


def _follows_copula(item: _Candidate) -> bool:
    """Tell whether 為三, 是三而非四 give a number."""
    return item.before in ("是", "為", "前") and (
        item.stands_alone or item.text[item.end : item.end + 1] in ("而", "的")
    )


# The first that fits decides; what fits none is no figure.
_RULES: tuple[tuple[str, Callable[[_Candidate], object], bool], ...] = (
    ("數十人, 單位:百萬元", _has_no_number, False),
    ("三千五百", _has_power, True),
    ("三成", lambda item: PERCENT.match(item.text, item.end), True),
    ("千萬別", _is_power_as_word, False),
    ("千萬元", lambda item: not item.numeral.plain and len(item.digits) > 1, True),
    ("⏎二 機關", _is_heading, False),
    ("三人", lambda item: item.counted, True),
    ("一二三", lambda item: len(item.digits) > 2, True),
    ("二至三公升", lambda item: _goes_on(item.source, item.end), True),
    ("一二", lambda item: len(item.digits) > 1, False),
    ("○ as a mark", lambda item: item.source.printed[item.start] in "○◯", False),
    ("一 as a dash", _is_dash, False),
    ("負三", lambda item: item.before == "負", True),
    ("為三", _follows_copula, True),
    ("參三", lambda item: item.start > item.floor and _is_han_or_letter(item.before), False),
    ("三。", lambda item: item.stands_alone, True),
)


def is_plausible(source: FigureText, start: int, floor: int, numeral: Numeral) -> bool:
    """Tell whether a Chinese numeral is meant as a figure."""
    item = _Candidate(source, start, floor, numeral)
    for _, fits, plausible in _RULES:
        if fits(item):
            return plausible
    return False


def _is_han_or_letter(char: str) -> bool:
    """Tell whether a character is Chinese, a Latin letter or a digit."""
    return "㐀" <= char <= "鿿" or (char.isascii() and char.isalnum())


def _goes_on(source: FigureText, end: int) -> bool:
    """Tell whether a range goes on to a figure: 二至三公升, 一到五個, but not 一至三級."""
    match = _TO_ANOTHER.match(source.folded, end)
    other = numerals.scan_numeral(source.folded, match.end() - 1) if match else None
    if other is None:
        return False
    percent = PERCENT.match(source.folded, other.end)
    return bool(percent) or not other.plain or not other.chinese or is_counted(source, other.end)


def is_counted(source: FigureText, end: int) -> bool:
    """Tell whether a counter follows that makes a Chinese digit a figure."""
    text = source.folded
    more = MORE.match(text, end)
    at = more.end() if more else end
    while at < end + 2 and text[at : at + 1] in (" ", "\n"):
        at += 1
    if text[at : at + 1] == "個":
        return True
    stop = units.unit_end(text, at)
    unit = text[at:stop]
    return (
        (
            end > 0 and text[end - 1] == "兩" and unit in counters.COUNTED_BY_TWO
        )  # 兩期 counts, 三期 may not
        or unit in counters.AFTER_ONE_CHINESE_DIGIT
        or unit.endswith("次")
        or (unit[:1].isascii() and bool(unit))
    )


def bare_power(text: str, start: int) -> Numeral | None:
    """Read the 百 of 近百人 and 百餘人."""
    if not is_bare_power(text, start):
        return None
    power = numeral_characters.POWERS[text[start]]
    return Numeral(
        Decimal(f"1E{power}"), start + 1, more=True, chinese=True, power=power, plain=False
    )


def is_bare_power(text: str, start: int) -> bool:
    """Tell whether a 百 stands for a hundred by itself: 近百人, 百餘人, 百人以上."""
    if text[start] not in _BARE_POWERS:
        return False
    end = start + 1
    if text.startswith(("餘", "多"), end) or (start and text[start - 1] in "近約逾"):
        return True
    words = han_end(text, end, 2)
    return any(text.startswith(_OR_MORE, at) for at in range(end + 1, words + 1))
