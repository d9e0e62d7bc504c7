"""Statements -> this year's and last year's figure of a growth target: from a formula, or sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.claims import outlines
from pipeline.claims.mentions import Mention, Statements
from pipeline.claims.outlines import Entry
from pipeline.claims.records import Figure, Indicator
from pipeline.patterns import late
from pipeline.quantities import Formula, Quantity, same_counter

_CHANGE = late(
    r"(?:成長|增長|增加|提升|提高|增|降低|減少|下降|縮短|減量|減|節約|節省)(?:率|幅度?)?(?:約|達|為|了)?$"
)
"""The words right before a percentage that is a change."""


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


def with_told_growth(item: Indicator, column: Sequence[Mention]) -> Indicator:
    """Take the growth that the column of actual figures tells, where neither year's figure is printed.

    Of 減量12% the column says 減量13.1%; a bare 13.1% may be what it has grown to.
    """
    if item.actual is not None or item.baseline is not None:
        return item
    percents = {m.quantity.value: m for m in column if m.quantity.kind == "percent"}
    if len(percents) != 1 or len({m.quantity.value for m in column}) > 1:
        return item
    (told,) = percents.values()
    if not _CHANGE.search(told.label):
        return item
    return replace(item, actual=told.figure, actual_text=told.figure.sentence)


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
