"""Figures of a paragraph -> the shares of a sum told with them."""

from __future__ import annotations

import pytest

from tests.rows.running_text.told import Told, rates, told

TOLD: list[tuple[str, tuple[str, ...], list[Told]]] = [
    (
        "支出共500千元：甲項120千元，占24%；乙項380千元，占76%。",
        (),
        [("24%", "500千元", ("120千元",)), ("76%", "500千元", ("380千元",))],
    ),
    (
        "甲項120千元，占24%。",
        ("二、支出合計500千元", "（一）經常門"),
        [("24%", "500千元", ("120千元",))],
    ),
    ("人事費120千元（占24%）。", ("支出總計500千元",), [("24%", "500千元", ("120千元",))]),
    ("負債共500千元，借款120千元，占負債總額之24%。", (), [("24%", "500千元", ("120千元",))]),
    ("支出共500千元：甲項120千元，占支出總額24%。", (), [("24%", "500千元", ("120千元",))]),
]
NOT_TOLD = [
    ("甲項120千元，占24%。", ()),
    ("甲項120千元，占24%。", ("支出共100千元",)),
    ("甲項120千元，占24%。", ("參加者共500人",)),
    ("委員共20人：女性8人，占40%。", ()),
    ("女性8人，占40%。", ("委員共20人",)),
    ("甲項，占24%。", ("支出共500千元",)),
    ("甲項120千元，利率占比24%。", ()),
    ("資產總計500千元。借款120千元，占合併負債總額之24%。", ()),
    ("借款120千元，占負債24%。", ("資產總計500千元",)),
]


@pytest.mark.parametrize(("text", "above", "wanted"), TOLD)
def test_told(text: str, above: tuple[str, ...], wanted: list[Told]) -> None:
    assert told(text, *above) == wanted


@pytest.mark.parametrize(("text", "above"), NOT_TOLD)
def test_not_told(text: str, above: tuple[str, ...]) -> None:
    assert told(text, *above) == []


def test_labels() -> None:
    text = "支出共500千元：人事費120千元，占24%；其中，材料380千元，占76%。"
    assert [rate.label for rate in rates(text)] == ["人事費", "材料"]
    assert not any(rate.bound for rate in rates(text))
