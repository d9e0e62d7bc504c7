"""The items of a row by counter and target: which a figure may be for, and which not."""

import pytest

from pipeline.claims import items_from_statements, statements_from_row
from pipeline.claims.items.item_index import Items, counted_unit, fits_target
from pipeline.quantities import Quantity
from tests.typed_rows import row

TARGETS = "1. 30張\n2. 450人\n3. 90%\n4. 20場次"
FITTING = [
    pytest.param("33張", [1], id="counter"),
    pytest.param("21場", [4], id="another-word-for-the-counter"),
    pytest.param("95%", [3], id="percentage"),
    pytest.param("33件", [], id="no-such-counter"),
]
WITH_TARGET = [
    pytest.param("450人", [2], id="value-and-counter"),
    pytest.param("20場", [4], id="another-word"),
    pytest.param("451人", [], id="another-value"),
    pytest.param("450張", [], id="another-counter"),
]


def read(sentence: str):
    statements = statements_from_row(row(TARGETS, sentence), 105)
    return Items(items_from_statements(statements)), statements.mentions


@pytest.mark.parametrize(("text", "expected"), FITTING)
def test_fitting(text: str, expected: list[int]) -> None:
    items, mentions = read(f"完成{text}。")
    assert [item.item for item in items.fitting(mentions)] == expected
    assert [i.item for i in items if fits_target(mentions[0], i.target)] == expected


@pytest.mark.parametrize(("text", "expected"), WITH_TARGET)
def test_with_target(text: str, expected: list[int]) -> None:
    items, mentions = read(f"目標值{text}。")
    assert [item.item for item in items.with_target(mentions)] == expected


def test_a_share_in_passing_fits_no_target() -> None:
    items, (mention,) = read("女性占90%。")
    assert mention.passing
    assert not items.fitting([mention])
    assert not fits_target(mention, items[2].target)


def test_counts_of_a_counter() -> None:
    items, _ = read("無。")
    assert [items.of_counter(unit) for unit in ("張", "場", "件")] == [1, 1, 0]
    assert len(items.pairs) == 4


def test_counted_unit() -> None:
    assert counted_unit(Quantity.parse("20場次")) == counted_unit(Quantity.parse("20場"))
    assert counted_unit(Quantity.parse("20%")) != counted_unit(Quantity.parse("20場"))
