"""Lines outside of tables -> blocks of running text."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows.running_text.prose_lines import prose_blocks, stands_apart
from tests.cells import line, said


def texts(lines: list[Line], tables: list[tuple[int, float]] | None = None) -> list[list[str]]:
    return [[one.line.text for one in block] for block in prose_blocks(lines, tables or [])]


def page(number: int, *printed: str) -> list[Line]:
    return [line(text, top=40 + 20 * at, page=number) for at, text in enumerate(printed)]


def test_a_table_ends_a_block_and_a_page_break_does_not() -> None:
    lines = [*page(1, "甲", "乙"), *page(2, "丙")]
    assert texts(lines) == [["甲", "乙", "丙"]]
    assert texts(lines, [(1, 50.0)]) == [["甲"], ["乙", "丙"]]
    assert texts(lines, [(1, 70.0)]) == [["甲", "乙"], ["丙"]]


def test_furniture_is_left_out_at_head_and_foot() -> None:
    lines = [
        *page(1, "港務處預算說明", "甲：", "乙", "- 1 -"),
        *page(2, "港務處預算說明", "丙：", "丁", "- 2 -"),
    ]
    assert texts(lines) == [["甲：", "乙", "丙：", "丁"]]


def test_pages_alike_keep_their_headings_and_sentences() -> None:
    lines = [*page(1, "標題", "一、甲", "執行率5%。"), *page(2, "標題", "一、甲", "執行率5%。")]
    assert texts(lines) == [["一、甲", "執行率5%。", "一、甲", "執行率5%。"]]


APART = [
    pytest.param([("處長", 0), ("副處長", 200)], id="chart"),
    pytest.param([("一、", 0), ("甲", 40), ("5%", 300)], id="list number, then columns"),
]
TOGETHER = [
    pytest.param([("一、", 0), ("規費：預算數", 60)], id="list number"),
    pytest.param([("預算數", 0), ("5千元", 35)], id="narrow gap"),
    pytest.param([("甲", 0)], id="one character"),
]


def spread(parts: list[tuple[str, float]]) -> Line:
    set_lines = [line(text, x0) for text, x0 in parts]
    return Line(
        "".join(one.text for one in set_lines), 1, 0, 10,
        [x for one in set_lines for x in one.lefts], [x for one in set_lines for x in one.rights],
    )  # fmt: skip


@pytest.mark.parametrize("parts", APART)
def test_apart(parts: list[tuple[str, float]]) -> None:
    assert stands_apart(spread(parts))


@pytest.mark.parametrize("parts", TOGETHER)
def test_together(parts: list[tuple[str, float]]) -> None:
    assert not stands_apart(spread(parts))


def test_plain_text_says_where_paragraphs_end() -> None:
    lines = [
        said("歲入預算數5元，", 1, ends=False),
        said("執行率80%。", 2, ends=False),
        said("歲出", 4, ends=False),
        said("● 甲", 5, ends=False),
    ]
    (block,) = prose_blocks(lines, [])
    assert [one.line.ends for one in block] == [False, True, True, True]
