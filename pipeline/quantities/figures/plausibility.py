"""Whether a Chinese numeral is meant as a figure: 三人 and 三千五百 are, 三 within a sentence is not.

>>> from pipeline.quantities.numerals import scan_numeral
>>> [is_plausible(FigureText.of(text), 0, 0, scan_numeral(text, 0)) for text in ("三人", "三級", "千萬別")]
[True, False, False]
>>> is_bare_power("百餘人", 0), is_bare_power("百年", 0)
(True, False)
"""

from __future__ import annotations

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
_TO_ANOTHER = late(rf"{_G}[至到~-]{_G}[{numeral_characters.CHINESE}0-9]")
_NEVER_ALONE = frozenset(
    ["千萬", "百萬", "億萬", "萬億", "千百", "百千", "百", "千", "萬", "億", "兆", "萬萬"]
)
_LABEL_OF_UNIT = late(r"單位[:為]?[ ]?(?:新?[台臺]幣)?[ ]?$")
_BARE_POWERS = frozenset("百千萬億")
_OR_MORE = ("以上", "以下", "以內")


def is_plausible(source: FigureText, start: int, floor: int, numeral: Numeral) -> bool:
    """Tell whether a Chinese numeral is meant as a figure."""
    text, end = source.folded, numeral.end
    before, raw = text[start - 1 : start], text[start:end]
    if text[start] in numeral_characters.POWERS and (
        before in ("數", "幾") or _LABEL_OF_UNIT.search(text[max(0, start - 10) : start])
    ):  # 數十人, 單位:百萬元
        return False
    if PERCENT.match(text, end):
        return True
    if not numeral.plain and len(raw) > 1:
        return raw not in _NEVER_ALONE or is_counted(source, end)
    if is_counted(source, end):
        if len(raw) == 1 and before == "\n" and text[end : end + 1] == " ":
            return False  # a heading: 二 機關資料傳輸
        return raw not in _NEVER_ALONE or is_bare_power(text, start)
    if len(raw) > 2 or _goes_on(source, end):
        return True
    if len(raw) > 1 or source.printed[start] in "○◯":
        return False
    if raw == "一" and len(text) < 8 and text.strip() == raw:
        return False  # a cell with a dash in it, which looks the same
    blanks = _BLANKS.match(text, end)
    behind = text[blanks.end() : blanks.end() + 1] if blanks else ""
    stands_alone = before != "、" and not (behind in ("、", " ", "\n") or _is_han_or_letter(behind))
    return before == "負" or (stands_alone and not (start > floor and _is_han_or_letter(before))) or (
        before in ("是", "為", "前") and (stands_alone or text[end : end + 1] in ("而", "的"))
    )  # fmt: skip


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
