"""A printed formula -> its value: 【(20,678人-16,851人)/16,851人】×100％, (19/74)/0.25×100％.

A formula is evaluated as printed, exactly. A name in it (105年查處人數) is given to the caller to
resolve. A figure that was measured and rounded stands for every value that prints so; the result is
then an interval, found at the corners of those of its figures.

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
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import arithmetic, scanner
from pipeline.quantities.arithmetic import PRECEDENCE, FormulaError, Name, Node, Number, Operation
from pipeline.quantities.scanner import Quantity

OPERATORS: Mapping[str, str] = {
    "+": "+", "＋": "+", "-": "-", "－": "-", "−": "-", "–": "-",
    "×": "*", "x": "*", "X": "*", "＊": "*", "*": "*", "✕": "*", "ｘ": "*", "╳": "*", "Ⅹ": "*",
    "÷": "/", "/": "/", "／": "/", "∕": "/", "⁄": "/",
}  # fmt: skip
OPENING: Mapping[str, str] = {
    "(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "{": "}", "｛": "｝",
}  # fmt: skip
GOALS = ("目標", "原定", "原訂", "預定", "預計", "應")
_CLOSING = frozenset(OPENING.values())
_STOPS = frozenset("，,。；;：:、＝=≒≈！？\n「」『』")
_BEGIN = re.compile(rf"[{re.escape(''.join(OPENING))}]|(?<![\d,，.．])\d")
"""Where a formula may begin: a bracket, or the first digit of a figure."""
_SCALES = re.compile(
    f"[{re.escape(''.join(sign for sign, operator in OPERATORS.items() if operator in '*/'))}]"
)
"""Without a sign that multiplies or divides nothing is a formula."""
_DEEPEST = 20
"""Brackets nested deeper than this are no formula that a person printed."""
_SHORT = 24
"""So long is a text whose figure is remembered."""


class Formula(NamedTuple):
    """A printed formula: its text, its place in the text that it was found in, its tree."""

    text: str
    start: int
    end: int
    tree: Node

    def names(self) -> Iterator[Name]:
        """Yield the names of the formula in the order of print."""
        return (node for node in arithmetic.leaves(self.tree) if isinstance(node, Name))

    def numbers(self) -> Iterator[Number]:
        """Yield the figures of the formula in the order of print, the closing ×100% apart."""
        return (node for node in arithmetic.leaves(self.core) if isinstance(node, Number))

    @property
    def is_growth(self) -> bool:
        """Tell whether it is a change over its base: (a - b) / b."""
        core = self.core
        return (
            isinstance(core, Operation)
            and core.operator == "/"
            and isinstance(core.left, Operation)
            and core.left.operator == "-"
            and arithmetic.same_operand(core.left.right, core.right)
        )

    @property
    def is_weighted(self) -> bool:
        """Tell whether it is a sum of rates times weights: 100%×0.5+90%×0.5."""
        return bool(_weights(self.tree))

    def value(self, names: Mapping[str, Fraction] | None = None) -> Fraction:
        """Return the exact value in percent; ``names`` gives the figures of the names."""
        return arithmetic.evaluate(self.core, names or {}) * 100

    @property
    def is_rounded(self) -> bool:
        """Tell whether a figure of it stands for more than one value."""
        return any(number.is_rounded for number in self.numbers())

    def interval(
        self,
        names: Mapping[str, Fraction] | None = None,
        exact: Collection[Fraction] = (),
    ) -> tuple[Fraction, Fraction]:
        """Return the lowest and highest value in percent that the printed figures allow.

        A figure whose value is in ``exact`` was set, not measured: it stands for itself. Where such
        a one divides, only that is meant: in 9.3億元/9.3億元 the first was measured.
        """
        low, high = arithmetic.interval(self.core, names or {}, exact)
        return low * 100, high * 100

    def arithmetic(self, names: Mapping[str, Fraction] | None = None) -> str:
        """Return the formula in plain figures, as it was evaluated."""
        core = arithmetic.write_formula(self.core, names or {}, PRECEDENCE["*"])
        return f"{core} * 100"

    @property
    def core(self) -> Node:
        """Return the tree without a closing ×100 or ×100%, which only says "in percent"."""
        tree = self.tree
        if isinstance(tree, Operation) and tree.operator == "*":
            for side, other in ((tree.right, tree.left), (tree.left, tree.right)):
                if isinstance(side, Number) and side.quantity.value == 100:
                    return other
        return tree


def find_formula(text: str, start: int = 0) -> Formula | None:
    """Return the first formula of a text that divides: a bracket or a run with an operator."""
    return next(find_formulas(text, start), None)


def find_formulas(text: str, start: int = 0) -> Iterator[Formula]:
    """Yield the formulas of a text, outermost first, in the order of print."""
    scales = [match.start() for match in _SCALES.finditer(text, start)]
    return _Finder(text, scales).run(start) if scales else iter(())


class _Finder:
    """Finds the formulas of a text; where a part is followed by others is found out once."""

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
        # Most figures are not followed by an operator: that is told before they are read.
        text = self.text
        number = _NUMBER.match(text, start)
        if number is None or not _OPERATOR.match(text, _figure_end(text, number)):
            return None
        figure = _figure_at(text, start)
        if figure is None:
            return None
        end = self._tail(figure[1])
        closed = end > figure[1] and (_closes(text, start, end) or _EQUALS.match(text, end))
        return self._parse(start, end) if closed else None

    def _parse(self, start: int, end: int) -> Formula | None:
        """Parse a part of the text that divides, or adds up rates times weights."""
        divides = bisect_left(self.divisions, end) > bisect_left(self.divisions, start)
        weighs = bisect_left(self.products, end) - bisect_left(self.products, start) > 1
        return _parse(self.text, start, end) if divides or weighs else None

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
        found = self.ends.get(position, position)
        self.ends.update(dict.fromkeys(parts, found))
        return found


def _matching(text: str, start: int) -> int | None:
    """Return where the bracket that opens at ``start`` closes."""
    expected: list[str] = []
    for position in range(start, min(len(text), start + 400)):
        char = text[position]
        if char in OPENING:
            expected.append(OPENING[char])
            if len(expected) > _DEEPEST:
                return None
        elif char in _CLOSING:
            if char != expected[-1]:
                return None  # brackets that cross are no formula
            expected.pop()
            if not expected:
                return position
    return None


def _behind_operator(text: str, position: int) -> int:
    """Return where the operator and the part end that stand at a place; the place if none do."""
    operator = _OPERATOR.match(text, position)
    if operator is None:
        return position
    at = operator.end()
    while at < len(text) and text[at].isspace():
        at += 1
    if at < len(text) and text[at] in OPENING:
        close = _matching(text, at)
        return position if close is None else close + 1
    figure = _figure_at(text, at)
    return figure[1] if figure else position


def _closes(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text ends with ×100%."""
    sign = end - 1
    while sign > start and (text[sign] in _HUNDRED or text[sign].isspace()):
        sign -= 1
    return bool(_CLOSES.match(text, sign, end))


