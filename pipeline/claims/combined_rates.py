"""The items of a row -> the formulas that a rate of all of them may have been taken from.

That is the mean of their printed rates, or of those that their figures give; each part counts for no
more than 100 where the row says so (超過100%以100%計算), and for its weight where weights are printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from pipeline.claims.mentions import Statements
from pipeline.claims.records import Claim, Figure, Indicator, RateKind
from pipeline.patterns import late
from pipeline.quantities import Formula, FormulaError, Node, Number, Operation, Quantity

CAPS = late(
    r"(?:超過|逾|高於|大於)\s*(?:100|１００)\s*[%％﹪]|(?:上限|最高|至多)[^，。；]{0,6}(?:100|１００)\s*[%％﹪]"
)
"""Words that say that each part counts for no more than 100."""
_WEIGHT = late(
    r"(?:權重|權數|權分|比重|配分|[占佔])(?:為|[：:])?\s*(?P<value>[0-9]+(?:\.[0-9]+)?)\s*(?P<percent>[%％﹪]?)"
)
_EQUAL = late(r"各[占佔]|權重(?:相同|均等|各半)|各半")


def combining_formula(
    statements: Statements, items: Sequence[Indicator], claims: Sequence[Claim], stated: Figure
) -> Formula | None:
    """Return the first formula of the items that gives a stated rate, as far as it is printed."""
    value, place = (
        Fraction(stated.quantity.value),
        Fraction(10) ** -stated.quantity.decimals / 2,
    )
    for formula in _formulas(statements, items, claims):
        try:
            low, high = formula.interval()
        except FormulaError:  # too many rounded figures for all their corners
            continue
        if low <= value + place and value - place <= high:
            return formula
    return None


def _formulas(
    statements: Statements, items: Sequence[Indicator], claims: Sequence[Claim]
) -> Iterator[Formula]:
    text = "\n".join(statements.row.text(role) for role in ("indicator", "target", "analysis"))
    weights = _weights(items, text)
    for parts in (_printed(items, claims), _recomputed(items)):
        if len(parts) != len(items):
            continue
        kinds = [parts, [_capped(part) for part in parts]] if CAPS.search(text) else [parts]
        for kind in kinds:
            if weights:
                yield _weighted(kind, weights)
            yield _mean(kind)


def _printed(items: Sequence[Indicator], claims: Sequence[Claim]) -> list[Node]:
    """Return the items' printed rates, if each has one."""
    printed = {c.item: c.stated for c in claims if c.kind is RateKind.ACHIEVEMENT and c.stated}
    return [Number(printed[i.item].quantity) for i in items if i.item in printed]


def _recomputed(items: Sequence[Indicator]) -> list[Node]:
    """Return the items' rates as their figures give them."""
    return [
        Operation("/", Number(item.actual.quantity), _exact(item.target.quantity))
        for item in items
        if item.actual and item.target and item.target.quantity.value > 0
        if not item.growth and not item.lower
    ]


def _capped(part: Node) -> Node:
    rate = Formula("", 0, 0, part).value()
    return _exact(Quantity.parse("100%")) if rate > 100 else part


def _mean(parts: Sequence[Node]) -> Formula:
    count = Number(Quantity.parse(f"{len(parts)}項"))
    return Formula("", 0, 0, Operation("/", _sum(parts), count))


def _weighted(parts: Sequence[Node], weights: Sequence[Decimal]) -> Formula:
    terms = [
        Operation("*", part, _exact(Quantity.parse(f"{weight:f}")))
        for part, weight in zip(parts, weights, strict=True)
    ]
    return Formula("", 0, 0, _sum(terms))


def _sum(parts: Sequence[Node]) -> Node:
    total = parts[0]
    for part in parts[1:]:
        total = Operation("+", total, part)
    return total


def _exact(quantity: Quantity) -> Number:
    """Return a figure that was set, not measured."""
    return Number(quantity._replace(low=quantity.value, high=quantity.value))


def _weights(items: Sequence[Indicator], text: str) -> list[Decimal]:
    """Return the items' weights as parts of one, where the row prints all of them."""
    matches = [match for item in items if (match := _WEIGHT.search(item.target_text))]
    if len(matches) != len(items):
        matches = list(_WEIGHT.finditer(text))
    weights = [Decimal(match["value"]).scaleb(-2 if match["percent"] else 0) for match in matches]
    if len(weights) == len(items) and sum(weights) in (1, 100):
        return [weight / sum(weights) for weight in weights]
    if _EQUAL.search(text) and 100 % len(items) == 0:
        return [Decimal(1) / len(items)] * len(items)
    return []
