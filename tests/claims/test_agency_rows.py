"""Rows as officials write them, right and with one mistake: what is said of each."""

import pytest

from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level, Verdict
from tests.agency_rows import ROWS
from tests.typed_rows import judged

KINDS = {"achievement": "", "growth": "g", "ratio": "r"}
SIGNS = {Verdict.UNVERIFIABLE: "?", Verdict.CAPPED: "^", Verdict.TRUNCATED: "_"}

RIGHT = [
    pytest.param(target, analysis, said, id=f"row-{number}")
    for number, (target, analysis, said, *_) in enumerate(ROWS, start=1)
]
MISTAKEN = [
    pytest.param(row[0], row[1].replace(row[3], row[4], 1), row[5], id=f"row-{number}")
    for number, row in enumerate(ROWS, start=1)
    if len(row) > 3
]


def said(check: Check) -> str:
    item = f"{check.claim.item}:" if check.claim.item > 1 else ""
    if check.claim.stated is None:
        return f"{item}-"
    told = f"{item}{KINDS[check.claim.kind]}{check.claim.stated.quantity.value:f}"
    if check.verdict is Verdict.INCONSISTENT:
        return told + ("!" if check.level is Level.ERROR else "w")
    code = check.finding.code if check.finding else ""
    return (
        told
        + SIGNS.get(check.verdict, "")
        + (f"+{code}" if check.level.rank >= Level.WARNING.rank else "")
    )


@pytest.mark.parametrize(("target", "analysis", "expected"), RIGHT)
def test_right_rows(target: str, analysis: str, expected: str) -> None:
    _, found = judged(target, analysis)
    assert " ".join(sorted(map(said, found))) == expected
    assert not {"!", "w", "+"} & set(expected)


@pytest.mark.parametrize(("target", "analysis", "expected"), MISTAKEN)
def test_rows_with_a_mistake(target: str, analysis: str, expected: str) -> None:
    _, found = judged(target, analysis)
    assert " ".join(sorted(map(said, found))) == expected


def test_nearly_every_mistake_is_flagged() -> None:
    # Two figures turned round are a warning (R105): where nothing says so, lower may be better.
    signs = ["!" if "!" in expected else "w" if "w" in expected else "" for *_, expected in (
        param.values for param in MISTAKEN
    )]  # fmt: skip
    assert signs.count("!") >= 0.85 * len(signs)
    assert signs.count("") <= 0.05 * len(signs)
    assert len(signs) > 200
