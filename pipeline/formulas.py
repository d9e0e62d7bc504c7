"""A printed formula -> its value: 【(20,678人-16,851人)/16,851人】×100％, (19/74)/0.25×100％.

A formula is evaluated as printed, exactly. A name in it (105年查處人數) is given to the caller to
resolve. A figure that was measured and rounded stands for every value that prints so; the result is
then an interval, found at the corners of those of its figures.

>>> formula = find("達成率【(20,678人-16,851人)/16,851人】×100％=23％")
>>> formula.text
'【(20,678人-16,851人)/16,851人】×100％'
>>> formula.arithmetic(), formula.value() == Fraction(382700, 16851)
('(20678 - 16851) / 16851 * 100', True)
>>> find("達成率100%，較去年(95%)提升") is None
True
>>> [node.name for node in find("(105年查處人數/105年目標值人數)×100％").names()]
['105年查處人數', '105年目標值人數']
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from pipeline import quantities
from pipeline.quantities import Quantity
from pipeline.rounding import plain

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
_PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2}
_STOPS = frozenset("，,。；;：:、＝=≒≈！？\n「」『』")
_BEGIN = re.compile(rf"[{re.escape(''.join(OPENING))}]|(?<![\d,，.．])\d")
"""Where a formula may begin: a bracket, or the first digit of a figure."""
_SCALES = re.compile(
    f"[{re.escape(''.join(sign for sign, operator in OPERATORS.items() if operator in '*/'))}]"
)
"""Without a sign that multiplies or divides nothing is a formula."""
_DEEPEST = 20
"""Brackets nested deeper than this are no formula that a person printed."""
_FIGURES = 12
"""More figures than this are not evaluated at every corner of their intervals."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed figure in a formula; a percentage is the number that it stands for."""

    quantity: Quantity
    label: str = ""
    """The words before it: 目標值 in 目標值240場."""

    @property
    def value(self) -> Fraction:
        """Return the exact value as printed: 25% is 1/4."""
        return Fraction(self.quantity.value) * self._scale

    @property
    def interval(self) -> tuple[Fraction, Fraction]:
        """Return the values that would be printed so."""
        low, high = self.quantity.interval
        return low * self._scale, high * self._scale

    @property
    def is_rounded(self) -> bool:
        """Tell whether it stands for more than one value."""
        low, high = self.quantity.interval
        return low != high

    @property
    def _scale(self) -> Fraction:
        return Fraction(1, 100) if self.quantity.kind == "percent" else Fraction(1)


@dataclass(frozen=True, slots=True)
class Name:
    """A quantity that a formula names without a figure."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts of a formula and what is done with them."""

    operator: str
    left: Node
    right: Node


Node = Number | Name | Operation


class FormulaError(ValueError):
    """The formula cannot be evaluated: a name without a figure, or a division by zero."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A printed formula: its text, its place in the text that it was found in, its tree."""

    text: str
    start: int
    end: int
    tree: Node

    def names(self) -> Iterator[Name]:
        """Yield the names of the formula in the order of print."""
        return (node for node in _leaves(self.tree) if isinstance(node, Name))

    def numbers(self) -> Iterator[Number]:
        """Yield the figures of the formula in the order of print, the closing ×100% apart."""
        return (node for node in _leaves(self.core) if isinstance(node, Number))

    @property
    def is_growth(self) -> bool:
        """Tell whether it is a change over its base: (a - b) / b."""
        core = self.core
        return (
            isinstance(core, Operation)
            and core.operator == "/"
            and isinstance(core.left, Operation)
            and core.left.operator == "-"
            and _same(core.left.right, core.right)
        )

    @property
    def is_weighted(self) -> bool:
        """Tell whether it is a sum of rates times weights: 100%×0.5+90%×0.5."""
        return bool(_weights(self.tree))

    def value(self, names: Mapping[str, Fraction] | None = None) -> Fraction:
        """Return the exact value in percent; ``names`` gives the figures of the names."""
        return _evaluate(self.core, {}, names or {}) * 100

    def interval(
        self,
        names: Mapping[str, Fraction] | None = None,
        exact: Collection[Fraction] = (),
    ) -> tuple[Fraction, Fraction]:
        """Return the lowest and highest value in percent that the printed figures allow.

        A figure whose value is in ``exact`` was set, not measured: it stands for itself. Where such
        a one divides, only that is meant: in 9.3億元/9.3億元 the first was measured.
        """
        core = _with_exact(self.core, exact, any(_divides_by(self.core, exact)))
        rounded = {
            node.quantity.text: node
            for node in _leaves(core)
            if isinstance(node, Number) and node.is_rounded
        }
        if len(rounded) > _FIGURES:
            raise FormulaError(f"more than {_FIGURES} rounded figures: {self.text}")
        corners = [
            _evaluate(core, dict(zip(rounded, corner, strict=True)), names or {}) * 100
            for corner in product(*(number.interval for number in rounded.values()))
        ]
        return min(corners), max(corners)

    def arithmetic(self, names: Mapping[str, Fraction] | None = None) -> str:
        """Return the formula in plain figures, as it was evaluated."""
        core = _written(self.core, names or {}, _PRECEDENCE["*"])
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


