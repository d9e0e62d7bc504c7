"""What is counted by a figure: its unit behind it or in brackets, its currency, and 半 behind a unit.

>>> source = FigureText.from_text("432場次便民")
>>> find_unit(source, 3), find_unit_in_brackets(FigureText.from_text("8,656(人次)"), 5)
(('場次', 5), ('人次', 9))
>>> find_currency("NT$500", 3, 0), add_small_money("123元5角", Decimal(123), 4)
((0, '元'), (Decimal('123.5'), 6))
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.patterns import late
from pipeline.quantities import counters, numerals, units
from pipeline.quantities.figures.figure import FigureText
from pipeline.quantities.numeral_characters import FORMAL_ONES, ONES

_OPENING = re.compile("[ \n]?\\(")
_CURRENCY = re.compile(
    r"""
    (?: (?:NT|US|HK|AU|CA)? [$¥€£] | USD | NTD | TWD | RMB | EUR | JPY | CNY | NT | US
      | 新?[台臺]幣 | 人民幣 | 美[金元] | 歐元 | 日[幣圓] | 港幣 ) [ ]? $
    """,
    re.VERBOSE,
)
_AND_HALF = late(r"半(?![數徑導島成自年月公天日])")
_DIGIT = f"[0-9{ONES}{FORMAL_ONES}]"
_SMALL_MONEY = late(rf"零?(?:(?P<dimes>{_DIGIT})角)?(?:零?(?P<cents>{_DIGIT})分(?![之鐘]))?")


def find_unit(source: FigureText, end: int) -> tuple[str, int]:
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


def find_unit_in_brackets(source: FigureText, end: int) -> tuple[str, int]:
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


def find_currency(text: str, begin: int, floor: int) -> tuple[int, str]:
    """Return where a figure with a currency in front begins, and its unit."""
    match = _CURRENCY.search(text[max(floor, begin - 5) : begin])
    if match is None:
        return begin, ""
    name = match[0].strip()
    return begin - len(match[0]), counters.CURRENCIES.get(name[:2]) or counters.CURRENCIES.get(
        name[0], name
    )


def add_half(source: FigureText, value: Decimal, unit: str, end: int) -> tuple[Decimal, str, int]:
    """Add the half of 兩年半 and 三個半月."""
    if value.as_tuple().exponent != 0:
        return value, unit, end
    half = Decimal(f"{value}.5")
    if unit not in ("個", "个"):
        return (half, unit, end + 1) if _AND_HALF.match(source.folded, end) else (value, unit, end)
    if source.folded.startswith("月", end + 1):
        return half, source.printed[end - 1] + source.printed[end + 1], end + 2
    unit_behind, stop = find_unit(source, end + 1)
    return half, unit_behind or unit, stop


def add_small_money(text: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """Add 1角1分 to 123元."""
    match = _SMALL_MONEY.match(text, end)
    if match is None or not (match["dimes"] or match["cents"]) or value.as_tuple().exponent != 0:
        return value, end
    dimes, cents = (
        numerals.parse_numeral(match[name]) if match[name] else "0" for name in ("dimes", "cents")
    )
    return Decimal(f"{value}.{dimes}{cents if match['cents'] else ''}"), match.end()
