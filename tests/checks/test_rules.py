"""The rules of the contract: all there, and their examples do what they say."""

import re
from pathlib import Path

import pytest

from pipeline.checks.explanations import judge_example
from pipeline.checks.rule_records import Example
from pipeline.checks.rules import RULES
from pipeline.checks.texts import Language

CONTRACT = Path(__file__).parents[2] / ".." / "shared" / "CONTRACT.md"
ENGLISH, CHINESE = Language
CHECKED = [rule for rule in RULES.values() if rule.checked]


def codes(example: Example) -> set[str]:
    return {finding.code for check in judge_example(example) for finding in check.findings}


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_the_example_is_flagged(rule) -> None:
    assert rule.flagged is not None
    assert rule.code in codes(rule.flagged)


@pytest.mark.parametrize("rule", CHECKED, ids=lambda rule: rule.code)
def test_the_other_example_is_left_alone(rule) -> None:
    assert rule.left_alone is not None
    assert rule.code not in codes(rule.left_alone)


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract is not at hand")
def test_every_code_of_the_contract_is_there() -> None:
    listed = re.findall(r"^\| (R\d{3}) \|", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE)
    assert list(RULES) == listed
