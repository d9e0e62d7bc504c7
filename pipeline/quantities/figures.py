"""A place in a text -> the figure that begins there: value, unit, and whether it is a percentage.

A figure is a numeral with what belongs to it by form: sign, percent sign or unit, 成 折 分之 半, a
currency. Bounds and ranges are put on later. Chinese numerals have to earn it: 三 alone is a figure
only before a counter or standing by itself, and never inside a word.

>>> def figure(text, start=0):
...     found = read_figure(FigureText(text, text), start, 0)
...     return (str(found.kind), str(found.value), found.unit) if isinstance(found, Figure) else None
>>> figure("3/4"), figure("百分之3.5"), figure("7成"), figure("85折"), figure("1.23個百分點")
(('fraction', '0.75', ''), ('percent', '3.5', '%'), ('percent', '7E+1', '%'), \
('percent', '85', '%'), ('percent_point', '1.23', '百分點'))
>>> figure("兩年半"), figure("123元5角"), figure("NT$500", 3), figure("△3", 1), figure("二三十人")
(('number', '2.5', '年'), ('number', '123.5', '元'), ('number', '500', '元'), ('number', '-3', ''), \
('range', '20', '人'))
>>> figure("一般"), figure("三"), figure("三人"), figure("參與")
(None, ('number', '3', ''), ('number', '3', '人'), None)
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import counters, numerals, units, word_boundaries
from pipeline.quantities.characters import han_end, repair_and_fold
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.numerals import Numeral


class FigureText(NamedTuple):
    """A text as printed, with its characters repaired, and as patterns know it; equally long."""

    printed: str
    folded: str

    @classmethod
    def of(cls, text: str) -> FigureText:
        """Return a text with its characters repaired and folded."""
        return cls(*repair_and_fold(text))


class Figure(NamedTuple):
    """A figure without its bounds."""

    kind: QuantityKind
    start: int
    end: int
    value: Decimal | Fraction
    unit: str = ""
    more: bool = False  # 餘 or 多 belongs to it
    power: int = 0  # that of the 十百千萬億兆 which its digits end in
    high: Decimal | Fraction | None = None  # the other end, for a range


class Passed(NamedTuple):
    """Numeral characters that say no figure, and where they end."""

    end: int


_G = "[ \n]{0,4}"
_PERCENT = re.compile(
    rf"""
    {_G} (?: (?P<sign> [%‰‱] )
           | (?P<points> 個? {_G} 百 {_G} 分 {_G} 點 | 個 {_G} 百 {_G} 分 {_G} 比 )
           | (?P<spelt> [Pp]er [ ]? cent (?! [A-Za-z] ) )
           | (?P<tenths> 成 (?! [立長果員績效本功為就人年案交熟品群形型分份語套因敗] ) )
                (?: (?P<half> 半 ) | (?P<ones> [0-9一二三四五六七八九] (?! [0-9.%成十百千萬億個分年月] ) ) )?
           | (?P<discount> 折 (?! [合舊損現算抵讓射衝疊返] ) ) )
    """,
    re.VERBOSE,
)
_OPENING = re.compile("[ \n]?\\(")
_PLACES_OF_SIGN = {"%": 0, "‰": 1, "‱": 2}
_PARTS = re.compile(rf"{_G}分{_G}之{_G}(?P<minus>[負-])?{_G}")
_PERCENT_OF = re.compile(
    rf"(?:(?P<power>[百佰千仟萬億]{{1,4}}){_G}分{_G}之{_G}(?P<minus>[負-])?{_G})|百分百"
)
_HUNDRED = late("[百佰](?!分)")
_SLASH = re.compile(r"[ ]?/[ ]?(?P<below>[0-9]{1,12})(?![0-9,.]|[ ]?/)")
# The operators of a printed formula: 19/74 between them is a division, not a fraction.
_OPERATOR_BEHIND = re.compile(r"[)\]】}][)\]】} ]*[×xX*÷/+=≈%-]|[ ]?[×xX*÷/+=≈-](?![A-Za-z])")
_OPERATOR_BEFORE = late(r"[×xX*÷/+=][ ]?[(\[【]*$|[)\]】0-9][ ]?-[ ]?[(\[【]*$")
_SIGN = re.compile(r"(?:正負[ ]?|負[ ]?的?[ ]?|[-+△]|±[ ]?)\Z")  # no line end between
_LETTER = late("[A-Za-z]")
_BELOW_ZERO = re.compile(rf"零下(?=[0-9{numerals.CHINESE}])(?!零下)")
_CURRENCY = late(
    r"""
    (?: (?:NT|US|HK|AU|CA)? [$¥€£] | USD | NTD | TWD | RMB | EUR | JPY | CNY | NT | US
      | 新?[台臺]幣 | 人民幣 | 美[金元] | 歐元 | 日[幣圓] | 港幣 ) [ ]? $
    """,
    re.VERBOSE,
)
_MORE = re.compile(
    "(?:(?P<more>[多來幾])|[ \n]{0,2}餘[ \n]?)(?![額款絀數地力震屋裕功樣媒邊語重層媒國角校自源])"
)
_HALF_OF = late(r"半(?=個月|個?小時|個鐘|年(?![報度])|天|日(?![本遊]))")
_AND_HALF = late(r"半(?![數徑導島成自年月公天日])")
_DIGIT = "[0-9一二三四五六七八九壹貳參肆伍陸柒捌玖]"
_SMALL_MONEY = late(rf"零?(?:(?P<dimes>{_DIGIT})角)?(?:零?(?P<cents>{_DIGIT})分(?![之鐘]))?")
_APPROXIMATE_PAIRS = frozenset(
    ["一二", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "一兩", "兩三", "三五"]
)
_PAIR = late(
    "(?P<tens>[一二三四五六七八九]?十)?(?P<low>[一二三四五六七八兩])(?P<comma>、)?(?P<high>[二三四五六七八九])(?!、)"
)
# 一案一專人, 一鄉鎮一特色: one for each, whatever their number. 一年一次 counts.
_ONE_FOR_EACH = re.compile(
    f"一[^\\W點又年月週周日天季時0-9{numerals.CHINESE}]{{1,2}}一(?![{numerals.CHINESE}])"
)
_TIMES = late("次(?![日年月級要長])")
_BLANKS = late(r"[ \n]{0,4}")
_TO_ANOTHER = late(rf"{_G}[至到~-]{_G}[{numerals.CHINESE}0-9]")
_NEVER_ALONE = frozenset(
    ["千萬", "百萬", "億萬", "萬億", "千百", "百千", "百", "千", "萬", "億", "兆", "萬萬"]
)
_LABEL_OF_UNIT = late(r"單位[:為]?[ ]?(?:新?[台臺]幣)?[ ]?$")
_BARE_POWERS = frozenset("百千萬億")
_OR_MORE = ("以上", "以下", "以內")


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


def in_formula(text: str, start: int, end: int) -> bool:
    """Tell whether operators stand beside a stretch of text."""
    return bool(
        _OPERATOR_BEHIND.match(text, end)
        or _OPERATOR_BEFORE.search(text[max(0, start - 4) : start])
    )


def shift_point(value: Decimal, power: int) -> Decimal:
    """Move the point, keeping the digits and with them the printed precision."""
    if not power:
        return value
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent + power))


def read_arabic(source: FigureText, start: int, floor: int, stop: int) -> Figure | Passed:
    """Return the same where the figure begins with Arabic digits or a point."""
    numeral = numerals.scan_numeral(source.folded, start, stop)
    if numeral is None or (source.folded[start] == "." and _LETTER.match(source.folded, start - 1)):
        return Passed(start + 1)  # a.3場
    # Few characters tell no number of so many digits, even with 萬 and 億 among them.
    if (
        numeral.end - start > numerals.LONGEST_RUN - numerals.HIGHEST_POWER
        and len(numeral.value.as_tuple().digits) > numerals.LONGEST_RUN
    ):
        return Passed(numeral.end)
    return _figure(source, start, floor, numeral)


def _read_half(source: FigureText, start: int, floor: int) -> Figure | Passed:
    """Read 半年, 半小時."""
    if word_boundaries.word_at(source.folded, start, floor)[1] or not _HALF_OF.match(
        source.folded, start
    ):
        return Passed(start + 1)
    unit, end = _unit(source, start + 1)
    return Figure(QuantityKind.NUMBER, start, end, Decimal("0.5"), unit)


def _read_chinese(
    source: FigureText, start: int, floor: int, *, pairs: bool = True
) -> Figure | Passed:
    text = source.folded
    if percent := _PERCENT_OF.match(text, start):
        return _percent_of(text, start, floor, percent)
    if each := _ONE_FOR_EACH.match(text, start):
        return Passed(each.end())
    if below := _BELOW_ZERO.match(text, start):
        return _below_zero(source, start, below.end())
    word_start, word = word_boundaries.word_at(text, start, floor)
    numeral = numerals.scan_numeral(text, start) or _bare_power(text, start)
    if numeral is None:
        return Passed(max(word, start + 1))
    if _PARTS.match(text, numeral.end):
        return _figure(source, start, floor, numeral)
    # The first 一 of 唯一一件 belongs to the word, and the numeral begins behind it.
    if word and _counts_after_all(source, start, word_start, word):
        return _figure(source, start, floor, numeral)
    if numeral.end <= word or word_start < start < word:
        return Passed(word)
    if pairs and (approximate := _approximate(source, start)):
        return approximate
    if not _plausible(source, start, floor, numeral):
        return Passed(numeral.end)
    return _figure(source, start, floor, numeral)


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
        return word == start + 2 and _PERCENT.match(text, word) is not None
    if word != start + 1:
        return False
    if first == "之":
        return text[start] != "一" and (
            _PERCENT.match(text, word) is not None or _counted(source, word)
        )
    return (
        first in "週周"
        and _TIMES.match(text, word) is not None
        and text[word_start - 1 : word_start] == "每"
    )


def _bare_power(text: str, start: int) -> Numeral | None:
    """Read the 百 of 近百人 and 百餘人."""
    if not _is_bare_power(text, start):
        return None
    power = numerals.POWERS[text[start]]
    return Numeral(
        Decimal(f"1E{power}"), start + 1, more=True, chinese=True, power=power, plain=False
    )


def _is_bare_power(text: str, start: int) -> bool:
    """Tell whether a 百 stands for a hundred by itself: 近百人, 百餘人, 百人以上."""
    if text[start] not in _BARE_POWERS:
        return False
    end = start + 1
    if text.startswith(("餘", "多"), end) or (start and text[start - 1] in "近約逾"):
        return True
    words = han_end(text, end, 2)
    return any(text.startswith(_OR_MORE, at) for at in range(end + 1, words + 1))


def _figure(source: FigureText, start: int, floor: int, numeral: Numeral) -> Figure | Passed:
    """Put sign, percent sign, unit and the like to a numeral."""
    text, end, value, more = source.folded, numeral.end, numeral.value, numeral.more
    begin, negative = _sign(text, start, floor)
    if fraction := _fraction(text, begin, negative, numeral):
        return fraction
    if negative:
        value = value.copy_negate()
    following = text[end : end + 1]
    if following in _PLACES_OF_SIGN:
        value = shift_point(value, -_PLACES_OF_SIGN[following])
        return Figure(QuantityKind.PERCENT, begin, end + 1, value, "%", more)
    if match := _MORE.match(text, end):
        more, end = True, match.end()
    if percent := _PERCENT.match(text, end):
        return _percent(begin, value, percent, more)
    return _counted_figure(source, floor, numeral.power, begin, end, value, more)


def _counted_figure(
    source: FigureText, floor: int, power: int, begin: int, end: int, value: Decimal, more: bool
) -> Figure:
    """Put the unit to a number, with what else belongs to it then."""
    text = source.folded
    unit, end = _unit(source, end)
    if unit and text.startswith("半", end):
        value, unit, end = _with_half(source, value, unit, end)
    if unit in counters.WITH_SMALL_MONEY:
        value, end = _with_small_money(text, value, end)
    if not unit:
        unit, end = _unit_in_brackets(source, end)
    if not unit:
        begin, unit = _currency(text, begin, floor)
    if unit and not more and (match := _MORE.match(text, end)) and not match["more"]:
        more, end = True, match.end()
    return Figure(QuantityKind.NUMBER, begin, end, value, unit, more, power)


def _sign(text: str, start: int, floor: int) -> tuple[int, bool]:
    """Return where the sign of a figure begins, and whether it is negative."""
    match = _SIGN.search(text[max(floor, start - 4) : start])
    if match is None:
        return start, False
    begin = start - len(match[0])
    mark = match[0][0]
    if mark in "-+":
        before = text[begin - 1 : begin]
        # Between two figures, and behind a bracket or a name, it is an operator or a hyphen.
        if (begin == floor and floor) or (
            before and (before in ")]】%0123456789" or (before.isascii() and before.isalpha()))
        ):
            return start, False
    return begin, mark in "負-△"


def _currency(text: str, begin: int, floor: int) -> tuple[int, str]:
    """Return where a figure with a currency in front begins, and its unit."""
    match = _CURRENCY.search(text[max(floor, begin - 5) : begin])
    if match is None:
        return begin, ""
    name = match[0].strip()
    return begin - len(match[0]), counters.CURRENCIES.get(name[:2]) or counters.CURRENCIES.get(
        name[0], name
    )


def _unit(source: FigureText, end: int) -> tuple[str, int]:
    """Return the unit behind a figure, and where it ends."""
    text = source.folded
    at = end
    while at < end + 2 and text.startswith((" ", "\n"), at):
        at += 1
    stop = units.unit_end(text, at)
    if text.find("\n", at + 1, at + 4) > 0 and (broken := _broken_unit(text, at)) > stop:
        return source.printed[at:broken].replace("\n", ""), broken
    if stop == at:
        return "", end
    if text[at] == "個" and stop > at + 1 and text[at + 1] != "月":
        at += 1
    return (text if text[at] < "\u2e80" else source.printed)[at:stop], stop


def _unit_in_brackets(source: FigureText, end: int) -> tuple[str, int]:
    """Return the unit that stands in brackets behind a figure: 8,656(人次)."""
    opening = _OPENING.match(source.folded, end)
    if opening is None:
        return "", end
    stop = units.listed_end(source.folded, opening.end()) or 0
    if stop <= opening.end() or source.folded[stop : stop + 1] != ")":
        return "", end
    return source.printed[opening.end() : stop], stop + 1


def _broken_unit(text: str, start: int) -> int:
    """Return where a unit ends that a line break cuts in two: 公⏎里."""
    line_break = text.index("\n", start)
    joined = text[start:line_break] + text[line_break + 1 : line_break + 9]
    stop = units.listed_end(joined, 0) or 0
    return start + stop + 1 if start + stop > line_break else start


def _with_half(source: FigureText, value: Decimal, unit: str, end: int) -> tuple[Decimal, str, int]:
    """Add the half of 兩年半 and 三個半月."""
    if value.as_tuple().exponent != 0:
        return value, unit, end
    half = Decimal(f"{value}.5")
    if unit not in ("個", "个"):
        return (half, unit, end + 1) if _AND_HALF.match(source.folded, end) else (value, unit, end)
    if source.folded.startswith("月", end + 1):
        return half, source.printed[end - 1] + source.printed[end + 1], end + 2
    unit_behind, stop = _unit(source, end + 1)
    return half, unit_behind or unit, stop


def _with_small_money(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Add 1角1分 to 123元."""
    match = _SMALL_MONEY.match(text, end)
    if match is None or not (match["dimes"] or match["cents"]) or value.as_tuple().exponent != 0:
        return value, end
    dimes, cents = (
        numerals.parse_numeral(match[name]) if match[name] else "0" for name in ("dimes", "cents")
    )
    return Decimal(f"{value}.{dimes}{cents if match['cents'] else ''}"), match.end()


