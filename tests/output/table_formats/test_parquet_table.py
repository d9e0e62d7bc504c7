"""Parquet files hold what the CSV files hold."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.output.schema import SCHEMAS
from tests.output.reports import (
    ROOT,
)


def test_parquet_holds_what_the_csv_files_hold(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    for form in ("csv", "parquet"):
        given = ["run", str(ROOT / "samples"), "-o", str(tmp_path / form), "--output-format", form]
        assert cli.main(given) == 0
    for schema in SCHEMAS:
        with (tmp_path / "csv" / f"{schema.name}.csv").open(
            encoding="utf-8-sig", newline=""
        ) as file:
            expected = list(csv.DictReader(file))
        table = parquet.read_table(tmp_path / "parquet" / f"{schema.name}.parquet")
        assert not [field for field in table.schema if str(field.type) not in ("int64", "string")]
        found = [
            {name: "" if value is None else str(value) for name, value in record.items()}
            for record in table.to_pylist()
        ]
        assert found == expected
    package = json.loads((tmp_path / "parquet" / "datapackage.json").read_text("utf-8"))
    assert [resource["path"] for resource in package["resources"]] == [
        f"{schema.name}.parquet" for schema in SCHEMAS
    ]
