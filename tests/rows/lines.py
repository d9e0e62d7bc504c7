"""Lines set in a cell that is ten full-width characters wide."""

from __future__ import annotations

from pipeline.records import Line
from tests.cells import EM, PADDING, PITCH, line

SIDE = PADDING + 10 * EM + PADDING
"""The right side of the cell, which begins at 0."""


def block(*printed: str, page: int = 1, side: float = SIDE) -> list[Line]:
    """Set lines in a cell from its left side on; each ``>`` in front is an indent of one character."""
    return [
        line(
            text.lstrip(">"),
            PADDING + EM * (len(text) - len(text.lstrip(">"))),
            PITCH * at,
            page,
        )
        for at, text in enumerate(printed)
    ]
