"""Made-up claims of a known writer: nobody is accused wrongly, and hardly a mistake is missed.

`benchmarks/claims.py` judges sixty thousand of them. The way a figure is set has no say in the verdict.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from pipeline.claims import readings
from pipeline.quantities import scanner
from tests.generated_claims import (
    MISTAKES,
    STRATA,
    Case,
    Document,
    Item,
    Tally,
    Verdicts,
    documents,
    points,
    stands,
    verdicts,
)
from tests.typed_rows import judged as judged_row

CLAIMS = 2400
Said = list[tuple[int, str, str, str, str, str]]


@pytest.fixture(scope="module")
def judged() -> list[Verdicts]:
    return [said for document in documents(CLAIMS, seed=7) for said in verdicts(document)]


def test_the_claims_are_of_every_sort(judged: list[Verdicts]) -> None:
    assert {said.case.stratum for said in judged} == set(STRATA)
    assert {said.item.mistake for said in judged} == {"", *MISTAKES}


def test_no_correct_rate_is_accused(judged: list[Verdicts]) -> None:
    accused = [said for said in judged if said.tally().false_errors or said.tally().false_warnings]
    assert [(said.case, [c.message for c in said.checks]) for said in accused] == []


def test_nearly_every_mistake_is_found(judged: list[Verdicts]) -> None:
    total = Tally()
    for said in judged:
        total.add(said.tally())
    assert total.large > 300
    assert total.large_found >= Fraction(995, 1000) * total.large
    assert total.last > 50
    assert total.last_found >= Fraction(99, 100) * total.last
    assert total.judged >= Fraction(995, 1000) * total.claims


def test_every_rate_has_its_check(judged: list[Verdicts]) -> None:
    missing = [said.case for said in judged if not any(check.claim.stated for check in said.checks)]
    assert missing == []


def test_the_same_seed_makes_the_same_documents() -> None:
    assert list(documents(60, seed=3)) == list(documents(60, seed=3))
    assert list(documents(60, seed=3)) != list(documents(60, seed=4))


def tally(claims: int) -> Tally:
    total = Tally()
    for document in documents(claims, seed=5):
        for said in verdicts(document):
            total.add(said.tally())
    return total


def test_a_check_that_takes_a_measured_figure_as_exact_would_accuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exact = property(lambda quantity: (Fraction(quantity.value), Fraction(quantity.value)))
    monkeypatch.setattr(scanner.Quantity, "interval", exact)
    assert tally(1500).false_errors > 10


def test_a_check_that_allows_a_point_would_miss_last_digits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = readings.Reading.meets

    def within_a_point(
        reading: readings.Reading, low: Fraction, high: Fraction | None, *, below: bool = False
    ) -> bool:
        return plain(reading, low - 1, high and high + 1, below=below)

    monkeypatch.setattr(readings.Reading, "meets", within_a_point)
    total = tally(600)
    assert total.last_found < total.last / 2


# --------------------------------------------------------------------------- what is unmistakable

PLAIN = Item("受理申請", "件", Fraction(280), Fraction(251), stated=Fraction(90))
UNMISTAKABLE = [
    pytest.param(PLAIN, True, id="rounded"),
    pytest.param(replace(PLAIN, stated=Fraction(89)), True, id="cut-off"),
    pytest.param(replace(PLAIN, stated=Fraction(91)), False, id="one-too-many"),
    pytest.param(replace(PLAIN, stated=Fraction(88)), False, id="two-too-few"),
    pytest.param(replace(PLAIN, actual=Fraction(290), stated=Fraction(100)), True, id="capped"),
    pytest.param(replace(PLAIN, actual=Fraction(270), stated=Fraction(100)), False, id="not-reached"),
    pytest.param(replace(PLAIN, actual=Fraction(290), lower=True, stated=Fraction(100)), False, id="too-much"),
    pytest.param(replace(PLAIN, lower=True, stated=Fraction(112)), True, id="lower-inverse"),
    pytest.param(replace(PLAIN, lower=True, stated=Fraction(110)), True, id="lower-two-minus"),
    pytest.param(Item("合格率", "%", Fraction(15), Fraction("14.1"), 0, 1, stated=Fraction("94.3"), places=1), True, id="measured"),
    pytest.param(Item("合格率", "%", Fraction(15), Fraction("14.1"), 0, 1, stated=Fraction("94.5"), places=1), False, id="beyond-measured"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "expected"), UNMISTAKABLE)
def test_what_may_stand(item: Item, expected: bool) -> None:
    case = Case("integers", "", (item,))
    assert stands(item, case.stratum, case.style) is expected
    assert (points(item, case.stratum, case.style) > Fraction(1, 2)) <= (
        not expected or item.stated == 100 or item.stated == 89
    )


# --------------------------------------------------------------------------- the same told otherwise


def said_of(document: Document) -> Said:
    """Return what is said of a document, whatever the order of the items in a row."""
    return sorted(
        (
            said.position[0],
            said.item.label,
            str(check.claim.kind),
            str(check.verdict),
            check.finding.code if check.finding else "",
            str(check.level),
        )
        for said in verdicts(document)
        for check in said.checks
    )


def full_width(case: Case) -> Case:
    return replace(case, style=replace(case.style, full_width=not case.style.full_width))


def commas(case: Case) -> Case:
    return replace(case, style=replace(case.style, commas=not case.style.commas))


def ten_thousands(case: Case) -> Case:
    """Print 12,280 as 1萬2,280, or the reverse; a bare 2萬 would stand for a range."""
    figures = [f for item in case.items for f in (item.actual, item.base or Fraction(1))]
    bare = any(figure >= 10000 and figure % 10000 == 0 for figure in figures)
    if bare or any(item.about for item in case.items):
        return case
    return replace(case, style=replace(case.style, wan=not case.style.wan))


def tenfold(case: Case) -> Case:
    """Take both figures times ten; a measured one would stand for another range."""
    if any(item.measured for item in case.items) or case.style.wan:
        return case
    return replace(
        case,
        items=tuple(
            replace(
                item,
                target=item.target * (1 if item.base else 10),
                actual=item.actual * 10,
                base=item.base * 10 if item.base else None,
                start=item.start * 10 if item.start else None,
            )
            for item in case.items
        ),
    )


def other_counter(case: Case) -> Case:
    other = {"人": "人次", "人次": "人", "場次": "場"}
    return replace(
        case,
        items=tuple(replace(item, unit=other.get(item.unit, item.unit)) for item in case.items),
    )


def reordered(case: Case) -> Case:
    """Put the items in another order; their numbers follow."""
    items = list(case.items)
    Random(len(items)).shuffle(items)
    return replace(case, items=tuple(items))


@pytest.mark.parametrize(
    "change", [full_width, commas, ten_thousands, tenfold, other_counter, reordered]
)
def test_another_way_to_print_it_changes_no_verdict(change: Callable[[Case], Case]) -> None:
    changed = 0
    for document in documents(300, seed=11):
        other = replace(document, cases=tuple(map(change, document.cases)))
        changed += other != document
        assert said_of(other) == said_of(document)
    assert changed > 10


# --------------------------------------------------------------------------- what the claims showed

SHOWN = [
    pytest.param("辦結率11%", "達成率99%【(11%/11%)×100％】。", "consistent", id="measured-over-an-equal-target"),
    pytest.param("投資9.3億元", "達成率100.32%（實際9.3億元／目標9.3億元）。", "consistent", id="the-same-with-a-magnitude"),
    pytest.param("合格率52%", "達成率40%（實際47%／目標52%）。", "inconsistent R201", id="percentages-in-a-quotient"),
    pytest.param("植樹1,400株", "達成率97%（實際1,311株／目標1,400株）。", "inconsistent R201", id="commas-in-a-quotient"),
    pytest.param("11分鐘以內", "目標值11分鐘，平均12分鐘，達成率100%。", "inconsistent R102", id="too-much-is-not-capped"),
    pytest.param("11分鐘以內", "目標值11分鐘，平均10分鐘，達成率100%。", "capped R120", id="less-is-capped"),
    pytest.param("辦結率27%", "辦結率23.6%。目標值27%，達成率27%。", "inconsistent R101", id="rate-that-reads-as-the-target"),
    pytest.param("查驗400件", "全年查驗454件，其中合格454件，合格率為105%。", "inconsistent R101", id="all-of-the-whole"),
    pytest.param("投資7.3億元", "促進投資6.0億元，達成率98%。", "inconsistent R101", id="magnitude-behind-a-nought"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "analysis", "expected"), SHOWN)
def test_what_the_claims_showed(target: str, analysis: str, expected: str) -> None:
    check = next(c for c in judged_row(target, analysis)[1] if c.claim.stated)
    code = check.finding.code if check.finding else ""
    assert f"{check.verdict} {code}".strip() == expected
