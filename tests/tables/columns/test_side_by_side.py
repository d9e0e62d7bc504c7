"""Groups of target, actual and rate side by side, and columns that are none."""

from __future__ import annotations

import pytest

from pipeline.tables.columns.assignment import assign_roles
from pipeline.tables.columns.scores import Column
from pipeline.tables.columns.side_by_side import ColumnGroup

# A group word and the words under it, "-" for none; then label, year and columns of each group.
GROUPS = [
    pytest.param(
        ["- 指標", "109年度 目標值 實績值 達成率", "110年度 目標值 實績值 達成率"],
        [("", 109, (1, 2, 3)), ("", 110, (4, 5, 6))],
        id="two years",
    ),
    pytest.param(
        ["- 指標", "109年度2020 目標值 實績值 達成率", "110年度2021 目標值 實績值 達成率"],
        [("", 109, (1, 2, 3)), ("", 110, (4, 5, 6))],
        id="two years, each by both calendars",
    ),
    pytest.param(
        ["- 指標", "110年度 目標值 實績值 達成率", "上年度 目標值 實績值 達成率"],
        [("", 110, (1, 2, 3)), ("", None, (4, 5, 6))],
        id="last year by word",
    ),
    pytest.param(
        ["- 指標", "第1季 目標 實際 達成率", "第2季 目標 實際 達成率", "全年 目標 實際 達成率"],
        [("第1季", None, (1, 2, 3)), ("第2季", None, (4, 5, 6)), ("全年", None, (7, 8, 9))],
        id="quarters and the year",
    ),
    pytest.param(
        ["- 項目", "1月 累計預定數 累計執行數 執行率", "2月 累計預定數 累計執行數 執行率"],
        [("1月", None, (1, 2, 3)), ("2月", None, (4, 5, 6))],
        id="months that sum up, with rates that do not say so",
    ),
    pytest.param(
        ["- 計畫名稱", "工作 目標 實際 達成率", "經費（千元） 預算 決算 執行率"],
        [("工作", None, (1, 2, 3)), ("經費", None, (4, 5, 6))],
        id="work and money",
    ),
    pytest.param(
        ["- 計畫名稱 預算數 決算數 執行率 目標值 實際值 達成率"],
        [("執行率", None, (1, 2, 3)), ("", None, (4, 5, 6))],
        id="money and work in one line",
    ),
    pytest.param(
        ["- 指標 109年度目標值 109年度實際值 110年度目標值 110年度實際值 達成率"],
        [("", 109, (1, 2, None)), ("", 110, (3, 4, 5))],
        id="a year without a rate",
    ),
    pytest.param(
        ["- 指標 目標值 實際值 109年度達成率 110年度達成率"],
        [("", 110, (1, 2, 4)), ("", 109, (None, None, 3))],
        id="last year's rate alone",
    ),
    pytest.param(
        ["- 指標 年度目標值 上半年實際值 上半年達成率 全年實際值 全年達成率"],
        [("", None, (1, 4, 5)), ("上半年", None, (1, 2, 3))],
        id="a half-year of the year's target",
    ),
    pytest.param(
        ["- 指標 原訂目標值 修正目標值 實際值 原訂目標達成率 修正目標達成率"],
        [("原訂目標達成率", None, (1, 3, 4)), ("", None, (2, 3, 5))],
        id="rates of both targets",
    ),
    pytest.param(
        [
            "- 工作計畫 全年度預算數(A) 累計分配數(B) 累計執行數(C) 占分配數％(C/B) 占全年預算數％(C/A)"
        ],
        [("占全年預算數", None, (1, 3, 5)), ("占分配數", None, (2, 3, 4))],
        id="rates of two plans, by letters",
    ),
    pytest.param(
        ["- 工作計畫 全年度預算數 累計分配數 累計執行數 占分配數％ 占全年預算數％"],
        [("占全年預算數", None, (1, 3, 5)), ("占分配數", None, (2, 3, 4))],
        id="rates of two plans, by their words",
    ),
    pytest.param(
        ["- 指標", "109 目標值 實績值 達成率", "110 目標值 實績值 達成率"],
        [("", 109, (1, 2, 3)), ("", 110, (4, 5, 6))],
        id="bare years",
    ),
    pytest.param(
        ["- 指標", "109年度 目標值 辦理情形 達成率", "110年度 目標值 辦理情形 達成率"],
        [("", 109, (1, 2, 3)), ("", 110, (4, 5, 6))],
        id="texts of what was reached",
    ),
    pytest.param(
        ["- 計畫名稱 預算數 執行數 預算執行率 累計預定進度 累計實際進度"],
        [("", None, (1, 2, 3)), ("累計", None, (4, 5, None))],
        id="money beside progress",
    ),
]
UNKNOWN = "- 稅目"
WITH_CELLS = [
    pytest.param(
        [UNKNOWN, "109年度 預算數 實徵數 達成率", "110年度 預算數 實徵數 達成率"],
        [("", 109, (1, 2, 3)), ("", 110, (4, 5, 6))],
        id="a word that is not known, told by arithmetic in the own group",
    ),
]
NO_GROUPS = [
    pytest.param(["- 指標 目標值 實際值 達成率"], id="one group"),
    pytest.param(["- 指標", "110年度 目標值 實際值 達成率"], id="one group under its year"),
    pytest.param(["- 指標 原訂目標值 修正目標值 實際值 達成率"], id="a revised target"),
    pytest.param(["- 指標 第1季目標值 第2季目標值 年度目標值 實際值 達成率"], id="targets alone"),
    pytest.param(
        ["- 指標 109年度實際值 110年度目標值 110年度實際值 達成率"], id="last year's figure"
    ),
    pytest.param(["- 指標 目標值 實際值 達成率 預算數 決算數"], id="money without a rate"),
    pytest.param(["- 案類 發生數 破獲數 破獲率 佔比"], id="shares"),
    pytest.param(["- 項目 108年 109年 110年"], id="statistics"),
]


