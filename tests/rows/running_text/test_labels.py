"""The words before a named figure -> what it is of."""

from __future__ import annotations

import pytest

from pipeline.rows.running_text.labels import split_names, subject_before

SUBJECTS = [
    ("歲入預算數", "歲入"),
    ("本年度歲出預算數", "歲出"),
    ("截至114年6月底止，經常門預算數", "經常門"),
    ("（三）設備更新預算數", "設備更新"),
    ("● 港區清潔預算數", "港區清潔"),
    ("本處113年度資本門預算數", "資本門"),
    ("其中，原住民族事務預算數", "原住民族事務"),
    ("計畫管理預算數", "計畫管理"),
    ("歲出部分預算數", "歲出"),
]
NOTHING = [
    "預算數",
    "本年度預算數",
    "114年度預算數",
    "截至8月底預算數",
    "歲入：預算數",
    "較上年度預算數",
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_subject(text: str, subject: str) -> None:
    assert subject_before(text, text.index("預算數")) == subject


@pytest.mark.parametrize("text", NOTHING)
def test_words_of_when_are_no_subject(text: str) -> None:
    assert subject_before(text, text.index("預算數")) == ""


def test_the_figure_before_ends_it() -> None:
    text = "甲項5元 乙項預算數"
    assert subject_before(text, text.index("預算數"), since=4) == "乙項"


@pytest.mark.parametrize(
    ("subject", "names"),
    [("歲入、歲出", ["歲入", "歲出"]), ("甲項、乙項及丙項", ["甲項", "乙項", "丙項"]), ("", [])],
)
def test_names(subject: str, names: list[str]) -> None:
    assert split_names(subject) == names