def _percent(begin: int, value: Decimal, match: re.Match[str], more: bool) -> Figure:
    """Return a figure with %, ‰, 成, 折 or 個百分點 behind it."""
    end = match.end()
    if match["points"]:
        return Figure(QuantityKind.PERCENT_POINT, begin, end, value, "百分點", more)
    if match["sign"] or match["spelt"]:
        value = shift_point(value, -_PLACES_OF_SIGN[match["sign"] or "%"])
        return Figure(QuantityKind.PERCENT, begin, end, value, "%", more)
    if match["discount"]:  # 8折 and 85折
        value = value if value >= 10 else shift_point(value, 1)
        return Figure(QuantityKind.PERCENT, begin, end, value, "%", more, 1)
    ones = "5" if match["half"] else match["ones"]
    spoken = ones and value.as_tuple().exponent == 0  # 兩成五
    value = Decimal(f"{value}{numerals.parse_numeral(ones)}") if spoken else shift_point(value, 1)
    return Figure(QuantityKind.PERCENT, begin, end, value, "%", more, 1)


def _percent_of(text: str, start: int, floor: int, match: re.Match[str]) -> Figure | Passed:
    """Read 百分之二十, 千分之三, 萬分之五, 百分百."""
    begin, negative = _sign(text, start, floor)
    if not match["power"]:
        return Figure(QuantityKind.PERCENT, begin, match.end(), Decimal(100), "%")
    numeral = numerals.scan_numeral(text, match.end())
    if numeral is None and (hundred := _HUNDRED.match(text, match.end())):
        numeral = Numeral(Decimal(100), hundred.end())
    if numeral is None:
        return Passed(match.end())
    value = numeral.value.copy_negate() if negative != bool(match["minus"]) else numeral.value
    power = sum(numerals.POWERS[char] for char in match["power"])
    return Figure(
        QuantityKind.PERCENT, begin, numeral.end, shift_point(value, 2 - power), "%", numeral.more
    )


