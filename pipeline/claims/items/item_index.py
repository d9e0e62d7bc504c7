"""The items of a row -> the same, sorted by target and counter for what is asked for each rate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter

from pipeline.claims.items.label_likeness import character_pairs
from pipeline.claims.mentions import Mention
from pipeline.claims.records import Figure, Indicator
from pipeline.quantities import Quantity, canonical_counter

Counted = tuple[bool, str]
"""What a figure counts: whether it is a percentage, and the one name of its counter."""


class Items(tuple[Indicator, ...]):
    """The items of a row, sorted by what is asked of them for each of its rates."""

    @cached_property
    def _by_counter(self) -> Mapping[Counted, Sequence[Indicator]]:
        sorted_out: dict[Counted, list[Indicator]] = {}
        for item in self:
            if item.target:
                sorted_out.setdefault(counted_unit(item.target.quantity), []).append(item)
        return sorted_out

    @cached_property
    def _by_target(self) -> Mapping[tuple[object, str], Sequence[Indicator]]:
        sorted_out: dict[tuple[object, str], list[Indicator]] = {}
        for item in self:
            if item.target:
                quantity = item.target.quantity
                target = quantity.value, canonical_counter(quantity.unit)
                sorted_out.setdefault(target, []).append(item)
        return sorted_out

    @cached_property
    def pairs(self) -> Sequence[set[str]]:
        """Return the pairs of characters of each item's words."""
        return [character_pairs(f"{item.label} {item.target_text}") for item in self]

    def fitting(self, mentions: Iterable[Mention]) -> Sequence[Indicator]:
        """Return the items of which one of these figures may be the actual one."""
        kinds = {counted_unit(mention.quantity) for mention in mentions if not mention.passing}
        return self._in_order([self._by_counter.get(kind, ()) for kind in kinds])

    def with_target(self, mentions: Iterable[Mention]) -> Sequence[Indicator]:
        """Return the items that have one of these figures for a target."""
        targets = {(m.quantity.value, canonical_counter(m.unit)) for m in mentions}
        return self._in_order([self._by_target.get(target, ()) for target in targets])

    def of_counter(self, unit: str) -> int:
        """Return how many items have a target of this counter."""
        name = canonical_counter(unit)
        return sum(len(self._by_counter.get((percent, name), ())) for percent in (False, True))

    @staticmethod
    def _in_order(groups: Sequence[Sequence[Indicator]]) -> Sequence[Indicator]:
        if len(groups) == 1:
            return groups[0]
        return sorted(chain.from_iterable(groups), key=attrgetter("item"))


def counted_unit(quantity: Quantity) -> Counted:
    """Return what a figure counts."""
    return quantity.kind == "percent", canonical_counter(quantity.unit)


def fits_target(mention: Mention, target: Figure | None) -> bool:
    """Tell whether a figure may be the actual one for a target: it has the same counter."""
    if target is None or mention.passing:
        return False
    return counted_unit(mention.quantity) == counted_unit(target.quantity)
