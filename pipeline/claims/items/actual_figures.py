"""Statements of a row -> its measured items: what was to be reached in each, and what was.

The target cell says how many items a row has (1. 2. 3., glued or not), unless the analysis lists
more of them. A figure belongs to an item by the number it is listed under, whatever style of
numbering each cell uses; else by the words that are most alike, with the same counter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from pipeline.claims import outlines
from pipeline.claims.items import targets
from pipeline.claims.items.growth_figures import (
    GrowthFormula,
    growth_formulas,
    with_formula,
    with_growth,
    with_told_growth,
)
from pipeline.claims.items.item_index import Counted, counted_unit, fits_target
from pipeline.claims.items.label_likeness import (
    best_match,
    character_pairs,
    likeness,
    words_likeness,
)
from pipeline.claims.mentions import Mention, Role, Statements, is_total, last_words
from pipeline.claims.records import Indicator
from pipeline.claims.statements import find_list, target_mentions
from pipeline.patterns import late
from pipeline.quantities import canonical_counter

_TOTAL = regex.compile(r"(?:共計|合計|總計|累計|全年|實際|計|達|為|共)[^，。；0-9]{0,6}$")
_REACHED = late(r"實際|達成值|實績")
_PLAINLY = 0.6
"""How alike the words of a figure and of an item without a target are, from 0 to 1."""


def items_from_statements(statements: Statements) -> tuple[Indicator, ...]:
    """Return the items of a row in the order of its target cell."""
    drafts = targets.draft_items(statements)
    items = [
        targets.finish_item(statements, number, draft)
        for number, draft in enumerate(drafts, start=1)
    ]
    return tuple(_with_actuals(statements, items))


def _with_actuals(statements: Statements, items: list[Indicator]) -> Iterator[Indicator]:
    """Give each item the figure that was reached, and last year's for a growth target."""
    candidates = _candidates(statements)
    listed = _listed_under(statements, items)
    chosen = _by_number(candidates, items, statements) | _column_actuals(statements, items)
    if any(not item.growth and index not in chosen for index, item in enumerate(items)):
        chosen = _by_words(candidates, items, listed) | chosen
    growths: list[GrowthFormula] | None = None
    for index, item in enumerate(items):
        if item.growth:
            if growths is None:
                growths = list(growth_formulas(statements))
            formulas = [
                growth for growth in growths if listed.get(id(growth.entry), index) == index
            ]
            if formulas:
                yield with_formula(item, formulas[0])
            else:
                baselines = _not_of_others(statements.with_role(Role.BASELINE), listed, index)
                actuals = _not_of_others(candidates, listed, index)
                grown = with_growth(item, actuals, baselines, len(items))
                yield with_told_growth(grown, statements.reached) if len(items) == 1 else grown
            continue
        mention = chosen.get(index)
        if item.target is None and mention is None:
            mention = _called_alike(_not_of_others(candidates, listed, index), item)
        if mention is None:
            yield item
            continue
        figure = mention.figure
        item.actual, item.actual_text = figure, figure.sentence
        item.cumulative = mention.cumulative
        yield item


def _not_of_others(
    candidates: Sequence[Mention], listed: Mapping[int, int], index: int
) -> list[Mention]:
    """Return the figures that no other item's entry tells."""
    return [m for m in candidates if listed.get(id(m.entry), index) == index]


def _column_actuals(statements: Statements, items: Sequence[Indicator]) -> dict[int, Mention]:
    """Read the column of actual figures, where the report has one."""
    listed = outlines.listed_entries(statements.cells.get("actual", ()))
    if len(listed) != len(items):
        return {}
    return {
        index: mention
        for index, entry in enumerate(listed)
        for mention in list(target_mentions(entry))[:1]
    }


def _candidates(statements: Statements) -> list[Mention]:
    """Return the figures of the analysis that may tell what was reached."""
    mentions = [
        mention
        for mention in statements.mentions
        if mention.role in (Role.ACTUAL, Role.RATIO)
        and mention.entry.section in ("progress", "result", None)
    ]
    yearly = {canonical_counter(mention.unit) for mention in mentions if not mention.cumulative}
    return [m for m in mentions if not m.cumulative or canonical_counter(m.unit) not in yearly]


def _by_number(
    candidates: Sequence[Mention], items: Sequence[Indicator], statements: Statements
) -> dict[int, Mention]:
    """Pair by list number, where a part of the analysis lists as many entries as there are items."""
    chosen: dict[int, Mention] = {}
    if len(items) < 2:
        return chosen
    for section in ("progress", "result", None):
        places = find_list(statements, section, len(items)).places
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
    sums = [m for m in fitting if m.quantity.kind == "number" and _TOTAL.search(m.label)]
    return sums[0] if len({m.quantity.value for m in sums}) == 1 else None


def _called_alike(mentions: Sequence[Mention], item: Indicator) -> Mention | None:
    """Return the one figure that is plainly called like an item for which no target was set."""
    alike = [
        m for m in mentions if not m.passing and likeness(item.label, last_words(m)) >= _PLAINLY
    ]
    return alike[0] if len({(m.quantity.value, m.unit) for m in alike}) == 1 else None


def _listed_under(statements: Statements, items: Sequence[Indicator]) -> dict[int, int]:
    """Return for the entries of the lists that go with the items which item each is under."""
    if len(items) < 2:
        return {}
    return {
        id(entry): index
        for section in ("progress", "result", None)
        for index, head in enumerate(find_list(statements, section, len(items)).heads)
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
    def from_mention(cls, mention: Mention) -> _Words:
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
    known = {
        c: _Words.from_mention(candidates[c]) for places in sorted_out.values() for c in places
    }
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
            for figures in (fitting, sums):
                if len({candidates[c].quantity.value for c in figures}) == 1:
                    alone.update(figures)
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
