"""A printed formula -> its value: 【(20,678人-16,851人)/16,851人】×100％, (19/74)/0.25×100％.

A formula is evaluated as printed, exactly. A name in it (105年查處人數) is given to the caller to
resolve. A figure that was measured and rounded stands for every value that prints so; the result is
then an interval, found at the corners of those of its figures.

>>> from fractions import Fraction
>>> formula = find_formula("達成率【(20,678人-16,851人)/16,851人】×100％=23％")
>>> formula.text
'【(20,678人-16,851人)/16,851人】×100％'
>>> formula.arithmetic(), formula.value() == Fraction(382700, 16851)
('(20678 - 16851) / 16851 * 100', True)
>>> find_formula("達成率100%，較去年(95%)提升") is None
True
>>> [node.name for node in find_formula("(105年查處人數/105年目標值人數)×100％").names()]
['105年查處人數', '105年目標值人數']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.patterns import late
from pipeline.quantities.formulas.formula import Formula
from pipeline.quantities.formulas.parser import parse_formula
from pipeline.quantities.formulas.printed_figures import NUMBER, figure_at, figure_end
from pipeline.quantities.formulas.symbols import CLOSING, DEEPEST, OPENING, OPERATOR, OPERATORS

_BEGIN = re.compile(rf"[{re.escape(''.join(OPENING))}]|(?<![\d,，.．])\d")
"""Where a formula may begin: a bracket, or the first digit of a figure."""
_SCALES = re.compile(
    f"[{re.escape(''.join(sign for sign, operator in OPERATORS.items() if operator in '*/'))}]"
)
"""Without a sign that multiplies or divides nothing is a formula."""
_HUNDRED = frozenset("10１０%％﹪")
_CLOSES = late(r"[×xX*＊✕╳]\s*(?:100|１００)\s*[%％﹪]?$")
_EQUALS = late(r"\s*[=＝≒≈]")


def find_formula(text: str, start: int = 0) -> Formula | None:
    """Return the first formula of a text that divides: a bracket or a run with an operator."""
    return next(find_formulas(text, start), None)


def find_formulas(text: str, start: int = 0) -> Iterator[Formula]:
    """Yield the formulas of a text, outermost first, in the order of print."""
    scales = [match.start() for match in _SCALES.finditer(text, start)]
    return _Finder(text, scales).run(start) if scales else iter(())


class _Finder:
    """Finds the formulas of a text; each part is followed to the end of its formula only once."""

    def __init__(self, text: str, scales: Sequence[int]) -> None:
        self.text = text
        self.last = scales[-1]
        self.divisions = [at for at in scales if OPERATORS[text[at]] == "/"]
        self.products = [at for at in scales if OPERATORS[text[at]] == "*"]
        self.ends: dict[int, int] = {}
        """For the end of a part where the formula ends that goes on behind it."""

    def run(self, start: int) -> Iterator[Formula]:
        """Yield the formulas from a place on."""
        text, position = self.text, start
        while (begin := _BEGIN.search(text, position)) and begin.start() < self.last:
            position = begin.start()
            formula = None
            if text[position] not in OPENING:
                formula = self._bare(position)
            elif (close := _matching(text, position)) is not None:
                formula = self._parse(position, self._tail(close + 1))
            if formula is not None:
                yield formula
            position = formula.end if formula else position + 1

    def _bare(self, start: int) -> Formula | None:
        """Read a formula without brackets: 8,656÷8,050×100％ =. A date (105/9/1) is none."""
        # Most figures are not followed by an operator: so that is looked at before they are read.
        text = self.text
        number = NUMBER.match(text, start)
        if number is None or not OPERATOR.match(text, figure_end(text, number)):
            return None
        figure = figure_at(text, start)
        if figure is None:
            return None
        end = self._tail(figure[1])
        closed = end > figure[1] and (_closes(text, start, end) or _EQUALS.match(text, end))
        return self._parse(start, end) if closed else None

    def _parse(self, start: int, end: int) -> Formula | None:
        """Parse a part of the text that divides, or adds up rates times weights."""
        divides = bisect_left(self.divisions, end) > bisect_left(self.divisions, start)
        weighs = bisect_left(self.products, end) - bisect_left(self.products, start) > 1
        return parse_formula(self.text, start, end) if divides or weighs else None

    def _tail(self, end: int) -> int:
        """Return where a formula ends whose first part closes at ``end``: (…)/0.25×100％."""
        parts: list[int] = []
        position = end
        while position not in self.ends:
            parts.append(position)
            following = _behind_operator(self.text, position)
            if following == position:
                break
            position = following
        last = self.ends.get(position, position)
        self.ends.update(dict.fromkeys(parts, last))
        return last


def _matching(text: str, start: int) -> int | None:
    """Return where the bracket that opens at ``start`` closes."""
    expected: list[str] = []
    for position in range(start, min(len(text), start + 400)):
        char = text[position]
        if char in OPENING:
            expected.append(OPENING[char])
            if len(expected) > DEEPEST:
                return None
        elif char in CLOSING:
            if char != expected[-1]:
                return None  # brackets that cross are no formula
            expected.pop()
            if not expected:
                return position
    return None


def _behind_operator(text: str, position: int) -> int:
    """Return where the operator and the part end that stand at a place; the place if none do."""
    operator = OPERATOR.match(text, position)
    if operator is None:
        return position
    at = operator.end()
    while at < len(text) and text[at].isspace():
        at += 1
    if at < len(text) and text[at] in OPENING:
        close = _matching(text, at)
        return position if close is None else close + 1
    figure = figure_at(text, at)
    return figure[1] if figure else position


def _closes(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text ends with ×100%."""
    sign = end - 1
    while sign > start and (text[sign] in _HUNDRED or text[sign].isspace()):
        sign -= 1
    return bool(_CLOSES.match(text, sign, end))
