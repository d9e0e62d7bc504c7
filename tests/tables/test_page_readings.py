"""Readings of a page: the fewer glyphs they leave outside of cells, the better."""

from pipeline.reading import Glyph, GlyphColumns
from pipeline.tables.page_readings import PageContent, Reading

GLYPHS = [Glyph(char, 10 * n, 10, 10 * n + 10, 20) for n, char in enumerate("目標值")]
PAGE = PageContent(1, GlyphColumns.from_glyphs(GLYPHS), (), None)


def test_fewer_glyphs_outside_are_better() -> None:
    assert Reading(GLYPHS[:1]).score > Reading(GLYPHS).score
    assert Reading([]).score == 0


def test_glyphs_of_no_table_stay_loose() -> None:
    reading = Reading(GLYPHS).with_unruled(PAGE)
    assert reading.unruled_tables == ()
    assert list(reading.loose) == GLYPHS
    assert Reading(GLYPHS).loose == GLYPHS
