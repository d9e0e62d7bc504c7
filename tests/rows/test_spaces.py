"""Spaces that only justify a text go, those between words stay; widths in half-width columns."""

from __future__ import annotations

import pytest

from pipeline.rows import spaces

SPACES = [
    pytest.param("美 國 防", "美國防", id="justified"),
    pytest.param("提升 3.5 ％", "提升3.5％", id="about a figure"),
    pytest.param("1 .至少8,400人次", "1.至少8,400人次", id="before the dot of a list number"),
    pytest.param("7 萬 2,848 人", "7萬2,848人", id="within a figure"),
    pytest.param("目　標　值", "目標值", id="full-width spaces"),
    pytest.param("目\u00a0標", "目標", id="no-break space"),
    pytest.param("  目標 ", "目標", id="at the ends"),
    pytest.param("3.5 %", "3.5%", id="before a mark that closes"),
    pytest.param("目標 , open", "目標, open", id="before a comma"),
    pytest.param("8 , 0 5 0 人", "8,050人", id="stretched figure"),
    pytest.param("1 . 3 . 5 ％", "1.3.5％", id="stretched list number and figure"),
    pytest.param("第 1 0 5 年", "第105年", id="stretched year"),
    pytest.param("1 0 5", "105", id="stretched digits alone"),
    pytest.param("1 , 2 0 0艘次", "1,200艘次", id="stretched figure before a word that is not"),
    pytest.param("計 1 1 2 . 5％", "計112.5％", id="stretched rate behind a word"),
]
SPACES_THAT_STAY = [
    pytest.param("use .NET here", "use .NET here", id="a dot that begins a word"),
    pytest.param("open data", "open data", id="Latin words"),
    pytest.param("NGO  及 NPO staff", "NGO及NPO staff", id="only between Latin words"),
    pytest.param("1. 8,050人", "1. 8,050人", id="behind a list number"),
    pytest.param("計1 2場", "計1 2場", id="two digits may be two figures"),
    pytest.param("分 10 20 30 場", "分10 20 30場", id="figures of two digits"),
    pytest.param("Windows 10", "Windows 10", id="word and figure"),
    pytest.param("A B C", "A B C", id="single letters"),
    pytest.param("5 6", "5 6", id="two figures"),
    pytest.param("café noir", "café noir", id="accents"),
    pytest.param("目標", "目標", id="none"),
    pytest.param("", "", id="empty"),
    pytest.param("   ", "", id="nothing else"),
]


@pytest.mark.parametrize(("text", "cleaned"), SPACES + SPACES_THAT_STAY)
def test_clean(text: str, cleaned: str) -> None:
    assert spaces.clean_text(text) == cleaned
    assert spaces.clean_text(cleaned) == cleaned


WIDTHS = [
    pytest.param("目標", 4, id="full width"),
    pytest.param("8,050", 5, id="figure"),
    pytest.param("目標 A", 6, id="a space is half as wide"),
    pytest.param("８％", 4, id="full-width forms"),
    pytest.param("é", 1, id="accent"),
    pytest.param("", 0, id="empty"),
]


@pytest.mark.parametrize(("text", "width"), WIDTHS)
def test_width(text: str, width: int) -> None:
    assert spaces.text_width(text) == width
