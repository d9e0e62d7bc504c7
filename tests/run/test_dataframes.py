"""The Python face: one report as DataFrames."""

from decimal import Decimal
from pathlib import Path

import pytest

import pipeline

REPORT = next((Path(__file__).parents[2] / "samples").glob("105*.pdf"))


def test_audit_gives_the_tables_of_the_contract() -> None:
    audit = pipeline.audit(REPORT)
    checks = audit.checks
    assert len(audit.documents) == 1
    assert list(audit.rows["row"]) == list(range(1, 10))
    assert checks.dtypes["row"].name == "Int64"
    wrong = checks[checks["code"] == "R101"].iloc[0]
    assert (wrong["stated"], wrong["recomputed"]) == (Decimal(115), Decimal("125.000000"))
    assert audit.indicators["baseline"].isna().any()


@pytest.mark.parametrize("kind", [str, Path], ids=["str", "path"])
def test_bad_input_raises_the_one_error(tmp_path, kind) -> None:
    with pytest.raises(pipeline.DocumentError, match=r"missing\.pdf"):
        pipeline.audit(kind(tmp_path / "missing.pdf"))


def test_the_public_face_is_small() -> None:
    assert pipeline.__all__ == ["Audit", "DocumentError", "__version__", "audit"]
    assert pipeline.quantities.find("77萬2,280人次")[0].value == 772280
    with pytest.raises(AttributeError):
        pipeline.nothing  # noqa: B018
