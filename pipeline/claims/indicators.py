"""Statements of a row -> its measured items: what was to be reached in each, and what was.

The target cell says how many items a row has (1. 2. 3., glued or not), unless the analysis lists
more of them. A figure belongs to an item by the number it is listed under, whatever style of
numbering each cell uses; else by the words that are most alike, with the same counter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

import regex

from pipeline.claims import outlines, statements, targets
from pipeline.claims.mentions import Mention, Role, Statements
from pipeline.claims.outlines import Entry
from pipeline.claims.records import Figure, Indicator
from pipeline.patterns import late
from pipeline.quantities import Formula, Quantity, canonical_counter, same_counter

_TOTAL = regex.compile(r"(?:共計|合計|總計|累計|全年|實際|計|達|為|共)[^，。；0-9]{0,6}$")
_REACHED = late(r"實際|達成值|實績")
_SUMS_UP = regex.compile(r"(?:共計|合計|總計|全年|共有|總共|共)[^，。；0-9]{0,8}$|，計$")
_PLAINLY = 0.6
"""How alike the words of a figure and of an item without a target are, from 0 to 1."""
_NOT_WORDS = regex.compile(r"[\W\d_]+")


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
    def _in_order(found: Sequence[Sequence[Indicator]]) -> Sequence[Indicator]:
        if len(found) == 1:
            return found[0]
        return sorted(chain.from_iterable(found), key=attrgetter("item"))


Counted = tuple[bool, str]
"""What a figure counts: whether it is a percentage, and the one name of its counter."""


def items_from_statements(found: Statements) -> tuple[Indicator, ...]:
    """Return the items of a row in the order of its target cell."""
    drafts = targets.draft_items(found)
    items = [
        targets.finish_item(found, number, draft) for number, draft in enumerate(drafts, start=1)
    ]
    return tuple(_with_actuals(found, items))


def likeness(a: str, b: str) -> float:
    """Return how alike two labels are, from 0 to 1: the pairs of characters that they share.

    >>> likeness("與簽署國進行實質交流", "與已簽署國實質交流") > likeness("與簽署國進行實質交流", "洽談簽署")
    True
    """
    return words_likeness(character_pairs(a), character_pairs(b))


def words_likeness(first: set[str], second: set[str]) -> float:
    """Return how alike two labels are whose `character_pairs` characters are known."""
    shared = len(first & second)
    if not shared:
        return 0.0
    return (shared / min(len(first), len(second)) + 2 * shared / (len(first) + len(second))) / 2


def character_pairs(text: str) -> set[str]:
    """Return the pairs of characters that stand together in the words of a text."""
    words = _NOT_WORDS.sub("", text)
    return {words[i : i + 2] for i in range(len(words) - 1)}


def best_match(label: str, others: Sequence[str], least: float = 0.2) -> int | None:
    """Return the one label that is most alike; None where none is, or two are equally so."""
    scores = sorted(((likeness(label, other), i) for i, other in enumerate(others)), reverse=True)
    if not scores or scores[0][0] < least:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < 0.05:
        return None
    return scores[0][1]


def _with_actuals(found: Statements, items: list[Indicator]) -> Iterator[Indicator]:
    """Give each item the figure that was reached, and last year's for a growth target."""
    candidates = _candidates(found)
    listed = _listed_under(found, items)
    chosen = _by_number(candidates, items, found) | _column_actuals(found, items)
    if any(not item.growth and index not in chosen for index, item in enumerate(items)):
        chosen = _by_words(candidates, items, listed) | chosen
    growths: list[_Growth] | None = None
    for index, item in enumerate(items):
        if item.growth:
            if growths is None:
                growths = list(_growths(found))
            own = [growth for growth in growths if listed.get(id(growth.entry), index) == index]
            if own:
                yield _with_formula(item, own[0])
            else:
                theirs = _own(found.of(Role.BASELINE), listed, index)
                told = _own(candidates, listed, index)
                yield _with_growth(item, told, theirs, len(items))
            continue
        mention = chosen.get(index)
        if item.target is None and mention is None:
            mention = _called_alike(_own(candidates, listed, index), item)
        if mention is None:
            yield item
            continue
        figure = mention.figure
        item.actual, item.actual_text = figure, figure.sentence
        item.cumulative = mention.cumulative
        yield item


def _own(candidates: Sequence[Mention], listed: Mapping[int, int], index: int) -> list[Mention]:
    """Return the figures that no other item's entry tells."""
    return [m for m in candidates if listed.get(id(m.entry), index) == index]


