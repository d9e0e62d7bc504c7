"""The table of evidence: every piece has a weight and both languages, and the sums are what they say."""

import pytest

from pipeline.claims.weighing.evidence import (
    APART,
    CERTAIN,
    FAR,
    LEAST,
    LIKELY,
    Evidence,
    weight_of,
)


@pytest.mark.parametrize("piece", Evidence, ids=lambda piece: piece.name)
def test_each_piece_says_something(piece: Evidence) -> None:
    assert piece.weight
    assert piece.english.isascii()
    assert not piece.chinese.isascii()


def test_no_two_say_the_same() -> None:
    assert len({piece.english for piece in Evidence}) == len(Evidence)
    assert len({piece.chinese for piece in Evidence}) == len(Evidence)


SUMS = [
    pytest.param([], 0, id="nothing"),
    pytest.param([Evidence.ACTUAL_COLUMN, Evidence.TARGET_COLUMN], 8, id="two-columns"),
    pytest.param([Evidence.BESIDE_THE_RATE, Evidence.DIFFERENCE], 0, id="a-difference"),
]


@pytest.mark.parametrize(("pieces", "expected"), SUMS)
def test_weights(pieces: list[Evidence], expected: int) -> None:
    assert weight_of(pieces) == expected


def test_the_marks_are_in_order() -> None:
    assert LEAST < LIKELY < CERTAIN < CERTAIN + APART
    assert FAR > APART
