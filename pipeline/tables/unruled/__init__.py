"""Loose glyphs and lying rules of a page -> tables that are ruled only across, or not at all."""