def find(text: str, start: int = 0) -> Formula | None:
    """Return the first formula of a text that divides: a bracket or a run with an operator."""
    return next(find_all(text, start), None)


def find_all(text: str, start: int = 0) -> Iterator[Formula]:
    """Yield the formulas of a text, outermost first, in the order of print."""
    scales = [match.start() for match in _SCALES.finditer(text, start)]
    last = scales[-1] if scales else start
    position = start
    while (begin := _BEGIN.search(text, position)) and begin.start() < last:
        position = begin.start()
        formula = None
        if text[position] in OPENING:
            close = _matching(text, position)
            if close is not None:
                formula = _parse(text, position, _tail(text, close + 1))
        else:
            formula = _bare(text, position)
        if formula is not None:
            yield formula
        position = formula.end if formula else position + 1


def _bare(text: str, start: int) -> Formula | None:
    """Read a formula without brackets: 8,656÷8,050×100％ =. A date (105/9/1) is none."""
    # Most figures are not followed by an operator: that is told before they are read.
    number = _NUMBER.match(text, start)
    if number is None or not _OPERATOR.match(text, _figure_end(text, number)):
        return None
    figure = _figure_at(text, start)
    if figure is None:
        return None
    end = _tail(text, figure[1])
    closes = _CLOSES.search(text[start:end]) or _EQUALS.match(text, end)
    return _parse(text, start, end) if closes and end > figure[1] else None


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


def _tail(text: str, end: int) -> int:
    """Return where a formula ends whose first bracket closed at ``end``: (…)/0.25×100％."""
    position = end
    while position < len(text):
        operator = _OPERATOR.match(text, position)
        if operator is None:
            return position
        at = operator.end()
        while at < len(text) and text[at].isspace():
            at += 1
        if at < len(text) and text[at] in OPENING:
            close = _matching(text, at)
            if close is None:
                return position
            position = close + 1
            continue
        figure = _figure_at(text, at)
        if figure is None:
            return position
        position = figure[1]
    return position


_CLOSES = re.compile(r"[×xX*＊✕╳]\s*(?:100|１００)\s*[%％﹪]?$")
_EQUALS = re.compile(r"\s*[=＝≒≈]")
_NUMBER = re.compile(
    r"(?:[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)"
    r"(?:\s*[兆億萬万千](?:[0-9０-９][0-9０-９,，]*)?)*\s*[%％﹪]?"
)


def _figure_at(text: str, start: int) -> tuple[Number, int] | None:
    """Read the figure that begins here, with its unit: 16,851人, 100％, 2萬678人."""
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    printed = match[0].strip()
    found = quantities.find(printed)
    if len(found) != 1 or not found[0].is_quantity:
        return None
    end = _figure_end(text, match)
    with_unit = found if text[start:end] == printed else quantities.find(text[start:end])
    quantity = with_unit[0] if len(with_unit) == 1 and with_unit[0].is_quantity else found[0]
    return Number(quantity), end


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
    operators = {node.operator for node in _operations(tree)}
    if weights := _weights(tree):
        return Formula(text[start:end], start, end, _with_exact(tree, weights, below=False))
    if "/" not in operators:
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


