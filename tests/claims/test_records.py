"""A figure in its sentence: the three parts that a page shows."""

import pytest

from pipeline.claims.records import Claim, Figure, RateKind
from pipeline.quantities import Quantity
from pipeline.records import Place

SENTENCE = "目標值100件，達成率100%"
PARTS = [
    pytest.param("100%", 11, ("目標值100件，達成率", "100%", ""), id="at-the-end"),
    pytest.param("100件", 3, ("目標值", "100件", "，達成率100%"), id="inside"),
    pytest.param("100件", None, (SENTENCE, "", ""), id="not-of-the-sentence"),
]


@pytest.mark.parametrize(("text", "start", "parts"), PARTS)
def test_parts(text: str, start: int | None, parts: tuple[str, str, str]) -> None:
    figure = Figure(Quantity.parse(text), SENTENCE, Place(1, None, 1, None, 1), start)
    assert figure.parted == parts


def test_a_claim_has_no_reason_until_one_is_given() -> None:
    claim = Claim(1, 1, "", RateKind.ACHIEVEMENT, None)
    assert (claim.missing, claim.doubt, claim.pairs) == (None, None, ())
