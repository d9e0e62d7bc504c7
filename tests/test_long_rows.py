"""Rows with very many figures: the work of judging them grows with the row, and not much faster.

Work is counted in calls, which do not depend on the machine.
"""

import sys
from types import FrameType

import pytest

from pipeline import flow
from pipeline.model import Row
from tests.typed_rows import row

LENGTH = 25


def clauses(count: int) -> Row:
    told = "，".join(f"辦理第{i}類活動{i + 12}場" for i in range(count))
    return row("辦理活動100場", f"{told}，達成率100%。")


def formulas(count: int) -> Row:
    told = "，".join(f"達成率({i + 12}場/100場)×100%={i + 12}%" for i in range(count))
    return row("辦理活動100場", f"{told}。")


def sentences(count: int) -> Row:
    return row("辦理活動100場", "".join(f"辦理第{i}類活動{i + 12}場。" for i in range(count)))


def calls(long: Row) -> int:
    """Count the calls that judging a row takes."""
    made = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        flow.judge([long], 105)
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("of_length", [clauses, formulas, sentences])
def test_twice_as_long_is_twice_the_work(of_length) -> None:
    once, twice = calls(of_length(LENGTH)), calls(of_length(2 * LENGTH))
    assert twice < 2.5 * once
