"""One numeral, read part by part from left to right; `numerals` has the grammar.

>>> NumeralReader("17億1,993萬4千元", 0).numeral()
Numeral(value=Decimal('1.719934E+9'), end=11, more=False, chinese=False, power=3, plain=False)
>>> NumeralReader("點五", 0).numeral() is None
True
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import counters
from pipeline.quantities.numeral_characters import (
    DIGITS,
    LARGE,
    POWERS,
    SMALL,
    SOME_MORE,
    TENS,
    ZEROS,
)

# Longer runs of digits are serial numbers, and nobody names a higher power of ten.
LONGEST_RUN = 40
HIGHEST_POWER = 24

_GAP = r"[ \n]{0,3}"
ARABIC = re.compile(
    rf"""
    (?: [0-9]{{1,3}}
        (?: , \n? [0-9]\n?[0-9]\n?[0-9] (?![0-9]) )+  # a line may break inside a group of three
        (?! [ ]?[年學會] )                            # 105,106年: two years
      | [0-9]+ )
    (?: \n? \. [0-9]+ (?! \.[0-9] ) | \.\n [0-9]+ (?= [ ]?[%{counters.BEHIND_BROKEN_DECIMAL}] ) )?
  | \. [0-9]+
    """,
    re.VERBOSE,
)
_CHINESE_DIGITS = re.compile(f"[{''.join(DIGITS)}]{{1,{LONGEST_RUN + 1}}}")
_DECIMALS = re.compile(
    rf"{_GAP}點{_GAP}(?P<any>[0-9]+|[{''.join(DIGITS)}]+)|{_GAP}\.{_GAP}(?P<chinese>[{''.join(DIGITS)}]+)"
)
_SPACES = re.compile(_GAP)
_UNIT_AHEAD = late(f"{_GAP}[{''.join(POWERS)}點]")
_LARGE_AHEAD = late(f"{_GAP}(?P<more>[{SOME_MORE}])?{_GAP}(?P<large>[{''.join(LARGE)}])")
_SMALL_AHEAD = late(f"{_GAP}(?P<small>[百千佰仟])(?![{''.join(SMALL)}分米克瓦卡赫帕焦])")
# 3點30分 is a time of day.
_CLOCK = late(r"分(?![之鐘])|整(?!數)")
# What shows that digits behind a space begin something new: 3 億 105 年, 2 萬 14.1%.
_NOT_A_REST = late(r"[ \n]?(?:[年月%]|學年|會計年|[./-][0-9])")
# 12千米 is 12 kilometres, 1兆赫 one megahertz; 兩千米 stays two thousand metres.
_MEASURE = re.compile(f"{counters.alternatives(counters.MEASURES_WITH_POWER)}|百[ ]?分[ ]?點")
_TO_ARABIC = {ord(char): str(digit) for char, digit in DIGITS.items()}


_LARGEST_SMALL = 4
"""More than the power of any 十百千: none has been read yet."""


class Numeral(NamedTuple):
    """A numeral found in a folded text: its value, where it ends, and how it is written."""

    value: Decimal
    end: int
    more: bool = False  # 餘 or 多 stands inside: 500餘萬
    chinese: bool = False  # no Arabic digits
    power: int = 0  # that of the 十百千萬億兆 that it ends in
    plain: bool = True  # digits and nothing else


def bare_digits(digits: str) -> str:
    """Return Arabic digits without commas and line breaks."""
    return digits.replace(",", "").replace("\n", "")


class NumeralReader:
    """One numeral, read part by part from left to right; no part is looked at twice."""

    __slots__ = (
        "arabic", "at", "decimals", "end", "exact", "large", "last", "low", "more", "pending",
        "section", "small", "start", "text", "total",
    )  # fmt: skip

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = self.at = self.end = start  # `end` is where the last part ends
        self.total = 0  # what stands before the last 萬億兆, multiplied out
        self.section = 0  # what has gathered in 十百千 since
        self.pending: int | None = None  # digits that nothing has multiplied yet
        self.decimals = ""
        self.large = HIGHEST_POWER  # power of the last 萬億兆
        self.small = _LARGEST_SMALL  # power of the last 十百千 in this section
        self.last = 0  # power that the part before stands for: 0 for digits
        self.low = 0  # power of the last printed place
        self.exact = False  # 零 or Arabic digits: the pending digit stands for itself
        self.arabic = self.more = False

    def numeral(self) -> Numeral | None:
        """Read parts for as long as they fit."""
        while not self.decimals and self._part():
            self.end = self.at
            spaces = _SPACES.match(self.text, self.at)
            if spaces:
                self.at = spaces.end()
        nothing = self.pending is None and not self.section and not self.total
        if nothing and not self.arabic:  # but 0百萬 is a figure, and no 百萬 stands behind it
            return None
        return self._with_decimals() if self.decimals else self._whole()

    def _part(self) -> bool:
        """Read the next part, if it fits."""
        char = self.text[self.at : self.at + 1]
        if char in DIGITS:
            return self._chinese_digits()
        if char in SMALL:
            return self._small(SMALL[char])
        if char in LARGE:
            return self._large(LARGE[char])
        if char in TENS:
            return self._tens(TENS[char])
        if char and char in SOME_MORE:
            return self._some_more()
        if "0" <= char <= "9" or char == ".":
            return self._arabic_digits()
        return char == "點" and self.last > 0 and self._take_decimals(0)

    def _chinese_digits(self) -> bool:
        match = _CHINESE_DIGITS.match(self.text, self.at)
        if match is None or self.pending is not None or (self.end > self.start and not self.last):
            return False
        if len(match[0]) > LONGEST_RUN:
            return False
        digits, end = match[0], match.end()
        if self.last:
            spaced = self.text[end : end + 1] == " "  # 十 二 人, set with spaces throughout
            if self.at > self.end and not spaced and not _UNIT_AHEAD.match(self.text, end):
                return False  # 一百 五人: two figures in a row
            digits = digits.lstrip(ZEROS)
            if len(digits) < len(match[0]):
                self.exact = True
            if not digits:
                return self._only_zeros(end)
        self.at = end
        self.pending = int(digits.translate(_TO_ARABIC))
        self.exact = self.exact or len(digits) > 1 or not self.last
        self._take_decimals(self.pending)
        return True

    def _only_zeros(self, end: int) -> bool:
        """Read 零 before 十 or Arabic digits (一千零十, 1千零20); elsewhere it is left alone."""
        following = self.text[end : end + 1]
        if not (following in ("十", "拾") or following in TENS or "0" <= following <= "9"):
            return False
        self.at = end
        return True

    def _arabic_digits(self) -> bool:
        match = ARABIC.match(self.text, self.at)
        if match is None or self.pending is not None or (self.end > self.start and not self.last):
            return False
        whole, _, decimals = bare_digits(match[0]).partition(".")
        if len(whole) + len(decimals) > LONGEST_RUN:
            return False
        if self.last and len(whole.lstrip("0")) > self.last:
            return False  # 2萬12345: more digits than the rest of 萬 has places
        if self.last and self.at > self.end and _NOT_A_REST.match(self.text, match.end()):
            return False
        self.at = match.end()
        self.pending = int(whole or 0)
        self.arabic = self.exact = True
        self.decimals = decimals
        if not decimals:
            self._take_decimals(self.pending)
        return True

    def _take_decimals(self, pending: int) -> bool:
        """Read 點二五 behind digits or behind 十百千萬."""
        match = _DECIMALS.match(self.text, self.at)
        if match is None:
            return False
        digits = match["any"] or match["chinese"]
        hour = self.total + self.section + pending
        if len(digits) > LONGEST_RUN or (hour <= 24 and _CLOCK.match(self.text, match.end())):
            return False
        if match["chinese"] and self.arabic:
            return False  # 1.二: a list number
        if self.pending is None or (self.last > 1 and not self.exact):
            # 一千六點五 is 1600.5, 兩千點五 2000.5
            pending *= 10 ** (self.last - 1)
        self.pending = pending
        self.exact = True
        self.arabic = self.arabic or digits.isascii()
        self.decimals = digits.translate(_TO_ARABIC)
        self.at = match.end()
        return True

    def _tens(self, tens: int) -> bool:
        """Read 廿 卅 卌, which are 二十 三十 四十 in one character."""
        if self.pending is not None or self.small <= 1:
            return False
        self.section += tens * 10
        self.small = self.last = 1
        self.low = 0
        self.exact = False
        self.at += 1
        return True

    def _small(self, power: int) -> bool:
        if power >= self.small or (self.arabic and _MEASURE.match(self.text, self.at)):
            return False
        coefficient = self.pending
        if coefficient is None:
            if not self._stands_for_itself(power):
                return False
            coefficient = 1
        elif coefficient > 9 and not self.arabic:
            return False
        self.section += coefficient * 10**power
        self.pending = None
        self.small = self.last = power
        # 三千五百 is exact, while 4千 and the 千 of 2萬5千 leave the hundreds unsaid.
        self.low = power if self.arabic or self.large < HIGHEST_POWER else 0
        self.exact = False
        self.at += 1
        return True

    def _stands_for_itself(self, power: int) -> bool:
        """Tell whether 十 百 千 needs no digit: 十五, 一百十六; 千萬, 百餘."""
        if power == 1:
            return True
        if self.end > self.start:
            return False
        following, further = (
            self.text[self.at + 1 : self.at + 2],
            self.text[self.at + 2 : self.at + 3],
        )
        spoken = (
            power == 2
            and following in DIGITS
            and following not in ZEROS
            and further in ("十", "拾")
        )
        return spoken or following in LARGE or following in tuple(SOME_MORE)

    def _large(self, power: int) -> bool:
        if self.arabic and _MEASURE.match(self.text, self.at):
            return False
        part = self.section + (self.pending or 0)
        if self.end == self.start:
            if self.text[self.at + 1 : self.at + 2] not in tuple(SOME_MORE):
                return False
            total = 10**power  # 萬餘人
        elif not part and self.pending is None and self.small == _LARGEST_SMALL:
            if not self._multiplies_all(power):
                return False
            total = self.total * 10**power
        elif power < self.large:
            total = self.total + part * 10**power
        elif self.total < 10**power:
            total = (self.total + part) * 10**power  # 4569萬8311億
        else:
            return False
        if total >= 10**HIGHEST_POWER:
            return False
        # 250百萬 is printed in millions; 一千萬 is a thousand of 萬, as 三千五百 is exact.
        self.low = power + (
            self.last if self.arabic and self.pending is None and self.small < _LARGEST_SMALL else 0
        )
        self.total, self.section, self.pending = total, 0, None
        self.large = self.last = power
        self.small = _LARGEST_SMALL
        self.exact = False
        self.at += 1
        return True

    def _multiplies_all(self, power: int) -> bool:
        """Tell whether 萬億兆 follows another one and multiplies it: 三十萬億, 一萬萬."""
        return self.last == self.large and (power > self.large or power == self.large == 4)

    def _some_more(self) -> bool:
        """Read the 餘 of 500餘萬; that of 76萬5千餘人 is left to what reads the unit."""
        ahead = _LARGE_AHEAD.match(self.text, self.at)
        if self.more or ahead is None or self.end == self.start:
            return False
        self.more = True
        self.at = ahead.start("large")
        return self._large(LARGE[self.text[self.at]])

    def _whole(self) -> Numeral:
        pending, low = self.pending, self.low
        if pending is not None:
            low = 0
            if not self.exact and self.last > 1:  # 兩萬五, 一百五
                pending *= 10 ** (self.last - 1)
                low = self.last - 1 if self.large < HIGHEST_POWER else 0
        whole = self.total + self.section + (pending or 0)
        value = Decimal(f"{whole // 10**low}E{low}") if low else Decimal(whole)
        power = self.last if self.pending is None else 0
        plain = not self.total and not self.section
        return Numeral(value, self.end, self.more, not self.arabic, power, plain)

    def _with_decimals(self) -> Numeral:
        """Finish a numeral with decimals, behind which only 萬億兆 can stand: 648.6萬."""
        part = int(f"{self.section + (self.pending or 0)}{self.decimals}")
        total, power, last = self.total, 0, 0
        hundreds = _SMALL_AHEAD.match(self.text, self.end)  # 15.2百萬, 1.5千
        if hundreds and not total and not _MEASURE.match(self.text, hundreds.start("small")):
            power = last = SMALL[hundreds["small"]]
            self.end = hundreds.end()
        while ahead := _LARGE_AHEAD.match(self.text, self.end):
            last = LARGE[ahead["large"]]
            if power + last > HIGHEST_POWER or _MEASURE.match(self.text, ahead.start("large")):
                break
            if last >= self.large:  # 二十三萬三千點五億: all of it
                part += total * 10 ** len(self.decimals)
                total = 0
            power += last
            self.more = self.more or bool(ahead["more"])
            self.end = ahead.end()
        low = power - len(self.decimals)
        whole = part + total * 10**-low if low < 0 else part + total // 10**low
        value = Decimal(f"{whole}E{low}")
        return Numeral(value, self.end, self.more, not self.arabic, power, plain=False)
