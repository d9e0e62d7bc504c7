"""Entries: what is packed comes back, the same report gives the same bytes, damage is an error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.output.entries import Entry
from pipeline.output.file_summary import FileSummary
from pipeline.output.schema import SCHEMAS
from tests.output.reports import WRONG, acting, hostile_report, report


def test_what_is_packed_comes_back() -> None:
    shown = report(*WRONG)
    entry = Entry.unpack(Entry.pack(shown, ["<p>", "頁\n", "</p>"]).packed)
    assert entry.summary == FileSummary.from_report(shown)
    assert "".join(entry.page()) == "<p>頁\n</p>"
    for schema in SCHEMAS:
        expected = [list(record) for record in schema.records(shown)]
        assert [*entry.records(schema.name)] == expected


@acting
def test_hostile_texts_come_back(text: str) -> None:
    shown = hostile_report(text)
    entry = Entry.unpack(Entry.pack(shown, "").packed)
    (told,) = entry.records("documents")
    half = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert told[0] in (text, half)  # half a surrogate pair is no character
    assert [*entry.page()] == [""]


def test_the_same_report_gives_the_same_bytes() -> None:
    first, second = (Entry.pack(report(*WRONG), "x").packed for _ in range(2))
    assert first == second
    assert Entry.pack(replace(report(*WRONG), sha256="1" * 64), "x").packed != first


def test_many_records_in_their_order() -> None:
    checks = report(*WRONG).checks
    shown = replace(report(*WRONG), checks=[*checks] * 500)
    entry = Entry.pack(shown, ["y"] * 500)
    assert len([*entry.records("checks")]) == 500
    assert "".join(entry.page()) == "y" * 500


def damaged(packed: bytes, kind: str) -> bytes:
    if kind == "changed":
        return packed[:-1] + bytes([packed[-1] ^ 1])
    return {"empty": b"", "short": packed[:8], "cut": packed[:-9], "longer": packed + b"x"}[kind]


@pytest.mark.parametrize("kind", ["empty", "short", "cut", "longer", "changed"])
def test_other_bytes_are_no_entry(kind: str) -> None:
    packed = Entry.pack(report(*WRONG), "x").packed
    with pytest.raises(ValueError, match="entry"):
        Entry.unpack(damaged(packed, kind))
