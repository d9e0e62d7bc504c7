"""How alike two labels are, and which of several is the one that is meant."""

import pytest

from pipeline.claims.items.label_likeness import best_match, character_pairs, likeness

ALIKE = [
    pytest.param("取得證照", "取得證照", 1, id="the-same"),
    pytest.param("1.取得證照（張）", "取得證照張", 1, id="marks-and-numbers-do-not-count"),
    pytest.param("取得證照", "參加演練", 0, id="nothing-shared"),
    pytest.param("", "參加演練", 0, id="no-words"),
    pytest.param("人", "人", 0, id="one-character-is-no-pair"),
]
BEST = [
    pytest.param("志工訓練", ["志工訓練人數", "宣導場次"], 0, id="plain"),
    pytest.param("志工訓練", ["志工訓練", "志工訓練"], None, id="two-alike"),
    pytest.param("志工訓練", ["宣導場次"], None, id="none-alike"),
    pytest.param("志工訓練", [], None, id="none"),
]


@pytest.mark.parametrize(("a", "b", "expected"), ALIKE)
def test_likeness(a: str, b: str, expected: float) -> None:
    assert likeness(a, b) == likeness(b, a) == expected


@pytest.mark.parametrize(("label", "others", "expected"), BEST)
def test_best_match(label: str, others: list[str], expected: int | None) -> None:
    assert best_match(label, others) == expected


def test_pairs() -> None:
    assert character_pairs("105年 證照A") == {"年證", "證照", "照A"}
