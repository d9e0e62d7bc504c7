"""Tables of years, typed as grids, and the lines around them."""

from __future__ import annotations

from pipeline.records import Cell, Line, Table

HEIGHT = 20.0
WIDTH = 60.0


def text(words: str, page: int, top: float, left: float = 0.0) -> Line:
    lefts = [left + 9 * k for k in range(len(words))]
    return Line(words, page, top, top + 9, lefts, [x + 9 for x in lefts])


def table(*rows: str, page: int = 1, top: float = 100.0) -> Table:
    """Make a table of rows written as `a | b | c`: `=` joins a cell to the one before, `^` to the one above."""
    texts = [[cell.strip() for cell in row.split("|")] for row in rows]
    grid: list[tuple[Cell | None, ...]] = []
    for r, own in enumerate(texts):
        cells: list[Cell | None] = []
        for c, words in enumerate(own):
            if words in ("=", "^"):
                cells.append(None)
                continue
            columns = next((n for n, w in enumerate(own[c + 1 :], 1) if w != "="), len(own) - c)
            below = [other[c] for other in texts[r + 1 :]]
            deep = next((n for n, w in enumerate(below, 1) if w != "^"), len(below) + 1)
            y = top + r * HEIGHT
            lines = tuple(text(w, page, y + 2, c * WIDTH + 2) for w in words.split("/n") if w)
            cells.append(
                Cell(
                    c * WIDTH, y, (c + columns) * WIDTH, y + deep * HEIGHT, c, columns, deep, lines
                )
            )
        grid.append(tuple(cells))
    right = max(len(own) for own in texts) * WIDTH
    return Table(page, 0.0, top, right, top + len(rows) * HEIGHT, tuple(grid))


FIGURES = ("原訂目標值 | 30 | 35", "實際值 | 34 | 33", "達成度(%) | 113 | 94")
HEAD = "項目 | 104年度 | 105年度"
ABOVE = (text("一、關鍵策略目標：落實稽查", 1, 40), text("1.關鍵績效指標：稽查家數", 1, 60))
TOLD = [
    *ABOVE,
    text("績效衡量暨達成情形分析：", 1, 200),
    text("1.本年度辦理稽查計三十三家，並就缺失事項函請改善，另辦理說明會三場次，", 1, 220),
    text("參加者眾。", 1, 240),
]
"""The headings, and a running text that ends the page."""
