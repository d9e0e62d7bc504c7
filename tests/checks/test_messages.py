"""The wording of findings: whole messages in Chinese, and messages without their arithmetic."""

import re

import pytest

from pipeline.checks.messages import Arithmetic, compose, join_messages
from pipeline.checks.texts import TEXTS, Language, Text
from tests.typed_rows import judged

ENGLISH, CHINESE = Language
RESULT = "三、年度目標值及達成率："


ROWS = [
    pytest.param("400件", "目標值400件，實際完成500件，達成率115％。",
                 "所載比率與依所列數值重算之結果不符：所載115％，重算 500 / 400 * 100 = 125（目標值400件，實際值500件）", id="R101"),
    pytest.param("35場", "目標值35場，實際辦理34場，達成率107％。",
                 "所載比率顯示已達成目標，惟依所列數值並未達成：所載107％，重算 34 / 35 * 100 = 97.142857（目標值35場，實際值34場）", id="R102"),
    pytest.param("420場", "目標值420場，實際辦理441場，達成率10.5％。",
                 "所載比率之小數點位置有誤：所載10.5％，重算 441 / 420 * 100 = 105（目標值420場，實際值441場）", id="R103"),
    pytest.param("300場", "目標值300場，實際辦理332場，達成率112％。",
                 "所載比率末位差一：所載112％，重算 332 / 300 * 100 = 110.666667（目標值300場，實際值332場）", id="R104"),
    pytest.param("280場", "目標值280場，實際辦理251場，達成率89％。",
                 "係無條件捨去，而非四捨五入：所載89％，重算 251 / 280 * 100 = 89.642857（目標值280場，實際值251場）", id="R110"),
    pytest.param("98.5％", "系統可用度99.4％，達成率100％。",
                 "依所列數值超過100％，而僅記載100％：所載100％，重算 99.4 / 98.5 * 100 = 100.913706［100.862944至100.964467］（目標值98.5％，實際值99.4％）", id="bounds"),
    pytest.param("0件", "實際發生1件，達成率10％。",
                 "所載比率與依所列數值重算之結果不符：所載10％，重算 0（目標值0，實際值1） = 0（目標值0件，實際值1件）", id="zero-target"),
    pytest.param("5處", "完成修復6處。", "此項目標未載達成率，依所列數值為：6 / 5 * 100 = 120（目標值5處，實際值6處）", id="R130"),
    pytest.param("400人", "達成率99％。", "未載實際值", id="R140"),
    pytest.param("130次以上", "目標值125次，實際156次，達成率110％。",
                 "所載比率與依所列數值重算之結果不符：所載110％，重算 156 / 125 * 100 = 124.8（目標值125次，實際值156次）；"
                 "目標值欄為130次以上，分析欄為125次", id="two"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "sentence", "chinese"), ROWS)
def test_told_in_chinese(target: str, sentence: str, chinese: str) -> None:
    (check,) = judged(target, RESULT + sentence)[1]
    assert join_messages(check.messages, CHINESE) == chinese
    assert not re.search("[a-z]{3}", chinese)
    assert check.message == join_messages(check.messages, ENGLISH)


def test_the_arithmetic_can_be_told_apart() -> None:
    (check,) = judged("400件", RESULT + "目標值400件，實際完成500件，達成率115％。")[1]
    (message,) = check.messages
    assert message.brief() == "the stated rate differs from the recomputed one"
    assert message.brief(CHINESE) == "所載比率與依所列數值重算之結果不符"
    shown = message.arithmetic
    assert shown == Arithmetic("115％", "500 / 400 * 100", "125", target="400件", actual="500件")


@pytest.mark.parametrize("key", [key for key, (english, _) in TEXTS.items() if "shown" in english])
@pytest.mark.parametrize("language", Language)
def test_no_end_is_left_open_without_the_arithmetic(key: Text, language: Language) -> None:
    told = compose(key, shown="(shown)", reason="R", kind="K", count="2")
    assert "shown" in told.text(language)
    brief = told.brief(language)
    assert "shown" not in brief
    assert brief[-1] not in ":：,，;； "


def test_text_with_braces_is_told_as_it_is() -> None:
    told = compose(Text.TARGET_DIFFERS, cell="{told}", told="{0}{cell}")
    assert told.text() == "the target cell says {told}, the analysis {0}{cell}"
