"""Written tables -> datapackage.json: a Frictionless data package that describes them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pipeline.output.formats import TableFormat
from pipeline.output.schema import SCHEMAS, Column, Schema
from pipeline.output.text_file import open_synced

PACKAGE_NAME = "datapackage.json"
_DOCUMENT_KEY = {
    "fields": ["document"],
    "reference": {"resource": "documents", "fields": ["document"]},
}


def write_data_package(paths: Sequence[Path], form: TableFormat, folder: Path) -> None:
    """Describe the files of all tables, which are there, in a file of a folder."""
    package = {
        "profile": form.package_profile,
        "name": "performance-report-checks",
        "title": "年度施政績效報告：表格、數值與達成率查核",
        "resources": [
            _resource(schema, path, form) for schema, path in zip(SCHEMAS, paths, strict=True)
        ],
    }
    with open_synced(folder / PACKAGE_NAME) as file:
        json.dump(package, file, ensure_ascii=False, indent=2)
        file.write("\n")


def _resource(schema: Schema, path: Path, form: TableFormat) -> dict[str, object]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    described: dict[str, object] = {
        "fields": [_field(column, column.name in schema.key) for column in schema.columns],
        "missingValues": [""],
    }
    if schema.key:
        described["primaryKey"] = list(schema.key)
    if schema.name != "documents":
        described["foreignKeys"] = [_DOCUMENT_KEY]
    resource: dict[str, object] = {
        "name": schema.name,
        "title": schema.title,
        "path": path.name,
        "profile": form.resource_profile,
        "format": form.name,
        "mediatype": form.media_type,
    }
    if form.encoding:
        resource["encoding"] = form.encoding
    resource |= {"bytes": path.stat().st_size, "hash": f"sha256:{digest}"}
    if form.dialect:
        resource["dialect"] = dict(form.dialect)
    return resource | {"schema": described}


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
