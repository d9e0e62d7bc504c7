"""Loose glyphs and horizontal rules of a page -> tables that are ruled only across, or not at all."""
