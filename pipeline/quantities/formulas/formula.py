"""A printed formula with its tree: what kind it is, its value, the values that its figures allow.

>>> from pipeline.quantities.formulas.parser import parse_formula
>>> growth = parse_formula("(120-100)/100×100%", 0, 18)
>>> growth.is_growth, growth.is_weighted, growth.arithmetic(), growth.value()
(True, False, '(120 - 100) / 100 * 100', Fraction(20, 1))
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from pipeline.quantities.formulas import arithmetic
from pipeline.quantities.formulas.arithmetic import PRECEDENCE, Name, Node, Number, Operation


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
        return bool(weights_of_sum(self.tree))

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


def weights_of_sum(tree: Node) -> frozenset[Fraction]:
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
