"""How much of a document could be checked: found, paired, recomputed, and why not."""

from pathlib import Path

import pytest

from pipeline import cli
from pipeline.checks import coverage
from tests.typed_rows import judged

RESULT = "三、年度目標值及達成率："
REPORT = next((Path(__file__).parents[2] / "samples").glob("105*.pdf"))

ROWS = [
    pytest.param("400件", "目標值400件，實際460件，達成率115％。", (1, 1, 1, 0), "", id="recomputed"),
    pytest.param("25％", "達成率106％【(17/64)/0.25×100％】。", (1, 1, 1, 0), "", id="formula"),
    pytest.param("400人", "達成率99％。", (1, 0, 0, 1), "1 the actual figure is not printed", id="no-actual"),
    pytest.param("賡續辦理", "達成率99％。", (1, 0, 0, 1), "1 the target is not printed as a figure", id="no-target"),
    pytest.param("0千元", "實際收入0千元，達成率0％。", (1, 1, 0, 1), "1 nothing was planned: there is nothing to divide by", id="no-plan"),
    pytest.param("較104年提升2％", "105年度成長率【(20,200件-16,000件)/16,000件】×100％=26％。", (1, 1, 1, 0), "", id="growth"),
    pytest.param("5處", "完成修復6處。", (0, 0, 0, 0), "", id="unstated"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "sentence", "counts", "reasons"), ROWS)
def test_counts(target: str, sentence: str, counts: tuple[int, ...], reasons: str) -> None:
    found = coverage.measure_coverage(judged(target, RESULT + sentence)[1])
    assert (found.rates, found.paired, found.recomputed, found.unverifiable) == counts
    assert found.told_reasons == reasons


def test_reasons_are_counted() -> None:
    _, checks = judged("賡續辦理", RESULT + "達成率99％。")
    found = coverage.measure_coverage(
        [*checks, *checks, *judged("400人", RESULT + "達成率99％。")[1]]
    )
    assert found.told_reasons == (
        "2 the target is not printed as a figure; 1 the actual figure is not printed"
    )


def test_each_document_has_a_line_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", str(REPORT), "--fail-on", "never"])
    told = [line for line in capsys.readouterr().err.splitlines() if "coverage:" in line]
    assert len(told) == 1
    assert told[0].startswith("  coverage: 26 stated rates, ")
