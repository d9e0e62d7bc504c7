"""Findings as a compiler shows them: in both languages, hostile text shown and not obeyed, colours on request."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.checks.records import Report
from pipeline.checks.texts import Language
from pipeline.errors import Status
from pipeline.output.excerpts import display_width
from pipeline.output.visible_text import escape_line
from tests.output.reports import (
    WRONG,
    printed,
    report,
)
from tests.typed_rows import judged


def test_a_finding_as_a_compiler_shows_it() -> None:
    sentence = "實際完成500件，達成率115％"
    assert printed("text", report("400件", sentence + "。")).splitlines() == [
        "error[R101]: the stated rate differs from the recomputed one",
        "  --> a.txt: line 1, row 1 item 1",
        "   |",
        f"   | 年度目標值及達成率：{sentence}",
        f"   | {' ' * 41}^^^^^",
        "   |",
        "   = item: 辦理情形",
        "   = figures: target 400件, actual 500件",
        "   = recomputed: 500 / 400 * 100 = 125",
        "   = to learn more: pipeline explain R101",
    ]


def test_the_same_in_chinese() -> None:
    sentence = "實際完成500件，達成率115％"
    told = report("400件", sentence + "。", language=Language.CHINESE)
    assert printed("text", told).splitlines() == [
        "錯誤[R101]：所載比率與依所列數值重算之結果不符",
        "  --> a.txt: 第1行，第1列第1項",
        "   |",
        f"   | 年度目標值及達成率：{sentence}",
        f"   | {' ' * 41}^^^^^",
        "   |",
        "   = 項目：辦理情形",
        "   = 數值：目標值400件，實際值500件",
        "   = 重算：500 / 400 * 100 = 125",
        "   = 詳細說明：pipeline explain R101",
    ]


MORE = [
    pytest.param("較104年提升2％", "105年度達成率【(20,200件-16,000件)/16,000件】×100％=26％。",
                 ["note[R210]", "recomputed: (20200 - 16000) / 16000 * 100 = 26.25"], id="growth"),
    pytest.param("10日以內", "平均處理天數14日，達成率130％。",
                 ["also tried: (2 - 14 / 10) * 100 = 60"], id="tried"),
    pytest.param("98.5％", "系統可用度99.4％，達成率100％。",
                 ["recomputed: 99.4 / 98.5 * 100 = 100.913706 [100.862944 to 100.964467]"], id="bounds"),
    pytest.param("130次以上", "目標值125次，實際156次，達成率110％。",
                 ["also R401: the target cell says 130次以上, the analysis 125次"], id="second-finding"),
    pytest.param("5處", "完成修復6處。", ["note[R130]", "recomputed: 6 / 5 * 100 = 120"], id="no-sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "sentence", "told"), MORE)
def test_what_else_is_told(target: str, sentence: str, told: list[str]) -> None:
    shown = printed("text", report(target, sentence))
    assert [text for text in told if text not in shown] == []


HOSTILE = [
    pytest.param("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m", id="ansi"),
    pytest.param("a\nb\r\tc\x07", r"a\nb\r\tc\x07", id="control"),
    pytest.param("\u202e%511\u202c", r"\u202e%511\u202c", id="bidi"),
    pytest.param("\u2066x\u2069\u200f", r"\u2066x\u2069\u200f", id="isolates"),
    pytest.param("a\u200bb\ufeff", r"a\u200bb\ufeff", id="no-width"),
    pytest.param("a\u2028b\x85c", r"a\u2028b\x85c", id="line-separators"),
    pytest.param("\udcff\ue000", r"\udcff\ue000", id="surrogate-private"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_hostile_text_is_shown_not_obeyed(text: str, shown: str) -> None:
    assert escape_line(text) == shown
    (check,) = judged(*WRONG)[1]
    claim = replace(
        check.claim,
        label=text,
        stated=replace(
            check.claim.stated, sentence=f"{text}達成率115％", start=len(f"{text}達成率")
        ),
    )
    told = Report(
        f"{text}.pdf", "", Status.OK, checks=(replace(check, claim=claim),), path=f"{text}.pdf"
    )
    for form in ("text", "concise", "github"):
        out = printed(form, told)
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", out
        )
    lines = printed("text", told).splitlines()
    assert f"  --> {shown}.pdf: line 1, row 1 item 1" in lines
    assert f"   = item: {shown}" in lines
    sentence, under = lines[3:5]
    assert display_width(sentence[: sentence.index("115％")]) == under.index("^")


def test_colours_only_where_asked_for() -> None:
    shown = report(*WRONG)
    plain, coloured = (printed("text", shown, coloured=wanted) for wanted in (False, True))
    assert "\x1b" not in plain
    assert coloured.startswith("\x1b[1;31merror[R101]\x1b[0m: ")
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain
