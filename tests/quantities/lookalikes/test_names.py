"""Names that end in digits, told by what stands in front."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from pipeline.quantities.lookalikes import names
from pipeline.quantities.lookalikes.names import BEFORE_NAMES, match_name

NAMES = [
    pytest.param("PM2.5濃度", 2, (0, 5), id="letters"),
    pytest.param("COVID-19 ", 6, (0, 8), id="hyphen"),
    pytest.param("No. 7", 4, (0, 5), id="number sign"),
    pytest.param("台9線", 1, (0, 3), id="road"),
    pytest.param("如附表3所列", 3, (1, 4), id="table"),
    pytest.param("編號:105-B-12", 3, (3, 11), id="labelled"),
    pytest.param("電話325-1234", 2, (2, 10), id="registered"),
    pytest.param("ISO 27001", 4, (0, 9), id="standard"),
    pytest.param("Web 2.0", 4, (0, 7), id="version"),
]


@pytest.mark.parametrize(("text", "start", "place"), NAMES)
def test_name(text: str, start: int, place: tuple[int, int]) -> None:
    found = match_name(text, start, 0, text[start - 1])
    assert found is not None
    assert (found.start, found.end) == place


NO_NAMES = [
    pytest.param("NT500", 2, id="currency"),
    pytest.param("MOU 130", 4, id="word and figure"),
    pytest.param("USB 30支", 4, id="counted"),
    pytest.param("電話325通", 2, id="calls"),
    pytest.param("代表3人", 2, id="persons"),
    pytest.param("10x5", 3, id="times"),
]


@pytest.mark.parametrize(("text", "start"), NO_NAMES)
def test_no_name(text: str, start: int) -> None:
    assert match_name(text, start, 0, text[start - 1]) is None


# The patterns of what stands in front, with words for each of their alternatives.
IN_FRONT = [
    pytest.param(names._ROAD_BEFORE, names.ROADS, id="roads"),
    pytest.param(names._LABEL_BEFORE, [f"附{last}" for last in names.ATTACHED], id="attached"),
    pytest.param(names._LABEL_BEFORE, names.REFERRED_TO, id="referred to"),
    pytest.param(names._NUMBER_LABEL, names.LABELS, id="labels"),
    pytest.param(names._REGISTERED, names.REGISTERED, id="registered"),
    pytest.param(
        names._LETTERS_BEFORE, ["PM", "H", "COVID-", "A-B", "No.", "pp.", "Fig."], id="letters"
    ),
]


@pytest.mark.parametrize(("pattern", "words"), IN_FRONT)
def test_what_is_asked_first_lets_all_names_through(
    pattern: re.Pattern[str], words: Sequence[str]
) -> None:
    for word in words:
        for end in ("", " ", ":", "為"):
            if pattern.search(word + end):
                assert (word + end)[-1] in BEFORE_NAMES
        assert pattern.search(word)
