"""Which figures each of several rates is of that are told in one breath."""

from __future__ import annotations

import pytest

from tests.rows.running_text.told import Told, rates, told

SERIES: list[tuple[str, list[Told]]] = [
    (
        "歲入、歲出預算數分別為50千元及40千元，決算數分別為48千元及30千元，執行率分別為96%及75%。",
        [("96%", "50千元", ("48千元",)), ("75%", "40千元", ("30千元",))],
    ),
    (
        "歲入預算數50千元、決算數48千元，歲出預算數40千元、決算數30千元，執行率分別為96%及75%。",
        [("96%", "50千元", ("48千元",)), ("75%", "40千元", ("30千元",))],
    ),
    (
        "歲入預算數50千元、決算數48千元，歲出預算數40千元、決算數30千元，歲入執行率96%、歲出執行率75%。",
        [("96%", "50千元", ("48千元",)), ("75%", "40千元", ("30千元",))],
    ),
    (
        "預算數分別為50千元及40千元，決算數48千元，執行率分別為96%及75%。",
        [("96%", "", ()), ("75%", "", ())],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SERIES)
def test_series(text: str, wanted: list[Told]) -> None:
    assert told(text) == wanted


PAIRS_BY_UNIT: list[tuple[str, list[Told]]] = [
    (
        "原訂25班，開設30班；學員目標60人，參訓69人，達成率分別為120%及115%。",
        [("120%", "25班", ("30班",)), ("115%", "60人", ("69人",))],
    ),
    (
        "開班目標60班，招生80人，實際開班63班，招生76人，達成率分別為105%及95%。",
        [("105%", "60班", ("63班",)), ("95%", "80人", ("76人",))],
    ),
    (
        "原訂25班，開設30班；學員69人，達成率分別為120%及115%。",
        [("120%", "", ()), ("115%", "", ())],
    ),
    (
        "原訂25班，開設30班、31班；學員目標60人，參訓69人，達成率分別為120%及115%。",
        [("120%", "", ()), ("115%", "", ())],
    ),
    (
        "實際25班，原訂30班；學員目標60人，參訓69人，達成率分別為120%及115%。",
        [("120%", "", ()), ("115%", "", ())],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), PAIRS_BY_UNIT)
def test_pairs_by_unit(text: str, wanted: list[Told]) -> None:
    assert told(text) == wanted
    assert not any(rate.bound for rate in rates(text))


@pytest.mark.parametrize("text", [text for text, wanted in SERIES if wanted[0][1]])
def test_names_of_series(text: str) -> None:
    assert [(rate.label, rate.bound) for rate in rates(text)] == [("歲入", True), ("歲出", True)]


LISTED = [
    (
        "展覽目標數為北區40檔、南區50檔，實際分別推出44檔及60檔，達成率分別為110%及120%。",
        [("展覽北區", "110%", "40檔"), ("展覽南區", "120%", "50檔")],
    ),
    (
        "展覽目標數為北區40檔、南區50班，實際分別推出44檔及60檔，達成率分別為110%及120%。",
        [("", "110%", ""), ("", "120%", "")],
    ),
    (
        "展覽目標數為北區40檔，另有50檔，實際分別推出44檔及60檔，達成率分別為110%及120%。",
        [("", "110%", ""), ("", "120%", "")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LISTED)
def test_plans_told_in_a_list(text: str, wanted: list[Told]) -> None:
    assert [
        (
            rate.label if rate.base else "",
            rate.rate.quantity.text,
            rate.base.quantity.text if rate.base else "",
        )
        for rate in rates(text)
    ] == wanted