def _fraction(text: str, begin: int, negative: bool, numeral: Numeral) -> Figure | Passed | None:
    """Read 三分之二 and 3/4; the 19/74 of a formula stays two numbers."""
    if parts := _PARTS.match(text, numeral.end):
        above = numerals.scan_numeral(text, parts.end())
        if above is None or not numeral.value:
            return None
        value = Fraction(above.value) / Fraction(numeral.value)
        value = -value if negative != bool(parts["minus"]) else value
        if above.value == 1 and numeral.value >= 1000:  # 五千分之一: the scale of a map
            return Passed(above.end)
        return Figure(QuantityKind.FRACTION, begin, above.end, _decimal_if_it_ends(value))
    slash = _SLASH.match(text, numeral.end)
    if slash is None or not numeral.plain or numeral.value.as_tuple().exponent:
        return None
    below = int(slash["below"])
    if not below or "," in text[begin : numeral.end] or in_formula(text, begin, slash.end()):
        return None
    value = Fraction(numeral.value) / below
    if value >= 1:  # 210/200 is a division by itself
        return None
    return Figure(
        QuantityKind.FRACTION,
        begin,
        slash.end(),
        _decimal_if_it_ends(-value if negative else value),
    )


def _decimal_if_it_ends(value: Fraction) -> Decimal | Fraction:
    """Return a decimal where one says the same, else the fraction."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1:
        return value
    return Decimal(f"{(value * 10**places).numerator}E-{places}")


def _approximate(source: FigureText, start: int) -> Figure | None:
    """Read 二三十人 and 三五百件: from two to three tens."""
    text = source.folded
    if found := _approximate_teens(source, start):
        return found
    if text[start : start + 2] not in _APPROXIMATE_PAIRS:
        return None
    follows = text[start + 2 : start + 3]
    if (percent := _PERCENT.match(text, start + 2)) and not percent["points"]:
        low, high = (
            _percent(start, numerals.parse_numeral(char), percent, False)
            for char in text[start : start + 2]
        )
        return low._replace(kind=QuantityKind.RANGE, high=high.value)
    if not follows or (follows not in numerals.POWERS and not _counted(source, start + 2)):
        return None
    window = text[start + 1 : start + 40]
    above, below = (
        numerals.scan_numeral(window, 0),
        numerals.scan_numeral(text[start] + window[1:], 0),
    )
    if above is None or below is None or below.end != above.end:
        return None
    unit, end = _unit(source, start + 1 + above.end)
    return Figure(QuantityKind.RANGE, start, end, below.value, unit, above.more, high=above.value)


def _approximate_teens(source: FigureText, start: int) -> Figure | None:
    """Read 二、三十人, 七、八成, 十五、六歲 and 十五六歲, but not 五、六、七年 or 三、四年級."""
    text = source.folded
    pair = _PAIR.match(text, start)
    if pair is None or pair["low"] + pair["high"] not in _APPROXIMATE_PAIRS:
        return None
    if not pair["comma"] and not pair["tens"]:
        return None
    if text[start - 1 : start] in ("、", "第"):
        return None
    high = _read_chinese(source, pair.start("high"), pair.start("high"), pairs=False)
    if isinstance(high, Passed) or high.high is not None or not (high.unit or high.power):
        return None
    if high.kind not in (QuantityKind.NUMBER, QuantityKind.PERCENT):
        return None
    ends = [shift_point(numerals.parse_numeral(pair[name]), high.power) for name in ("low", "high")]
    if ends[1] != high.value:  # 三、四十五人
        return None
    if pair["tens"]:
        tens = shift_point(numerals.parse_numeral(pair["tens"]), high.power)
        ends = [tens + end for end in ends]
    return high._replace(kind=QuantityKind.RANGE, start=start, value=ends[0], high=ends[1])


def _plausible(source: FigureText, start: int, floor: int, numeral: Numeral) -> bool:
    """Tell whether a Chinese numeral is meant as a figure."""
    text, end = source.folded, numeral.end
    before, raw = text[start - 1 : start], text[start:end]
    if text[start] in numerals.POWERS and (
        before in ("數", "幾") or _LABEL_OF_UNIT.search(text[max(0, start - 10) : start])
    ):  # 數十人, 單位:百萬元
        return False
    if _PERCENT.match(text, end):
        return True
    if not numeral.plain and len(raw) > 1:
        return raw not in _NEVER_ALONE or _counted(source, end)
    if _counted(source, end):
        if len(raw) == 1 and before == "\n" and text[end : end + 1] == " ":
            return False  # a heading: 二 機關資料傳輸
        return raw not in _NEVER_ALONE or _is_bare_power(text, start)
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
    percent = _PERCENT.match(source.folded, other.end)
    return bool(percent) or not other.plain or not other.chinese or _counted(source, other.end)


def _counted(source: FigureText, end: int) -> bool:
    """Tell whether a counter follows that makes a Chinese digit a figure."""
    text = source.folded
    more = _MORE.match(text, end)
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
