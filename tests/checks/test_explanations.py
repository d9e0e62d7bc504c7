"""What `pipeline explain` tells of a rule, in each language, with its examples judged."""

import re

import pytest

from pipeline.checks.explanations import explain_rule, judge_example
from pipeline.checks.rules import RULES
from pipeline.checks.texts import Language
from tests.checks.test_texts import MAINLAND

ENGLISH, CHINESE = Language
CHECKED = [rule for rule in RULES.values() if rule.checked]


@pytest.mark.parametrize("code", RULES)
def test_explain_says_meaning_and_reason(code: str) -> None:
    rule = RULES[code]
    for words, text in (
        (rule.english, explain_rule(code, ENGLISH)),
        (rule.chinese, explain_rule(code, CHINESE)),
    ):
        assert {words.meaning, words.level} <= set(re.split(r"\n|R\d{3} ?[（(]|[)）]\n", text))
        assert words.reason in text
        assert words.advice in text


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
@pytest.mark.parametrize("language", Language)
def test_both_examples_are_told_with_their_arithmetic(rule, language: Language) -> None:
    heads = {
        ENGLISH: ("Flagged:", "Left alone:"),
        CHINESE: ("會標記之例：", "不會標記之例："),
    }[language]
    _, flagged, left_alone = re.split("|".join(heads), explain_rule(rule.code, language))
    assert re.search(rf"^    -> (R\d{{3}}\+)*{rule.code}(\+R\d{{3}})* ", flagged, re.MULTILINE)
    assert rule.code not in left_alone
    assert " = " in left_alone


@pytest.mark.parametrize("code", RULES)
def test_each_language_by_itself_or_both(code: str) -> None:
    english, chinese = explain_rule(code, ENGLISH), explain_rule(code, CHINESE)
    assert explain_rule(code) == f"{english}\n\n{chinese}"
    assert "理由" not in english
    assert not re.search(r"[a-z]{3}", re.sub(r"^    .*$", "", chinese, flags=re.MULTILINE))
    assert not MAINLAND.search(chinese)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_findings_of_the_examples_are_told_in_chinese(rule) -> None:
    assert rule.flagged is not None
    for check in judge_example(rule.flagged):
        assert not re.search(r"[a-z]{2}|[,;:] ", check.told(CHINESE))


@pytest.mark.parametrize("rule", [r for r in RULES.values() if not r.checked], ids=lambda r: r.code)
def test_what_is_not_checked_is_said(rule) -> None:
    assert "does not check it yet" in explain_rule(rule.code, ENGLISH)
    assert "尚未查核" in explain_rule(rule.code, CHINESE)
    assert "Flagged" not in explain_rule(rule.code)
