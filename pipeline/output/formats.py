"""The forms that the tables are written in: all that tells one from another is an entry of this table.

>>> TABLE_FORMATS["parquet"].file("rows"), [*TABLE_FORMATS]
('rows.parquet', ['csv', 'parquet'])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self, cast

if TYPE_CHECKING:
    from pipeline.output.entries import Records
    from pipeline.output.schema import Schema


class Table(Protocol):
    """A file that takes the records of a table."""

    def add(self, records: Records) -> None:
        """Write records at the end."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


class Writer(Protocol):
    """What the module of a form has to offer."""

    def open_table(self, schema: Schema, path: Path, *, safe: bool) -> Table:
        """Open the file of a table; ``safe`` keeps cells from running in a spreadsheet."""

    def read_column(self, path: Path, name: str) -> Iterable[str]:
        """Return a column of a file that was written; raises `ValueError` for one that was not."""


class Format(NamedTuple):
    """A form: its name and suffix, the module that writes it, and what the data package says of it.

    The name is that of ``--output-format`` and of the data package. Loading the module raises
    `UsageError` if something that it needs is not installed.
    """

    name: str
    suffix: str
    writer: str
    media_type: str
    package_profile: str = "data-package"
    resource_profile: str = "data-resource"
    encoding: str = ""
    dialect: Mapping[str, object] = {}

    def file(self, table: str) -> str:
        """Return the name of the file of a table."""
        return f"{table}{self.suffix}"

    def load(self) -> Writer:
        """Return the module that writes it."""
        return cast("Writer", import_module(self.writer))


_FORMATS = (
    Format(
        name="csv",
        suffix=".csv",
        writer="pipeline.output.tables",
        media_type="text/csv",
        package_profile="tabular-data-package",
        resource_profile="tabular-data-resource",
        encoding="utf-8-sig",
        dialect={"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
    ),
    Format(
        name="parquet",
        suffix=".parquet",
        writer="pipeline.output.parquet",
        media_type="application/vnd.apache.parquet",
    ),
)
TABLE_FORMATS: Mapping[str, Format] = {form.name: form for form in _FORMATS}
USUAL = "csv"