def _column_actuals(found: Statements, items: Sequence[Indicator]) -> dict[int, Mention]:
    """Read the column of actual figures, where the report has one."""
    listed = outlines.listed_entries(found.cells.get("actual", ()))
    if len(listed) != len(items):
        return {}
    return {
        index: mention
        for index, entry in enumerate(listed)
        for mention in list(statements.target_mentions(entry))[:1]
    }


def _candidates(found: Statements) -> list[Mention]:
    """Return the figures of the analysis that may tell what was reached."""
    told = [
        mention
        for mention in found.mentions
        if mention.role in (Role.ACTUAL, Role.RATIO)
        and mention.entry.section in ("progress", "result", None)
    ]
    yearly = {canonical_counter(mention.unit) for mention in told if not mention.cumulative}
    return [m for m in told if not m.cumulative or canonical_counter(m.unit) not in yearly]


def counted_unit(quantity: Quantity) -> Counted:
    """Return what a figure counts."""
    return quantity.kind == "percent", canonical_counter(quantity.unit)


def fits_target(mention: Mention, target: Figure | None) -> bool:
    """Tell whether a figure may be the actual one for a target: it has the same counter."""
    if target is None or mention.passing:
        return False
    return counted_unit(mention.quantity) == counted_unit(target.quantity)


def _by_number(
    candidates: Sequence[Mention], items: Sequence[Indicator], found: Statements
) -> dict[int, Mention]:
    """Pair by list number, where a part of the analysis lists as many entries as there are items."""
    chosen: dict[int, Mention] = {}
    if len(items) < 2:
        return chosen
    for section in ("progress", "result", None):
        places = statements.find_list(found, section, len(items)).places
        if not places:
            continue
        under: dict[int, list[Mention]] = {}
        for mention in candidates:
            index = places.get(id(mention.entry))
            if (
                index is not None
                and index not in chosen
                and fits_target(mention, items[index].target)
            ):
                under.setdefault(index, []).append(mention)
        for index, fitting in under.items():
            best = _likeliest(fitting, items[index])
            if best is not None:
                chosen[index] = best
    return chosen


def is_total(mention: Mention) -> bool:
    """Tell whether a figure is said to sum up others: 合計250場."""
    return bool(_SUMS_UP.search(mention.label))


def _likeliest(fitting: Sequence[Mention], item: Indicator) -> Mention | None:
    """Return the one figure that sums up, the only one, or none where several may be meant."""
    if len({(m.quantity.value, m.unit) for m in fitting}) <= 1:
        return fitting[0] if fitting else None
    totals = [m for m in fitting if is_total(m)]
    if len({m.quantity.value for m in totals}) == 1:
        return totals[0]
    reached = [m for m in fitting if _REACHED.search(last_words(m))]
    if len({m.quantity.value for m in reached}) == 1:
        return reached[0]
    best = best_match(item.label or item.target_text, [last_words(m) for m in fitting])
    if best is not None:
        return fitting[best]
    told = [m for m in fitting if m.quantity.kind == "number" and _TOTAL.search(m.label)]
    return told[0] if len({m.quantity.value for m in told}) == 1 else None


def _called_alike(own: Sequence[Mention], item: Indicator) -> Mention | None:
    """Return the one figure that is plainly called like an item for which no target was set."""
    alike = [m for m in own if not m.passing and likeness(item.label, last_words(m)) >= _PLAINLY]
    return alike[0] if len({(m.quantity.value, m.unit) for m in alike}) == 1 else None


def is_told_as_lower(mention: Mention) -> bool:
    """Tell whether a figure's own words name what is better when there is less of it."""
    return bool(regex.search(targets.LOWER_NAMES, last_words(mention)))


def last_words(mention: Mention) -> str:
    """Return the words of a figure's own clause."""
    label = mention.label
    return label[max(map(label.rfind, "，、；,：")) + 1 :]


def _listed_under(found: Statements, items: Sequence[Indicator]) -> dict[int, int]:
    """Return for the entries of the lists that go with the items which item each is under."""
    if len(items) < 2:
        return {}
    return {
        id(entry): index
        for section in ("progress", "result", None)
        for index, head in enumerate(statements.find_list(found, section, len(items)).heads)
        for entry in head.walk()
        if entry.number or entry is head
    }


class _Words(NamedTuple):
    """What the words before a figure tell of it."""

    label: set[str]
    last: set[str]
    sums_up: bool
    is_total: bool
    progress: bool

    @classmethod
    def of(cls, mention: Mention) -> _Words:
        label, last = mention.label, last_words(mention)
        pairs = character_pairs(label)
        return cls(
            pairs,
            pairs if last == label else character_pairs(last),
            is_total(mention),
            bool(_TOTAL.search(label)),
            mention.entry.section == "progress",
        )

    def likeness(self, words: set[str], *, alone: bool) -> float:
        """Return how likely the figure is the one for an item of these words."""
        score = words_likeness(words, self.label) + words_likeness(words, self.last) / 10
        if alone:
            score += 1.0
        if self.is_total:
            score += 0.15
        return score + 0.01 if self.progress else score


