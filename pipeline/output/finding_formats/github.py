"""Reports -> a workflow command of GitHub for each finding, which it shows beside the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.checks import Check, Level, Report
from pipeline.output.findings import (
    Screen,
    finding_code,
    finding_item,
    name_and_text,
    notable_findings,
)
from pipeline.output.visible_text import escape_lines

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def format_findings(reports: Iterable[Report], screen: Screen) -> Iterator[str]:  # noqa: ARG001
    """Yield a command for each finding, however wide the screen is."""
    for report, check in notable_findings(reports):
        item = f"{finding_code(check)} {finding_item(check).text(report.told_in)}"
        message = name_and_text(item, check.told(report.told_in), report.told_in)
        yield (
            f"::{_COMMANDS[check.level]} {_properties(report, check)},title={finding_code(check)}"
            f"::{_escape_data(message)}"
        )


def _properties(report: Report, check: Check) -> str:
    """Return the file and, in plain text, the line: a PDF has none."""
    place = check.claim.stated.place if check.claim.stated else None
    name = _escape_data(escape_lines(report.path or report.document))
    name = name.replace(":", "%3A").replace(",", "%2C")
    line = f",line={int(place.top)}" if place and place.x0 is None else ""
    return f"file={name}{line}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