_HUNDRED = frozenset("10１０%％﹪")
_CLOSES = late(r"[×xX*＊✕╳]\s*(?:100|１００)\s*[%％﹪]?$")
_EQUALS = late(r"\s*[=＝≒≈]")
_NUMBER = re.compile(
    r"(?:[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)"
    r"(?:\s*[兆億萬万千](?:[0-9０-９][0-9０-９,，]*)?)*\s*[%％﹪]?"
)


def _figure_at(text: str, start: int) -> tuple[Number, int] | None:
    """Read the figure that begins here, with its unit: 16,851人, 100％, 2萬678人."""
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    found = _only_quantity(match[0].strip())
    if found is None:
        return None
    end = _figure_end(text, match)
    return Number(_only_quantity(text[start:end]) or found), end


def _only_quantity(printed: str) -> Quantity | None:
    """Return the quantity that is all that a text holds."""
    if len(printed) <= _SHORT:
        return _short_quantity(printed)
    found = scanner.find(printed)
    return found[0] if len(found) == 1 and found[0].is_quantity else None


@lru_cache(maxsize=256)
def _short_quantity(printed: str) -> Quantity | None:
    """Return that of a short text: a formula prints some figures again, such as 100%."""
    found = scanner.find(printed)
    return found[0] if len(found) == 1 and found[0].is_quantity else None


def _figure_end(text: str, number: re.Match[str]) -> int:
    """Return where a figure ends with its unit."""
    end = number.end()
    tail = _UNIT.match(text, end) if text[end - 1] not in "%％﹪" else None
    return tail.end() if tail else end


_AFTER = frozenset(OPERATORS) | _CLOSING | _STOPS
_UNIT = re.compile(r"[^\W\d_]{1,4}?(?=[" + re.escape("".join(sorted(_AFTER))) + r"]|\s|$)")
_OPERATOR = re.compile(r"\s*[" + re.escape("".join(OPERATORS)) + "]")


