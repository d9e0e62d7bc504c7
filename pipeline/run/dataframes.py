"""Report -> DataFrames with nullable types, for who works in Python."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from pipeline.checks import Report
from pipeline.errors import DocumentError
from pipeline.output import SCHEMAS, Schema
from pipeline.run import file_report

if TYPE_CHECKING:
    from pipeline.reading import PDF


class Audit:
    """One report read and judged; each table has the columns of the contract.

    Whole numbers are ``Int64``, text is ``string``, figures are `Decimal` in object columns: a float
    would not be what is printed. Empty is ``NA``.
    """

    def __init__(self, report: Report) -> None:
        self._report = report

    @property
    def documents(self) -> pd.DataFrame:
        """Return the line of documents.csv."""
        return _frame(SCHEMAS[0], self._report)

    @property
    def rows(self) -> pd.DataFrame:
        """Return the logical table rows."""
        return _frame(SCHEMAS[1], self._report)

    @property
    def indicators(self) -> pd.DataFrame:
        """Return the measured items."""
        return _frame(SCHEMAS[2], self._report)

    @property
    def checks(self) -> pd.DataFrame:
        """Return the stated rates, judged."""
        return _frame(SCHEMAS[3], self._report)

    def __repr__(self) -> str:
        report = self._report
        return f"<Audit {report.document!r}: {len(report.rows)} rows, {len(report.checks)} checks>"


def audit_file(source: str | Path | PDF) -> Audit:
    """Read and judge one report, a file or an open PDF; raises `DocumentError` where it cannot be read."""
    if isinstance(source, (str, Path)):
        path = Path(source)
        report = file_report.read_report(path, path.name)
    else:
        report = file_report.read_open_pdf(source)
        path = Path(report.path)
    if not report.status.has_content:
        raise DocumentError(report.status, path, report.error.removeprefix(f"{report.document}: "))
    return Audit(report)


def _frame(schema: Schema, report: Report) -> pd.DataFrame:
    records = list(schema.records(report))
    columns = {}
    for index, column in enumerate(schema.columns):
        values = [record[index] for record in records]
        cells = [pd.NA if value in (None, "") else value for value in values]
        if column.type == "number":
            numbers = [cell if cell is pd.NA else Decimal(str(cell)) for cell in cells]
            columns[column.name] = pd.Series(numbers, dtype="object")
        else:
            kind = "Int64" if column.type == "integer" else "string"
            columns[column.name] = pd.Series(cells, dtype=kind)
    return pd.DataFrame(columns)
