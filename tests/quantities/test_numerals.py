"""Numerals are read exactly, in every style of writing; what is none is refused with its place.

The round trip writes random values in each style and reads them back, a few hundred by default.
``ROUND_TRIP_VALUES=100000 pytest tests/test_numerals.py -k round_trip`` takes some minutes.
"""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.quantities import numerals
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.scanner import find

READ = [
    pytest.param("0", "0", id="nought"),
    pytest.param("2000", "2000", id="digits"),
    pytest.param("1,234,567", "1234567", id="groups"),
    pytest.param("８，６５６", "8656", id="full width"),
    pytest.param("12,345.67", "12345.67", id="groups and decimals"),
    pytest.param(".5", "0.5", id="leading point"),
    pytest.param("25.50", "25.50", id="trailing nought kept"),
    pytest.param("123,14\n3", "123143", id="line break in a group"),
    pytest.param("1,\n234", "1234", id="line break behind a comma"),
    pytest.param("98\n.5", "98.5", id="line break before the point"),
    pytest.param("77萬2,280", "772280", id="grouped rest"),
    pytest.param("7 萬 2,848", "72848", id="spaces"),
    pytest.param("5 萬 185", "50185", id="unpadded rest with spaces"),
    pytest.param("2萬678", "20678", id="unpadded rest"),
    pytest.param("1 億 1,198 萬 8,165", "111988165", id="hundred millions with spaces"),
    pytest.param("13億4,000萬", "134000E+4", id="two large units"),
    pytest.param("17億1,993萬4千", "1.719934E+9", id="thousands behind"),
    pytest.param("2 萬 5 千", "2.5E+4", id="thousands behind with spaces"),
    pytest.param("3兆0,223億", "3.0223E+12", id="padded rest"),
    pytest.param("1.52兆", "1.52E+12", id="decimals before a unit"),
    pytest.param("648.6萬", "6.486E+6", id="hundreds with decimals"),
    pytest.param("1億2.5萬", "100025E+3", id="decimals before the lower unit"),
    pytest.param("3,500千", "3.500E+6", id="groups of thousands"),
    pytest.param("250百萬", "250E+6", id="millions"),
    pytest.param("500餘萬", "500E+4", id="and some more"),
    pytest.param("一千萬", "1000E+4", id="ten million"),
    pytest.param("十二", "12", id="twelve"),
    pytest.param("十", "10", id="ten"),
    pytest.param("一百十六", "116", id="ten without one"),
    pytest.param("一千零一", "1001", id="nought between"),
    pytest.param("一千零十", "1010", id="nought before ten"),
    pytest.param("1千零20", "1020", id="nought before digits"),
    pytest.param("三千五百", "3500", id="exact"),
    pytest.param("一八九四萬四四三六", "18944436", id="digits in a row"),
    pytest.param("一○五", "105", id="circle for nought"),
    pytest.param("二．二億", "2.2E+8", id="full-width point"),
    pytest.param("一百二十三點零四五", "123.045", id="spoken decimals"),
    pytest.param("兩千點五", "2000.5", id="decimals behind a unit"),
    pytest.param("零點零零一", "0.001", id="small"),
    pytest.param("十六點三億", "1.63E+9", id="spoken decimals before a unit"),
    pytest.param("廿三", "23", id="twenty"),
    pytest.param("卅", "30", id="thirty"),
    pytest.param("卌五", "45", id="forty"),
    pytest.param("一百廿五", "125", id="twenty behind a hundred"),
    pytest.param("壹仟貳佰參拾肆", "1234", id="formal"),
    pytest.param("伍億柒仟萬拾柒", "570000017", id="formal without nought"),
    pytest.param("贰万叁仟", "2.3E+4", id="formal Simplified"),
    pytest.param("俩千两百", "2200", id="two of a pair"),
    pytest.param("三万五", "3.5E+4", id="digit for the next place"),
    pytest.param("一百五", "150", id="digit for the next place of a hundred"),
    pytest.param("兩萬零五", "20005", id="nought says it is ones"),
    pytest.param("2萬5", "20005", id="Arabic digit is ones"),
    pytest.param("四萬億", "40000E+8", id="unit on unit"),
    pytest.param("三十五萬兆", "350000E+12", id="unit on unit after tens"),
    pytest.param("四千五百六十九萬八千三百一十一億", "45698311E+8", id="all before is multiplied"),
    pytest.param("一萬萬", "10000E+4", id="ten thousand squared"),
    pytest.param("９" * 5000, "9" * 5000, id="longer than int reads"),
]  # fmt: skip
REFUSED = [
    pytest.param("", 1, id="empty"),
    pytest.param("萬", 1, id="unit alone"),
    pytest.param("三千五百人", 5, id="counter"),
    pytest.param("1,2345", 2, id="no group"),
    pytest.param("1.2.3", 2, id="two points"),
    pytest.param("3億 105年", 3, id="a year behind"),
    pytest.param("一百 五人", 3, id="another figure behind"),
    pytest.param("2萬12345", 3, id="more digits than places"),
    pytest.param("一千一千", 4, id="the same unit again"),
    pytest.param("三百五千", 4, id="a higher unit behind"),
    pytest.param("點五", 1, id="decimals alone"),
    pytest.param("賡續辦理", 1, id="words"),
    pytest.param("-5", 1, id="sign"),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_parse(text: str, value: str) -> None:
    assert numerals.parse_numeral(text) == Decimal(value)
    assert numerals.parse_numeral(text).as_tuple().exponent == Decimal(value).as_tuple().exponent


@pytest.mark.parametrize(("text", "place"), REFUSED)
def test_refusal_names_the_place(text: str, place: int) -> None:
    with pytest.raises(numerals.NumeralError, match=f"from character {place} on"):
        numerals.parse_numeral(text)


def test_refusal_carries_text_and_place() -> None:
    with pytest.raises(numerals.NumeralError) as caught:
        numerals.parse_numeral("三千五百人")
    assert (caught.value.text, caught.value.place) == ("三千五百人", 4)
    assert isinstance(caught.value, ValueError)


@given(st.text() | st.text(st.sampled_from("0123456789,. 一二十百千萬億兆點零餘廿")))
def test_parse_returns_or_refuses(text: str) -> None:
    with contextlib.suppress(numerals.NumeralError):
        assert numerals.parse_numeral(text) >= 0


# --------------------------------------------------------------------------- the round trip

PLAIN = ("零一二三四五六七八九", ("", "十", "百", "千"))
FORMAL = ("零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟"))
FULL_WIDTH = str.maketrans("0123456789,.%", "０１２３４５６７８９，．％")
SIMPLIFIED = str.maketrans("萬億點兩", "万亿点两")
LARGE = (("兆", 10**12), ("億", 10**8), ("萬", 10**4), ("", 1))


