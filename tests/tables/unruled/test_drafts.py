"""Tables in the making: under a header, on the next page, and what is no table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.tables.unruled import drafts, header_bands
from pipeline.tables.unruled.drafts import Draft
from pipeline.tables.unruled.gutters import Columns
from pipeline.tables.unruled.ink import Piece
from tests.tables.unruled.typed import FIRST, HEADER, SECOND, piece, sheet, strip


def below(*strips: Sequence[Piece], before: Columns | None = None) -> Draft | None:
    own = sheet(HEADER, *strips)
    band = header_bands.read_band(own, 0, 1)
    return drafts.draft_below(own, band, len(own.strips), before)


def test_below_a_header() -> None:
    draft = below(FIRST, SECOND)
    assert draft is not None
    assert [item.text for item in draft.items()][:3] == ["參訪人次", "90", "95"]
    assert len([*draft.glyphs()]) == sum(len(p.glyphs) for p in (*HEADER, *FIRST, *SECOND))


NOTHING_BELOW = [
    pytest.param([strip(20, (0, "以上均為全年之數字並已公布"))], id="text across the columns"),
    pytest.param([strip(200, (0, "參訪人次"), (65, "90"), (125, "95"))], id="far below"),
]


@pytest.mark.parametrize("strips", NOTHING_BELOW)
def test_nothing_below(strips: list[Sequence[Piece]]) -> None:
    draft = below(*strips)
    assert draft is None or not draft.pieces


def test_a_header_that_the_page_end_parts_from_its_rows() -> None:
    draft = below()
    assert draft is not None
    assert [own.text for own in draft.header_pieces()] == [own.text for own in HEADER]


def columns() -> Columns:
    draft = below(FIRST, SECOND)
    assert draft is not None
    return draft.columns


NEXT_PAGE = [
    pytest.param([FIRST, SECOND], 6, id="rows"),
    pytest.param([strip(8, (0, "志工")), FIRST], 4, id="the rest of a cell above"),
    pytest.param([strip(0, (0, "二、未來展望：")), FIRST], None, id="a chapter above"),
    pytest.param([strip(20, (0, "歲入"), (65, "無"), (125, "無"))], None, id="no figures"),
    pytest.param([strip(20, (0, "以上均為全年之數字"))], None, id="text"),
    pytest.param(
        [strip(20, (0, "3月"), (65, "6月"), (125, "9月"))], None, id="the axis of a picture"
    ),
    pytest.param([], None, id="nothing"),
]


@pytest.mark.parametrize(("strips", "pieces"), NEXT_PAGE)
def test_continued(strips: list[Sequence[Piece]], pieces: int | None) -> None:
    draft = drafts.draft_continued(sheet(*strips), columns(), 0, len(strips))
    assert (None if draft is None else len(draft.pieces)) == pieces


def test_items_join_what_stands_on_one_line_of_a_column() -> None:
    own = [piece(0, 0, "參訪"), piece(25, 0, "人"), piece(0, 12, "次"), piece(65, 0, "90")]
    draft = Draft(columns(), None, own, (), True)
    assert [(item.column, item.text) for item in draft.items()] == [
        (0, "參訪人"),
        (1, "90"),
        (0, "次"),
    ]


def test_years_need_lines_with_a_name() -> None:
    words = ("項目", "104年度", "105年度")
    years = Columns((0, 50, 105, 150), (), (None, None, None), words)
    named = [piece(0, 0, "目標值"), piece(65, 0, "90"), piece(0, 20, "實際值"), piece(65, 20, "95")]
    assert Draft(years, None, named, (), False).is_sound()
    assert not Draft(years, None, named[:2], (), False).is_sound()
    assert Draft(years, None, named[:2], (), False).is_sound(same_columns=True)
    assert not Draft(years, None, [piece(0, 0, "歲入"), piece(65, 0, "90")], (), True).is_sound()
