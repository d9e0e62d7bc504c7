"""The formats that tables and findings are written in: two ordered lists, an entry for each format.

A new format is one entry here and the module that it names. The choices of ``--output-format`` and
``--format`` are taken from here, so this module loads no other; a format's own is loaded when it is used.

>>> TABLE_FORMATS["parquet"].file_name("rows"), FINDING_FORMATS["json"].name
('rows.parquet', 'json')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self, cast

if TYPE_CHECKING:
    from pipeline.checks import Report
    from pipeline.output.entries import Records
    from pipeline.output.findings import Screen
    from pipeline.output.schema import Schema


# --------------------------------------------------------------------------- tables


class TableFile(Protocol):
    """A file that takes the records of a table."""

    def add(self, records: Records) -> None:
        """Write records at the end."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


class TableWriter(Protocol):
    """What the module of a table format has to offer."""

    def open_table(self, schema: Schema, path: Path, *, safe: bool) -> TableFile:
        """Open the file of a table; ``safe`` keeps cells from running in a spreadsheet."""

    def read_column(self, path: Path, name: str) -> Iterable[str]:
        """Return a column of a file that was written; raises `ValueError` for one that was not."""


class TableFormat(NamedTuple):
    """A table format: its name and suffix, the module that writes it, and what the data package says of it.

    The name is that of ``--output-format`` and of the data package. Loading the module raises
    `UsageError` if something that it needs is not installed.
    """

    name: str
    suffix: str
    module: str
    media_type: str
    package_profile: str = "data-package"
    resource_profile: str = "data-resource"
    encoding: str = ""
    dialect: Mapping[str, object] = {}

    def file_name(self, table: str) -> str:
        """Return the name of the file of a table."""
        return f"{table}{self.suffix}"

    def load(self) -> TableWriter:
        """Return the module that writes it."""
        return cast("TableWriter", import_module(f"pipeline.output.table_formats.{self.module}"))


_TABLE_FORMATS = (
    TableFormat(
        name="csv",
        suffix=".csv",
        module="csv_table",
        media_type="text/csv",
        package_profile="tabular-data-package",
        resource_profile="tabular-data-resource",
        encoding="utf-8-sig",
        dialect={"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
    ),
    TableFormat(
        name="parquet",
        suffix=".parquet",
        module="parquet_table",
        media_type="application/vnd.apache.parquet",
    ),
)
TABLE_FORMATS: Mapping[str, TableFormat] = {form.name: form for form in _TABLE_FORMATS}
DEFAULT_TABLE_FORMAT = _TABLE_FORMATS[0].name


# --------------------------------------------------------------------------- findings


class FindingWriter(Protocol):
    """What the module of a format of findings has to offer."""

    def format_findings(self, reports: Iterable[Report], screen: Screen) -> Iterator[str]:
        """Yield what is printed of the findings of some reports, line by line."""


class FindingFormat(NamedTuple):
    """A format of findings: its name, which is that of ``--format``, and the module that writes it."""

    name: str
    module: str

    def load(self) -> FindingWriter:
        """Return the module that writes it."""
        return cast(
            "FindingWriter", import_module(f"pipeline.output.finding_formats.{self.module}")
        )


_FINDING_FORMATS = (
    FindingFormat("text", "text"),
    FindingFormat("concise", "concise"),
    FindingFormat("json", "json_array"),
    FindingFormat("sarif", "sarif"),
    FindingFormat("github", "github"),
)
FINDING_FORMATS: Mapping[str, FindingFormat] = {form.name: form for form in _FINDING_FORMATS}
DEFAULT_FINDING_FORMAT = _FINDING_FORMATS[0].name


def format_findings(form: str, reports: Iterable[Report], screen: Screen) -> Iterator[str]:
    """Yield what is printed of the findings in a format, by its name."""
    return FINDING_FORMATS[form].load().format_findings(reports, screen)
