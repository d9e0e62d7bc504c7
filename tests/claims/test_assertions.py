"""Stated rates and items -> claims: of which item, with which figures, and what is left unsaid."""

import pytest

from pipeline.claims import claims_from_statements, items_from_statements, statements_from_row
from pipeline.claims.records import Claim, Reason
from tests.typed_rows import row

RESULT = "三、年度目標值及達成率："


def claims(
    target: str, analysis: str, indicator: str = "辦理情形", **cells: str
) -> tuple[Claim, ...]:
    statements = statements_from_row(row(target, analysis, indicator, **cells), 105)
    return claims_from_statements(statements, items_from_statements(statements), 105)


def shown(claim: Claim) -> str:
    stated = claim.stated.quantity.text if claim.stated else "-"
    pairs = [
        "/".join(figure.quantity.text if figure else "-" for figure in (pair.actual, pair.target))
        for pair in claim.pairs
    ]
    return f"{claim.item} {claim.kind} {stated} {' '.join(pairs)}".strip()


TWO = "1. 30張\n2. 450人"
CASES = [
    pytest.param("400件", RESULT + "目標值400件，實際完成460件，達成率115％。", ["1 achievement 115％ 460件/400件"], id="one"),
    pytest.param("400件", "完成460件。", ["1 achievement - 460件/400件"], id="none-stated"),
    pytest.param(TWO, "(一)取得證照33張，達成率110%。\n(二)參加演練450人，達成率100%。",
                 ["1 achievement 110% 33張/30張", "2 achievement 100% 450人/450人"], id="by-number"),
    pytest.param(TWO, "取得證照33張。參加演練450人。各項目標均達成，達成率100%。",
                 ["1 achievement 100% 33張/30張", "2 achievement 100% 450人/450人"], id="all-met"),
    pytest.param("400件", "目標值400件，第一類80件，第二類90件，達成率70％。",
                 ["1 achievement 70％ 90件/400件 80件/400件 80件+90件/400件"], id="several-figures"),
    pytest.param("100件", "抽驗500件，合格492件，合格率98.4%。",
                 ["1 achievement - -/100件", "1 ratio 98.4% 492件/500件"], id="a-share-with-its-counts"),
    pytest.param("100件", "女性占比42%。", ["1 achievement - -/100件"], id="a-share-without"),
    pytest.param("賡續辦理", "賡續辦理。", [], id="no-figures"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "analysis", "expected"), CASES)
def test_claims(target: str, analysis: str, expected: list[str]) -> None:
    assert [shown(claim) for claim in claims(target, analysis)] == expected


REASONS = [
    pytest.param("400人", "達成率99％。", Reason.NO_ACTUAL, None, id="no-actual"),
    pytest.param("賡續辦理", "達成率99％。", Reason.TARGET_IS_NO_FIGURE, None, id="no-target"),
    pytest.param("400至500人", "參加450人，達成率99％。", Reason.TARGET_IS_A_RANGE, None, id="a-range"),
    pytest.param("400人", "參加396人，達成率99％。", None, None, id="all-there"),
    pytest.param("400人", "104年度達成率99％。105年參加396人，104年度達成率99％。", None, None, id="last-years"),
    pytest.param("400人", "自101年起累計參加396人，達成率99％。", None, Reason.CUMULATIVE, id="cumulative"),
    pytest.param(TWO, "平均達成率105%。", Reason.NO_WEIGHTS, None, id="a-mean"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "analysis", "missing", "doubt"), REASONS)
def test_reasons(target: str, analysis: str, missing: Reason | None, doubt: Reason | None) -> None:
    claim = claims(target, f"{RESULT}\n{analysis}")[0]
    assert (claim.missing, claim.doubt) == (missing, doubt)


def test_the_rate_column_is_told_once() -> None:
    columns = {"actual": "440件", "rate": "110%"}
    (claim,) = claims("400件", "實際值440件，達成率110%。", **columns)
    assert shown(claim) == "1 achievement 110% 440件/400件"


def test_where_an_unknown_item_is_left_out_no_figure_is_held_against_the_rate() -> None:
    analysis = "取得證照20張。參加演練450人。除部分項目外，其餘各項目標均達成，達成率100%。"
    assert [shown(claim) for claim in claims(TWO, analysis)] == [
        "1 achievement 100% -/30張",
        "2 achievement 100% -/450人",
    ]
