"""Words that hold a numeral and say no number."""

from __future__ import annotations

import pytest

from pipeline.quantities.word_boundaries import LONGEST, WORDS, word_at

IN_WORDS = [
    pytest.param("兩岸關係", 0, (0, 2), id="at the head"),
    pytest.param("萬一", 1, (0, 2), id="at the end"),
    pytest.param("在第三人前", 2, (1, 4), id="in the middle"),
    pytest.param("三讀通過", 0, (0, 4), id="the longer one"),
]


@pytest.mark.parametrize(("text", "start", "place"), IN_WORDS)
def test_in_a_word(text: str, start: int, place: tuple[int, int]) -> None:
    assert word_at(text, start, 0) == place


@pytest.mark.parametrize(
    ("text", "start", "floor"), [("三場", 0, 0), ("萬一", 1, 1), ("十二人", 0, 0)]
)
def test_in_no_word(text: str, start: int, floor: int) -> None:
    assert word_at(text, start, floor) == (0, 0)


def test_words_are_longer_than_a_character() -> None:
    assert all(1 < len(word) <= LONGEST for word in WORDS)
