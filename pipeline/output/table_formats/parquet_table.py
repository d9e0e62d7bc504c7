"""Records -> a Parquet file, group by group.

Whole numbers are int64. Other numbers are text, exactly as in the CSV file: a float would not be what is
printed, and a decimal of a fixed scale would lose how many places were printed, or not hold the figure.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from pipeline.errors import UsageError
from pipeline.output.entries import Records
from pipeline.output.schema import Schema

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError as error:
    raise UsageError(
        'Parquet needs pyarrow: pip install "performance-report-pipeline[parquet]"'
    ) from error

_GROUP = 20_000
"""Records of a row group: what is held in memory at a time."""
_LONGEST = 2**63


def open_table(schema: Schema, path: Path, *, safe: bool) -> ParquetTable:  # noqa: ARG001
    """Open the Parquet file of a table; nothing in one runs, ``safe`` or not."""
    return ParquetTable(schema, path)


def read_column(path: Path, name: str) -> list[str]:
    """Return a column of a Parquet file; raises `ValueError` for one without it."""
    try:
        table = parquet.read_table(path, columns=[name])
        return [str(value) for value in table.column(name).to_pylist()]
    except (KeyError, pa.ArrowException) as error:
        raise ValueError(f"{path}: {error}") from None


class ParquetTable:
    """A Parquet file with the columns of a table."""

    def __init__(self, schema: Schema, path: Path) -> None:
        self._schema = pa.schema(
            [
                pa.field(
                    column.name,
                    pa.int64() if column.type == "integer" else pa.string(),
                    metadata={"title": column.title, "description": column.description},
                )
                for column in schema.columns
            ]
        )
        self._whole = [column.type == "integer" for column in schema.columns]
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._held: list[list[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, records: Records) -> None:
        """Write records at the end."""
        for record in records:
            self._held.append(
                [
                    _cell(value, whole=whole)
                    for value, whole in zip(record, self._whole, strict=True)
                ]
            )
        if len(self._held) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._held:
            columns = list(zip(*self._held, strict=True))
            self._writer.write_table(pa.table(columns, schema=self._schema))
            self._held.clear()


def _cell(value: Any, *, whole: bool) -> Any:
    """Return a value as its column takes it; a number too long for one is not known."""
    if value is None or value == "":
        return None
    if whole:
        number = int(value)
        return number if -_LONGEST <= number < _LONGEST else None
    return str(value)
