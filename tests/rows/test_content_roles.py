"""Columns whose content tells another role than their header."""

import pytest

from pipeline.rows.content_roles import by_content
from tests.typed_rows import row

PROSE = "全年受理提報22案，其中審議通過登錄17案、審議中3案。達成率：113.3%。"
MOVED = [
    pytest.param({"rate": PROSE}, id="prose"),
    pytest.param({"rate": f"1.{PROSE}\n2.{PROSE}"}, id="list"),
]
KEPT = [
    pytest.param({"rate": "113.3%"}, id="a-rate"),
    pytest.param({"rate": "1.108.2%\n2.95.3%\n3.111.8%\n4.100.0%\n5.99.5%"}, id="a-list-of-rates"),
    pytest.param({"rate": "設置數：104.2%，涵蓋率：104.1%"}, id="rates-with-names"),
    pytest.param({"rate": PROSE, "analysis": "說明"}, id="beside-an-analysis"),
]  # fmt: skip


@pytest.mark.parametrize("cells", MOVED)
def test_running_text_is_an_analysis(cells: dict[str, str]) -> None:
    found = by_content(row("15案", "", **cells))
    assert found.text("analysis") == cells["rate"]
    assert not found.text("rate")


@pytest.mark.parametrize("cells", KEPT)
def test_rates_stay_rates(cells: dict[str, str]) -> None:
    found = by_content(row("15案", **{"analysis": "", **cells}))
    assert found.text("rate") == cells["rate"]
