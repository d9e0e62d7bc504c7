"""Page numbers and running titles told from headings."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows import titles
from tests.cells import line


def above(*texts: str) -> list[tuple[Line, bool]]:
    return [(line(text, top=40 + 20 * at), True) for at, text in enumerate(texts)]


TITLE = "105年度施政績效及達成情形"
PAGE_NUMBERS = [
    pytest.param("3", id="bare"),
    pytest.param("- 3 -", id="dashes"),
    pytest.param("–12–", id="long dashes"),
    pytest.param("~ 3 ~", id="tildes"),
    pytest.param("(3)", id="brackets"),
    pytest.param("第3頁", id="page 3"),
    pytest.param("第 1 頁，共 7 頁", id="page 1 of 7"),
    pytest.param("第１頁／共７頁", id="full width"),
    pytest.param("3/7", id="slash"),
    pytest.param("頁 3", id="page word in front"),
    pytest.param("(0801)-017", id="105 budget"),
    pytest.param("0801-17", id="chapter in digits"),
    pytest.param("貳-15", id="chapter"),
    pytest.param("iv", id="Roman"),
    pytest.param("Page 3 of 7", id="English"),
    pytest.param("P.12", id="English, short"),
]
NOT_PAGE_NUMBERS = [
    pytest.param("105年度", id="year"),
    pytest.param(TITLE, id="title"),
    pytest.param("3場", id="figure with a unit"),
    pytest.param("98.5%", id="rate"),
    pytest.param("一、業務面向", id="heading with a number"),
    pytest.param("第3期計畫", id="ordinal"),
    pytest.param("8,050", id="figure with a comma"),
    pytest.param("註1", id="note"),
    pytest.param("共 7 場", id="count"),
]


@pytest.mark.parametrize("text", PAGE_NUMBERS)
def test_page_number(text: str) -> None:
    glyphs = titles.read_heading(above(text), "").glyphs
    assert glyphs == {"furniture": len("".join(text.split()))}


@pytest.mark.parametrize("text", NOT_PAGE_NUMBERS)
def test_not_a_page_number(text: str) -> None:
    glyphs = titles.read_heading(above(text), "").glyphs
    assert glyphs == {"headings": len("".join(text.split()))}


RUNNING = [
    pytest.param([(1, 40.0, "霧汀湖施政績效"), (2, 40.0, "霧汀湖施政績效")], id="the same"),
    pytest.param([(1, 40.0, "湖域 第1篇"), (2, 40.0, "湖域 第2篇")], id="another number"),
    pytest.param([(1, 53.9, "霧汀湖"), (2, 54.1, "霧汀湖")], id="a hair apart"),
    pytest.param([(1, 40.0, "霧汀湖"), (3, 40.0, "霧汀湖")], id="on every other page"),
]
NOT_RUNNING = [
    pytest.param([(1, 40.0, "霧汀湖"), (2, 300.0, "霧汀湖")], id="elsewhere on the page"),
    pytest.param([(1, 40.0, "霧汀湖"), (1, 42.0, "霧汀湖")], id="on one page"),
    pytest.param([(1, 40.0, "霧汀湖"), (2, 40.0, "碧波湖")], id="other words"),
]


def loose(lines: list[tuple[int, float, str]]) -> list[tuple[Line, bool]]:
    return [(line(text, top=top, page=page), page == 1) for page, top, text in lines]


@pytest.mark.parametrize("lines", RUNNING)
def test_running(lines: list[tuple[int, float, str]]) -> None:
    assert set(titles.read_heading(loose(lines), "").glyphs) == {"furniture"}


@pytest.mark.parametrize("lines", NOT_RUNNING)
def test_not_running(lines: list[tuple[int, float, str]]) -> None:
    assert "furniture" not in titles.read_heading(loose(lines), "").glyphs