def spoken(number: int, style: tuple[str, tuple[str, ...]] = PLAIN) -> str:
    """Write a whole number as it is spoken: 三億零五十萬."""
    if number == 0:
        return style[0][0]
    words, gap = "", False
    for name, size in LARGE:
        section, number = divmod(number, size)
        if section == 0:
            gap = gap or bool(words)
            continue
        if words and (gap or section < 1000):
            words += style[0][0]
        words, gap = words + _below_ten_thousand(section, style) + name, False
    return words


def _below_ten_thousand(number: int, style: tuple[str, tuple[str, ...]]) -> str:
    digits, units = style
    words, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            gap = gap or bool(words)
        else:
            words, gap = words + (digits[0] if gap else "") + digits[digit] + units[power], False
    return words


def mixed(number: int, rest: Callable[[int], str], space: str = "") -> str:
    """Write a whole number with 兆 億 萬 and Arabic digits: 1億1,198萬8,165."""
    if number == 0:
        return "0"
    parts = []
    for name, size in LARGE:
        section, number = divmod(number, size)
        if section:
            parts.append(rest(section) + (space + name if name else ""))
    return space.join(parts)


def padded(number: int) -> str:
    """Write a whole number with 兆 億 萬 and every rest on four places: 3兆0,223億."""
    text, begun = "", False
    for name, size in LARGE:
        section, number = divmod(number, size)
        if section or begun:
            text += (f"{section // 1000},{section % 1000:03}" if begun else f"{section:,}") + name
            begun = True
        if begun and not number:
            break
    return text or "0"


