"""Names of checks: the same wherever a check stands, another one for whatever is another check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.checks.completing.names import name_checks
from pipeline.checks.records import Check
from pipeline.records import Place, Row
from tests.typed_rows import judged, row

SENTENCE = "三、年度目標值及達成率：目標值400件，實際完成500件，達成率{}。"


def named(rate: str = "115％", document: str = "a.pdf", **claim: object) -> Check:
    told = ("400件", SENTENCE.format(rate))
    (check,) = judged(*told)[1]
    (check,) = name_checks(
        document, [row(*told)], [replace(check, claim=replace(check.claim, **claim))]
    )
    return check


def test_a_name_has_twelve_hex_digits() -> None:
    name = named().id
    assert len(name) == 12
    assert int(name, 16) >= 0


def test_the_place_is_no_part_of_it() -> None:
    stated = named().claim.stated
    assert stated is not None
    assert named(stated=replace(stated, place=Place(9, 1, 2, 3, 4))).id == named().id


OTHERS = [
    pytest.param({"rate": "116％"}, id="stated"),
    pytest.param({"document": "b.pdf"}, id="document"),
    pytest.param({"label": "其他"}, id="label"),
    pytest.param({"period": 104}, id="period"),
]


@pytest.mark.parametrize("other", OTHERS)
def test_another_check_has_another_name(other: dict[str, str]) -> None:
    assert named(**other).id != named().id


def test_the_goal_of_the_row_is_part_of_it() -> None:
    (check,) = judged("400件", SENTENCE.format("115％"))[1]
    rows: list[Row] = [row("400件", SENTENCE.format("115％"))]
    without = name_checks("a.pdf", [], [check])[0].id
    assert name_checks("a.pdf", rows, [check])[0].id != without


def test_equal_ones_are_counted() -> None:
    check = named()
    names = [one.id for one in name_checks("a.pdf", [], [check, check, check])]
    assert len(set(names)) == 3
    assert [one.id for one in name_checks("a.pdf", [], [check])] == names[:1]
