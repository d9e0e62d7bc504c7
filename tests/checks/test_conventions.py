"""What a document says or shows of how its rates are stated."""

from fractions import Fraction

import pytest

from pipeline.checks.audit import judge_rows
from pipeline.checks.conventions import find_caps
from tests.typed_rows import judged, row

CAPS = [
    pytest.param("達成率超過120%者，以120%計。", {120}, id="counted-as"),
    pytest.param("各指標達成率最高以110%採計", {110}, id="at-most"),
    pytest.param("上限為150％", {150}, id="limit"),
    pytest.param("服務人次達120%以上", set(), id="a-bound"),
    pytest.param("較上年度成長120%", set(), id="growth"),
    pytest.param("超過100人者以100人計", set(), id="people"),
]


@pytest.mark.parametrize(("text", "expected"), CAPS)
def test_caps(text: str, expected: set[int]) -> None:
    assert find_caps(text) == {Fraction(cap) for cap in expected}


def test_a_rate_at_its_own_cap_is_capped() -> None:
    cells = {"actual": "314件", "rate": "120%", "standard": "達成率超過120%者以120%計"}
    _, (check,) = judged("250件", "", **cells)
    assert str(check.verdict) == "capped"
    assert str(check.level) == "note"


def test_where_a_document_says_that_100_is_the_most_it_is_no_more_than_a_note() -> None:
    own = {"actual": "52件", "rate": "104%", "standard": ""}
    capped = {"actual": "55件", "rate": "100%", "standard": "達成度超過100%者，以100%計"}
    rows = [row("50件", "", number=n, **cells) for n, cells in enumerate((own, capped), start=1)]
    _, (_, check) = judge_rows(rows, 105)
    assert (str(check.verdict), str(check.level)) == ("capped", "note")


def test_a_mark_says_that_lower_is_better_where_a_note_says_so() -> None:
    marked = row("42人", "", "※轉介人數", actual="47人", rate="89.4%")
    _, (check,) = judge_rows([marked], 105, ["註：標示※者為逆向指標。"])
    assert str(check.verdict) == "consistent"
    _, (check,) = judge_rows([marked], 105, ["※本表為初步統計。"])
    assert str(check.verdict) == "inconsistent"


FACTORS = [
    pytest.param(
        [("1200艘次", "1350艘次", "1.125"), ("300次", "285次", "0.95")], "consistent", id="two"
    ),
    pytest.param([("300次", "285次", "0.95")], "consistent", id="one"),
    pytest.param(
        [("300次", "285次", "9.5"), ("300次", "330次", "1.10")], "inconsistent", id="not all"
    ),
    pytest.param([("300次", "303次", "1")], "inconsistent", id="no decimals"),
]


@pytest.mark.parametrize(("rates", "verdict"), FACTORS)
def test_few_rates_are_factors_if_all_look_so(
    rates: list[tuple[str, str, str]], verdict: str
) -> None:
    rows = [
        row(target, "", number=n, actual=actual, rate=rate)
        for n, (target, actual, rate) in enumerate(rates, start=1)
    ]
    _, (first, *_) = judge_rows(rows, 105)
    assert str(first.verdict) == verdict


def test_a_rate_of_120_without_a_cap_is_wrong() -> None:
    _, (check,) = judged("250件", "", actual="314件", rate="120%")
    assert str(check.verdict) == "inconsistent"
