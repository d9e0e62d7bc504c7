"""Names that begin with digits, and figures with units that look like them."""

from __future__ import annotations

import pytest

from pipeline.quantities.lookalikes.identifiers import match_identifier
from pipeline.quantities.lookalikes.lookalike import Lookalike


def identifier(text: str) -> Lookalike | None:
    return match_identifier(text, 0, 0)


NAMES = [
    pytest.param("02-2388-9393", "phone", 12, id="telephone"),
    pytest.param("1922專線", "phone", 4, id="hotline"),
    pytest.param("1/5000", "identifier", 6, id="scale"),
    pytest.param("921地震", "identifier", 5, id="named by digits"),
    pytest.param("4號專案", "identifier", 2, id="number"),
    pytest.param("1130302285號", "document_number", 11, id="document"),
    pytest.param("10491臺北市", "identifier", 5, id="postal code"),
    pytest.param("10491彰化縣", "identifier", 5, id="postal code of a county"),
    pytest.param("21世紀", "date", 4, id="century"),
    pytest.param("7-ELEVEN", "identifier", 8, id="firm"),
    pytest.param("2.0版", "identifier", 3, id="version"),
    pytest.param("3D列印", "identifier", 2, id="letters"),
]


@pytest.mark.parametrize(("text", "kind", "end"), NAMES)
def test_name(text: str, kind: str, end: int) -> None:
    found = identifier(text)
    assert found is not None
    assert (found.kind, found.end) == (kind, end)


@pytest.mark.parametrize(
    "text", ["3kg", "05人", "100人", "13500000000元", "2.0億元", "10491人", "4號次"]
)
def test_figure_after_all(text: str) -> None:
    assert identifier(text) is None
