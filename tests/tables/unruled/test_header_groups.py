"""Words above the same columns: which columns each is above."""

from __future__ import annotations

import pytest

from pipeline.tables.unruled.header_groups import share_columns
from tests.tables.unruled.typed import piece

WORDS = [(0.0, 40.0), *((60.0 + 50 * n, 90.0 + 50 * n) for n in range(6))]

SHARES = [
    pytest.param([75, 155], (1, 4), [(1, 2), (3, 4)], id="two of two columns"),
    pytest.param([105, 230], (1, 6), [(1, 3), (4, 6)], id="two of three columns"),
    pytest.param([75, 205], (1, 6), [(1, 2), (3, 6)], id="two columns and four"),
    pytest.param([75, 175, 275], (1, 6), [(1, 2), (3, 4), (5, 6)], id="three"),
    pytest.param([120], (1, 4), [(1, 4)], id="one alone"),
]


@pytest.mark.parametrize(("places", "span", "shares"), SHARES)
def test_shares(places: list[int], span: tuple[int, int], shares: list[tuple[int, int]]) -> None:
    pieces = [piece(x, 0, "109年度") for x in places]
    assert list(share_columns(dict.fromkeys(pieces, span), WORDS).values()) == shares


def test_words_above_columns_of_their_own_keep_them() -> None:
    one, other = piece(60, 0, "109年度"), piece(160, 0, "110年度")
    spans = {one: (1, 2), other: (3, 4)}
    assert share_columns(spans, WORDS) == spans


def test_a_word_above_no_column() -> None:
    word = piece(60, 0, "109年度")
    assert share_columns({word: None}, WORDS) == {word: None}


def test_more_words_than_columns() -> None:
    pieces = [piece(60 + 10 * n, 0, "109年度") for n in range(3)]
    spans = dict.fromkeys(pieces, (1, 2))
    assert share_columns(spans, WORDS) == spans
