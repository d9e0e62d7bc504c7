"""A place in a text -> the figure that begins there: value, unit, and whether it is a percentage.

A figure is a numeral with what belongs to it by form: sign, percent sign or unit, 成 折 分之 半, a
currency. Bounds and ranges are put on later. Chinese numerals have to earn it: 三 alone is a figure
only before a counter or standing by itself, and never inside a word.

>>> def figure(text, start=0):
...     found = read_figure(FigureText(text, text), start, 0)
...     return (str(found.kind), str(found.value), found.unit) if isinstance(found, Figure) else None
>>> figure("3/4"), figure("百分之3.5"), figure("7成"), figure("85折"), figure("1.23個百分點")
(('fraction', '0.75', ''), ('percent', '3.5', '%'), ('percent', '7E+1', '%'),
 ('percent', '85', '%'), ('percent_point', '1.23', '百分點'))
>>> figure("兩年半"), figure("123元5角"), figure("NT$500", 3), figure("△3", 1), figure("二三十人")
(('number', '2.5', '年'), ('number', '123.5', '元'), ('number', '500', '元'),
 ('number', '-3', ''), ('range', '20', '人'))
>>> figure("一般"), figure("三"), figure("三人"), figure("參與")
(None, ('number', '3', ''), ('number', '3', '人'), None)
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.patterns import late
from pipeline.quantities import numeral_characters, numerals, word_boundaries
from pipeline.quantities.figures.approximate import read_approximate
from pipeline.quantities.figures.figure import Figure, FigureText, Passed
from pipeline.quantities.figures.fractions import PARTS
from pipeline.quantities.figures.percentages import PERCENT, PERCENT_OF, percentage_of
from pipeline.quantities.figures.plausibility import bare_power, is_counted, is_plausible
from pipeline.quantities.figures.units_of_figures import find_unit
from pipeline.quantities.figures.whole_figures import make_figure
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.numeral_reader import HIGHEST_POWER, LONGEST_RUN

_LETTER = late("[A-Za-z]")
_BELOW_ZERO = re.compile(rf"零下(?=[0-9{numeral_characters.CHINESE_NUMERALS}])(?!零下)")
_HALF_OF = late(r"半(?=個月|個?小時|個鐘|年(?![報度])|天|日(?![本遊]))")
# 一案一專人, 一鄉鎮一特色: one for each, whatever their number. 一年一次 counts.
_ONE_FOR_EACH = re.compile(
    f"一[^\\W點又年月週周日天季時0-9{numeral_characters.CHINESE_NUMERALS}]{{1,2}}一(?![{numeral_characters.CHINESE_NUMERALS}])"
)
_TIMES = late("次(?![日年月級要長])")


def read_figure(source: FigureText, start: int, floor: int, stop: int = 0) -> Figure | Passed:
    """Return the figure whose digits begin at a place, or how far there is none.

    ``stop`` is where Arabic digits in a row end, if that is known.
    """
    char = source.folded[start]
    if "0" <= char <= "9" or char == ".":
        return read_arabic(source, start, floor, stop)
    if char == "半":
        return _read_half(source, start, floor)
    return _read_chinese(source, start, floor)


def read_arabic(source: FigureText, start: int, floor: int, stop: int) -> Figure | Passed:
    """Return the same where the figure begins with Arabic digits or a point."""
    numeral = numerals.scan_numeral(source.folded, start, stop)
    if numeral is None or (source.folded[start] == "." and _LETTER.match(source.folded, start - 1)):
        return Passed(start + 1)  # a.3場
    # Few characters tell no number of so many digits, even with 萬 and 億 among them.
    if (
        numeral.end - start > LONGEST_RUN - HIGHEST_POWER
        and len(numeral.value.as_tuple().digits) > LONGEST_RUN
    ):
        return Passed(numeral.end)
    return make_figure(source, start, floor, numeral)


def _read_half(source: FigureText, start: int, floor: int) -> Figure | Passed:
    """Read 半年, 半小時."""
    if word_boundaries.word_at(source.folded, start, floor)[1] or not _HALF_OF.match(
        source.folded, start
    ):
        return Passed(start + 1)
    unit, end = find_unit(source, start + 1)
    return Figure(QuantityKind.NUMBER, start, end, Decimal("0.5"), unit)


def _read_chinese(
    source: FigureText, start: int, floor: int, *, pairs: bool = True
) -> Figure | Passed:
    text = source.folded
    if percent := PERCENT_OF.match(text, start):
        return percentage_of(text, start, floor, percent)
    if each := _ONE_FOR_EACH.match(text, start):
        return Passed(each.end())
    if below := _BELOW_ZERO.match(text, start):
        return _below_zero(source, start, below.end())
    word_start, word = word_boundaries.word_at(text, start, floor)
    numeral = numerals.scan_numeral(text, start) or bare_power(text, start)
    if numeral is None:
        return Passed(max(word, start + 1))
    if PARTS.match(text, numeral.end):
        return make_figure(source, start, floor, numeral)
    # The first 一 of 唯一一件 belongs to the word, and the numeral begins behind it.
    if word and _counts_after_all(source, start, word_start, word):
        return make_figure(source, start, floor, numeral)
    if numeral.end <= word or word_start < start < word:
        return Passed(word)
    if pairs and (approximate := read_approximate(source, start, _read_high)):
        return approximate
    if not is_plausible(source, start, floor, numeral):
        return Passed(numeral.end)
    return make_figure(source, start, floor, numeral)


def _below_zero(source: FigureText, start: int, end: int) -> Figure | Passed:
    """Read 零下5度."""
    figure = read_figure(source, end, end)
    if isinstance(figure, Passed) or figure.high is not None:
        return figure
    return figure._replace(start=start, value=-figure.value)


def _counts_after_all(source: FigureText, start: int, word_start: int, word: int) -> bool:
    """Tell whether what follows makes a figure of a word: 五五折, 之三成, 之二倍, 每週三次."""
    text, first = source.folded, source.folded[word_start]
    if word_start == start:
        return word == start + 2 and PERCENT.match(text, word) is not None
    if word != start + 1:
        return False
    if first == "之":
        return text[start] != "一" and (
            PERCENT.match(text, word) is not None or is_counted(source, word)
        )
    return (
        first in "週周"
        and _TIMES.match(text, word) is not None
        and text[word_start - 1 : word_start] == "每"
    )


def _read_high(source: FigureText, start: int) -> Figure | Passed:
    """Read the high end of 二、三十人, no pair by itself."""
    return _read_chinese(source, start, start, pairs=False)
