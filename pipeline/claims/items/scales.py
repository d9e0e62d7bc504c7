"""A target and an actual figure of which one alone tells its unit -> the other in the same.

Beside 900萬包 a bare 1,023 is 1,023萬包 and no 1,023. A bare figure as large as the other one's value is meant
as it is: 3萬人 and 31,250.


>>> def parse(text):
...     return next(q for q in find(text) if q.is_quantity)
>>> unit_beside(parse("1,023"), parse("900萬包")), unit_beside(parse("31,250"), parse("3萬人"))
('萬包', '')
>>> unit_beside(parse("1,364"), parse("1,250億元")), unit_beside(parse("95"), parse("90人"))
('億元', '')
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.claims.outlines import Entry
from pipeline.patterns import late
from pipeline.quantities import Quantity, find

_SCALED = late(r"[0-9０-９,，.．]+(?P<scale>[百千]?[萬億兆]|千|百萬)(?P<unit>\p{Han}{1,6})")
_NUMBER = late(r"[0-9０-９,，.．]+")
_FEWEST = 20
"""A bare figure that the other one is more often than this is not meant as it stands."""


def unit_beside(bare: Quantity, other: Quantity) -> str:
    """Return the unit with its scale that a bare figure shares with another one, empty if it shares none."""
    match = _SCALED.fullmatch("".join(other.text.split()))
    if match is None or not _NUMBER.fullmatch(bare.text.strip()) or bare.unit or not bare.value:
        return ""
    if other.value < _FEWEST * bare.value:
        return ""
    return f"{match['scale']}{match['unit']}"


def share_scale(targets: Sequence[Entry], actuals: Sequence[Entry]) -> None:
    """Give a bare target or actual figure the unit of the other one, where each cell holds but one."""
    if len(targets) == len(actuals) == 1 == len(targets[0].found) == len(actuals[0].found):
        for entry, other in ((actuals[0], targets[0]), (targets[0], actuals[0])):
            if unit := unit_beside(entry.found[0], other.found[0]):
                entry.found = (with_unit(entry.found[0], unit),)


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """Give a bare figure the unit of its column: 7,500 under 金額(千元) is 7,500,000 元."""
    if not quantity.is_quantity or quantity.unit:
        return quantity
    number = quantity.text[
        quantity.number_start - quantity.start : quantity.number_end - quantity.start
    ]
    read = [q for q in find(f"{number}{unit}") if q.is_quantity]
    if len(read) != 1:
        return quantity._replace(unit=unit)
    reread = read[0]
    return quantity._replace(
        value=reread.value,
        kind=reread.kind,
        unit=reread.unit or unit,
        decimals=reread.decimals,
        low=reread.low,
        high=reread.high,
    )
