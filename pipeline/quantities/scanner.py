r"""Text -> the quantities in it: value, unit, bound, printed precision; and what only looks like one.

>>> [(item.text, str(item.value), item.unit) for item in find("訪視8,656人，達成率為108%。")]
[('8,656人', '8656', '人'), ('108%', '108', '%')]

This page is the reference of the notation. In the examples ``read`` shows every quantity of a text
as ``bound value unit``, and ``kinds`` what else was found in it.

>>> def read(text):
...     return "; ".join(_shown(item) for item in find(text) if item.is_quantity)
>>> def kinds(text):
...     return [(str(item.kind), item.text) for item in find(text) if not item.is_quantity]

**Figures** are Arabic, Chinese, formal or mixed, in either width, Traditional or Simplified, with
spaces and line breaks inside; `pipeline.numerals` has the grammar. Values are in the plain unit.

>>> read("77萬2,280人次"), read("2 萬 5 千劑"), read("17億1,993萬4千元"), read("１．５万人")
('772280 人次', '25000 劑', '1719934000 元', '15000 人')
>>> read("一千萬元"), read("壹佰貳拾元整"), read("廿三件"), read("8,656\n人"), read("兩年半")
('10000000 元', '120 元', '23 件', '8656 人', '2.5 年')

**Percentages** are in points: % ‰ 百分之 千分之 成 折. 個百分點 is a kind of its own, a difference.

>>> read("14.1﹪"), read("百分之三點五"), read("千分之三"), read("兩成五"), read("85折"), read("7.5‰")
('14.1 %', '3.5 %', '0.3 %', '25 %', '85 %', '0.75 %')
>>> read("1.23個百分點"), find("1.23個百分點")[0].kind.value
('1.23 百分點', 'percent_point')

**Fractions** keep their value; between the operators of a formula there are two numbers.

>>> read("三分之二"), read("3/4"), read("(19/74)/0.25×100％")
('2/3', '0.75', '19; 74; 0.25; 100 %')
>>> read("【(20,678人-16,851人)/16,851人】×100％=23％")
'20678 人; 16851 人; 16851 人; 100 %; 23 %'

**Signs**: - － △ 負 before a figure, and brackets around a whole cell with a grouped amount.

>>> read("－9"), read("△3"), read("負3.2%"), read("(+15.9%)"), read("(1,234)"), read("(25%)")
('-9', '-3', '-3.2 %', '15.9 %', '-1234', '25 %')
>>> read("零下5度"), read("±3%"), read("正負3個百分點")
('-5 度', '3 %', '3 百分點')

**Units** are what is counted or measured, 個 only where no noun follows. `same_counter` tells whether
two units count the same.

>>> read("432場次便民行動服務"), read("6個國家正面回應"), read("5個"), read("3個月"), read("4站次")
('432 場次', '6 國家', '5 個', '3 個月', '4 站次')
>>> same_counter("場", "場次"), same_counter("人", "件")
(True, False)

**Bounds** stand before or behind: ``>=`` 以上 至少 逾, ``<=`` 以下 以內 內 未達 不超過, ``~`` 約 近 餘.

>>> read("應達100次以上"), read("10秒內"), read("至少辦理2場"), read("不得低於 80 分"), read("≦3%")
('>= 100 次', '<= 10 秒', '>= 2 場', '>= 80 分', '<= 3 %')
>>> read("約300人"), read("76萬5千餘人"), read("近3年"), read("簽約3件"), read("附近5公里")
('~ 300 人', '~ 765000 人', '3 年', '3 件', '5 公里')

Between two figures a word of more or less compares, and behind 較 it tells a difference.

>>> read("1,500人超出230人"), read("較去年超過12件"), read("超過12件")
('1500 人; 230 人', '12 件', '>= 12 件')

**Ranges** share what is printed once. The end that is lower has to come first.

>>> read("95.58%至119.38%"), read("2至3萬人"), read("7~8成"), read("二三十人"), read("20人-16人")
('95.58..119.38 %', '20000..30000 人', '70..80 %', '20..30 人', '20 人; 16 人')

>>> read("約二、三十人"), read("七、八成"), read("十五六歲"), kinds("第3至5條、第1-4季")
('~ 20..30 人', '70..80 %', '15..16 歲', [('law', '第3至5條'), ('ordinal', '第1-4季')])

**Precision** is part of a figure. `Quantity.decimals` counts the printed places, below nought for 萬
shorthand; `Quantity.interval` holds every value that would be printed so. Whole numbers are exact;
percentages and decimals stand for half of the last printed place on both sides. So do figures with
約 or 近, of whose counts the last place is that of the last figure that is no nought, since nobody
counts to 約300人; and 餘 is for anything up to the next round number.

>>> find("2.5萬人")[0].decimals, find("25.50%")[0].decimals, find("2萬678人")[0].decimals
(-3, 2, 0)
>>> [tuple(map(str, find(text)[0].interval)) for text in ("14.1%", "2萬人", "約300人", "十餘件")]
[('281/20', '283/20'), ('15000', '25000'), ('250', '350'), ('19/2', '20')]

**No quantity** are years and dates (with the Gregorian `Quantity.year`), ordinals and laws, numbers
of documents, telephones and lists, and names with digits. They are returned too, so that a caller
can skip them. 7年 is a length of time, 105年 a year.

>>> kinds("105年9月1日第1130302285號函"), find("104年度")[0].year
([('date', '105年9月1日'), ('document_number', '第1130302285號')], 2015)
>>> kinds("第46條第1級"), read("連續8年"), kinds("(一)祥安4號專案")
([('law', '第46條'), ('ordinal', '第1級')], '8 年', [('list_marker', '(一)'), ('identifier', '4號')])

Words that hold a numeral, and figures that none can know, give nothing at all.

>>> find("大陸地區人民參與，收拾統一，第三人萬一一般"), find("數十人，無，NA，-，○")
([], [])

**List numbers** glued to a figure are told by their run over the paragraphs of a cell; a paragraph by
itself is taken at its word.

>>> [_shown(items[-1]) for items in find_in_paragraphs(["1.10秒", "2.15%", "3.97.5%"])]
['10 秒', '15 %', '97.5 %']
>>> read("2.15%"), read("3.97.5%")
('2.15 %', '97.5 %')

A text that has to be one quantity is refused if it is not.

>>> Quantity.parse("8,656人次").value
Decimal('8656')
>>> Quantity.parse("賡續辦理")
Traceback (most recent call last):
    ...
pipeline.quantities.scanner.QuantityError: not a quantity: '賡續辦理'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import (
    bounds,
    counters,
    inline_labels,
    numerals,
    ranges,
)
from pipeline.quantities.figures.figure import Figure, FigureText, Passed
from pipeline.quantities.figures.reader import read_arabic, read_figure
from pipeline.quantities.inline_labels import InlineLabel
from pipeline.quantities.kinds import QUANTITIES, QuantityKind
from pipeline.quantities.label_styles import NUMBER_OF_SINGLE
from pipeline.quantities.lookalikes import matching
from pipeline.quantities.lookalikes.lookalike import Lookalike
from pipeline.quantities.units import same_counter

__all__ = [
    "Quantity",
    "QuantityError",
    "QuantityKind",
    "find",
    "find_in_paragraphs",
    "may_be_one",
    "same_counter",
]


class QuantityError(ValueError):
    """Text that is not one quantity; the message names the text."""


class Quantity(NamedTuple):
    """A figure with the text that it was read from.

    ``text`` is what stands from ``start`` to ``end``: the figure, its unit and the bound words beside
    it; ``number_start`` and ``number_end`` leave out the bound words. A range has ``low`` and ``high``,
    and ``value`` is its low end.
    """

    text: str
    start: int
    end: int
    value: Decimal | Fraction
    kind: QuantityKind
    unit: str = ""
    bound: str = bounds.EQUAL
    decimals: int = 0
    low: Decimal | Fraction | None = None
    high: Decimal | Fraction | None = None
    year: int | None = None
    number_start: int = 0
    number_end: int = 0

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read a text that is one quantity and nothing else."""
        found = [item for item in find(text) if item.is_quantity]
        if len(found) == 1 and not (text[: found[0].start] + text[found[0].end :]).strip():
            return found[0]
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        raise QuantityError(f"not a quantity: {shown!r}")

    @property
    def is_quantity(self) -> bool:
        """Tell whether the figure measures or counts something."""
        return self.kind in QUANTITIES

    @property
    def is_exact(self) -> bool:
        """Tell whether it stands for one value only."""
        if self.low is not None and self.high is not None:
            return self.low == self.high
        if self.kind == QuantityKind.NUMBER:
            return self.decimals == 0 and self.bound != bounds.ABOUT
        return self.kind == QuantityKind.FRACTION or self.kind not in QUANTITIES

    @property
    def is_plain(self) -> bool:
        """Tell whether it is one figure, given without 約 or 餘."""
        return self.low is None and self.high is None and self.bound != bounds.ABOUT

    @property
    def rounded(self) -> tuple[Fraction, Fraction]:
        """Return the ends of what rounds to its value, to the last printed place."""
        top, bottom = self.value.as_integer_ratio()
        if self.decimals < 0:
            place = 10**-self.decimals * bottom
        else:
            top, place, bottom = top * 10**self.decimals, bottom, bottom * 10**self.decimals
        return Fraction(2 * top - place, 2 * bottom), Fraction(2 * top + place, 2 * bottom)

    @property
    def interval(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest value that would be printed so."""
        if self.low is not None and self.high is not None:
            return Fraction(self.low), Fraction(self.high)
        if self.is_exact:
            value = Fraction(self.value)
            return value, value
        about = self.bound == bounds.ABOUT
        if not about:
            return self.rounded
        value, place = Fraction(self.value), Fraction(10) ** -self.decimals
        if not _MORE.isdisjoint(self.text):
            # 餘 never says less, and 十餘件 up to nineteen: the last figure that is no nought counts.
            return value - place / 2, value + max(place, _last_significant_place(self.value))
        if self.kind == QuantityKind.NUMBER and self.value and self.decimals <= 0:
            place = max(place, _last_significant_place(self.value))  # the noughts of 約300人
        return value - place / 2, value + place / 2


def may_be_one(a: Quantity, b: Quantity) -> bool:
    """Tell whether two printed figures of the same counter may stand for one value.

    They may where some value would be printed as both: 39,012千元 and 3,901萬元. Printed to the same
    place, one value is printed in one way only: 39.2 is not 39.3, though 39.25 lies on the edge of
    both. 約 and ranges leave that open.

    >>> [may_be_one(Quantity.parse("39.2公噸"), Quantity.parse(f"{other}公噸"))
    ...  for other in ("39.20", "39.24", "39.3", "約39.3", "39")]
    [True, True, False, True, False]
    """
    if a.decimals == b.decimals and a.is_plain and b.is_plain:
        return a.value == b.value
    (low, high), (least, most) = a.interval, b.interval
    return low <= most and least <= high


_MORE = frozenset("餘余多")
# Where a figure may begin, with all digits there; a point alone is none.
_CANDIDATE = re.compile(f"[.0-9{numerals.CHINESE}半{''.join(NUMBER_OF_SINGLE)}][0-9]*")
# Addresses and unmapped glyphs, whose digits are no figures.
_MASKED = late(
    r"https?://[!-~]+|www\.[!-~]+|\(cid:[0-9]+\)|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
# A whole cell such as (1,234) is a negative amount, as accountants write it.
_ACCOUNTANTS = late(r"\s*\((?P<amount>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?)\)\s*")


def find(text: str) -> list[Quantity]:
    """Return the figures of a text in their order, also those that are no quantity."""
    return find_in(text, FigureText.of(text), 0)


def find_in(
    text: str, whole: FigureText, start: int, glued: AbstractSet[int] | None = None
) -> list[Quantity]:
    """Return the figures of a text that begins at a place of another, which was folded at once.

    ``glued`` is where its lines begin with a number of a run 1. 2. 3., if that is known.
    """
    end = start + len(text)
    folded = whole.folded[start:end]
    first = _CANDIDATE.search(folded)
    if first is None:
        return []
    if glued is None:
        glued = _glued(text) if "\n" in text else _NONE
    return _Finder(text, FigureText(whole.printed[start:end], folded), glued).run(first)


_NONE: AbstractSet[int] = frozenset()


def _glued(text: str) -> AbstractSet[int]:
    """Return where lines of a text begin with a number of a run 1. 2. 3."""
    lines = text.split("\n")
    glued = inline_labels.find_glued(lines)
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return {start for index, start in enumerate(starts) if index in glued}


def find_in_paragraphs(paragraphs: Sequence[str]) -> list[list[Quantity]]:
    """Read the paragraphs of a cell, whose run 1. 2. 3. tells a list number glued to its figure."""
    glued = inline_labels.find_glued(paragraphs)
    return [
        find_in(text, FigureText.of(text), 0, {0} if index in glued else _NONE)
        for index, text in enumerate(paragraphs)
    ]


class _Finder:
    """Reads one text from left to right; no place is read twice."""

    def __init__(self, text: str, source: FigureText, glued: AbstractSet[int]) -> None:
        self.text = text
        self.source = source
        self.glued = glued
        self.items: list[Quantity] = []
        self.floor = 0  # where the last figure ends, with its bounds
        self.last: Figure | None = None  # the last one, while it can be the low end of a range
        self.last_bound = (bounds.EQUAL, 0)
        self.marker: InlineLabel | None = None

    def run(self, candidate: re.Match[str] | None) -> list[Quantity]:
        """Return what the text holds, from the first place on where a figure may begin."""
        folded = self.source.folded
        if "://" in folded or "www." in folded or "(cid:" in folded or "@" in folded:
            folded = _MASKED.sub(lambda match: "\0" * len(match[0]), folded)
            self.source = FigureText(self.source.printed, folded)
            candidate = _CANDIDATE.search(folded)
        while candidate:
            start, at = candidate.span()
            if at - start > 1 or folded[start] != ".":
                self._read(start, at)
                at = self.floor
            candidate = _CANDIDATE.search(folded, at)
        return self.items

    def _read(self, start: int, stop: int) -> None:
        """Read what begins with the numeral character at a place, and move on.

        Arabic digits go on to ``stop``.
        """
        folded = self.source.folded
        arabic = folded[start] <= "9"
        if not arabic or (
            stop - start < 3 and folded[stop : stop + 1] in inline_labels.BEHIND_DIGITS
        ):
            marker = self._opening(start) or inline_labels.match_label(
                folded, start, self.floor, self.marker
            )
            if marker:
                self._take_marker(marker)
                return
        lookalike = (
            matching.match_arabic(folded, start, stop, self.floor)
            if arabic
            else matching.match_chinese(folded, start, self.floor)
        )
        if lookalike:
            self._take_lookalike(lookalike)
            return
        read = read_arabic if arabic else read_figure
        figure = read(self.source, start, self.floor, stop)
        if isinstance(figure, Passed):
            self.floor, self.last = figure.end, None
        else:
            self._take(figure)

    def _opening(self, start: int) -> InlineLabel | None:
        """Return the list number glued to its item, where a line begins."""
        line = start
        while line > self.floor and self.source.folded[line - 1] == " ":
            line -= 1
        if line > 0 and self.source.folded[line - 1] != "\n":
            return None
        return inline_labels.match_opening(self.source.folded, start, in_run=line in self.glued)

    def _take_marker(self, marker: InlineLabel) -> None:
        self.marker = marker
        self._take_lookalike(
            Lookalike(QuantityKind.LIST_MARKER, marker.start, marker.end, marker.number)
        )

    def _take_lookalike(self, found: Lookalike) -> None:
        text = self.text[found.start : found.end]
        self.items.append(
            Quantity(
                text, found.start, found.end, found.value, found.kind, found.unit,
                year=found.year, number_start=found.start, number_end=found.end,
            )
        )  # fmt: skip
        self.floor, self.last = found.end, None

    def _take(self, figure: Figure) -> None:
        """Take a figure with its bounds, and as a range if it goes on from the one before."""
        if self.source.folded.startswith("(") and _ACCOUNTANTS.fullmatch(self.source.folded):
            figure = figure._replace(value=-figure.value, start=0, end=len(self.text))
        folded = self.source.folded
        joined, last = None, self.last
        if last and figure.start - last.end <= ranges.LONGEST_BETWEEN:
            joined = ranges.join_range(folded, last, figure)
        if joined:
            self.items.pop()
            figure = joined
            bound, start = self.last_bound
        else:
            bound, start = bounds.bound_before(folded, self.floor, figure.start)
            if start < figure.start and self._is_no_bound(figure, start):
                bound, start = bounds.EQUAL, figure.start
        self.last, self.last_bound = figure, (bound, start)
        behind, end = bounds.bound_behind(folded, figure.end)
        if behind != bounds.EQUAL:
            bound, self.last = behind, None
        elif figure.more and bound == bounds.EQUAL:
            bound = bounds.ABOUT
        low = figure.value if figure.high is not None else None
        self.items.append(
            Quantity(
                self.text[start:end], start, end, figure.value, figure.kind, figure.unit, bound,
                _decimals(figure.value), low, figure.high, None, figure.start, figure.end,
            )
        )  # fmt: skip
        self.floor = end

    def _compares(self, figure: Figure, start: int) -> bool:
        """Tell whether the word between two figures compares them: 1,500人超出230人."""
        last = self.items[-1] if self.items else None
        return (
            last is not None
            and last.end == start
            and last.kind == figure.kind
            and last.bound == bounds.EQUAL
            and bool(last.unit)
            and same_counter(last.unit, figure.unit)
            and bounds.is_comparison(self.source.folded, start)
        )

    def _is_no_bound(self, figure: Figure, start: int) -> bool:
        """Tell whether the word before a figure sets none: 近3年 are the last three, not about three."""
        return self._compares(figure, start) or (
            self.source.folded[start] == "近" and figure.unit in counters.LENGTHS_OF_TIME
        )


def _shown(item: Quantity) -> str:
    """Write a quantity for the examples above: bound, value, unit."""
    ends = [item.value] if item.high is None else [item.value, item.high]
    value = "..".join(f"{end:f}" if isinstance(end, Decimal) else str(end) for end in ends)
    return f"{'' if item.bound == bounds.EQUAL else item.bound} {value} {item.unit}".strip()


def _last_significant_place(value: Decimal | Fraction) -> Fraction:
    """Return the place of the last figure of a number that is no nought: 100 for 300."""
    if isinstance(value, Fraction):
        return Fraction(0)
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    noughts = len(digits) - len(bytes(digits).rstrip(b"\0"))
    return Fraction(10) ** (exponent + (noughts if any(digits) else 0))


_ONE = Decimal(1)


def _decimals(value: Decimal | Fraction) -> int:
    """Return the number of printed places behind the point, negative for 萬 shorthand."""
    if not isinstance(value, Decimal) or value.same_quantum(_ONE):
        return 0
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent
