"""FileSummary -> what is said on the terminal: a few lines for each file, and a count of all at the end."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Mapping

from pipeline.checks import Level
from pipeline.output.file_summary import FileSummary
from pipeline.output.visible_text import escape_line

_SLOW = 3
"""How many of the slowest files are named."""


class Tally:
    """The counts of a run. ``selected`` are the rules that count for the exit status."""

    def __init__(self, selected: Collection[str]) -> None:
        self._selected = selected
        self._statuses: Counter[str] = Counter()
        self._codes: Counter[str] = Counter()
        self._checks = 0
        self._slowest: list[tuple[float, str]] = []
        self.worst = Level.NONE
        self.unread = False

    def add(self, summary: FileSummary, seconds: float) -> None:
        """Count a file."""
        self._statuses[summary.status] += 1
        self._codes += summary.codes
        self._checks += summary.checks
        levels = summary.with_codes(self._selected).levels
        self.worst = max([self.worst, *levels], key=lambda level: level.rank)
        self.unread |= not summary.status.is_complete
        heapq.heappush(self._slowest, (seconds, summary.document))
        if len(self._slowest) > _SLOW:
            heapq.heappop(self._slowest)

    def text(self) -> str:
        """Return how many there were of what, in a line or two."""
        files = sum(self._statuses.values())
        lines = []
        if files > 1:
            slow = sorted(self._slowest, reverse=True)
            slowest = ", ".join(f"{escape_line(name)} {seconds:.1f} s" for seconds, name in slow)
            lines.append(f"slowest: {slowest}")
        lines.append(
            f"{plural(files, 'file')} ({_counted(self._statuses)}), {plural(self._checks, 'check')}"
            + (f"; findings: {_counted(self._codes)}" if self._codes else "; no findings")
        )
        return "\n".join(lines)


def summary_line(summary: FileSummary, *, verbose: bool) -> str:
    """Return how the reading of a file went, and what of it was left aside."""
    parts = [f"{escape_line(summary.document)}: {summary.status}"]
    if summary.error:
        parts.append(escape_line(summary.error.removeprefix(f"{summary.document}: ")))
    if summary.rows:
        findings = sum(level.rank > 0 for level in summary.levels)
        parts.append(
            f"{plural(summary.pages, 'page')}, {plural(summary.rows, 'row')}, "
            f"{plural(summary.checks, 'check')}, {plural(findings, 'finding')} "
            f"({summary.flagged} to look at)"
        )
    lines = [": ".join(parts), *(f"  warning: {escape_line(text)}" for text in summary.warnings)]
    if summary.coverage:
        lines.append(f"  coverage: {escape_line(summary.coverage)}")
    glyphs = summary.glyphs
    left = glyphs.get("glyphs in other", 0) + glyphs.get("glyphs in other tables", 0)
    if verbose and glyphs.get("glyphs"):
        lines.append(f"  {_glyphs(glyphs)}")
    elif left:
        lines.append(f"  left aside: {plural(left, 'glyph')} outside of performance tables")
    return "\n".join(lines)


def _glyphs(counts: Mapping[str, int]) -> str:
    kinds = ("cells", "headers", "headings", "furniture", "other tables", "other")
    parts = [f"{counts[f'glyphs in {k}']} in {k}" for k in kinds if counts.get(f"glyphs in {k}")]
    return f"{plural(counts['glyphs'], 'glyph')}: {', '.join(parts)}"


def plural(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> plural(1, "file"), plural(2, "file")
    ('1 file', '2 files')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
