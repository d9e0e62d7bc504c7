"""Characters that a text layer garbles are mended one for one; what an author may mean stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.quantities import characters

REPAIRED = [
    pytest.param("⽬標值", "目標值", id="Kangxi radical"),
    pytest.param("⼈次", "人次", id="Kangxi radical in a counter"),
    pytest.param("⻑期", "長期", id="radical of the supplement"),
    pytest.param("⺠眾", "民眾", id="radical that NFKC leaves alone"),
    pytest.param("⻄元", "西元", id="radical with a look-alike"),
    pytest.param("\uf983例", "旅例", id="compatibility ideograph"),
    pytest.param("\U0002f800", "丽", id="compatibility ideograph beyond the first plane"),
    pytest.param("逹成", "達成", id="variant of reach"),
    pytest.param("爲衆敎", "為眾教", id="variants"),
]
LEFT_ALONE = [
    pytest.param("①25張", id="circled digit"),
    pytest.param("½ ㎡ ℃ ㈠", id="compatibility characters with a meaning"),
    pytest.param("８，６５６人（含）", id="full width"),
    pytest.param("(cid:123)\ue000", id="unmapped glyphs"),
    pytest.param("台灣裏着", id="words of their own"),
    pytest.param("訪視人數8,050人", id="plain"),
    pytest.param("", id="empty"),
]
FOLDED = [
    pytest.param("８，６５６．５％", "8,656.5%", id="full width"),
    pytest.param("（１４．１﹪）", "(14.1%)", id="brackets and small percent sign"),
    pytest.param("2万5千个", "2萬5千個", id="Simplified"),
    pytest.param("－–—−", "----", id="dashes"),
    pytest.param("～〜", "~~", id="waves"),
    pytest.param("一○五\u3000年", "一〇五 年", id="circle and ideographic space"),
    pytest.param("⼆⼗⼈", "二十人", id="radicals"),
    pytest.param("①½㎡", "①½㎡", id="what NFKC would spoil"),
]


@pytest.mark.parametrize(("text", "expected"), REPAIRED)
def test_repairs(text: str, expected: str) -> None:
    assert characters.repair_text(text) == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert characters.repair_text(text) == text


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folds(text: str, expected: str) -> None:
    assert characters.fold_text(text) == expected


@given(st.text())
def test_offsets_are_kept(text: str) -> None:
    assert len(characters.repair_text(text)) == len(characters.fold_text(text)) == len(text)


@given(st.text())
def test_mending_twice_changes_nothing(text: str) -> None:
    for mend in (characters.repair_text, characters.fold_text):
        assert mend(mend(text)) == mend(text)
