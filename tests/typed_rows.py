"""Rows typed by hand, as the stages after reading take them."""

from collections.abc import Sequence

from pipeline.checks import audit
from pipeline.checks.records import Check
from pipeline.claims.records import Indicator
from pipeline.records import Line, Paragraph, Place, Row


def paragraphs(text: str, first: int = 1) -> tuple[Paragraph, ...]:
    """Make a cell of a text, a paragraph for each line."""
    return tuple(
        Paragraph(line, (Line(line, 1, number, number),))
        for number, line in enumerate(text.split("\n"), start=first)
        if line
    )


def row(
    target: str, analysis: str, indicator: str = "辦理情形", number: int = 1, **cells: str
) -> Row:
    """Make a row of the texts of its cells."""
    texts = {
        "goal": "測試目標",
        "indicator": indicator,
        "target": target,
        "analysis": analysis,
    } | cells
    place = Place(1, None, 1, None, 1)
    return Row(number, number, {role: paragraphs(text) for role, text in texts.items()}, (place,))


def judged(
    target: str, analysis: str, indicator: str = "辦理情形", **cells: str
) -> tuple[Sequence[Indicator], Sequence[Check]]:
    """Judge a document of one row, for the year 105."""
    return audit.judge_rows([row(target, analysis, indicator, **cells)], 105)
