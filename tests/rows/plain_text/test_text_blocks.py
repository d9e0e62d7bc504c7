"""Lines of a plain text to blocks: what one paragraph is, and where a line is two cells."""

from __future__ import annotations

import pytest

from pipeline.rows.plain_text import text_blocks
from pipeline.rows.plain_text.text_blocks import TextBlock
from tests.cells import said

# Lines, and whether each ends a paragraph; the blocks.
BLOCKS = [
    pytest.param([("守護湖域環", False), ("境資源 ", True)], ["守護湖域環境資源"], id="goes on"),
    pytest.param([("守護 ", True), ("航次 ", True)], ["守護", "航次"], id="each ends"),
    pytest.param(
        [("北岸", False), ("二、辦理情形：南岸。", True)],
        ["北岸", "二、辦理情形：南岸。"],
        id="a part of the analysis opens one",
    ),
    pytest.param(
        [("北岸", False), ("二、友善服務", True)],
        ["北岸二、友善服務"],
        id="another number does not",
    ),
    pytest.param(
        [("2. 5％ 一、衡量標準：航次及其", False), ("比率。", True)],
        ["2. 5％", "一、衡量標準：航次及其比率。"],
        id="a line of two cells",
    ),
    pytest.param(
        [("依甲案 一、守護湖域：北岸。", True)],
        ["依甲案一、守護湖域：北岸。"],
        id="a line of one cell",
    ),
    pytest.param([], [], id="none"),
]


@pytest.mark.parametrize(("lines", "texts"), BLOCKS)
def test_blocks(lines: list[tuple[str, bool]], texts: list[str]) -> None:
    printed = [said(text, top, ends=ends) for top, (text, ends) in enumerate(lines, start=1)]
    assert [block.text for block in text_blocks.blocks_from_lines(printed)] == texts


SECTIONS = [
    pytest.param("一、衡量標準：航次。", True, id="measure"),
    pytest.param("二、辦 理 情 形", True, id="letter-spaced, no colon"),
    pytest.param("一、守護湖域", False, id="a goal"),
    pytest.param("(一)衡量標準：航次。", False, id="another style"),
    pytest.param("衡量標準：航次。", False, id="no number"),
]


@pytest.mark.parametrize(("text", "opens"), SECTIONS)
def test_opens_section(text: str, opens: bool) -> None:
    assert text_blocks.opens_section(text) is opens


def block(*texts: str, ends: bool = True) -> TextBlock:
    last = len(texts) - 1
    return TextBlock(tuple(said(t, n, ends=ends and n == last) for n, t in enumerate(texts)))


def test_what_a_block_shows() -> None:
    own = block("1. 全年300", "航次")
    assert (own.number, own.digits, own.width, own.full_widths) == (1, True, 9, [9])  # cleaned
    other = block("(二)步道")
    assert (other.number, other.digits, other.full_widths) == (2, False, [])
    assert (block("步道").number, block("步道").digits) == (0, False)


SLICES = [
    pytest.param(0, 5, [3, 2], id="all"),
    pytest.param(1, 4, [2, 1], id="within both"),
    pytest.param(3, 5, [2], id="the second"),
    pytest.param(2, 2, [], id="none"),
]


@pytest.mark.parametrize(("start", "end", "sizes"), SLICES)
def test_slice(start: int, end: int, sizes: list[int]) -> None:
    blocks = [block("甲", "乙", "丙"), block("丁", "戊")]
    assert [len(b.lines) for b in text_blocks.slice_blocks(blocks, start, end)] == sizes
    assert text_blocks.inner_lines(blocks) == {1, 2, 4}
