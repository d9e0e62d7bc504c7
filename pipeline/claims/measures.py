"""A row whose columns hold several items side by side -> a row for each, and what its items are called.

The years of a form, and the groups of columns of a table (`records.Measure`): the figures of one are none of
another's, and the running text speaks of the report's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pipeline.claims.records import Claim, Indicator, Reason
from pipeline.records import Measure, Row
from pipeline.tables import read_header_year

_FIGURES = ("target", "actual", "rate")
_YEAR_HEADERS = ("年度", "年別", "年")


class RowOfItems(NamedTuple):
    """What a row says of the items of one year, or of one group of its columns."""

    row: Row
    year: int | None
    """The year that its figures are for: the report's own, where its columns name none."""
    period: int | None = None
    """The year that its columns name."""
    label: str = ""
    """What tells them from the other items of the row: 第1季, 經費."""
    is_shared: bool = False
    """Whether a figure is that of other items, as it has none of its own."""

    def name_item(self, item: Indicator, before: int) -> Indicator:
        """Return an item with its period, and its number behind those ``before`` it."""
        if not before and self._is_whole:
            return item
        number, label = before + item.item, self._label(item.label)
        return replace(item, item=number, label=label, period=self.period)

    def name_claim(self, claim: Claim, before: int) -> Claim:
        """Return a claim with the number, the label and the period of its item."""
        if not before and self._is_whole:
            return claim
        doubt = claim.doubt or (Reason.NOT_ITS_OWN_COLUMN if self.is_shared else None)
        item, label = before + claim.item, self._label(claim.label or self._name)
        return replace(claim, item=item, label=label, period=self.period, doubt=doubt)

    @property
    def _is_whole(self) -> bool:
        """Tell whether it is a row as it was, of which nothing more is to be told."""
        return self.period is None and not self.label and not self.is_shared

    @property
    def _name(self) -> str:
        """Return what a rate is called of which no column tells the target."""
        return self.row.text("indicator").split("\n")[0] if self.period or self.label else ""

    def _label(self, label: str) -> str:
        return f"{label}（{self.label}）" if self.label and label else label or self.label


def split_row(row: Row, roc_year: int | None) -> Iterator[RowOfItems]:
    """Yield a row as it is or, where its columns hold several items, one row for each."""
    if row.periods and not row.measures:
        yield from _by_period(row, roc_year)
        return
    named = _year_of(row)
    if row.measures:
        for measure in row.measures:
            yield from _of_measure(row, measure._replace(year=measure.year or named), roc_year)
    else:
        yield RowOfItems(row, named or roc_year, named)


def _year_of(row: Row) -> int | None:
    """Return the year that a row is for, where a column of years tells it."""
    for header, cell in row.other.items():
        if header in _YEAR_HEADERS and len(cell) == 1 and (year := read_header_year(cell[0].text)):
            return year.year if year.stands_alone else None
    return None


def _by_period(row: Row, roc_year: int | None) -> Iterator[RowOfItems]:
    """Yield a row year by year.

    The running text speaks of the report's own year: of the latest one, where that has no column.
    """
    spoken_of = roc_year if roc_year in row.periods else max(row.periods)
    for index, period in enumerate(row.periods):
        cells = dict(row.cells)
        for role in _FIGURES:
            cells[role] = row.cell(role)[index : index + 1]
        if period != spoken_of:
            cells["analysis"] = ()
        yield RowOfItems(replace(row, cells=cells, periods=()), period, period)


def _of_measure(row: Row, measure: Measure, roc_year: int | None) -> Iterator[RowOfItems]:
    """Yield the row of a group of columns, none where they are empty."""
    own = {
        role: row.cells.get(name, row.other.get(name, ())) for role, name in measure.columns.items()
    }
    if not measure.is_own and not any(own.values()):
        return
    cells = {role: cell for role, cell in row.cells.items() if role not in _FIGURES} | own
    if not measure.is_own:
        cells["analysis"] = ()
    taken = {name for other in row.measures for name in other.columns.values()}
    other = {name: cell for name, cell in row.other.items() if name not in taken}
    if measure.is_named:
        other = {}
    units = {
        role: unit
        for role, name in measure.columns.items()
        if (unit := row.units.get(name, row.units.get(role)))
    }
    scales = [units[role] for role in ("target", "actual") if role in units]
    if len(scales) == 1 and scales[0].endswith("元"):  # 經費（千元） over 核定經費 and 執行數
        units |= dict.fromkeys(("target", "actual"), scales[0])
    years_on = measure.years_on if roc_year is not None else 0
    named = measure.year or (roc_year + years_on if roc_year is not None and years_on else None)
    part = replace(row, cells=cells, other=other, units=units, measures=())
    yield RowOfItems(part, named or roc_year, named, measure.label, measure.is_shared)
