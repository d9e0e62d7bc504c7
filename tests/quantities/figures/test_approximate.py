"""Two Chinese digits that are a range, and those that are not."""

from __future__ import annotations

import pytest

from tests.quantities.tables import read

PAIRS = [
    pytest.param("二三十人", "20..30 人", id="tens"),
    pytest.param("三五百件", "300..500 件", id="hundreds"),
    pytest.param("七八成", "70..80 %", id="percentage"),
    pytest.param("二、三十人", "20..30 人", id="comma"),
    pytest.param("十五六歲", "15..16 歲", id="behind a ten"),
    pytest.param("十五、六歲", "15..16 歲", id="behind a ten, with a comma"),
]
NO_PAIRS = [
    pytest.param("五、六、七年", "7 年", id="a list"),
    pytest.param("三、四年級", "", id="grades"),
    pytest.param("三、四十五人", "45 人", id="another number"),
]


@pytest.mark.parametrize(("text", "shown"), PAIRS)
def test_pair(text: str, shown: str) -> None:
    assert read(text) == shown


@pytest.mark.parametrize(("text", "shown"), NO_PAIRS)
def test_no_pair(text: str, shown: str) -> None:
    assert read(text) == shown
