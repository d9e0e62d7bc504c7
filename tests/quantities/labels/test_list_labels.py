"""List numbers at the head of a text: which are, which are not, and which one is due."""

from __future__ import annotations

import pytest

from pipeline.quantities.labels.list_labels import LabelRun, ListLabel, find_glued_runs, parse_label

SEEN_IN_REPORTS = [
    pytest.param("一、衡量標準", ListLabel("一、", 1, 2), id="ideograph"),
    pytest.param("十、水域巡護", ListLabel("一、", 10, 2), id="ten"),
    pytest.param("十二、水域巡護", ListLabel("一、", 12, 3), id="twelve"),
    pytest.param("二十一、水域巡護", ListLabel("一、", 21, 4), id="twenty-one"),
    pytest.param("(一)訓練", ListLabel("(一)", 1, 3), id="ideograph in brackets"),
    pytest.param("（十）訓練", ListLabel("(一)", 10, 3), id="full-width brackets"),
    pytest.param("1. 8,050人", ListLabel("1.", 1, 2), id="figure set apart"),
    pytest.param("12.訓練", ListLabel("1.", 12, 3), id="two digits"),
    pytest.param("1.10秒", ListLabel("1.glued", 1, 2), id="glued to its figure"),
    pytest.param("3.97.5%", ListLabel("1.glued", 3, 2), id="glued to a figure with a point"),
    pytest.param("4.24100人次", ListLabel("1.glued", 4, 2), id="glued to a long figure"),
    pytest.param("1、場次", ListLabel("1、", 1, 2), id="digit with a comma"),
    pytest.param("(3)場次", ListLabel("(1)", 3, 3), id="digit in brackets"),
    pytest.param("①25張", ListLabel("①", 1, 1), id="circled"),
]
MADE_UP = [
    pytest.param("㈡訓練", ListLabel("(一)", 2, 1), id="ideograph in brackets, one character"),
    pytest.param("⑶訓練", ListLabel("(1)", 3, 1), id="digit in brackets, one character"),
    pytest.param("⒋訓練", ListLabel("1.", 4, 1), id="digit with a point, one character"),
    pytest.param("⑳訓練", ListLabel("①", 20, 1), id="circled twenty"),
    pytest.param("３．訓練", ListLabel("1.", 3, 2), id="full-width digit and point"),
    pytest.param("（１２）訓練", ListLabel("(1)", 12, 4), id="all full width"),
    pytest.param("壹、業務面向", ListLabel("壹、", 1, 2), id="formal"),
    pytest.param("拾貳、業務面向", ListLabel("壹、", 12, 3), id="formal twelve"),
    pytest.param("一二、訓練", ListLabel("一、", 12, 3), id="digit by digit"),
    pytest.param("二○、訓練", ListLabel("一、", 20, 3), id="digit by digit with a zero"),
    pytest.param("2、200場次", ListLabel("1、glued", 2, 2), id="comma, glued to its figure"),
    pytest.param("2.", ListLabel("1.", 2, 2), id="alone"),
]
NO_LABELS = [
    pytest.param("", id="empty"),
    pytest.param("105年辦理", id="year"),
    pytest.param("105.3.1起", id="date"),
    pytest.param("8,050人", id="figure"),
    pytest.param("100場", id="round figure"),
    pytest.param("一定比率", id="word that begins with one"),
    pytest.param("十分之一", id="fraction"),
    pytest.param("(含)以上", id="word in brackets"),
    pytest.param("(104年)", id="year in brackets"),
    pytest.param("第一、二級", id="ordinal"),
    pytest.param(" 一、", id="space in front"),
    pytest.param("、一", id="comma in front"),
    pytest.param("一，", id="another comma"),
    pytest.param("123.訓練", id="three digits"),
    pytest.param("½公里", id="fraction in one character"),
    pytest.param("○、", id="zero"),
]


@pytest.mark.parametrize(("text", "label"), SEEN_IN_REPORTS + MADE_UP)
def test_label(text: str, label: ListLabel) -> None:
    assert parse_label(text) == label


@pytest.mark.parametrize("text", NO_LABELS)
def test_no_label(text: str) -> None:
    assert parse_label(text) is None


@pytest.mark.parametrize("number", [*range(1, 100)])
def test_every_number_in_ten_notation(number: int) -> None:
    tens, ones = divmod(number, 10)
    text = ("一二三四五六七八九"[tens - 1] if tens > 1 else "") + "十" * (tens > 0)
    text += "一二三四五六七八九"[ones - 1] if ones else ""
    found = parse_label(f"{text}、")
    assert found is not None
    assert found.number == number


DUE = [
    pytest.param([], "一、", True, id="one opens a list"),
    pytest.param(["一、"], "二、", True, id="next"),
    pytest.param(["一、", "(一)", "(二)"], "二、", True, id="next above"),
    pytest.param(["一、", "(一)", "(二)", "二、"], "(一)", True, id="one opens again"),
    pytest.param(["1.10秒"], "2. 場次", True, id="glued or not"),
    pytest.param(["⒈"], "2.", True, id="one character or two"),
    pytest.param([], "二、", False, id="two opens nothing"),
    pytest.param(["一、"], "三、", False, id="one left out"),
    pytest.param(["一、", "二、"], "二、", False, id="the same again"),
    pytest.param(["一、"], "(二)", False, id="another style"),
    pytest.param(["1."], "2、", False, id="another mark"),
    pytest.param(["(1)"], "(二)", False, id="digits and ideographs"),
]


@pytest.mark.parametrize(("seen", "text", "due"), DUE)
def test_due(seen: list[str], text: str, due: bool) -> None:
    run = LabelRun()
    for earlier in seen:
        run.record(parse_label(earlier))
    label = parse_label(text)
    assert label is not None
    assert run.is_due(label) is due


GLUED = [
    pytest.param(["1.10秒", "2.15%", "3.97.5%"], {0, 1, 2}, id="105 report"),
    pytest.param(["1.12秒", "以內", "2.30%"], {0, 2}, id="a line between"),
    pytest.param(["1. 訓練", "2.30場"], {0, 1}, id="one set apart, one glued"),
    pytest.param(["目標值：", "1.5場", "2.6場"], {1, 2}, id="behind a line"),
    pytest.param(["1、200場", "2、300場"], {0, 1}, id="with a comma"),
    pytest.param([f"{n}.{n}0%" for n in range(1, 12)], set(range(11)), id="past nine"),
]
NOT_GLUED = [
    pytest.param([], id="nothing"),
    pytest.param(["1.5公里"], id="alone"),
    pytest.param(["全長約", "1.5公里"], id="at the head of a line"),
    pytest.param(["2.15%", "3.97.5%"], id="no one"),
    pytest.param(["1.5公里", "3.2公里"], id="one left out"),
    pytest.param(["1.5公里", "10.2公里"], id="other figures"),
    pytest.param(["1.5公里", "2、場次"], id="two styles"),
]


@pytest.mark.parametrize(("texts", "lines"), GLUED)
def test_glued(texts: list[str], lines: set[int]) -> None:
    assert find_glued_runs(texts) == lines


@pytest.mark.parametrize("texts", NOT_GLUED)
def test_not_glued(texts: list[str]) -> None:
    assert find_glued_runs(texts) == set()
