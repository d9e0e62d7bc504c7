"""Words of header lines: wrapped, spaced, under a common word, set close; and lines that are none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.tables.unruled import header_bands
from pipeline.tables.unruled.ink import Piece
from tests.tables.unruled.typed import FIRST, HEADER, piece, sheet, strip

BANDS = [
    pytest.param([HEADER], ["衡量指標", "目標值", "實際值"], id="one line"),
    pytest.param(
        [strip(0, (0, "績效衡"), (60, "目標值"), (120, "實際值")), strip(12, (0, "量指標"))],
        ["績效衡量指標", "目標值", "實際值"],
        id="a wrapped word",
    ),
    pytest.param(
        [strip(0, (0, "衡量指標"), (60, "目"), (85, "標"), (110, "值"), (160, "實際值"))],
        ["衡量指標", "目標值", "實際值"],
        id="letters set wide",
    ),
    pytest.param(
        [strip(0, (0, "衡量指標"), (90, "98年度")), strip(12, (60, "目標值"), (120, "實際值"))],
        ["衡量指標", "目標值", "實際值"],
        id="a word over two",
    ),
]
NO_BANDS = [
    pytest.param([FIRST], id="a row"),
    pytest.param([HEADER[:2]], id="two columns"),
    pytest.param([strip(0, (0, "科目"), (60, "預算數"), (120, "決算數"))], id="a budget"),
    pytest.param([(*HEADER, piece(200, 0, "中" * 19))], id="a long text"),
]


@pytest.mark.parametrize(("strips", "words"), BANDS)
def test_band(strips: list[Sequence[Piece]], words: list[str]) -> None:
    band = header_bands.read_band(sheet(*strips), 0, len(strips))
    assert [word.text for word in band.words] == words
    assert band.is_header()


@pytest.mark.parametrize("strips", NO_BANDS)
def test_no_header(strips: list[Sequence[Piece]]) -> None:
    assert not header_bands.read_band(sheet(*strips), 0, len(strips)).is_header()


def test_a_word_over_two_columns_is_a_group() -> None:
    upper = strip(0, (0, "衡量指標"), (90, "98年度"))
    lower = strip(12, (60, "目標值"), (120, "實際值"))
    (group,) = header_bands.read_band(sheet(upper, lower), 0, 2).groups
    assert (group.piece.text, group.first, group.last) == ("98年度", 1, 2)


TWICE = (("目標值", 60), ("實際值", 110), ("目標值", 160), ("實際值", 210))
SIDE_BY_SIDE = [
    pytest.param(
        [strip(0, (0, "衡量指標"), (75, "109年度"), (175, "110年度")), strip(12, *((x, w) for w, x in TWICE))],
        [("109年度", 1, 2), ("110年度", 3, 4)],
        ("indicator", "target", "actual", "target", "actual"),
        id="years",
    ),
    pytest.param(
        [
            strip(0, (0, "衡量指標"), (85, "第1季"), (185, "第2季")),
            strip(12, (60, "目標"), (110, "達成率"), (160, "目標"), (210, "達成率")),
        ],
        [("第1季", 1, 2), ("第2季", 3, 4)],
        ("indicator", "target", "rate", "target", "rate"),
        id="quarters over short words",
    ),
    pytest.param(
        [
            strip(0, (0, "衡量指標"), (85, "目標值"), (185, "實際值")),
            strip(12, (60, "109年"), (110, "110年"), (160, "109年"), (210, "110年")),
        ],
        [("目標值", 1, 2), ("實際值", 3, 4)],
        ("indicator", "target", "target", "actual", "actual"),
        id="what is told over years",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("strips", "groups", "roles"), SIDE_BY_SIDE)
def test_columns_side_by_side(
    strips: list[Sequence[Piece]], groups: list[tuple[str, int, int]], roles: tuple[str, ...]
) -> None:
    band = header_bands.read_band(sheet(*strips), 0, 2)
    assert [(group.piece.text, group.first, group.last) for group in band.groups] == groups
    assert band.roles == roles


CLOSE = [
    pytest.param("目標值實際值", ["目標值", "實際值"], id="two words"),
    pytest.param("目標值", ["目標值"], id="one word"),
    pytest.param("達成率說明會", ["達成率說明會"], id="no words"),
]


@pytest.mark.parametrize(("text", "words"), CLOSE)
def test_words_with_hardly_any_white_between(text: str, words: list[str]) -> None:
    glyphs = []
    x = 0.0
    for own in words:
        glyphs += piece(x, 0, own).glyphs
        x += 10 * len(own) + 1
    whole = header_bands.ink.make_piece(glyphs)
    assert whole.text == text
    assert [own.text for own in header_bands.part_words([whole])] == words


YEARS = [
    pytest.param(["項目", "102年度", "103年度"], True, id="years"),
    pytest.param(["項目", "單位", "104", "103"], True, id="bare, behind a unit"),
    pytest.param(["實際值", "104", "105"], False, id="behind a word of figures"),
    pytest.param(["項目", "105年度"], False, id="two columns"),
    pytest.param(["103年度", "104年度", "105年度"], False, id="no word in front"),
]


@pytest.mark.parametrize(("words", "expected"), YEARS)
def test_is_years(words: list[str], expected: bool) -> None:
    assert header_bands.is_years(words) == expected
