"""Row -> Row: what a column holds decides its role where its header misleads.

A header that ends in 達成率 over running text (執行情形及達成率) is that of an analysis.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.records import Row

_PROSE = regex.compile(r"[^，。；]{4,}+[，。；][^，。；]{4,}+")
"""Two clauses of some length."""
_LEAST_OF_PROSE = 24


def by_content(row: Row) -> Row:
    """Return a row whose column of rates, if it holds running text, is its analysis."""
    text = row.text("rate")
    if row.text("analysis") or len(text) < _LEAST_OF_PROSE or not _PROSE.search(text):
        return row
    cells = {role: cell for role, cell in row.cells.items() if role != "rate"}
    return replace(row, cells={**cells, "analysis": row.cell("rate")})
