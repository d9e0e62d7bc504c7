"""Findings confirmed by a second reading: what differs is no error, and says that the page needs eyes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.checks.completing.confirmation import confirm_checks
from pipeline.checks.records import Check
from pipeline.checks.texts import Language
from pipeline.claims.records import Figure
from pipeline.records import Place, SecondReading
from tests.typed_rows import judged

WRONG = "三、年度目標值及達成率：目標值400件，實際完成500件，達成率115％。"
RIGHT = WRONG.replace("115", "125")
PLACE = Place(1, 10.0, 20.0, 30.0, 40.0)


def placed(figure: Figure | None) -> Figure | None:
    return figure and replace(figure, place=PLACE)


def check_of(sentence: str) -> Check:
    """Judge a sentence as if it stood on a page of a PDF."""
    (check,) = judged("400件", sentence)[1]
    claim = replace(check.claim, stated=placed(check.claim.stated))
    return replace(check, claim=claim, target=placed(check.target), actual=placed(check.actual))


class Reader:
    """Says the same of every figure but some, and remembers what it was asked."""

    def __init__(
        self, of_all: SecondReading, of_some: dict[str, SecondReading] | None = None
    ) -> None:
        self.asked: list[str] = []
        self._of_all = of_all
        self._of_some = of_some or {}

    def __call__(self, figures: Sequence[tuple[Place, str]]) -> Sequence[SecondReading]:
        self.asked += [text for _, text in figures]
        return [self._of_some.get(text, self._of_all) for _, text in figures]


AGREES, DIFFERS, NONE = SecondReading.AGREES, SecondReading.DIFFERS, SecondReading.NONE
READINGS = [
    pytest.param(AGREES, {}, "agrees", "error", id="all-agree"),
    pytest.param(AGREES, {"500件": NONE}, "none", "error", id="one-not-read"),
    pytest.param(AGREES, {"500件": DIFFERS}, "differs", "warning", id="one-differs"),
    pytest.param(NONE, {"115％": DIFFERS}, "differs", "warning", id="differs-outweighs-none"),
]


@pytest.mark.parametrize(("of_all", "of_some", "reading", "level"), READINGS)
def test_an_error_is_confirmed(
    of_all: SecondReading, of_some: dict[str, SecondReading], reading: str, level: str
) -> None:
    reader = Reader(of_all, of_some)
    (check,) = confirm_checks([check_of(WRONG)], "findings", reader)
    assert sorted(reader.asked) == ["115％", "400件", "500件"]
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
    reader = Reader(AGREES)
    (check,) = confirm_checks([check_of(sentence)], which, reader)
    assert check.second_reading == reading
    assert bool(reader.asked) == (reading is not None)


def test_what_is_no_pdf_gives_none() -> None:
    (check,) = confirm_checks([check_of(WRONG)], "findings", None)
    assert (check.second_reading, check.level) == ("none", "error")


def test_lines_of_plain_text_give_none() -> None:
    reader = Reader(DIFFERS)
    (check,) = confirm_checks(judged("400件", WRONG)[1], "findings", reader)
    assert (check.second_reading, check.level, reader.asked) == ("none", "error", [])


def test_a_sum_has_no_place_of_its_own() -> None:
    check = check_of(WRONG)
    assert check.actual is not None
    total = replace(check.actual, start=None)
    (check,) = confirm_checks([replace(check, actual=total)], "findings", Reader(AGREES))
    assert check.second_reading == "none"
