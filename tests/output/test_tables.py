"""Entries -> the files of all tables: handed on as they come, the data package last."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.output import tables
from pipeline.output.entries import Entry
from pipeline.output.formats import TABLE_FORMATS
from pipeline.output.schema import SCHEMAS
from pipeline.output.table_formats.csv_table import read_column
from tests.output.reports import WRONG, report


def entries() -> list[Entry]:
    return [Entry.pack(report(*WRONG, name=name), "") for name in ("a.txt", "b.txt")]


@pytest.mark.parametrize("form", TABLE_FORMATS)
def test_a_file_for_each_table_and_the_package(tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    given = entries()
    assert list(tables.write_tables(given, tmp_path / "new", form)) == given
    names = {TABLE_FORMATS[form].file_name(schema.name) for schema in SCHEMAS}
    assert {path.name for path in (tmp_path / "new").iterdir()} == {*names, "datapackage.json"}
    package = json.loads((tmp_path / "new" / "datapackage.json").read_text("utf-8"))
    assert {resource["format"] for resource in package["resources"]} == {form}


def test_the_package_is_not_there_before_all_tables_are(tmp_path: Path) -> None:
    written = tables.write_tables(entries(), tmp_path)
    for _ in range(2):
        next(written)
        assert not (tmp_path / "datapackage.json").exists()
    assert list(written) == []
    assert (tmp_path / "datapackage.json").exists()


def test_documents_in_the_order_in_which_they_come(tmp_path: Path) -> None:
    list(tables.write_tables(reversed(entries()), tmp_path))
    assert read_column(tmp_path / "documents.csv", "document") == ["b.txt", "a.txt"]
    assert read_column(tmp_path / "checks.csv", "code") == ["R101", "R101"]


def test_no_entry_gives_tables_with_their_headers(tmp_path: Path) -> None:
    assert list(tables.write_tables([], tmp_path)) == []
    for schema in SCHEMAS:
        assert read_column(tmp_path / f"{schema.name}.csv", schema.columns[0].name) == []
