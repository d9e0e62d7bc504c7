"""Big figures with captions -> sentences."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows.running_text.cards import find_cards
from tests.cells import EM, line


def beside(*texts: str, top: float, apart: float = 200.0) -> Line:
    """Set texts side by side on one line."""
    parts = [line(text, at * apart, top) for at, text in enumerate(texts) if text]
    return Line(
        "".join(part.text for part in parts), 1, top, top + EM,
        [x for part in parts for x in part.lefts], [x for part in parts for x in part.rights],
    )  # fmt: skip


def stacked(*rows: tuple[str, ...]) -> list[Line]:
    return [beside(*row, top=40 + 15.0 * at) for at, row in enumerate(rows)]


CARDS = [
    pytest.param(
        [("96%",), ("歲出執行率",), ("預算數50千元",), ("決算數48千元",)],
        ["歲出預算數50千元，決算數48千元，執行率96%"],
        id="rate on top",
    ),
    pytest.param(
        [("歲出執行率",), ("96%",), ("預算數50千元，決算數48千元",)],
        ["歲出預算數50千元，決算數48千元，執行率96%"],
        id="caption on top",
    ),
    pytest.param(
        [("預算數50千元",), ("決算數48千元",), ("執行率",), ("96.0 ％",)],
        ["預算數50千元，決算數48千元，執行率96.0 ％"],
        id="rate at the foot",
    ),
    pytest.param(
        [
            ("96%", "75%"),
            ("歲出執行率", "歲入執行率"),
            ("預算數50千元", "預算數40千元"),
            ("決算數48千元", "決算數30千元"),
        ],
        ["歲出預算數50千元，決算數48千元，執行率96%", "歲入預算數40千元，決算數30千元，執行率75%"],
        id="side by side",
    ),
    pytest.param(
        [
            ("96%",),
            ("歲出執行率",),
            ("預算數50千元",),
            ("75%",),
            ("歲入執行率",),
            ("預算數40千元",),
        ],
        ["歲出預算數50千元，執行率96%", "歲入預算數40千元，執行率75%"],
        id="one over the other",
    ),
]
NO_CARDS = [
    pytest.param([("96%",)], id="alone"),
    pytest.param([("96%",), ("滿意度",), ("受訪者500人",)], id="satisfaction"),
    pytest.param([("96%",), ("歲出執行率",)], id="no figures"),
    pytest.param([("執行率",), ("96%",), ("75%",), ("60%",)], id="a column of rates"),
    pytest.param([("1.85%",), ("貸款利率",), ("貸款餘額5千元",)], id="interest"),
    pytest.param([("執行率96%",), ("預算數50千元",)], id="a sentence"),
    pytest.param([("96%",), ("一、歲出執行率",), ("預算數50千元",)], id="a heading"),
    pytest.param([("96%",), ("本處執行率良好。",), ("預算數50千元",)], id="running text"),
    pytest.param(
        [("96%", "5"), ("女性占比", "執行率"), ("女性48人", "決算數4元")], id="another caption"
    ),
]


@pytest.mark.parametrize(("rows", "texts"), CARDS)
def test_cards(rows: list[tuple[str, ...]], texts: list[str]) -> None:
    assert [card.paragraph.text for card in find_cards(stacked(*rows))] == texts


@pytest.mark.parametrize("rows", NO_CARDS)
def test_no_cards(rows: list[tuple[str, ...]]) -> None:
    assert list(find_cards(stacked(*rows))) == []


def test_each_character_keeps_its_place() -> None:
    (card,) = find_cards(stacked(("96%",), ("歲出執行率",), ("預算數50千元",), ("決算數48千元",)))
    text = card.paragraph.text
    at = text.index("96%")
    assert card.paragraph.place(at, at + 3).top == 40
    assert card.paragraph.place(text.index("48"), text.index("48") + 2).top == 85
    assert card.numbers == (0, 1, 2, 3)
