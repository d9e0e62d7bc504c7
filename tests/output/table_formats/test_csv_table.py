"""CSV files: no cell runs where that is asked for, no line end ends a record."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.output import tables
from pipeline.output.entries import Entry
from pipeline.output.schema import SCHEMAS
from pipeline.output.table_formats import csv_table
from tests.output.reports import (
    ROOT,
    acting,
    hostile_report,
)


@acting
@pytest.mark.parametrize("safe", [False, True], ids=["plain", "excel-safe"])
def test_csv(tmp_path: Path, text: str, safe: bool) -> None:
    shown = hostile_report(text)
    entry = Entry.unpack(Entry.pack(shown, "").packed)
    list(tables.write_tables([entry], tmp_path, safe=safe))
    for schema in SCHEMAS:
        content = (tmp_path / f"{schema.name}.csv").read_bytes().decode("utf-8-sig")
        assert "\r" not in content
        found = list(csv.DictReader(io.StringIO(content, newline="")))
        assert len(found) == len(list(schema.records(shown)))
        for record in found:
            for column in schema.columns:
                if safe and column.type == "string":
                    assert not record[column.name].startswith(("=", "+", "-", "@", "\t", "\r"))
                elif column.type != "string" and record[column.name]:
                    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", record[column.name])


INERT = [
    pytest.param("=1+1", "'=1+1", id="equals"),
    pytest.param("+886", "'+886", id="plus"),
    pytest.param("-3%", "'-3%", id="minus"),
    pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
    pytest.param("\t=1", "'\t=1", id="tab"),
    pytest.param("105年", "105年", id="plain"),
    pytest.param("", "", id="empty"),
    pytest.param("a=1", "a=1", id="inside"),
    pytest.param("＝1", "＝1", id="full-width"),
]


@pytest.mark.parametrize(("cell", "safe"), INERT)
def test_inert(cell: str, safe: str) -> None:
    assert csv_table.make_inert(cell) == safe


def test_excel_safe_leaves_numbers_and_all_else_alone(tmp_path: Path) -> None:
    for name, more in (("plain", []), ("safe", ["--excel-safe"])):
        assert cli.main(["run", str(ROOT / "samples"), "-o", str(tmp_path / name), *more]) == 0
    for schema in SCHEMAS:
        both = []
        for name in ("plain", "safe"):
            path = tmp_path / name / f"{schema.name}.csv"
            with path.open(encoding="utf-8-sig", newline="") as file:
                both.append(list(csv.reader(file)))
        for plain, safe in zip(*both, strict=True):
            for column, before, after in zip(schema.columns, plain, safe, strict=True):
                runs = column.type == "string" and before.startswith(("=", "+", "-", "@"))
                assert after == (f"'{before}" if runs else before)
    with (tmp_path / "safe" / "checks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any(record["difference"].startswith("-") for record in csv.DictReader(file))
