"""Records -> a CSV file of the contract: UTF-8 with BOM, RFC 4180, one kind of line end."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from pipeline.checks import Report
from pipeline.output.entries import Records
from pipeline.output.schema import Schema, Value
from pipeline.output.text_file import open_synced

BOM = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula."""
_LONGEST_FIELD = 1 << 30
"""More than the module takes unless it is told: the error of a hostile file may be long."""


def open_table(schema: Schema, path: Path, *, safe: bool) -> CsvTable:
    """Open the CSV file of a table."""
    return CsvTable(schema, path, safe=safe)


def read_column(path: Path, name: str) -> list[str]:
    """Return a column of a CSV file, cells as they would run; raises `ValueError` for one without it."""
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file)
            at = next(lines, []).index(name)
            return [_undo_inert(line[at]) for line in lines if len(line) > at]
    except csv.Error as error:
        raise ValueError(f"{path}: {error}") from None


class CsvTable:
    """A CSV file of the contract."""

    def __init__(self, schema: Schema, path: Path, *, safe: bool = False) -> None:
        self._stack = ExitStack()
        self._file = self._stack.enter_context(open_synced(path))
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._made_inert = [safe and column.type == "string" for column in schema.columns]
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
                    make_inert(cell) if inert else cell
                    for cell, inert in zip(_cells(record), self._made_inert, strict=True)
                ]
            )


def _cells(record: Sequence[Value]) -> list[str]:
    return ["" if value is None else _with_lf(str(value)) for value in record]


def _with_lf(text: str) -> str:
    """Return a text whose lines end as those of the file: a lone CR would end the record."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def make_inert(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not run.

    >>> make_inert("=1+1"), make_inert("105年")
    ("'=1+1", '105年')
    """
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _undo_inert(cell: str) -> str:
    """Return a cell as it is before `make_inert`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell


def as_csv(schema: Schema, reports: Iterable[Report]) -> str:
    """Return one table as the text of its CSV file, without the BOM."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in schema.columns])
    for report in reports:
        writer.writerows(map(_cells, schema.records(report)))
    return file.getvalue()
