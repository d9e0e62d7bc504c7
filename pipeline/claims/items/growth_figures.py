"""Statements -> this year's and last year's figure of a growth target: from a formula, or sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.claims import outlines
from pipeline.claims.mentions import Mention, Statements
from pipeline.claims.outlines import Entry
from pipeline.claims.records import Figure, Indicator
from pipeline.quantities import Formula, Quantity, same_counter


class GrowthFormula(NamedTuple):
    """A printed formula of a growth, with the figures of this year and the last."""

    entry: Entry
    formula: Formula
    actual: Quantity
    baseline: Quantity


def growth_formulas(statements: Statements) -> Iterator[GrowthFormula]:
    """Yield the growth formulas that a row prints, but those that only say what is measured."""
    for entry in outlines.walk_entries(statements.cells.get("analysis", ())):
        if entry.section == "standard" or not entry.found:
            continue
        for formula in statements.formulas[id(entry)]:
            if formula.is_growth and len(numbers := list(formula.numbers())) == 3:
                yield GrowthFormula(entry, formula, numbers[0].quantity, numbers[1].quantity)


def with_formula(item: Indicator, growth: GrowthFormula) -> Indicator:
    """Take this year's and last year's figure from the growth formula."""
    formula = growth.formula
    place = growth.entry.place(formula.start, formula.end)
    actual, baseline = (Figure(q, formula.text, place) for q in (growth.actual, growth.baseline))
    return replace(item, actual=actual, actual_text=formula.text, baseline=baseline)


def with_growth(
    item: Indicator, this_year: Sequence[Mention], last_year: Sequence[Mention], items: int
) -> Indicator:
    """Take this year's and last year's figure from the sentences.

    ``this_year`` are the figures that no other item's entry tells, ``last_year`` the baselines.
    """
    baselines = [m for m in last_year if m.quantity.kind != "percent"]
    if len({m.quantity.value for m in baselines}) != 1:
        return item
    base = baselines[0]
    actuals = [
        m for m in this_year if m.quantity.kind != "percent" and same_counter(m.unit, base.unit)
    ]
    same = [m for m in actuals if m.entry is base.entry] or (actuals if items == 1 else [])
    if len({m.quantity.value for m in same}) != 1:
        return replace(item, baseline=base.figure)
    return replace(
        item, actual=same[0].figure, actual_text=same[0].figure.sentence, baseline=base.figure
    )
