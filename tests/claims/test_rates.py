"""What the sentence of a stated rate says of it: its figures, a series, all items, a mean."""

import pytest

from pipeline.claims.mentions import Rate, Statements
from pipeline.claims.rates import leaves_out
from pipeline.claims.records import Reason
from pipeline.claims.statements import statements_from_row
from tests.typed_rows import row


def read(sentence: str, target: str = "400件") -> Statements:
    return statements_from_row(row(target, sentence), 105)


def texts(rate: Rate) -> tuple[list[str], list[str]]:
    return [m.quantity.text for m in rate.targets], [m.quantity.text for m in rate.actuals]


FIGURES = [
    pytest.param("目標值400件，實際460件，達成率115%。", [(["400件"], ["460件"])], id="before-it"),
    pytest.param("達成率115%（目標值400件，實際460件）。", [(["400件"], ["460件"])], id="in-brackets-behind"),
    pytest.param("甲類辦理46場，達成率115%，乙類辦理21場，達成率105%。", [([], ["46場"]), ([], ["21場"])], id="since-the-rate-before"),
    pytest.param("完成460件。達成率115%。", [([], [])], id="not-of-another-sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures_beside_a_rate(sentence: str, expected: list[tuple[list[str], list[str]]]) -> None:
    assert [texts(rate) for rate in read(sentence).rates] == expected


SAID_OF_ALL = [
    pytest.param("各項目標均達成，達成率100%。", True, id="all-met"),
    pytest.param("各項指標達成率均為100%。", True, id="each"),
    pytest.param("全數達成，達成率100%。", True, id="all-done"),
    pytest.param("全數達成，達成率115%。", False, id="all-met-and-more-than-100"),
    pytest.param("達成率100%。", False, id="one"),
]


@pytest.mark.parametrize(("sentence", "is_so"), SAID_OF_ALL)
def test_said_of_all_items(sentence: str, is_so: bool) -> None:
    (rate,) = read(sentence).rates
    assert rate.all_met is is_so


MEANS = [
    pytest.param("平均達成率105%。", True, id="mean"),
    pytest.param("整體目標達成率105%。", True, id="whole"),
    pytest.param("甲項占60%，加權後達成率105%。", True, id="weighted"),
    pytest.param("平均每場60人，達成率105%。", False, id="a-mean-of-something-else"),
    pytest.param("達成率105%。", False, id="none"),
]


@pytest.mark.parametrize(("sentence", "is_so"), MEANS)
def test_said_to_be_a_mean(sentence: str, is_so: bool) -> None:
    assert read(sentence).rates[-1].mean is is_so


SERIES = [
    pytest.param("達成率分別為105%、98%及110%。", [(0, 3), (1, 3), (2, 3)], id="three"),
    pytest.param("達成率分別為105%，98%。", [(0, 2), (1, 2)], id="respectively-and-comma"),
    pytest.param("達成率105%，滿意度98%。", [(0, 1)], id="another-percentage"),
]


@pytest.mark.parametrize(("sentence", "series"), SERIES)
def test_series(sentence: str, series: list[tuple[int, int]]) -> None:
    assert [rate.series for rate in read(sentence).rates] == series


def test_what_is_left_out() -> None:
    (rate,) = read("除第2項外，其餘各項目標均達成，達成率100%。").rates
    assert leaves_out(rate)
    (rate,) = read("各項目標均達成，達成率100%。").rates
    assert not leaves_out(rate)


HEADED = [
    pytest.param(
        "(二)達成度：\n1.洽談：130％。\n2.簽署：110％。", ["130％", "110％"], id="under-a-heading"
    ),
    pytest.param("(二)滿意度：\n1.洽談：93％。\n2.簽署：91％。", [], id="another-heading"),
    pytest.param("(二)達成率：\n1.達30％之國家計5國。\n2.簽署。", [], id="not-at-the-end"),
]


@pytest.mark.parametrize(("analysis", "expected"), HEADED)
def test_rates_under_a_heading(analysis: str, expected: list[str]) -> None:
    assert [rate.mention.quantity.text for rate in read(analysis).rates] == expected


def test_a_percentage_behind_each_count_is_doubted() -> None:
    (rate,) = read("完成416件（104%）。").rates
    assert rate.mention.doubt is Reason.NOT_CALLED_A_RATE


def test_shares_of_a_whole_are_no_rates() -> None:
    assert read("甲類52人（40%）、乙類78人（60%）。", "1. 50人\n2. 75人").rates == ()
