"""Texts read as paragraphs of running text, and what they tell, short enough for a table of cases."""

from __future__ import annotations

from pipeline.records import Line, Paragraph
from pipeline.rows.running_text import rate_rows
from pipeline.rows.running_text.records import ToldRate

Told = tuple[str, str, tuple[str, ...]]
"""A rate, what it compares with, and what it is of, as printed."""


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, (Line(text, 1, 1, 1),))


def rates(text: str, *above: str, unit: str = "") -> list[ToldRate]:
    return rate_rows.told_rates(paragraph(text), unit, [paragraph(one) for one in above])


def told(text: str, *above: str) -> list[Told]:
    return [
        (
            rate.rate.quantity.text,
            rate.base.quantity.text if rate.base else "",
            tuple(part.quantity.text for part in rate.parts),
        )
        for rate in rates(text, *above)
    ]
