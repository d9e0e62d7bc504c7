"""The figures of a formula, each with its unit or its name: 16,851人, 100％, 目標值240場.

>>> number, end = figure_at("2萬678人/3", 0)
>>> str(number.quantity.value), number.quantity.unit, end
('20678', '人', 6)
>>> labelled_figure("目標值240場").label, labelled_figure("105年查處人數"), labelled_figure("第4期")
('目標值', None, None)
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.quantities.formulas.arithmetic import Number
from pipeline.quantities.formulas.symbols import CLOSING, OPERATORS, STOPS
from pipeline.quantities.scanner import Quantity, find

_SHORT = 24
"""So long is a text whose figure is remembered."""
NUMBER = re.compile(
    r"(?:[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)"
    r"(?:\s*[兆億萬万千](?:[0-9０-９][0-9０-９,，]*)?)*\s*[%％﹪]?"
)
AFTER = frozenset(OPERATORS) | CLOSING | STOPS
_UNIT = re.compile(r"[^\W\d_]{1,4}?(?=[" + re.escape("".join(sorted(AFTER))) + r"]|\s|$)")
_CLOSING_KINDS = ("number", "percent")


def figure_at(text: str, start: int) -> tuple[Number, int] | None:
    """Read the figure that begins here, with its unit: 16,851人, 100％, 2萬678人."""
    match = NUMBER.match(text, start)
    if match is None:
        return None
    bare = _only_quantity(match[0].strip())
    if bare is None:
        return None
    end = figure_end(text, match)
    return Number(_only_quantity(text[start:end]) or bare), end


def _only_quantity(printed: str) -> Quantity | None:
    """Return the quantity that is all that a text holds."""
    if len(printed) <= _SHORT:
        return _short_quantity(printed)
    quantities = find(printed)
    return quantities[0] if len(quantities) == 1 and quantities[0].is_quantity else None


@lru_cache(maxsize=256)
def _short_quantity(printed: str) -> Quantity | None:
    """Return that of a short text: a formula prints some figures again, such as 100%."""
    quantities = find(printed)
    return quantities[0] if len(quantities) == 1 and quantities[0].is_quantity else None


def figure_end(text: str, number: re.Match[str]) -> int:
    """Return where a figure ends with its unit."""
    end = number.end()
    tail = _UNIT.match(text, end) if text[end - 1] not in "%％﹪" else None
    return tail.end() if tail else end


def labelled_figure(name: str) -> Number | None:
    """Return the figure that closes a name: 實際辦理場次250, 目標值240場, 目標94.6%.

    >>> labelled_figure("目標值240場").label, labelled_figure("105年查處人數"), labelled_figure("第4期")
    ('目標值', None, None)
    """
    quantities = [quantity for quantity in find(name) if quantity.is_quantity]
    closes = (
        len(quantities) == 1
        and quantities[0].kind in _CLOSING_KINDS
        and quantities[0].end == len(name)
    )
    return Number(quantities[0], name[: quantities[0].start].strip()) if closes else None
