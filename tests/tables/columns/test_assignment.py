"""Columns to roles, and tables of statistics, money and notes that are no performance tables."""

from __future__ import annotations

import pytest

from pipeline.tables.columns.assignment import assign_roles
from pipeline.tables.columns.scores import Column
from pipeline.tables.header_grammar import read_header

TABLES = [
    pytest.param(
        "工作要項 實施內容 年度目標值 實際達成情形 達成率",
        "goal indicator target actual rate",
        id="names by place",
    ),
    pytest.param(
        "施政重點 重要施政項目 年度預定達成績效 實際執行成果及達成率",
        "goal indicator target analysis",
        id="rates in the text",
    ),
    pytest.param(
        "類別 績效衡量指標 單位 權數 109年度決算審定數 110年度法定預算目標 110年度實績值 達成率(%) 得分 說明",
        "goal indicator - weight - target actual rate - analysis",
        id="an enterprise",
    ),
    pytest.param(
        "計畫名稱 計畫期程 113年度可支用預算數(千元) 113年度執行數(千元) 預算執行率(%) 累計預定進度(%) 累計實際進度(%)",
        "indicator - target actual rate - -",
        id="money beside progress",
    ),
    pytest.param(
        "計畫名稱 預算數 實支數 支用率目標值 實際值 達成率",
        "indicator - - - actual rate",
        id="a target in one column with a rate",
    ),
    pytest.param(
        "計畫名稱 預算數 實支數 支用率",
        "indicator target actual rate",
        id="money alone",
    ),
    pytest.param(
        "施政重點 工作項目 年度目標 執行成果 目標達成率",
        "goal indicator target actual rate",
        id="a goal and a target that is called one",
    ),
    pytest.param(
        "年度目標 衡量指標 目標值 實際值 達成率",
        "goal indicator target actual rate",
        id="a goal that is called a year's",
    ),
    pytest.param(
        "指標 年度目標值 第1季辦理情形 第2季辦理情形 全年達成率",
        "indicator target - - rate",
        id="texts of quarters",
    ),
    pytest.param("工作計畫 預算數 決算數 執行率", "indicator target actual rate", id="money"),
    pytest.param(
        "工作項目 權重 衡量指標 預期目標 執行成果 達成率",
        "goal weight indicator target actual rate",
        id="an item before an indicator is its goal",
    ),
    pytest.param(
        "衡量指標 工作項目 目標值 實際值",
        "indicator - target actual",
        id="and behind one it is not",
    ),
    pytest.param("計畫項目 執行情形", "indicator analysis", id="two columns of text"),
    pytest.param(
        "區處別 目標長度 108年實績 完成長度 達成率(%)",
        "indicator target - actual rate",
        id="regions",
    ),
]
NO_TABLES = [
    pytest.param("項目 人數 比率", id="shares"),
    pytest.param("計畫 預算數 執行率", id="money without what was spent"),
    pytest.param("項目 說明", id="notes"),
    pytest.param("年度 預算數 決算數", id="money without a rate"),
    pytest.param("目標值 實際值", id="nothing that is measured"),
    pytest.param("姓名 身分別 電話", id="persons"),
]


def _columns(words: str) -> list[Column]:
    return [Column.from_word(word) for word in words.split()]


RATES_ALONE = [
    pytest.param("項目 執行率", ["引水 巡查", "92.5% 95%"], True, id="rates"),
    pytest.param("業務別 達成率(%)", ["引水 巡查", "112.5 95"], True, id="bare rates"),
    pytest.param("計畫 預算數 執行率", ["港務 航道", "1,200 300", "92.5% 95%"], False, id="of money, what was spent not told"),
    pytest.param("項目 執行率", ["引水 巡查", "300航次 20次"], False, id="counts"),
    pytest.param("場館 使用率", ["甲 乙", "75% 70%"], False, id="another share"),
    pytest.param("縣市 投票率", ["甲 乙", "75% 70%"], False, id="votes"),
    pytest.param("項目 執行率", ["引水 巡查", "良好 正常"], False, id="words"),
    pytest.param("109年達成率 110年達成率", ["92.5% 95%", "95% 96%"], False, id="nothing that is measured"),
]  # fmt: skip


