"""Places by name: two decimals as text, and nothing where plain text has no x."""

import pytest

from pipeline.output.places import place_fields
from pipeline.records import Place

FIELDS = [
    pytest.param(
        Place(1, 0.1 + 0.2, 9.999, 20, 30.5), ("0.30", "10.00", "20.00", "30.50"), id="pdf"
    ),
    pytest.param(Place(2, None, 7, None, 8), (None, "7.00", None, "8.00"), id="plain text"),
]


@pytest.mark.parametrize(("place", "ends"), FIELDS)
def test_fields(place: Place, ends: tuple[str | None, ...]) -> None:
    names = ("x0", "top", "x1", "bottom")
    assert place_fields(place) == {"page": place.page, **dict(zip(names, ends, strict=True))}
