"""The arithmetic of a printed formula: its tree, its exact value, the values that its figures allow.

A figure that was measured and rounded stands for every value that prints so; the result is then an
interval, found at the corners of those of its figures.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from pipeline.quantities.rounding import plain_decimal
from pipeline.quantities.scanner import Quantity

PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2}
_FIGURES = 12
"""More figures than this are not evaluated at every corner of their intervals."""


class Number(NamedTuple):
    """A printed figure in a formula; a percentage is the number that it stands for."""

    quantity: Quantity
    label: str = ""
    """The words before it: 目標值 in 目標值240場."""

    @property
    def value(self) -> Fraction:
        """Return the exact value as printed: 25% is 1/4."""
        top, bottom = self.quantity.value.as_integer_ratio()
        return Fraction(top, bottom * 100 if self.quantity.kind == "percent" else bottom)

    @property
    def interval(self) -> tuple[Fraction, Fraction]:
        """Return the values that would be printed so."""
        low, high = self.quantity.interval
        return (low / 100, high / 100) if self.quantity.kind == "percent" else (low, high)

    @property
    def is_rounded(self) -> bool:
        """Tell whether it stands for more than one value."""
        return not self.quantity.is_exact


class Name(NamedTuple):
    """A quantity that a formula names without a figure."""

    name: str


class Operation(NamedTuple):
    """Two parts of a formula and what is done with them."""

    operator: str
    left: Node
    right: Node


Node = Number | Name | Operation


class FormulaError(ValueError):
    """The formula cannot be evaluated: a name without a figure, or a division by zero."""


def steps(node: Node, only: str = "") -> tuple[Node, list[Operation]]:
    """Return what a chain of operations begins with, and its operations in the order of print.

    A long sum leans to the left: it is walked in a loop and not by calls within calls. ``only`` is
    the one operator that is followed.
    """
    steps: list[Operation] = []
    while isinstance(node, Operation) and (not only or node.operator == only):
        steps.append(node)
        node = node.left
    return node, steps[::-1]


def leaves(node: Node) -> list[Number | Name]:
    """Return the figures and names of a tree in the order of print."""
    first, chain = steps(node)
    assert not isinstance(first, Operation)
    nodes = [first]
    for step in chain:
        nodes.extend(leaves(step.right))
    return nodes


def operations(node: Node) -> list[Operation]:
    """Return the operations of a tree."""
    _, chain = steps(node)
    return [*chain, *(below for step in chain for below in operations(step.right))]


def _divides_by(node: Node, exact: Collection[Fraction]) -> Iterator[bool]:
    """Yield for each figure that stands below a line whether its value is in ``exact``."""
    for operation in operations(node):
        if operation.operator == "/":
            for leaf in leaves(operation.right):
                yield isinstance(leaf, Number) and leaf.value in exact


def with_exact(node: Node, exact: Collection[Fraction], below: bool, divides: bool = False) -> Node:
    """Let the figures whose values are in ``exact`` stand for themselves; ``below``: divisors only."""
    first, chain = steps(node)
    if isinstance(first, Number) and first.value in exact and (divides or not below):
        value = first.quantity.value
        first = first._replace(quantity=first.quantity._replace(low=value, high=value))
    for step in chain:
        divisor = divides or step.operator == "/"
        first = Operation(step.operator, first, with_exact(step.right, exact, below, divisor))
    return first


def same_operand(a: Node, b: Node) -> bool:
    """Tell whether two parts are the same value or the same name."""
    if isinstance(a, Number) and isinstance(b, Number):
        return a.value == b.value
    return isinstance(a, Name) and isinstance(b, Name) and a.name == b.name


def evaluate(node: Node, names: Mapping[str, Fraction]) -> Fraction:
    """Return the exact value of a tree; ``names`` gives the figures of the names."""
    first, chain = steps(node)
    value = first.value if isinstance(first, Number) else _named(first, names)
    for step in chain:
        other = evaluate(step.right, names)
        if step.operator == "/" and other == 0:
            raise FormulaError("a division by zero")
        value = _DONE[step.operator](value, other)
    return value


def _named(node: Node, names: Mapping[str, Fraction]) -> Fraction:
    assert isinstance(node, Name)
    if node.name not in names:
        raise FormulaError(f"no figure is printed for {node.name}")
    return names[node.name]


def interval(
    tree: Node, names: Mapping[str, Fraction], exact: Collection[Fraction] = ()
) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest value of a tree that its printed figures allow.

    A figure whose value is in ``exact`` was set, not measured: it stands for itself. Where such a
    one divides, only that is meant: in 9.3億元/9.3億元 the first was measured.
    """
    if not any(isinstance(n, Number) and n.is_rounded for n in leaves(tree)):
        value = evaluate(tree, names)
        return value, value
    if exact:
        tree = with_exact(tree, exact, any(_divides_by(tree, exact)))
    printed = [n for n in leaves(tree) if isinstance(n, Number) and n.is_rounded]
    rounded = {number.quantity.text: number.interval for number in printed}
    if len(rounded) > _FIGURES:
        raise FormulaError(f"more than {_FIGURES} rounded figures")
    ends = _Ends(rounded, names)
    times = Counter([number.quantity.text for number in printed])
    # What is printed once may be at either end whatever the others are.
    for held in ([text for text, count in times.items() if count > 1], list(rounded)):
        try:
            intervals = [
                ends.interval(tree, dict(zip(held, corner, strict=True)))
                for corner in product(*(rounded[text] for text in held))
            ]
        except _UnboundedError:
            continue
        return min(low for low, _ in intervals), max(high for _, high in intervals)
    raise FormulaError("a division by zero")


