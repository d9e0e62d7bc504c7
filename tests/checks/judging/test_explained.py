"""What the weighing of explanations leaves: verdict, certainty, level."""

import pytest

from pipeline.checks.judging.claims import judge_claim
from pipeline.claims import claims_from_statements, items_from_statements, statements_from_row
from tests.typed_rows import row

VERDICTS = [
    pytest.param("100件", "實際105件，達成率105%。", "consistent", "high", id="the-best-gives-it"),
    pytest.param("100件", "受理90件，結案80件，達成率80%。", "consistent", "medium", id="one-of-two-gives-it"),
    pytest.param("100件", "實際105件，達成率115%。", "inconsistent", "high", id="nothing-gives-it"),
    pytest.param("100件", "受理90件，結案80件，達成率70%。", "inconsistent", "medium", id="none-of-two-gives-it"),
    pytest.param("80件", "實際100件，達成率80%。", "inconsistent", "medium", id="turned-round"),
    pytest.param("80單位", "實際60單位，達成率125.0%。", "inconsistent", "medium", id="two-minus-without-a-word"),
    pytest.param("80單位", "實際79單位，達成率101.3%。", "inconsistent", "medium", id="turned-round-as-well"),
    pytest.param("80日以內", "實際64日，達成率125%。", "consistent", "high", id="lower-is-better"),
    pytest.param("完成12棟補強工程", "核定補強工程14棟，完工12棟，達成率100%。", "consistent", "medium", id="no-cap-but-another-figure"),
    pytest.param("完成12棟補強工程", "完工補強工程14棟，達成率100%。", "capped", "high", id="a-cap"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "analysis", "verdict", "certainty"), VERDICTS)
def test_verdict_and_certainty(target: str, analysis: str, verdict: str, certainty: str) -> None:
    statements = statements_from_row(row(target, analysis), 110)
    items = items_from_statements(statements)
    (claim,) = claims_from_statements(statements, items, 110)
    found = judge_claim(claim)
    assert (str(found.verdict), str(found.certainty)) == (verdict, certainty)
