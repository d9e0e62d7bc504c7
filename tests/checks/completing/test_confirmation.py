"""Findings confirmed by a second reading: what differs is no error, and says that the page needs eyes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from pipeline.checks.completing.confirmation import compare_digits, confirm_checks
from pipeline.checks.records import Check
from pipeline.checks.texts import Language
from pipeline.claims.records import Figure
from pipeline.records import Place
from tests.typed_rows import judged

WRONG = "三、年度目標值及達成率：目標值400件，實際完成500件，達成率115％。"
RIGHT = WRONG.replace("115", "125")
TOLD = {"400件": 1, "500件": 2, "115％": 3, "125％": 3}
"""The figures, each on a page of its own."""


def placed(figure: Figure | None) -> Figure | None:
    return figure and replace(
        figure, place=Place(TOLD[figure.quantity.text], 10.0, 20.0, 30.0, 40.0)
    )


def check_of(sentence: str) -> Check:
    """Judge a sentence as if it stood on pages of a PDF."""
    (check,) = judged("400件", sentence)[1]
    claim = replace(check.claim, stated=placed(check.claim.stated))
    return replace(check, claim=claim, target=placed(check.target), actual=placed(check.actual))


class Reader:
    """Finds some texts on the pages, and remembers which it was asked for."""

    def __init__(self, sentence: str, others: Mapping[str, str | None] | None = None) -> None:
        self.asked: list[int] = []
        told = {page: text for text, page in TOLD.items() if text in f"400件{sentence}"}
        self._texts = {**told, **{TOLD[text]: other for text, other in (others or {}).items()}}

    def __call__(self, places: Sequence[Place]) -> Sequence[str | None]:
        self.asked += [place.page for place in places]
        return [self._texts[place.page] for place in places]


DIGITS = [
    pytest.param("115％", "115%", "agrees", id="full-width-sign"),
    pytest.param("115%", "１１５％", "agrees", id="full-width-digits"),
    pytest.param("1萬2,500人", "1 萬2500人", "agrees", id="blanks-and-commas"),
    pytest.param("二十三件", "二十三", "agrees", id="chinese-numerals"),
    pytest.param("⼆⼗件", "二十件", "agrees", id="radicals"),
    pytest.param("95.5%", "（95.5%。", "agrees", id="signs-about-it"),
    pytest.param("115％", "175％", "differs", id="another-digit"),
    pytest.param("115％", "11.5％", "differs", id="a-point-more"),
    pytest.param("23萬人", "23億人", "differs", id="another-numeral"),
    pytest.param("兩萬人", "三萬人", "differs", id="another-chinese-numeral"),
    pytest.param("115％", "1115％", "differs", id="a-digit-more"),
    pytest.param("00艘", "1,200艘", "differs", id="the-end-of-a-figure"),
    pytest.param("115％", "", "differs", id="nothing-there"),
    pytest.param("115％", None, "none", id="not-read"),
    pytest.param("至少850家", "至少", "none", id="cut-in-two-before-it"),
    pytest.param("1,234人", "1,2", "none", id="cut-in-two-within-it"),
    pytest.param("若干", "若干", "none", id="no-figure"),
]


@pytest.mark.parametrize(("told", "again", "reading"), DIGITS)
def test_compare_digits(told: str, again: str | None, reading: str) -> None:
    assert compare_digits(told, again) == reading


READINGS = [
    pytest.param({}, "agrees", "error", id="all-agree"),
    pytest.param({"500件": None}, "none", "error", id="one-not-read"),
    pytest.param({"500件": "600"}, "differs", "warning", id="one-differs"),
    pytest.param(
        {"400件": None, "115％": "175"}, "differs", "warning", id="differs-outweighs-none"
    ),
]


@pytest.mark.parametrize(("others", "reading", "level"), READINGS)
def test_an_error_is_confirmed(others: dict[str, str | None], reading: str, level: str) -> None:
    reader = Reader(WRONG, others)
    (check,) = confirm_checks([check_of(WRONG)], "findings", reader)
    assert sorted(reader.asked) == [1, 2, 3]
    assert (check.second_reading, check.level, check.findings[0].level) == (reading, level, level)
    assert check.finding == check.findings[0]
    doubt = "a second reading of the page does not find the same digits"
    assert (doubt in check.message) == (reading == "differs")
    assert ("請逕行檢視該頁" in check.told(Language.CHINESE)) == (reading == "differs")


ASKED = [
    pytest.param(WRONG, "findings", "agrees", id="finding"),
    pytest.param(WRONG, "all", "agrees", id="finding-of-all"),
    pytest.param(WRONG, "never", None, id="finding-never"),
    pytest.param(RIGHT, "findings", None, id="no-finding"),
    pytest.param(RIGHT, "all", "agrees", id="no-finding-of-all"),
]


@pytest.mark.parametrize(("sentence", "which", "reading"), ASKED)
def test_what_is_read_again(sentence: str, which: str, reading: str | None) -> None:
    reader = Reader(sentence)
    (check,) = confirm_checks([check_of(sentence)], which, reader)
    assert check.second_reading == reading
    assert bool(reader.asked) == (reading is not None)


def test_what_is_no_pdf_gives_none() -> None:
    (check,) = confirm_checks([check_of(WRONG)], "findings", None)
    assert (check.second_reading, check.level) == ("none", "error")


def test_lines_of_plain_text_give_none() -> None:
    reader = Reader(WRONG)
    (check,) = confirm_checks(judged("400件", WRONG)[1], "findings", reader)
    assert (check.second_reading, check.level, reader.asked) == ("none", "error", [])


def test_a_sum_has_no_place_of_its_own() -> None:
    check = check_of(WRONG)
    assert check.actual is not None
    total = replace(check.actual, start=None)
    (check,) = confirm_checks([replace(check, actual=total)], "findings", Reader(WRONG))
    assert check.second_reading == "none"
