"""A paragraph -> its figures in their roles, by sentences."""

from __future__ import annotations

import pytest

from pipeline.rows.running_text.told_figures import is_plain, read_figures
from tests.rows.running_text.told import paragraph

GROUPS = [
    ("甲預算數5千元，決算數4千元。", [("planned", 1), ("reached", 1)]),
    ("預算數分別為5千元及8千元，決算數分別為4千元、6千元。", [("planned", 2), ("reached", 2)]),
    ("執行率分別為80%、75%及60%。", [("rate", 3)]),
    ("預算數5千元，6千元。", [("planned", 1), ("other", 1)]),
    ("預算數分別為5千元，6千元。", [("planned", 2)]),
    ("執行率（4千元/5千元）80%。", [("other", 1), ("other", 1), ("rate", 1)]),
    ("目標值80%，實際值84%。", [("planned", 1), ("reached", 1)]),
    ("利率（註1）2%。", [("other", 1)]),
    ("113年7月1日第2次會議。", []),
    ("以80人次為年度目標，實際84人次。", [("planned", 1), ("reached", 1)]),
    ("以80人次為限，實際84人次。", [("other", 1), ("reached", 1)]),
    ("目標80處，布建84處，超出目標4處。", [("planned", 1), ("other", 1), ("difference", 1)]),
    ("布建84處，超出目標80處。", [("other", 1), ("planned", 1)]),
    ("目標80處，布建84處。下年度超出目標4處。", [("planned", 1), ("other", 1), ("planned", 1)]),
    ("目標80處，高於目標4班。", [("planned", 1), ("planned", 1)]),
]


@pytest.mark.parametrize(("text", "groups"), GROUPS)
def test_groups(text: str, groups: list[tuple[str, int]]) -> None:
    told = read_figures(paragraph(text)).groups
    assert [(str(group.role), len(group.items)) for group in told] == groups


UNITS = [
    ("預算數35千元，決算數62。", "", ["35000", "62000"]),
    ("預算數35，決算數62。", "千元", ["35000", "62000"]),
    ("預算數35，決算數62。", "", ["35", "62"]),
    ("辦理3場，參加42人，決算數62千元。", "千元", ["3", "42", "62000"]),
    ("預算數3億2,000萬元，決算數1億元。", "千元", ["320000000", "100000000"]),
]


@pytest.mark.parametrize(("text", "unit", "values"), UNITS)
def test_units(text: str, unit: str, values: list[str]) -> None:
    groups = read_figures(paragraph(text), unit).groups
    assert [f"{item.quantity.value:f}" for g in groups for item in g.items] == values


def test_sentences() -> None:
    told = read_figures(paragraph("甲5元。乙6元，丙7元；丁8元"))
    at = told.text.index("丙")
    assert told.sentences(at, at + 1).text == "乙6元，丙7元；"
    assert told.sentences(0, at).text == "甲5元。乙6元，丙7元；"
    assert told.sentence_start(0) == 0


def test_years() -> None:
    told = read_figures(paragraph("112年度預算5元，截至113年6月決算4元"))
    assert told.year_before(0, 9) == 112
    assert told.year_before(0, len(told.text)) == 113
    assert told.year_before(5, 9) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [("95%", True), ("約95.2%", True), ("約95%", False), ("95%以上", False), ("逾95%", False)],
)
def test_plain(text: str, plain: bool) -> None:
    (group,) = read_figures(paragraph(f"執行率{text}")).groups
    assert is_plain(group.items[0].quantity) is plain


TERMS = [
    (
        "目標值為3日內回復率80%，實際3日內回復率88%。",
        [("planned", "80%"), ("reached", "88%")],
    ),
    ("24小時內之修復比率為88%。", [("other", "88%")]),
    ("目標3日內達成率100%。", [("planned", "3日內"), ("rate", "100%")]),
    ("目標3日內，回復率80%。", [("planned", "3日內"), ("other", "80%")]),
    ("目標3日回復率80%。", [("planned", "3日"), ("other", "80%")]),
    ("目標3件以內，80%。", [("planned", "3件以內"), ("other", "80%")]),
    ("3日內回復48件。", [("other", "3日內"), ("other", "48件")]),
]
"""A term that names a share is no figure of its own."""


@pytest.mark.parametrize(("text", "wanted"), TERMS)
def test_terms(text: str, wanted: list[tuple[str, str]]) -> None:
    groups = read_figures(paragraph(text)).groups
    assert [(group.role.value, group.items[0].quantity.text) for group in groups] == wanted
