"""Entries -> the files of the four tables in one of `formats`, and the datapackage.json for them.

The same entries give the same bytes. All is written as it comes, one entry in memory at a time, into a
folder from which the files are moved to their places when they are whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from pipeline.output.data_package import write_data_package
from pipeline.output.entries import Entry
from pipeline.output.formats import DEFAULT_TABLE_FORMAT, TABLE_FORMATS
from pipeline.output.schema import SCHEMAS


def write_tables(
    entries: Iterable[Entry], folder: Path, form: str = DEFAULT_TABLE_FORMAT, *, safe: bool = False
) -> Iterator[Entry]:
    """Write each entry's records as it comes, and hand it on; the data package comes last.

    ``form`` is one of `TABLE_FORMATS`; ``safe`` keeps cells from running in a spreadsheet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table_format = TABLE_FORMATS[form]
    paths = [folder / table_format.file_name(schema.name) for schema in SCHEMAS]
    writer = table_format.load()
    with ExitStack() as stack:
        tables = [
            stack.enter_context(writer.open_table(schema, path, safe=safe))
            for schema, path in zip(SCHEMAS, paths, strict=True)
        ]
        for entry in entries:
            for schema, table in zip(SCHEMAS, tables, strict=True):
                table.add(entry.records(schema.name))
            yield entry
    write_data_package(paths, table_format, folder)
