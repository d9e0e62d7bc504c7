"""A target and an actual figure of which one alone tells its unit -> the other in the same.

Beside 900萬包 a bare 1,023 is 1,023萬包 and no 1,023. A bare figure as large as the other one's value is meant
as it is: 3萬人 and 31,250.

>>> from pipeline.quantities import find
>>> def parse(text):
...     return next(q for q in find(text) if q.is_quantity)
>>> unit_beside(parse("1,023"), parse("900萬包")), unit_beside(parse("31,250"), parse("3萬人"))
('萬包', '')
>>> unit_beside(parse("1,364"), parse("1,250億元")), unit_beside(parse("95"), parse("90人"))
('億元', '')
"""

from __future__ import annotations

from pipeline.patterns import late
from pipeline.quantities import Quantity

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
