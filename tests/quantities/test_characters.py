"""Characters that a text layer garbles are mended one for one; what an author may mean stays."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.quantities import characters
from pipeline.quantities.radicals import RADICALS

PROJECT = Path(__file__).parents[1].parent

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


def test_every_radical_of_both_blocks_is_mended() -> None:
    kangxi = range(0x2F00, 0x2FD6)
    # U+2E80 and U+2E9A stand for no ideograph (the latter is not assigned).
    supplement = set(range(0x2E81, 0x2EF4)) - {0x2E9A}
    for radical in {*kangxi, *supplement}:
        mended = characters.mend_text(chr(radical))
        assert unicodedata.name(mended).startswith("CJK UNIFIED IDEOGRAPH")
    assert characters.mend_text("\u2e80\u2e9a") == "\u2e80\u2e9a"


def test_table_holds_only_radicals_that_do_not_decompose() -> None:
    for radical in map(chr, RADICALS):
        assert unicodedata.normalize("NFKC", radical) == radical


def test_kangxi_radicals_are_mended_to_their_decomposition() -> None:
    for radical in map(chr, range(0x2F00, 0x2FD6)):
        assert characters.mend_text(radical) == unicodedata.normalize("NFKC", radical)


def test_table_of_radicals_is_what_the_script_makes() -> None:
    module = PROJECT / "pipeline" / "quantities" / "radicals.py"
    made = subprocess.run(
        [sys.executable, str(PROJECT / "docs" / "unicode" / "make_radicals.py"), "--print"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert made.stdout == module.read_text(encoding="utf-8")
