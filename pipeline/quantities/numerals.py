r"""Chinese, Arabic and mixed numerals -> Decimal, exactly.

A numeral is what stands between the sign and the unit: 77萬2,280 · 三千五百 · 1.52兆 · 壹仟零伍拾.
The grammar is that of the spoken number. Digits (Arabic with or without commas, or Chinese in a row)
are multiplied by the 十百千 behind them; what has gathered since the last 萬億兆 is multiplied by the
next one; the rest may be padded or not (2萬678, 3兆0,223億). Spaces and line breaks may stand where
one part ends and the next begins.

The exponent of the result is the last printed place, and so tells how precise the figure claims to
be: 1.2萬 is two digits, 2萬678 is exact, and so is 三千五百, which is simply how one writes 3500.

>>> parse_numeral("三千五百"), parse_numeral("77萬2,280"), parse_numeral("８，６５６")
(Decimal('3500'), Decimal('772280'), Decimal('8656'))
>>> parse_numeral("1.2萬"), parse_numeral("17億1,993萬4千")
(Decimal('1.2E+4'), Decimal('1.719934E+9'))
>>> parse_numeral("一八九四萬四四三六"), parse_numeral("3兆0,223億") == 3_022_300_000_000
(Decimal('18944436'), True)
>>> parse_numeral("壹仟零伍拾"), parse_numeral("廿三"), parse_numeral("二．二億"), parse_numeral("四百五十點七五")
(Decimal('1050'), Decimal('23'), Decimal('2.2E+8'), Decimal('450.75'))

A digit left over behind 百千萬億 stands for the next place, as it is spoken; 零 says that it does not.
Arabic digits are taken as they are.

>>> parse_numeral("兩萬五"), parse_numeral("兩萬零五"), parse_numeral("2萬5")
(Decimal('2.5E+4'), Decimal('20005'), Decimal('20005'))

A column too narrow breaks a numeral; three digits behind the comma show that it goes on.

>>> parse_numeral("123,14\n3"), parse_numeral(" 1 億 1,198 萬 8,165 ")
(Decimal('123143'), Decimal('111988165'))

What is no numeral is refused, with the place where reading stopped.

>>> parse_numeral("三千五百人")
Traceback (most recent call last):
    ...
pipeline.quantities.numerals.NumeralError: not a numeral from character 5 on: '三千五百人'
>>> parse_numeral("萬")
Traceback (most recent call last):
    ...
pipeline.quantities.numerals.NumeralError: not a numeral from character 1 on: '萬'
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.quantities.characters import fold_text
from pipeline.quantities.numeral_characters import POWERS, SOME_MORE
from pipeline.quantities.numeral_reader import ARABIC, Numeral, NumeralReader, bare_digits

_MAY_FOLLOW = frozenset((*POWERS, *SOME_MORE, "點", " ", "\n"))
_GOES_ON = _MAY_FOLLOW | {",", "."}


class NumeralError(ValueError):
    """Text that is not a numeral; the message names the text and the place in it."""

    def __init__(self, text: str, place: int) -> None:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        super().__init__(f"not a numeral from character {place + 1} on: {shown!r}")
        self.text = text
        self.place = place


def parse_numeral(text: str) -> Decimal:
    """Return the value of a text that is a numeral and nothing else."""
    folded = fold_text(text)
    start = len(folded) - len(folded.lstrip())
    numeral = scan_numeral(folded, start)
    if numeral is None:
        raise NumeralError(text, start)
    if folded[numeral.end :].strip():
        raise NumeralError(text, numeral.end)
    return numeral.value


def scan_numeral(text: str, start: int, stop: int = 0) -> Numeral | None:
    """Read the longest numeral that begins at a place of a folded text.

    ``stop`` is where its digits in a row end, if that is known; most end there themselves.
    """
    if start < stop and text[stop : stop + 1] not in _GOES_ON and text[start] != ".":
        return Numeral(Decimal(text[start:stop]), stop)
    match = ARABIC.match(text, start)
    if match:
        end = match.end()
        if text[end : end + 1] not in _MAY_FOLLOW:
            return Numeral(Decimal(bare_digits(match[0])), end)
    return NumeralReader(text, start).numeral()
