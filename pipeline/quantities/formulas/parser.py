"""The text of a formula -> its tree, by precedence climbing; None if a part is no figure and no name.

>>> parse_formula("(19/74)/0.25×100％", 0, 17).arithmetic()
'19 / 74 / 0.25 * 100'
>>> parse_formula("男90人／女120人", 0, 9) is None
True
"""

from __future__ import annotations

import re

from pipeline.quantities.formulas import arithmetic
from pipeline.quantities.formulas.arithmetic import (
    PRECEDENCE,
    FormulaError,
    Name,
    Node,
    Number,
    Operation,
)
from pipeline.quantities.formulas.formula import Formula, weights_of_sum
from pipeline.quantities.formulas.printed_figures import AFTER, figure_at, labelled_figure
from pipeline.quantities.formulas.symbols import DEEPEST, OPENING, OPERATORS
from pipeline.quantities.roc_years import YEAR_DIGITS

GOALS = ("目標", "原定", "原訂", "預定", "預計", "應")
"""Words before a figure that say that it is the goal."""
_GROUPING = re.compile(r"(?<=[0-9０-９])[,，](?=[0-9０-９]{3}(?![0-9０-９]))")
_YEAR = re.compile(rf"\s*{YEAR_DIGITS}\s*年")


def parse_formula(text: str, start: int, end: int) -> Formula | None:
    """Parse text[start:end]; None unless it divides and every part is a figure or a name."""
    reader = _Parser(text, start, end)
    try:
        tree = reader.expression(0)
    except FormulaError:
        return None
    if reader.position < end and text[reader.position : end].strip():
        return None
    if weights := weights_of_sum(tree):
        return Formula(
            text[start:end], start, end, arithmetic.with_exact(tree, weights, below=False)
        )
    if all(node.operator != "/" for node in arithmetic.operations(tree)):
        return None
    formula = Formula(text[start:end], start, end, tree)
    return formula if formula.core is not tree or _is_over_goal(tree) else None


def _is_over_goal(tree: Node) -> bool:
    """Tell whether words before figures say that one is the goal: 男90人／女120人 divides nothing."""
    labels = [
        leaf.label for leaf in arithmetic.leaves(tree) if isinstance(leaf, Number) and leaf.label
    ]
    return not labels or any(word in label for label in labels for word in GOALS)


class _Parser:
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
            figure = figure_at(self.inside, self.position)
            if figure is not None:
                self.position = figure[1]
                return figure[0]
        return self._name()

    def _bracket(self, closing: str) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
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
            self.text[self.position] not in AFTER or self._groups_digits()
        ):
            if self.text[self.position] in OPENING:
                break
            self.position += 1
        name = self.text[start : self.position].strip()
        if not name:
            raise FormulaError("a part is missing")
        return labelled_figure(name) or Name(name)

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
