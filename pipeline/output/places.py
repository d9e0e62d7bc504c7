"""Where something is printed -> its fields by name, as JSON outputs write them.

>>> place_fields(Place(3, 56.7, 72.0, 100.046, 84.0))
{'page': 3, 'x0': '56.70', 'top': '72.00', 'x1': '100.05', 'bottom': '84.00'}
"""

from __future__ import annotations

from pipeline.records import Place


def place_fields(place: Place) -> dict[str, int | str | None]:
    """Return page and ends by name, with two decimals, as text: a float brings its noise along."""
    ends = {"x0": place.x0, "top": place.top, "x1": place.x1, "bottom": place.bottom}
    fields = {name: None if end is None else f"{end:.2f}" for name, end in ends.items()}
    return {"page": place.page, **fields}
