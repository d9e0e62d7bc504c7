"""The cells of one line of a year table to its label, its unit and its cells by year."""

from __future__ import annotations

import pytest

from pipeline.records import Place
from pipeline.rows.forms import year_lines
from pipeline.rows.forms.year_headers import YearColumns
from tests.rows.forms.year_grids import table

PLACE = Place(1, 0, 0, 9, 9)
YEARS = YearColumns({1: 104, 2: 105}, {0: "項目"})
UNITS = YearColumns({2: 104, 3: 105}, {0: "項目", 1: "單位"})
LEADS = YearColumns({2: 104, 3: 105}, {0: "關鍵績效指標", 1: "項目"})
# A line and its columns: role, label, unit, texts by year, texts of the columns in front.
LINES = [
    pytest.param("目標值 | 30 | 35", YEARS, ("target", "", {104: "30", 105: "35"}, {}), id="target"),
    pytest.param(
        "達成度(%) | 113 | ", YEARS, ("rate", "%", {104: "113", 105: ""}, {}), id="unit in its label"
    ),
    pytest.param(
        "實際值 | 公頃 | 34 | 33", UNITS, ("actual", "公頃", {104: "34", 105: "33"}, {}), id="unit column"
    ),
    pytest.param(
        "家數 | 目標值 | 30 | 35", LEADS,
        ("target", "", {104: "30", 105: "35"}, {"indicator": "家數"}), id="indicator in front",
    ),
    pytest.param("衡量標準 | 家數 | =", YEARS, ("standard", "", {0: "家數"}, {}), id="for all years"),
    pytest.param("衡量標準 | 家數 | 合計", YEARS, ("standard", "", {0: "家數合計"}, {}), id="in two cells"),
    pytest.param("預算 | 30 | 35", YEARS, ("預算", "", {104: "30", 105: "35"}, {}), id="another word"),
    pytest.param("關鍵績效指標 | 家數", None, ("indicator", "", {0: "家數"}, {}), id="above the header"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "columns", "expected"), LINES)
def test_line(
    line: str,
    columns: YearColumns | None,
    expected: tuple[str, str, dict[int, str], dict[str, str]],
) -> None:
    cells = [cell for cell in table(line).grid[0] if cell]
    entry = year_lines.read_year_line(cells, PLACE, columns)
    assert entry is not None
    texts = {year: cell.text for year, cell in entry.cells.items()}
    leads = {role: cell.text for role, cell in entry.leads.items()}
    assert (entry.role, entry.unit, texts, leads) == expected


@pytest.mark.parametrize("line", [" |  | ", " | "])
def test_a_blank_line_is_none(line: str) -> None:
    cells = [cell for cell in table(line).grid[0] if cell]
    assert year_lines.read_year_line(cells, PLACE, YEARS) is None