def groups(printed: list[str]) -> tuple[ColumnGroup, ...]:
    columns = []
    for own in printed:
        group, *words = own.split()
        over = "" if group == "-" else group
        for word in words:
            alone, joined = Column.from_word(word), Column.from_word(over + word)
            reading = alone.reading
            if over and reading and joined.reading:
                reading = reading._replace(
                    kinds=joined.reading.kinds, year=joined.reading.year, when=joined.reading.when
                )
            cells = ["12處", "30處"] if word == "目標" else ()
            columns.append(Column(over + word, cells, None, reading, over))
    return assign_roles(columns).groups


@pytest.mark.parametrize(("printed", "wanted"), GROUPS)
def test_groups(
    printed: list[str], wanted: list[tuple[str, int | None, tuple[int | None, ...]]]
) -> None:
    found = [(group.label, group.year, group[:3]) for group in groups(printed)]
    assert found == wanted


@pytest.mark.parametrize("printed", NO_GROUPS)
def test_no_groups(printed: list[str]) -> None:
    assert groups(printed) == ()


RATE, FIGURES = ["95.0", "108.0", "98.0"], (["1140", "864", "490"], ["1200", "800", "500"])


@pytest.mark.parametrize(("printed", "wanted"), WITH_CELLS)
def test_groups_of_figures(
    printed: list[str], wanted: list[tuple[str, int | None, tuple[int | None, ...]]]
) -> None:
    columns = [Column.from_word("稅目", ["地價稅", "房屋稅", "契稅"])]
    for own in printed[1:]:
        group, *words = own.split()
        for word, cells in zip(words, (FIGURES[1], FIGURES[0], RATE), strict=True):
            reading, joined = Column.from_word(word).reading, Column.from_word(group + word).reading
            if reading and joined:
                reading = reading._replace(kinds=joined.kinds, year=joined.year, when=joined.when)
            columns.append(Column(group + word, cells, None, reading, group))
    found = assign_roles(columns).groups
    assert [(one.label, one.year, one[:3]) for one in found] == wanted


def test_a_group_without_figures_of_its_own_shares_them() -> None:
    own, half = groups(["- 指標 年度目標值 上半年實際值 上半年達成率 全年實際值 全年達成率"])
    assert (own.is_own, own.is_shared) == (True, False)
    assert (half.is_own, half.is_shared) == (False, True)


def test_years_before_and_after_the_report() -> None:
    first, last = groups(["- 指標", "上年度 目標值 實際值 達成率", "本年度 目標值 實際值 達成率"])
    assert (first.years_on, last.years_on) == (-1, 0)
