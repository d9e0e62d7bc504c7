"""Reports -> each finding on a line, behind its place as tools that jump to one read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.checks import Check, Report, compose
from pipeline.output.findings import Screen, finding_code, finding_item, notable_findings
from pipeline.output.visible_text import escape_line


def format_findings(reports: Iterable[Report], screen: Screen) -> Iterator[str]:  # noqa: ARG001
    """Yield a line for each finding, however wide the screen is."""
    for report, check in notable_findings(reports):
        language = report.told_in
        level = compose(check.level).text(language)
        message = escape_line(check.told(language))
        yield f"{_place(report, check)}: {finding_code(check)} [{level}] {message}"


def _place(report: Report, check: Check) -> str:
    """Return the place of a finding: name:line, or name: p.3 at (x, y)."""
    place = check.claim.stated.place if check.claim.stated else None
    name, item = escape_line(report.document), finding_item(check).text(report.told_in)
    if place is None:
        return f"{name}: {item}"
    if place.x0 is None:
        return f"{name}:{int(place.top)}: {item}"
    return f"{name}: p.{place.page} at ({place.x0:.0f}, {place.top:.0f}): {item}"
