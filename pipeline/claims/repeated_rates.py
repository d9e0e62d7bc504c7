"""Claims of a row -> the same, with a rate that a note only repeats from its column told once.

The column's claim stays. What the note has beside its rate, a printed formula or another target or
actual figure, goes to that claim, so that it is still compared.

>>> from pipeline.claims.records import Figure, Pair, RateKind
>>> from pipeline.quantities.scanner import Quantity
>>> def figure(text):
...     return Figure(Quantity.parse(text), text, None)
>>> def claim(rate, target):
...     pair = Pair(figure(target), figure("110件"))
...     cell = figure("100件")
...     return Claim(1, 1, "", RateKind.ACHIEVEMENT, figure(rate), (pair,), cell_target=cell)
>>> told, column = claim("110.0%", "90件"), claim("110%", "100件")
>>> [once] = drop_repeated([told], [column])
>>> once.stated.quantity.text, once.told_target.quantity.text
('110%', '90件')
>>> len(drop_repeated([claim("120%", "100件")], [column]))
2
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.claims.records import Claim, Figure, Pair
from pipeline.quantities import may_be_one, same_counter


def drop_repeated(text_claims: Sequence[Claim], columns: Sequence[Claim]) -> list[Claim]:
    """Return the claims of the text, then those of the rate column; none of them twice."""
    if not columns:
        return list(text_claims)
    stated: dict[object, list[Claim]] = {_rate_of(column): [] for column in columns}
    others: list[Claim] = []
    for claim in text_claims:
        stated.get(_rate_of(claim), others).append(claim)
    # Of two columns with the same rate for an item the first has what the text tells.
    whole = [_with_notes(column, stated.pop(_rate_of(column), ())) for column in columns]
    return [*others, *whole]


def _rate_of(claim: Claim) -> object:
    """Return what is alike in a claim of the text and one of a column that state the same rate."""
    assert claim.stated is not None
    return claim.item, claim.kind, claim.stated.quantity.value


def _with_notes(column: Claim, notes: Iterable[Claim]) -> Claim:
    """Give the claim of a column what the text has beside the same rate."""
    for note in notes:
        pair = note.pairs[0] if note.pairs else Pair(None, None)
        column_pair = column.pairs[0] if column.pairs else Pair(None, None)
        if note.formula and not column.formula:
            column = replace(
                column, formula=note.formula, names=note.names, in_formula=note.in_formula
            )
        target, actual = (
            _other(pair.target, column_pair.target),
            _other(pair.actual, column_pair.actual),
        )
        if len(note.pairs) > 1 or (target and note.cell_target is None):
            # The text says why its figures are others: a target that was revised in the year.
            column = replace(column, pairs=(*column.pairs, *note.pairs))
            continue
        column = replace(
            column,
            told_target=column.told_target or target,
            told_actual=column.told_actual or actual,
        )
    return column


def _other(text_figure: Figure | None, column_figure: Figure | None) -> Figure | None:
    """Return a figure of the text if it cannot be the column's."""
    if text_figure is None or column_figure is None:
        return None
    a, b = text_figure.quantity, column_figure.quantity
    if not same_counter(a.unit, b.unit) or a.kind != b.kind:
        return None
    return None if may_be_one(a, b) else text_figure
