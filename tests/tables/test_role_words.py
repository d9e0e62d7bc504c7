"""The words as data: each has one role; an agency's own words join them and win."""

import subprocess
import sys

import pytest

from pipeline.tables import role_words
from pipeline.tables.role_words import HeaderWords, KnownWords


def test_words_have_one_role() -> None:
    words = [word for known in role_words.ROLES.values() for word in known]
    titles = [word for known in role_words.SECTIONS.values() for word in known]
    assert len(words) == len(set(words))
    assert len(titles) == len(set(titles))


LEARNT = [
    pytest.param({"target": ("甲乙丙丁",)}, "甲乙丙丁", "target", id="new word"),
    pytest.param({"analysis": ("實績",)}, "實績", "analysis", id="the agency's word wins"),
    pytest.param({}, "实际完成值", "actual", id="Simplified characters"),
    pytest.param({"target": ("甲乙丙丁",)}, "丙丁", None, id="no part of a word"),
    pytest.param({}, "105年度目標值", None, id="bare words only"),
]


@pytest.mark.parametrize(("roles", "word", "role"), LEARNT)
def test_role(roles: dict[str, tuple[str, ...]], word: str, role: str | None) -> None:
    words = KnownWords()
    words.learn(HeaderWords(roles))
    assert words.role(word) == role


def test_section() -> None:
    words = KnownWords()
    assert words.section("推動情形") is None
    words.learn(HeaderWords(sections={"progress": ("推動情形",)}))
    assert words.section("推動情形") == "progress"
    assert words.section("目標值") is None


def test_words_are_in_order() -> None:
    sizes = [len(word) for word in KnownWords().longest_first]
    assert sizes == sorted(sizes, reverse=True)


def test_the_words_need_no_patterns() -> None:
    program = "import sys, pipeline.tables as t; t.learn_words, t.read_agency_words; print('regex' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "False"
