"""Entries -> documents.csv, rows.csv, indicators.csv, checks.csv and the datapackage.json for them.

The same entries give the same bytes. All is written as it comes, one entry in memory at a time, into a
folder from which the files are moved to their places when they are whole.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self, TextIO

from pipeline.checks import Report
from pipeline.output.entries import Entry, Records
from pipeline.output.formats import TABLE_FORMATS, USUAL, Format, Table
from pipeline.output.schema import SCHEMAS, Column, Schema, Value

BOM = "\ufeff"
_RUNS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula."""
_LONGEST_FIELD = 1 << 30
"""More than the module takes unless it is told: the error of a hostile file may be long."""


def write_tables(
    entries: Iterable[Entry], folder: Path, form: str = USUAL, *, safe: bool = False
) -> Iterator[Entry]:
    """Write each entry's records as it comes, and hand it on; the package comes last.

    ``form`` is one of `FORMATS`; ``safe`` keeps cells from running in a spreadsheet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / TABLE_FORMATS[form].file(schema.name) for schema in SCHEMAS]
    writer = TABLE_FORMATS[form].load()
    with ExitStack() as stack:
        tables = [
            stack.enter_context(writer.open_table(schema, path, safe=safe))
            for schema, path in zip(SCHEMAS, paths, strict=True)
        ]
        for entry in entries:
            for schema, table in zip(SCHEMAS, tables, strict=True):
                table.add(entry.records(schema.name))
            yield entry
    with open_whole(folder / "datapackage.json") as file:
        json.dump(_package(paths, TABLE_FORMATS[form]), file, ensure_ascii=False, indent=2)
        file.write("\n")


def open_table(schema: Schema, path: Path, *, safe: bool) -> Table:
    """Open the CSV file of a table."""
    return CsvTable(schema, path, safe=safe)


def read_column(path: Path, name: str) -> list[str]:
    """Return a column of a CSV file, cells as they would run; raises `ValueError` for one without it."""
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file)
            at = next(lines, []).index(name)
            return [_running(line[at]) for line in lines if len(line) > at]
    except csv.Error as error:
        raise ValueError(f"{path}: {error}") from None


class CsvTable:
    """A CSV file of the contract."""

    def __init__(self, schema: Schema, path: Path, *, safe: bool = False) -> None:
        self._stack = ExitStack()
        self._file = self._stack.enter_context(open_whole(path))
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._texts = [safe and column.type == "string" for column in schema.columns]
        self._file.write(BOM)
        self._writer.writerow([column.name for column in schema.columns])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def add(self, records: Records) -> None:
        """Write records at the end."""
        for record in records:
            self._writer.writerow(
                [
                    make_inert(cell) if text else cell
                    for cell, text in zip(_cells(record), self._texts, strict=True)
                ]
            )


def _cells(record: Sequence[Value]) -> list[str]:
    return ["" if value is None else _one_kind(str(value)) for value in record]


def _one_kind(text: str) -> str:
    """Return a text whose lines end as those of the file: a lone CR would end the record."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _running(cell: str) -> str:
    """Return a cell as it is before `make_inert`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_RUNS) else cell


def make_inert(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not run.

    >>> make_inert("=1+1"), make_inert("105年")
    ("'=1+1", '105年')
    """
    return f"'{cell}" if cell.startswith(_RUNS) else cell


@contextmanager
def open_whole(path: Path) -> Iterator[TextIO]:
    """Open a text file to write; at the end it is on the disk."""
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def as_csv(schema: Schema, reports: Iterable[Report]) -> str:
    """Return one table as the text of its CSV file, without the BOM."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in schema.columns])
    for report in reports:
        writer.writerows(map(_cells, schema.records(report)))
    return file.getvalue()


# --------------------------------------------------------------------------- the data package


def _package(paths: Sequence[Path], form: Format) -> dict[str, object]:
    """Describe the tables as a Frictionless data package."""
    return {
        "profile": form.package_profile,
        "name": "performance-report-checks",
        "title": "年度施政績效報告：表格、數值與達成率查核",
        "resources": [
            _resource(schema, path, form) for schema, path in zip(SCHEMAS, paths, strict=True)
        ],
    }


def _resource(schema: Schema, path: Path, form: Format) -> dict[str, object]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
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
