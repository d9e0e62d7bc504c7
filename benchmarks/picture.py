"""Seconds of each reader -> a bar chart as SVG, without a plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH, ROW, LEFT, RIGHT = 760, 30, 220, 90


def draw(bars: Sequence[tuple[str, float]], title: str = "Seconds for 100 pages") -> str:
    """Return the picture; the pipeline's own bar is dark."""
    longest = max((seconds for _, seconds in bars), default=1.0)
    height = ROW * (len(bars) + 1) + 14
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">',
        '<g font-family="sans-serif" font-size="14">',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="10" y="22" font-weight="bold" fill="#222222">{escape(title)}</text>',
    ]
    for number, (name, seconds) in enumerate(sorted(bars, key=lambda bar: bar[1]), start=1):
        top = ROW * number + 6
        width = max((WIDTH - LEFT - RIGHT) * seconds / longest, 1)
        colour = "#1f4e79" if name == "pipeline" else "#b9c7d6"
        lines += [
            f'<text x="10" y="{top + 16}" fill="#222222">{escape(name)}</text>',
            f'<rect x="{LEFT}" y="{top}" width="{width:.1f}" height="{ROW - 8}" fill="{colour}"/>',
            f'<text x="{LEFT + width + 6:.1f}" y="{top + 16}" fill="#222222">{seconds:.2f} s</text>',
        ]
    return "\n".join([*lines, "</g>", "</svg>", ""])
