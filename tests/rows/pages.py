"""Pages of tables, read to rows, each glyph of them accounted for."""

from __future__ import annotations

from pipeline.records import PageTables, Row
from pipeline.rows import logical_rows, titles
from pipeline.rows.contents import Contents

ROLES = ("goal", "indicator", "target", "analysis")
Texts = list[list[str]]
ROW = ("一、守護湖域", "巡護航次", "300航次", "實際330航次。")
ROW_TEXTS = [["守護湖域"], ["巡護航次"], ["300航次"], ["實際330航次。"]]


def printed(row: Row) -> Texts:
    return [[paragraph.text for paragraph in row.cell(role)] for role in ROLES]


def read(*pages: PageTables) -> Contents:
    """Read pages, and see that each of their glyphs is accounted for."""
    contents = logical_rows.from_pages(pages)
    counts = contents.counts
    kept = ("cells", "headers", "other tables")
    loose = sum(titles.read_heading(contents.loose, "").glyphs.values())
    assert sum(counts[f"glyphs in {kind}"] for kind in kept) + loose == counts["glyphs"]
    assert counts["glyphs"] == sum(sheet.glyphs for sheet in pages)
    assert counts["pages"] == len(pages)
    assert counts["rows"] == len(contents.rows)
    assert [row.number for row in contents.rows] == list(range(1, len(contents.rows) + 1))
    return contents
