"""Which findings are shown, and how their places and figures are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.checks.texts import Language
from pipeline.output import findings
from pipeline.output.findings import Screen
from pipeline.records import Place
from tests.output.reports import WRONG, report
from tests.typed_rows import judged

RIGHT = ("400件", "實際完成400件，達成率100％。")


def test_only_what_is_a_note_at_least_is_shown() -> None:
    reports = [report(*WRONG, name="a.txt"), report(*RIGHT), report(*WRONG, name="b.txt")]
    shown = [(told.document, check.level) for told, check in findings.notable_findings(reports)]
    assert shown == [("a.txt", "error"), ("b.txt", "error")]


PLACES = [
    pytest.param(Place(3, 10.4, 20.6, 30.0, 40.0), "page 3 at (10, 21), row 1 item 1", id="pdf"),
    pytest.param(Place(1, None, 7.0, None, 7.0), "line 7, row 1 item 1", id="text"),
]


@pytest.mark.parametrize(("place", "told"), PLACES)
def test_place(place: Place, told: str) -> None:
    (check,) = judged(*WRONG)[1]
    stated = replace(check.claim.stated, place=place)
    moved = replace(check, claim=replace(check.claim, stated=stated))
    assert findings.finding_place(moved).text(Language.ENGLISH) == told


def test_a_target_without_a_rate_has_its_row_alone() -> None:
    (check,) = judged("5處", "三、年度目標值及達成率：完成修復6處。")[1]
    assert check.claim.stated is None
    assert findings.finding_place(check).text(Language.ENGLISH) == "row 1 item 1"


def test_code() -> None:
    wrong, right = judged(*WRONG)[1][0], judged(*RIGHT)[1][0]
    assert [findings.finding_code(check) for check in (wrong, right)] == ["R101", ""]


def test_notes_have_their_names_in_the_language() -> None:
    (check,) = judged(*WRONG)[1]
    for language, names in (
        (Language.ENGLISH, ["item", "figures", "recomputed"]),
        (Language.CHINESE, ["項目", "數值", "重算"]),
    ):
        notes = list(findings.finding_notes(check, language))
        assert [name.text(language) for name, _ in notes] == names


NAMED = [
    pytest.param("item", "辦理情形", Language.ENGLISH, "item: 辦理情形", id="english"),
    pytest.param("項目", "辦理情形", Language.CHINESE, "項目：辦理情形", id="chinese"),
    pytest.param("item", "a\x1b[2Jb", Language.ENGLISH, r"item: a\x1b[2Jb", id="hostile"),
]


@pytest.mark.parametrize(("name", "text", "language", "told"), NAMED)
def test_name_and_text(name: str, text: str, language: Language, told: str) -> None:
    assert findings.name_and_text(name, text, language) == told


@pytest.mark.parametrize(("coloured", "told"), [(True, "\x1b[1;31ma\x1b[0m"), (False, "a")])
def test_paint(coloured: bool, told: str) -> None:
    assert Screen(80, coloured).paint("a", "31") == told
