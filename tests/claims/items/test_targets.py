"""The year that a target cell names before a figure: what stands behind the figure names none."""

from __future__ import annotations

import re

import pytest

from pipeline.claims.items import targets
from tests.typed_rows import judged

OF_YEAR = [
    pytest.param("104年：180件，105年：200件", "200", id="the-year-before-first"),
    pytest.param("105年：200件，106年：220件", "200", id="the-year-after-behind"),
    pytest.param("104年：180件，105年：200件，106年：220件", "200", id="in-the-middle"),
]


class Strict:
    """A pattern that takes no end before its start, where ``re`` finds nothing."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def fullmatch(self, text: str, start: int, end: int) -> re.Match[str] | None:
        assert 0 <= start <= end <= len(text)
        return self._pattern.fullmatch(text, start, end)


@pytest.mark.parametrize(("target", "value"), OF_YEAR)
def test_the_target_of_the_own_year(
    target: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(targets, "_OF_YEAR", Strict(targets._OF_YEAR))
    (item,), _ = judged(target, "完成200件，達成率100％。")
    assert item.target is not None
    assert str(item.target.quantity.value) == value
