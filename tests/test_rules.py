"""The rules of the contract: all there, and their examples do what they say."""

import re
from pathlib import Path

import pytest

from pipeline.rules import RULES, Example, explain
from tests.typed_rows import judged

CONTRACT = Path(__file__).parents[1] / ".." / "shared" / "CONTRACT.md"
CHECKED = [rule for rule in RULES.values() if rule.checked]


def codes(example: Example) -> set[str]:
    columns = {"actual": example.actual, "rate": example.rate} if example.rate else {}
    _, found = judged(example.target, "\n".join(example.analysis), **columns)
    return {check.finding.code for check in found if check.finding}


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_the_example_is_flagged(rule) -> None:
    assert rule.flagged is not None
    assert rule.code in codes(rule.flagged)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_the_other_example_is_left_alone(rule) -> None:
    assert rule.left_alone is not None
    assert rule.code not in codes(rule.left_alone)


@pytest.mark.parametrize("code", RULES)
def test_explain_says_meaning_and_reason(code: str) -> None:
    text = explain(code)
    assert RULES[code].meaning in text
    assert RULES[code].chinese in text
    assert RULES[code].reason in text


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract is not at hand")
def test_every_code_of_the_contract_is_there() -> None:
    listed = re.findall(r"^\| (R\d{3}) \|", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE)
    assert list(RULES) == listed