def _terms(node: Node) -> Iterator[Node]:
    if isinstance(node, Operation) and node.operator == "+":
        yield from _terms(node.left)
        yield from _terms(node.right)
    else:
        yield node


def _is_over_goal(tree: Node) -> bool:
    """Tell whether words before figures say that one is the goal: 男90人／女120人 divides nothing."""
    labels = [leaf.label for leaf in _leaves(tree) if isinstance(leaf, Number) and leaf.label]
    return not labels or any(word in label for label in labels for word in GOALS)


class _Reader:
    """Reads a formula by precedence climbing."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.position, self.end = text, start, end
        self.inside = text[:end]
        self.depth = 0

    def expression(self, least: int) -> Node:
        node = self.operand()
        while (operator := self._operator()) and _PRECEDENCE[operator] > least:
            self.position += 1
            node = Operation(operator, node, self.expression(_PRECEDENCE[operator]))
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
    found = [quantity for quantity in quantities.find(name) if quantity.is_quantity]
    closes = len(found) == 1 and found[0].kind in _CLOSING_KINDS and found[0].end == len(name)
    return Number(found[0], name[: found[0].start].strip()) if closes else None


def _leaves(node: Node) -> Iterator[Number | Name]:
    if isinstance(node, Operation):
        yield from _leaves(node.left)
        yield from _leaves(node.right)
    else:
        yield node


def _operations(node: Node) -> Iterator[Operation]:
    if isinstance(node, Operation):
        yield node
        yield from _operations(node.left)
        yield from _operations(node.right)


def _divides_by(node: Node, exact: Collection[Fraction]) -> Iterator[bool]:
    """Yield for each figure that stands below a line whether its value is in ``exact``."""
    for operation in _operations(node):
        if operation.operator == "/":
            for leaf in _leaves(operation.right):
                yield isinstance(leaf, Number) and leaf.value in exact


def _with_exact(
    node: Node, exact: Collection[Fraction], below: bool, divides: bool = False
) -> Node:
    """Let the figures whose values are in ``exact`` stand for themselves; ``below``: divisors only."""
    if isinstance(node, Operation):
        divisor = divides or node.operator == "/"
        return Operation(
            node.operator,
            _with_exact(node.left, exact, below, divides),
            _with_exact(node.right, exact, below, divisor),
        )
    if isinstance(node, Number) and node.value in exact and (divides or not below):
        value = node.quantity.value
        return replace(node, quantity=replace(node.quantity, low=value, high=value))
    return node


def _same(a: Node, b: Node) -> bool:
    if isinstance(a, Number) and isinstance(b, Number):
        return a.value == b.value
    return isinstance(a, Name) and isinstance(b, Name) and a.name == b.name


def _evaluate(
    node: Node, corner: Mapping[str, Fraction], names: Mapping[str, Fraction]
) -> Fraction:
    if isinstance(node, Number):
        return corner.get(node.quantity.text, node.value) if node.is_rounded else node.value
    if isinstance(node, Name):
        if node.name not in names:
            raise FormulaError(f"no figure is printed for {node.name}")
        return names[node.name]
    left, right = _evaluate(node.left, corner, names), _evaluate(node.right, corner, names)
    if node.operator == "+":
        return left + right
    if node.operator == "-":
        return left - right
    if node.operator == "*":
        return left * right
    if right == 0:
        raise FormulaError("a division by zero")
    return left / right


def _written(node: Node, names: Mapping[str, Fraction], outer: int, right: bool = False) -> str:
    """Write a tree in plain figures, with no more brackets than it needs."""
    if isinstance(node, Number):
        return plain(node.value)
    if isinstance(node, Name):
        return plain(names[node.name]) if node.name in names else node.name
    inner = _PRECEDENCE[node.operator]
    text = (
        f"{_written(node.left, names, inner)} {node.operator} "
        f"{_written(node.right, names, inner, True)}"
    )
    return f"({text})" if inner < outer or (right and inner == outer) else text