def _parse(text: str, start: int, end: int) -> Formula | None:
    """Parse text[start:end]; None unless it divides and every part is a figure or a name."""
    reader = _Reader(text, start, end)
    try:
        tree = reader.expression(0)
    except FormulaError:
        return None
    if reader.position < end and text[reader.position : end].strip():
        return None
    if weights := _weights(tree):
        return Formula(
            text[start:end], start, end, arithmetic.with_exact(tree, weights, below=False)
        )
    if all(node.operator != "/" for node in arithmetic.operations(tree)):
        return None
    formula = Formula(text[start:end], start, end, tree)
    return formula if formula.core is not tree or _is_over_goal(tree) else None


def _weights(tree: Node) -> frozenset[Fraction]:
    """Return the weights of a sum of rates times weights, if they make one together."""
    terms = [node for node in _terms(tree) if isinstance(node, Operation)]
    pairs = [(term.left, term.right) for term in terms if term.operator == "*"]
    if len(pairs) < 2 or len(pairs) != len(list(_terms(tree))):
        return frozenset()
    for rates, weights in (tuple(zip(*pairs, strict=True)), tuple(zip(*pairs, strict=True))[::-1]):
        values = [node.value for node in weights if isinstance(node, Number)]
        percents = [isinstance(n, Number) and n.quantity.kind == "percent" for n in rates]
        if all(percents) and len(values) == len(pairs) and sum(values) == 1:
            return frozenset(values)
    return frozenset()


def _terms(node: Node) -> list[Node]:
    """Return what a sum adds up, in the order of print."""
    first, chain = arithmetic.steps(node, "+")
    if not chain:
        return [first]
    return [*_terms(first), *(term for step in chain for term in _terms(step.right))]


def _is_over_goal(tree: Node) -> bool:
    """Tell whether words before figures say that one is the goal: 男90人／女120人 divides nothing."""
    labels = [
        leaf.label for leaf in arithmetic.leaves(tree) if isinstance(leaf, Number) and leaf.label
    ]
    return not labels or any(word in label for label in labels for word in GOALS)


class _Reader:
    """Reads a formula by precedence climbing."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.position, self.end = text, start, end
        self.inside = text[:end]
        self.depth = 0

    def expression(self, least: int) -> Node:
        node = self.operand()
        while (operator := self._operator()) and PRECEDENCE[operator] > least:
            self.position += 1
            node = Operation(operator, node, self.expression(PRECEDENCE[operator]))
        return node

    def operand(self) -> Node:
        self._blanks()
        if self.position >= self.end:
            raise FormulaError("a part is missing")
        char = self.text[self.position]
        if char in OPENING:
            return self._bracket(OPENING[char])
        if char.isdecimal() and not self._names_a_year():
            figure = _figure_at(self.inside, self.position)
            if figure is not None:
                self.position = figure[1]
                return figure[0]
        return self._name()

    def _bracket(self, closing: str) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FormulaError("brackets nested too deeply")
        self.position += 1
        node = self.expression(0)
        self._blanks()
        if self.position >= self.end or self.text[self.position] != closing:
            raise FormulaError("a bracket stays open")
        self.position += 1
        self.depth -= 1
        return node

    def _names_a_year(self) -> bool:
        return bool(_YEAR.match(self.text, self.position))

    def _name(self) -> Node:
        start = self.position
        while self.position < self.end and (
            self.text[self.position] not in _AFTER or self._groups_digits()
        ):
            if self.text[self.position] in OPENING:
                break
            self.position += 1
        name = self.text[start : self.position].strip()
        if not name:
            raise FormulaError("a part is missing")
        return _labelled(name) or Name(name)

    def _groups_digits(self) -> bool:
        """Tell whether a comma stands in a figure: 實際1,311案."""
        return bool(_GROUPING.match(self.text, self.position))

    def _operator(self) -> str | None:
        self._blanks()
        if self.position >= self.end:
            return None
        return OPERATORS.get(self.text[self.position])

    def _blanks(self) -> None:
        while self.position < self.end and self.text[self.position].isspace():
            self.position += 1


_GROUPING = re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")
_YEAR = re.compile(r"\s*\d{2,4}\s*年")
_CLOSING_KINDS = ("number", "percent")


def _labelled(name: str) -> Number | None:
    """Return the figure that closes a name: 實際辦理場次250, 目標值240場, 目標94.6%.

    >>> _labelled("目標值240場").label, _labelled("105年查處人數"), _labelled("第4期")
    ('目標值', None, None)
    """
    found = [quantity for quantity in scanner.find(name) if quantity.is_quantity]
    closes = len(found) == 1 and found[0].kind in _CLOSING_KINDS and found[0].end == len(name)
    return Number(found[0], name[: found[0].start].strip()) if closes else None
