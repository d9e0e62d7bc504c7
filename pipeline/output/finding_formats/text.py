"""Reports -> each finding as a compiler shows it: what is wrong, where, the sentence, the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.checks import Check, Finding, Language, Level, Message, Report, Text, compose
from pipeline.output.excerpts import Excerpt
from pipeline.output.findings import (
    Screen,
    finding_notes,
    finding_place,
    name_and_text,
    notable_findings,
)
from pipeline.output.visible_text import escape_line

_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
_BAR, _NOTE = "   | ", "   = "


def format_findings(reports: Iterable[Report], screen: Screen) -> Iterator[str]:
    """Yield the lines of each finding, and an empty one behind it."""
    for report, check in notable_findings(reports):
        yield from _finding_lines(report, check, screen)
        yield ""


def _finding_lines(report: Report, check: Check, screen: Screen) -> Iterator[str]:
    language = report.told_in
    first = check.findings[0]
    level = compose(first.level)
    colour = _COLOURS[first.level]
    head = screen.paint(f"{level.text(language)}[{first.code}]", colour)
    yield name_and_text(head, first.message.brief(language), language)
    yield f"  --> {escape_line(report.document)}: {finding_place(check).text(language)}"
    if check.claim.stated is not None:
        excerpt = Excerpt.from_figure(check.claim.stated)
        sentence, *underlines = excerpt.lines(screen.columns - len(_BAR))
        yield _BAR.rstrip()
        yield f"{_BAR}{sentence}"
        yield from (f"{_BAR}{screen.paint(line, colour)}" for line in underlines)
        yield _BAR.rstrip()
    for name, text in (*finding_notes(check, language), *_others(check.findings, language)):
        yield f"{_NOTE}{name_and_text(name.text(language), text, language)}"


def _others(findings: Sequence[Finding], language: Language) -> Iterator[tuple[Message, str]]:
    """Yield what the lesser findings of a check say, and where to read more."""
    for other in findings[1:]:
        yield compose(Text.ALSO, code=other.code), other.message.brief(language)
    yield compose(Text.MORE), f"pipeline explain {findings[0].code}"