RATES_TOLD = [
    pytest.param("項目 目標值 達成情形", ["30場 40家", "辦理33場，達成率110%。 輔導44家，達成率110%。"], True, id="told"),
    pytest.param("項目 目標值 辦理情形", ["30場 40家", "辦理33場。 目標達成度為110%。"], True, id="half-of-them"),
    pytest.param("項目 目標值 達成情形", ["30場 40家", "辦理33場。 輔導44家。"], False, id="no-rates"),
    pytest.param("項目 目標值 達成情形", ["30場 40家", "女性占45%。 滿意度92%。"], False, id="shares"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "cells", "is_performance"), RATES_TOLD)
def test_rates_told_in_the_text(words: str, cells: list[str], is_performance: bool) -> None:
    texts = [["甲", "乙"], *[own.split() for own in cells]]
    columns = [Column.from_word(word, own) for word, own in zip(words.split(), texts, strict=True)]
    assert assign_roles(columns).is_performance is is_performance


@pytest.mark.parametrize(("words", "cells", "is_performance"), RATES_ALONE)
def test_rates_of_which_nothing_else_is_known(
    words: str, cells: list[str], is_performance: bool
) -> None:
    columns = [
        Column.from_word(word, own.split()) for word, own in zip(words.split(), cells, strict=True)
    ]
    assignment = assign_roles(columns)
    assert assignment.is_performance is is_performance
    assert not {"target", "actual"} & {*assignment.roles}


@pytest.mark.parametrize(("words", "roles"), TABLES)
def test_roles(words: str, roles: str) -> None:
    assignment = assign_roles(_columns(words))
    assert [role or "-" for role in assignment.roles] == roles.split()
    assert assignment.is_performance


@pytest.mark.parametrize("words", NO_TABLES)
def test_no_performance(words: str) -> None:
    assert not assign_roles(_columns(words)).is_performance


def test_reasons() -> None:
    columns = [
        Column.from_word(word, cells.split())
        for word, cells in (
            ("績效指標", "引水 巡查"), ("目標值", "200 20"), ("上年度實績", "190 18"), ("實績", "209 19"), ("達成率", "104.5 95"),
        )
    ]  # fmt: skip
    reasons = assign_roles(columns).reasons
    assert reasons[3].startswith("實績 -> actual; may be actual 4; 2 cells (2 figures)")
    assert reasons[3].endswith("divides in 2 of 2 rows")


def test_a_target_may_be_told_in_words_beside_rates() -> None:
    words = ("施政目標", "計畫項目", "實施內容與目標", "執行情形及達成度")
    cells = [
        ["推廣閱讀"] * 2,
        ["書展", "講座"],
        ["辦理書展一百二十場", "講座300場次"],
        ["達成度105％。"] * 2,
    ]
    columns = [Column.from_word(word, own) for word, own in zip(words, cells, strict=True)]
    assert assign_roles(columns).roles == ("goal", "indicator", "target", "analysis")
    cells[2] = ["辦理書展", "舉辦講座"]  # no figures: it names what is done
    columns = [Column.from_word(word, own) for word, own in zip(words, cells, strict=True)]
    assert "target" not in assign_roles(columns).roles


def test_what_is_measured_may_stand_above_each_group() -> None:
    words = ("目標值", "實際值", "達成率")
    own = [Column.from_word("年度", ["110年", "111年"])]
    for group in ("公文處理", "教育訓練"):
        own += [
            Column(group + word, cells, reading=read_header(word), group=group)
            for word, cells in zip(
                words, (["30", "20"], ["33", "19"], ["110%", "95%"]), strict=True
            )
        ]
    assert assign_roles(own).is_performance
    assert not assign_roles(own[:4]).is_performance
