"""Rows with very many figures: the work of judging them grows with the row, and not much faster.

Work is counted in calls, which do not depend on the machine.
"""

import sys
from collections.abc import Callable
from fractions import Fraction
from types import FrameType

import pytest

from pipeline.checks import audit
from pipeline.quantities.formulas.search import find_formula
from pipeline.records import Row
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


def numbered(count: int) -> Row:
    kinds = "甲乙丙丁戊己庚辛"
    target = "\n".join(f"{i + 1}. {kinds[i % 8]}類活動{i + 12}場" for i in range(count))
    told = "\n".join(
        f"{i + 1}. {kinds[i % 8]}類活動目標值{i + 12}場，實際{i + 15}場，達成率{i + 80}%。"
        for i in range(count)
    )
    return row(target, told)


def without_targets(count: int) -> Row:
    """Each rate may be for any of the items, and is what the figures of its own give."""
    target = "，".join(f"第{i}類活動100場" for i in range(count))
    return row(target, "".join(f"第{i}類{i + 90}場，達成率{i + 90}%。" for i in range(count)))


def in_column(count: int) -> Row:
    listed = [f"{i + 1}. 第{i}類活動" for i in range(count)]
    return row(
        "\n".join(f"{text}{i + 12}場" for i, text in enumerate(listed)),
        "\n".join(f"{text}實際{i + 15}場，達成率{i + 80}%。" for i, text in enumerate(listed)),
        rate="\n".join(f"{i + 1}. {i + 80}%" for i in range(count)),
    )


def summands(count: int) -> Row:
    """A chain that divides nothing: none of its parts begins a formula."""
    told = "+".join(f"{i + 12}場" for i in range(count))
    return row("辦理活動100場", f"{told}×100%=100%，達成率100%。")


def brackets(count: int) -> Row:
    told = "+".join(f"({i + 12}場-{i}場)" for i in range(count))
    return row("辦理活動100場", f"{told}×100%=100%，達成率100%。")


def shares(count: int) -> Row:
    told = "，".join(f"抽查{i + 200}件，合格{i + 100}件，合格率50.{i}%" for i in range(count))
    return row("辦理活動100場", f"{told}。")


def calls(long: Row) -> int:
    """Count the calls that judging a row takes."""
    return count_calls(lambda: audit.judge_rows([long], 105))


def count_calls(work: Callable[[], object]) -> int:
    made = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize(
    "of_length",
    [
        clauses, formulas, sentences, numbered, in_column, summands, brackets, shares,
    ],
)  # fmt: skip
def test_twice_as_long_is_twice_the_work(of_length) -> None:
    once, twice = calls(of_length(LENGTH)), calls(of_length(2 * LENGTH))
    assert twice < 2.5 * once


def test_rates_of_any_item_are_compared_once_with_each() -> None:
    once, twice = calls(without_targets(LENGTH)), calls(without_targets(2 * LENGTH))
    assert twice < 3.5 * once


def test_a_sum_of_thousands_is_evaluated() -> None:
    text = "+".join(["1人"] * 5000)
    formula = find_formula(f"{text}/2人×100%=")
    assert formula is not None
    low, high = formula.interval()
    assert low < formula.value() == 499950 < high
    assert formula.arithmetic().startswith("(1 + 1 + 1")


def test_ends_of_a_long_formula_take_no_corners() -> None:
    formula = find_formula("(" + "+".join(f"{i}.5%" for i in range(12)) + ")/12×100%")
    assert formula is not None
    low, high = formula.interval()
    assert (low, high) == (formula.value() - Fraction(1, 20), formula.value() + Fraction(1, 20))
    assert count_calls(formula.interval) < 2000
