"""The wording of findings: every template in both languages, and nothing told only in English."""

import ast
import re
import string
from pathlib import Path

import pytest

from pipeline.checks.messages import PHRASES, TEXTS, Arithmetic, Language, compose, join_messages
from pipeline.claims import readings
from tests.typed_rows import judged

ENGLISH, CHINESE = Language
PACKAGE = Path(readings.__file__).parents[1]
RESULT = "三、年度目標值及達成率："


def fields(template: str) -> list[str]:
    return sorted({name for _, name, *_ in string.Formatter().parse(template) if name})


@pytest.mark.parametrize("name", TEXTS)
def test_both_languages_tell_the_same_figures(name: str) -> None:
    english, chinese = TEXTS[name]
    assert fields(english) == fields(chinese)
    assert "  " not in english + chinese


MAINLAND = re.compile(
    "數據|文檔|文件夾|默認|信息|百分率|四舍五入|屏幕|用戶|程序|軟件|網絡|通過|水平|數碼|打印|質量|反饋|視頻"
)
"""Words that an official of Taiwan would not write here."""


def test_no_mainland_words() -> None:
    told = [chinese for _, chinese in TEXTS.values()] + list(PHRASES.values())
    assert [text for text in told if MAINLAND.search(text)] == []


def strings(tree: ast.AST) -> set[str]:
    """Return the texts of at least three words in a piece of code, docstrings left out."""
    found = {
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }
    notes = {
        n.value.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)
    }
    return {text for text in found - notes if text.count(" ") > 2}


REASONS = ("_TAKEN", "_CUMULATIVE", "_SIEVED_OUT", "UNNAMED")
"""Names of texts that say why a rate cannot be recomputed."""


def reasons() -> set[str]:
    """Return what the stages give as ``missing``: why a rate cannot be recomputed."""
    found: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg in ("missing", "doubt"):
                found |= strings(node.value)
            if isinstance(node, ast.FunctionDef) and node.name in (
                "missing_figure",
                "doubt",
                "unverifiable_reason",
            ):
                found |= strings(node)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in REASONS:
                found |= strings(node.value)
    return found


def told_readings() -> set[str]:
    """Return the names of readings that a message tells."""
    tree = ast.parse((PACKAGE / "claims" / "readings.py").read_text("utf-8"))
    names = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Reading"
        and isinstance(node.args[0], ast.Constant)
    }  # fmt: skip
    return {name for name in names if name.startswith(("lower", "share", "zero"))}


def test_every_phrase_of_another_stage_has_its_chinese() -> None:
    found = reasons() | told_readings()
    assert len(found) > 10
    assert found == set(PHRASES)


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


@pytest.mark.parametrize(
    "name", [name for name, (english, _) in TEXTS.items() if "shown" in english]
)
@pytest.mark.parametrize("language", Language)
def test_no_end_is_left_open_without_the_arithmetic(name: str, language: Language) -> None:
    told = compose(name, shown="(shown)", reason="R", kind="K", count="2")
    assert "shown" in told.text(language)
    brief = told.brief(language)
    assert "shown" not in brief
    assert brief[-1] not in ":：,，;； "


def test_text_with_braces_is_told_as_it_is() -> None:
    told = compose("target differs", cell="{told}", told="{0}{cell}")
    assert told.text() == "the target cell says {told}, the analysis {0}{cell}"
