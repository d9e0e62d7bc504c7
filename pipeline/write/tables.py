"""Reports -> documents.csv, rows.csv, indicators.csv, checks.csv and the datapackage.json for them.

The same reports give the same bytes. A file is written beside its place and moved there when it is
whole, so that a run that breaks off leaves the earlier one's files as they were.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from pipeline.model import Report
from pipeline.schema import SCHEMAS, Column, Schema

BOM = "\ufeff"


def write(reports: Iterable[Report], folder: Path) -> Iterator[Report]:
    """Write each report's records as it comes, and hand it on; the package comes last."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        files = {s.name: stack.enter_context(whole(folder / f"{s.name}.csv")) for s in SCHEMAS}
        writers = {name: csv.writer(file, lineterminator="\n") for name, file in files.items()}
        for schema in SCHEMAS:
            files[schema.name].write(BOM)
            writers[schema.name].writerow([column.name for column in schema.columns])
        for report in reports:
            for schema in SCHEMAS:
                writers[schema.name].writerows(map(_cells, schema.records(report)))
            yield report
    with whole(folder / "datapackage.json") as file:
        json.dump(_package(folder), file, ensure_ascii=False, indent=2)
        file.write("\n")


def _cells(record: tuple[object, ...]) -> list[str]:
    return ["" if value is None else str(value) for value in record]


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """Open a file that takes its place only when it is written to the end."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def as_csv(schema: Schema, reports: Iterable[Report]) -> str:
    """Return one table as the text of its CSV file, without the BOM."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in schema.columns])
    for report in reports:
        writer.writerows(map(_cells, schema.records(report)))
    return file.getvalue()


# --------------------------------------------------------------------------- the data package


def _package(folder: Path) -> dict[str, object]:
    """Describe the tables as a Frictionless tabular data package."""
    return {
        "profile": "tabular-data-package",
        "name": "performance-report-checks",
        "title": "年度施政績效報告：表格、數值與達成率查核",
        "resources": [_resource(schema, folder / f"{schema.name}.csv") for schema in SCHEMAS],
    }


def _resource(schema: Schema, path: Path) -> dict[str, object]:
    content = path.read_bytes()
    described: dict[str, object] = {
        "fields": [_field(column, column.name in schema.key) for column in schema.columns],
        "missingValues": [""],
    }
    if schema.key:
        described["primaryKey"] = list(schema.key)
    if schema.name != "documents":
        described["foreignKeys"] = [
            {
                "fields": ["document"],
                "reference": {"resource": "documents", "fields": ["document"]},
            }
        ]
    return {
        "name": schema.name,
        "title": schema.title,
        "path": path.name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        "schema": described,
    }


def _field(column: Column, required: bool) -> dict[str, object]:
    constraints: dict[str, object] = {}
    if required and column.name != "period":
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    field: dict[str, object] = {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
    }
    return field | ({"constraints": constraints} if constraints else {})
