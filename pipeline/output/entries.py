"""Report -> Entry: what the writers need of a file, as bytes that can be kept and sent.

An entry is a few compressed parts behind their lengths and a checksum: the summary, the records of
each table (a line of JSON for each), the review page. They are made and read piece by piece, so that
a long report takes little more memory than its bytes. Nothing in it depends on when, where or in
which order the file was read, so the same file gives the same bytes.
"""

from __future__ import annotations

import json
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import accumulate, islice, pairwise
from struct import Struct
from typing import NamedTuple, Self, TypeVar

from pipeline.checks import Report
from pipeline.output.file_summary import FileSummary
from pipeline.output.schema import SCHEMAS, Value

_T = TypeVar("_T")
Records = Iterable[Sequence[Value]]
_TABLES = tuple(schema.name for schema in SCHEMAS)
_CHECKSUM = Struct(">I")
_LENGTHS = Struct(f">{len(_TABLES) + 2}Q")
_BEGINS = _CHECKSUM.size + _LENGTHS.size
_SLICE = 1 << 14
"""Compressed bytes that are read at a time."""
_GROUP = 32
"""Records, or pieces of the page, that are put into bytes and compressed at a time."""
_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_dumps_parted = json.JSONEncoder(ensure_ascii=False, separators=(",\n", ":")).encode


class Entry(NamedTuple):
    """The summary of a file, and what is written of it, packed."""

    summary: FileSummary
    packed: bytes

    @classmethod
    def pack(cls, report: Report, page: Iterable[str]) -> Self:
        """Pack a report and the pieces of its review page."""
        summary = FileSummary.from_report(report)
        tables = (schema.records(report) for schema in SCHEMAS)
        parts: list[Iterable[bytes]] = [
            [_dumps(summary.as_json()).encode("utf-8", "replace")],
            *(map(_encode, map(_json_lines, _grouped(records))) for records in tables),
            map(_encode, map("".join, _grouped(page))),
        ]
        file = BytesIO(bytes(_BEGINS))
        file.seek(_BEGINS)
        lengths = [_compress(part, file) for part in parts]
        with file.getbuffer() as content:
            _LENGTHS.pack_into(content, _CHECKSUM.size, *lengths)
            _CHECKSUM.pack_into(content, 0, zlib.crc32(content[_CHECKSUM.size :]))
        return cls(summary, file.getvalue())

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        """Return the entry that gave these bytes; raises `ValueError` for any others."""
        content = memoryview(packed)[_CHECKSUM.size :]
        if len(packed) < _BEGINS or _CHECKSUM.unpack_from(packed)[0] != zlib.crc32(content):
            raise ValueError("not an entry, or a damaged one")
        try:
            summary = json.loads(b"".join(_pieces(packed, 0)))
            return cls(FileSummary.from_json(summary), packed)
        except (zlib.error, KeyError, TypeError) as error:
            raise ValueError(f"not an entry: {error}") from None

    def records(self, table: str) -> Iterator[list[Value]]:
        """Yield the records of a table, by its name."""
        rest = b""
        for piece in _pieces(self.packed, 1 + _TABLES.index(table)):
            *lines, rest = (rest + piece).split(b"\n")
            yield from map(json.loads, lines)

    def page(self) -> Iterator[str]:
        """Yield the review page, as HTML, in pieces."""
        decoder = getincrementaldecoder("utf-8")()
        yield from map(decoder.decode, _pieces(self.packed, 1 + len(_TABLES)))


def _grouped(items: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield items in groups: an encoder, or a call of the compressor, for each one is dear."""
    rest = iter(items)
    while group := list(islice(rest, _GROUP)):
        yield group


def _json_lines(records: Sequence[Sequence[Value]]) -> str:
    """Return a line of JSON for each record, from one run of the encoder over all of them.

    No string in JSON holds a line end, so those behind the commas set records and values apart.
    """
    text = _dumps_parted(records).removeprefix("[").removesuffix("]")
    return text.replace("],\n[", "]\n[").replace(",\n", ",") + "\n"


def _compress(pieces: Iterable[bytes], file: BytesIO) -> int:
    """Write bytes that come in pieces, compressed; return how many there are then."""
    began, compressor = file.tell(), zlib.compressobj(1)
    file.writelines(map(compressor.compress, pieces))
    file.write(compressor.flush())
    return file.tell() - began


def _encode(text: str) -> bytes:
    """Return a text as it can be written: half a surrogate pair is no character."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _pieces(packed: bytes, part: int) -> Iterator[bytes]:
    """Yield the bytes of a part."""
    lengths = _LENGTHS.unpack_from(packed, _CHECKSUM.size)
    first, last = list(pairwise(accumulate(lengths, initial=_BEGINS)))[part]
    content, reader = memoryview(packed), zlib.decompressobj()
    for at in range(first, last, _SLICE):
        yield reader.decompress(content[at : min(at + _SLICE, last)])