def _by_words(
    candidates: Sequence[Mention], items: Sequence[Indicator], listed: Mapping[int, int]
) -> dict[int, Mention]:
    """Pair by counter and words, the most alike first, each figure once; none of another's entry."""
    rivals = Counter([counted_unit(item.target.quantity) for item in items if item.target])
    sorted_out: dict[tuple[Counted, int | None], list[int]] = {}
    for c, mention in enumerate(candidates):
        what = counted_unit(mention.quantity)
        if not mention.passing and what in rivals:
            sorted_out.setdefault((what, listed.get(id(mention.entry))), []).append(c)
    known = {c: _Words.of(candidates[c]) for places in sorted_out.values() for c in places}
    scored: list[tuple[float, int, int]] = []
    for index, item in enumerate(items):
        if item.target is None:
            continue
        what = counted_unit(item.target.quantity)
        fitting = [*sorted_out.get((what, None), ()), *sorted_out.get((what, index), ())]
        if not fitting:
            continue
        alone: set[int] = set()
        if rivals[what] == 1:
            sums = [c for c in fitting if known[c].sums_up]
            for told in (fitting, sums):
                if len({candidates[c].quantity.value for c in told}) == 1:
                    alone.update(told)
        words = character_pairs(f"{item.label} {item.target_text}")
        scored.extend((known[c].likeness(words, alone=c in alone), index, c) for c in fitting)
    return _assigned(scored, candidates)


def _assigned(
    scored: list[tuple[float, int, int]], candidates: Sequence[Mention]
) -> dict[int, Mention]:
    """Take the best pairs first; leave an item without a figure where two are as good."""
    chosen: dict[int, Mention] = {}
    used: set[int] = set()
    ranked = sorted(scored, key=lambda s: (-s[0], s[1], s[2]))
    by_item: dict[int, list[tuple[float, int]]] = {}
    for score, index, c in ranked:
        by_item.setdefault(index, []).append((score, c))
    for score, index, c in ranked:
        if score < 0.2 or index in chosen or c in used:
            continue
        value = candidates[c].quantity.value
        rival = next(
            (
                s
                for s, other in by_item[index]
                if other not in used and candidates[other].quantity.value != value
            ),
            0.0,
        )
        if score - rival < 0.05:
            continue
        chosen[index] = candidates[c]
        used.add(c)
    return chosen


class _Growth(NamedTuple):
    """A printed formula of a growth, with the figures of this year and the last."""

    entry: Entry
    formula: Formula
    actual: Quantity
    baseline: Quantity


def _growths(found: Statements) -> Iterator[_Growth]:
    """Yield the growth formulas that a row prints, but those that only say what is measured."""
    for entry in outlines.walk_entries(found.cells.get("analysis", ())):
        if entry.section == "standard" or not entry.found:
            continue
        for formula in found.formulas[id(entry)]:
            if formula.is_growth and len(numbers := list(formula.numbers())) == 3:
                yield _Growth(entry, formula, numbers[0].quantity, numbers[1].quantity)


def _with_formula(item: Indicator, growth: _Growth) -> Indicator:
    """Take this year's and last year's figure from the growth formula."""
    formula = growth.formula
    place = growth.entry.place(formula.start, formula.end)
    actual, baseline = (Figure(q, formula.text, place) for q in (growth.actual, growth.baseline))
    return replace(item, actual=actual, actual_text=formula.text, baseline=baseline)


def _with_growth(
    item: Indicator, own: Sequence[Mention], theirs: Sequence[Mention], items: int
) -> Indicator:
    """Take this year's and last year's figure from the sentences.

    ``own`` are the figures that no other item's entry tells, ``theirs`` those of last year.
    """
    baselines = [m for m in theirs if m.quantity.kind != "percent"]
    if len({m.quantity.value for m in baselines}) != 1:
        return item
    base = baselines[0]
    actuals = [m for m in own if m.quantity.kind != "percent" and same_counter(m.unit, base.unit)]
    same = [m for m in actuals if m.entry is base.entry] or (actuals if items == 1 else [])
    if len({m.quantity.value for m in same}) != 1:
        return replace(item, baseline=base.figure)
    return replace(
        item, actual=same[0].figure, actual_text=same[0].figure.sentence, baseline=base.figure
    )
