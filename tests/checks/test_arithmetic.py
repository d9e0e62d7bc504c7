"""The arithmetic that a message shows: formula, result, ends, what else was tried, the figures."""

from dataclasses import replace

import pytest

from pipeline.checks.arithmetic import show_arithmetic, with_arithmetic
from pipeline.checks.judging.claims import judge_claim
from pipeline.checks.messages import Arithmetic
from pipeline.checks.texts import Language, Text
from pipeline.claims.records import Claim, RateKind
from tests.checks.judging.test_claims import claim, figure

GROWN = replace(claim("3%", "206件", "5%", baseline=figure("200件")), kind=RateKind.GROWTH)
SHOWN = [
    pytest.param(claim("400件", "500件", "115%"),
                 "stated 115%, 500 / 400 * 100 = 125 (target 400件, actual 500件)", id="plain"),
    pytest.param(claim("15%", "14.1%", "99%"),
                 "stated 99%, 14.1 / 15 * 100 = 94 [93.666667 to 94.333333] (target 15%, actual 14.1%)", id="measured"),
    pytest.param(claim("10日", "8日", "90%", lower=True),
                 "stated 90%, 10 / 8 * 100 = 125; (2 - 8 / 10) * 100 = 120; 8 / 10 * 100 = 80 (target 10日, actual 8日)",
                 id="tried"),
    pytest.param(claim("0件", "1件", "10%"), "stated 10%, 0 (1 for 0) = 0 (target 0件, actual 1件)", id="zero"),
    pytest.param(claim("400件", "500件", None), "500 / 400 * 100 = 125 (target 400件, actual 500件)", id="unstated"),
    pytest.param(GROWN, "stated 5%, (206 - 200) / 200 * 100 = 3", id="growth-compares-no-target"),
    pytest.param(claim("400件", "450至500件", "90%"), "", id="nothing-recomputed"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "shown"), SHOWN)
def test_shown(claim: Claim, shown: str) -> None:
    assert str(show_arithmetic(judge_claim(claim))) == shown


def test_a_message_keeps_its_arithmetic_apart() -> None:
    message = with_arithmetic(Text.CUT_OFF, judge_claim(claim("280場", "251場", "89%")))
    assert message.brief() == "cut off instead of rounded"
    assert message.brief(Language.CHINESE) == "係無條件捨去，而非四捨五入"
    assert message.arithmetic == Arithmetic(
        "89%", "251 / 280 * 100", "89.642857", target="280場", actual="251場"
    )