def with_thousands(number: int) -> str:
    """Write whole thousands as 17億1,993萬4千."""
    large, thousands = divmod(number // 1000, 10)
    head = mixed(large * 10_000, "{:,}".format) if large else ""
    return head + (f"{thousands}千" if thousands or not large else "")


def in_a_row(number: int) -> str:
    """Write a whole number with 兆 億 萬 and Chinese digits in a row: 一八九四萬四四三六."""

    def digits(section: int) -> str:
        # 八萬三 would be 83,000, as it is spoken.
        padded = f"0{section}" if section < 10 <= number else str(section)
        return "".join(PLAIN[0][int(digit)] for digit in padded)

    return mixed(number, digits)


def broken(number: int) -> str:
    """Write a grouped number with a line break in its last group."""
    text = f"{number:,}"
    return f"{text[:-1]}\n{text[-1:]}" if "," in text else text


def short(number: int) -> tuple[str, Decimal]:
    """Write a number with decimals before 萬, 億 or 兆, and the value that is left of it."""
    name, size = next((pair for pair in LARGE if number >= pair[1]), LARGE[-1])
    scaled = (Decimal(number) / size).quantize(Decimal("0.01")) if name else Decimal(number)
    return f"{scaled:,}{name}", scaled * size


STYLES: dict[str, Callable[[int], str]] = {
    "digits": str,
    "groups": "{:,}".format,
    "full width": lambda number: f"{number:,}".translate(FULL_WIDTH),
    "broken line": broken,
    "mixed": lambda number: mixed(number, "{:,}".format),
    "mixed with spaces": lambda number: mixed(number, "{:,}".format, " "),
    "mixed in full width": lambda number: mixed(number, "{:,}".format).translate(FULL_WIDTH),
    "mixed without commas": lambda number: mixed(number, str),
    "padded": padded,
    "spoken": spoken,
    "spoken in Simplified": lambda number: spoken(number).translate(SIMPLIFIED),
    "spoken with two": lambda number: (
        spoken(number).replace("二千", "兩千").replace("二百", "兩百")
    ),
    "spoken with twenty": lambda number: spoken(number).replace("二十", "廿").replace("三十", "卅"),
    "formal": lambda number: spoken(number, FORMAL),
    "in a row": in_a_row,
    "circles for noughts": lambda number: in_a_row(number).replace("零", "○"),
}
COUNT = int(os.environ.get("ROUND_TRIP_VALUES", "250"))


def _values(name: str) -> list[int]:
    """Return random whole numbers, of every size and with noughts in every place."""
    source = random.Random(name)
    return [source.randrange(10 ** source.randint(1, 16)) // 10 ** (power := source.randint(0, 5)) * 10**power
            for _ in range(COUNT)]  # fmt: skip


@pytest.mark.parametrize("name", STYLES)
def test_round_trip(name: str) -> None:
    for number in _values(name):
        text = STYLES[name](number)
        assert numerals.parse_numeral(text) == number, text


# 六七億 in a row is sixty-seven; in a sentence it is said for six or seven.
@pytest.mark.parametrize(
    "name", [name for name in STYLES if name not in ("in a row", "circles for noughts")]
)
def test_round_trip_in_a_sentence(name: str) -> None:
    for number in _values(name)[: COUNT // 5]:
        text = f"共計{STYLES[name](number)}人次，"
        assert [(item.value, item.unit) for item in find(text)] == [(Decimal(number), "人次")], text


def test_round_trip_of_thousands() -> None:
    for number in _values("thousands"):
        thousands = (number + 1) * 1000 % 10**16
        assert numerals.parse_numeral(with_thousands(thousands)) == thousands


def test_round_trip_of_decimals_before_a_unit() -> None:
    for number in _values("short"):
        text, value = short(number)
        assert (numerals.parse_numeral(text), text) == (value, text)


PERCENT_STYLES: dict[str, Callable[[Decimal], str]] = {
    "sign": lambda value: f"{value}%",
    "full-width sign": lambda value: f"{value} ％",
    "small sign": lambda value: f"{value}﹪",
    "full width": lambda value: f"{value}%".translate(FULL_WIDTH),
    "words and digits": lambda value: f"百分之{value}",
    "words": lambda value: (
        "百分之"
        + spoken(int(value))
        + "點"
        + "".join(PLAIN[0][int(d)] for d in str(value).split(".")[1])
    ),
}


@pytest.mark.parametrize("name", PERCENT_STYLES)
def test_round_trip_of_percentages(name: str) -> None:
    source = random.Random(name)
    for _ in range(COUNT):
        value = Decimal(source.randrange(100_000)).scaleb(-source.randint(1, 2))
        text = f"達成率為{PERCENT_STYLES[name](value)}。"
        assert [(item.value, item.kind, item.decimals) for item in find(text)] == [
            (value, QuantityKind.PERCENT, len(str(value).partition(".")[2]))
        ], text
