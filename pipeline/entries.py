"""Report -> Entry: what the writers need of a file, as bytes that can be kept and sent.

An entry is compressed JSON: the records of the four tables, the review page, the summary. Nothing in
it depends on when, where or in which order the file was read, so the same file gives the same bytes.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from pipeline.model import Report
from pipeline.schema import SCHEMAS, Value
from pipeline.summaries import Summary

Records = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Entry:
    """The records of each table by its name, the review page as HTML, and the summary."""

    tables: Mapping[str, Records]
    page: str
    summary: Summary

    @classmethod
    def of(cls, report: Report, page: str) -> Self:
        """Put down a report and its review page."""
        tables = {
            schema.name: [list(map(_whole, record)) for record in schema.records(report)]
            for schema in SCHEMAS
        }
        return cls(tables, str(_whole(page)), Summary.of(report))

    def pack(self) -> bytes:
        """Return the entry as bytes."""
        content = {"tables": self.tables, "page": self.page, "summary": self.summary.as_json()}
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(text.encode("utf-8", "replace"), 1)

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Return the entry that gave these bytes; raises `ValueError` for any others."""
        try:
            content = json.loads(zlib.decompress(packed))
            tables = {schema.name: content["tables"][schema.name] for schema in SCHEMAS}
            return cls(tables, content["page"], Summary.from_json(content["summary"]))
        except (zlib.error, KeyError, TypeError) as error:
            raise ValueError(f"not an entry: {error}") from None


def _whole(value: Value) -> Value:
    """Return a value whose text can be written: half a surrogate pair is no character."""
    if not isinstance(value, str) or value.isascii():
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