class _UnboundedError(Exception):
    """A divisor may be nought."""


class _Ends(NamedTuple):
    """The least and the greatest value of a tree whose rounded figures stand for a range each."""

    rounded: Mapping[str, tuple[Fraction, Fraction]]
    names: Mapping[str, Fraction]

    def interval(self, node: Node, held: Mapping[str, Fraction]) -> tuple[Fraction, Fraction]:
        """Return both ends; the figures in ``held`` stand for what is given for them."""
        first, chain = steps(node)
        low, high = self._interval_of_leaf(first, held)
        for step in chain:
            least, most = self.interval(step.right, held)
            if step.operator == "/" and least <= 0 <= most:
                if least < most:
                    raise _UnboundedError
                raise FormulaError("a division by zero")
            done = _DONE[step.operator]
            if low is high and least is most:
                low = high = done(low, least)
            else:
                corners = [done(one, other) for one in (low, high) for other in (least, most)]
                low, high = min(corners), max(corners)
        return low, high

    def _interval_of_leaf(
        self, node: Node, held: Mapping[str, Fraction]
    ) -> tuple[Fraction, Fraction]:
        if isinstance(node, Number):
            text = node.quantity.text
            if node.is_rounded and text not in held:
                return self.rounded[text]
            value = held[text] if node.is_rounded else node.value
        else:
            value = _named(node, self.names)
        return value, value


_DONE: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip


def write_formula(
    node: Node, names: Mapping[str, Fraction], outer: int, right: bool = False
) -> str:
    """Write a tree in plain figures, with no more brackets than it needs."""
    if isinstance(node, Number):
        return plain_decimal(node.value)
    if isinstance(node, Name):
        return plain_decimal(names[node.name]) if node.name in names else node.name
    first, chain = steps(node)
    parts = [write_formula(first, names, 0)]
    before = PRECEDENCE["*"]
    for step in chain:
        inner = PRECEDENCE[step.operator]
        if before < inner:
            parts = ["(", *parts, ")"]
        parts.append(f" {step.operator} {write_formula(step.right, names, inner, True)}")
        before = inner
    text = "".join(parts)
    return f"({text})" if before < outer or (right and before == outer) else text
