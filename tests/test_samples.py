"""The sample reports: what they hold, told independently in tests/truth, and byte for byte."""

import csv
import json
import re
from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from pipeline.checks.records import Check, Report
from pipeline.output.schema import SCHEMAS
from pipeline.output.table_formats.csv_table import as_csv
from pipeline.quantities.rounding import fixed_decimal, plain_decimal
from pipeline.run import file_report

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
SHARED = ROOT.parent / "shared" / "reports"
NAME = "105年度施政績效及達成情形"
EXPECTED = ROOT / "tests" / "expected"
at_hand = pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not at hand")


@cache
def read(path: Path) -> Report:
    return file_report.read_report(path, path.name)


def year(path: Path) -> str:
    return path.name[:3]


CASES = [
    *(pytest.param(path, ROOT / "tests" / "truth" / path.stem, id=year(path)) for path in SAMPLES),
    pytest.param(SHARED / f"{NAME}.pdf", SHARED / NAME, marks=at_hand, id="shared-pdf"),
    pytest.param(SHARED / f"{NAME}.txt", SHARED / NAME, marks=at_hand, id="shared-text"),
]


def test_there_are_three_years() -> None:
    assert [year(path) for path in SAMPLES] == ["104", "105", "106"]


@pytest.mark.parametrize(("path", "truth"), CASES)
def test_cells(path: Path, truth: Path) -> None:
    rows = json.loads(Path(f"{truth}.rows.json").read_text(encoding="utf-8"))
    found = read(path).rows
    assert [row.number for row in found] == list(range(1, len(rows) + 1))
    for row, cells in zip(found, rows, strict=True):
        for role, paragraphs in cells.items():
            want = [_bare(text) for text in paragraphs]
            if role == "goal":
                want[0] = re.sub(r"^[一二三四五六七八九十]+、", "", want[0])
            assert [_bare(p.text) for p in row.cell(role)] == want


@pytest.mark.parametrize(("path", "truth"), CASES)
def test_checks(path: Path, truth: Path) -> None:
    """Every line of the truth is there, and no line that it does not tell."""
    with Path(f"{truth}.checks.csv").open(encoding="utf-8-sig") as file:
        wanted = list(csv.DictReader(file))
    found: dict[tuple[str, ...], list[Check]] = defaultdict(list)
    for check in read(path).checks:
        found[_key(check)].append(check)
    for line in wanted:
        key = (line["row"], line["item"], line["kind"], line["stated"])
        check = found[key].pop(0)
        assert str(check.verdict) == line["verdict"], line
        assert fixed_decimal(check.recomputed, 6) == line["recomputed"], line
        assert plain_or_empty(check.target) == line["target"], line
        assert plain_or_empty(check.actual) == line["actual"], line
        assert check.unit == line["unit"], line
        assert (check.finding.code if check.finding else "") in line["code"].split("|"), line
        assert str(check.level) in line["level"].split("|"), line
    assert [check for checks in found.values() for check in checks] == []


def _key(check: Check) -> tuple[str, ...]:
    claim = check.claim
    stated = str(claim.stated.quantity.value) if claim.stated else ""
    return str(claim.row), str(claim.item), str(claim.kind), stated


def plain_or_empty(figure) -> str:
    return plain_decimal(Fraction(figure.quantity.value)) if figure else ""


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
@pytest.mark.parametrize("path", SAMPLES, ids=year)
def test_output_is_the_same_byte_for_byte(path: Path, schema) -> None:
    """After a change that is meant: python -m tests.rewrite_expected, and read the diff."""
    expected = EXPECTED / year(path) / f"{schema.name}.csv"
    assert as_csv(schema, [file_report.read_report(path, path.name)]) == expected.read_text("utf-8")


def test_the_samples_show_every_verdict() -> None:
    shown = {str(check.verdict) for path in SAMPLES for check in read(path).checks}
    assert shown == {
        "consistent", "truncated", "capped", "inconsistent", "unverifiable", "unstated",
    }  # fmt: skip


@pytest.mark.parametrize("path", SAMPLES, ids=year)
def test_every_glyph_is_accounted_for(path: Path) -> None:
    counts = read(path).counts
    parts = sum(n for name, n in counts.items() if name.startswith("glyphs in "))
    assert counts["glyphs"] == parts > 1000


@pytest.mark.parametrize("path", SAMPLES, ids=year)
def test_the_place_of_a_rate_holds_its_figure(path: Path) -> None:
    """Read the box of each stated rate back with pdfplumber: it holds the rate's digits."""
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(path) as pdf:
        for check in read(path).checks:
            stated = check.claim.stated
            if stated is None:
                continue
            page, x0, top, x1, bottom = stated.place
            box = (x0 - 1, top - 2, x1 + 1, bottom + 2)
            inside = pdf.pages[page - 1].within_bbox(box, strict=False)
            text = _bare(inside.extract_text())
            digits = re.sub(r"\D", "", stated.quantity.text)
            assert re.sub(r"\D", "", text)[:1] == digits[:1], (text, stated.quantity.text)
