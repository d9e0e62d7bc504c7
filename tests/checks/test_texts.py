"""The templates: every one in both languages, with the same figures, in the words of Taiwan."""

import re
import string
from enum import Enum

import pytest

from pipeline.checks.texts import BRIEF_TEXTS, TEXTS, Text, TextKey
from pipeline.checks.verdicts import Level, Verdict
from pipeline.claims import RateKind, ReadingKind, Reason

SPOKEN = [*Text, *Reason, *ReadingKind, *Verdict, *Level, RateKind.GROWTH, RateKind.RATIO]
MAINLAND = re.compile(
    "數據|文檔|文件夾|默認|信息|百分率|四舍五入|屏幕|用戶|程序|軟件|網絡|通過|水平|數碼|打印|質量|反饋|視頻"
)
"""Words that an official of Taiwan would not write here."""


def fields(template: str) -> list[str]:
    return sorted({name for _, name, *_ in string.Formatter().parse(template) if name})


def key_id(key: Enum) -> str:
    return f"{type(key).__name__}-{key.name}"


@pytest.mark.parametrize("key", SPOKEN, ids=key_id)
def test_both_languages_tell_the_same_figures(key: TextKey) -> None:
    english, chinese = TEXTS[key]
    assert english
    assert chinese
    assert fields(english) == fields(chinese)
    assert "  " not in english + chinese


def test_there_is_no_other_template() -> None:
    assert set(TEXTS) == set(SPOKEN)
    assert len(TEXTS) == len(SPOKEN)  # no two keys are equal


@pytest.mark.parametrize("key", BRIEF_TEXTS, ids=key_id)
def test_a_brief_template_leaves_out_the_arithmetic_alone(key: TextKey) -> None:
    for brief, whole in zip(BRIEF_TEXTS[key], TEXTS[key], strict=True):
        assert fields(brief) == [name for name in fields(whole) if name != "shown"]


def test_no_mainland_words() -> None:
    assert [chinese for _, chinese in TEXTS.values() if MAINLAND.search(chinese)] == []


@pytest.mark.parametrize("key", [*Reason, *ReadingKind], ids=key_id)
def test_what_another_stage_gives_is_said_without_latin_words(key: TextKey) -> None:
    english, chinese = TEXTS[key]
    assert not fields(english)
    assert not re.search("[A-Za-z]", chinese)
