"""Reports -> the findings of `pipeline check`, for a person, a program or a code host.

Each is told in the language of its report. What comes from a document is made harmless first, see
`visible_text`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.checks import Check, Finding, Language, Level, Message, Report, Text, compose
from pipeline.output.excerpts import Excerpt
from pipeline.output.places import place_fields
from pipeline.output.visible_text import escape_json, escape_line, escape_lines
from pipeline.quantities import fixed_decimal, plain_decimal

_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}


class Screen(NamedTuple):
    """What is printed on: how many columns it has, and whether it shows colours."""

    columns: int = 100
    coloured: bool = False

    def paint(self, text: str, colour: str) -> str:
        """Return a text in a colour, where there are colours."""
        return f"\x1b[1;{colour}m{text}\x1b[0m" if self.coloured else text


def as_text(reports: Iterable[Report], screen: Screen) -> Iterator[str]:
    """Yield each finding as a compiler shows it: what is wrong, where, the sentence, the figures."""
    for report, check in notable_findings(reports):
        yield from _shown(report, check, screen)
        yield ""


def as_concise(reports: Iterable[Report]) -> Iterator[str]:
    """Yield each finding on a line."""
    for report, check in notable_findings(reports):
        language = report.told_in
        level = compose(check.level).text(language)
        told = escape_line(check.told(language))
        yield f"{_where(report, check)}: {_code(check)} [{level}] {told}"


def as_json(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one JSON array of all findings."""
    records = [_record(report, check) for report, check in notable_findings(reports)]
    yield escape_json(json.dumps(records, ensure_ascii=False, indent=2))


def as_github(reports: Iterable[Report]) -> Iterator[str]:
    """Yield each finding as a workflow command."""
    words = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
    for report, check in notable_findings(reports):
        place = check.claim.stated.place if check.claim.stated else None
        name = _escaped(escape_lines(report.path or report.document))
        name = name.replace(":", "%3A").replace(",", "%2C")
        # A PDF has no lines; only a place in plain text is one.
        line = f",line={int(place.top)}" if place and place.x0 is None else ""
        item = f"{_code(check)} {finding_item(check).text(report.told_in)}"
        message = _escaped(_beside(item, check.told(report.told_in), report.told_in))
        yield f"::{words[check.level]} file={name}{line},title={_code(check)}::{message}"


def as_sarif(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a SARIF 2.1.0 log."""
    from pipeline.output import sarif  # tells the rules by examples, and loads what judges them

    seen = list(reports)
    log = sarif.sarif_log(seen, list(notable_findings(seen)))
    yield escape_json(json.dumps(log, ensure_ascii=False, indent=2))


FORMATS: Mapping[str, Callable[[Iterable[Report]], Iterator[str]]] = {
    "concise": as_concise,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def format_findings(form: str, reports: Iterable[Report], screen: Screen) -> Iterator[str]:
    """Yield the findings in a format; only text asks how wide the screen is."""
    return as_text(reports, screen) if form == "text" else FORMATS[form](reports)


def notable_findings(reports: Iterable[Report]) -> Iterator[tuple[Report, Check]]:
    """Yield what is at least a note, in the order of the documents."""
    for report in reports:
        for check in report.checks:
            if check.level.rank >= Level.NOTE.rank:
                yield report, check


# --------------------------------------------------------------------------- for a person


def _shown(report: Report, check: Check, screen: Screen) -> Iterator[str]:
    """Yield the lines of one finding."""
    language = report.told_in
    first = check.findings[0]
    level = compose(first.level)
    colour = _COLOURS[first.level]
    head = screen.paint(f"{level.text(language)}[{first.code}]", colour)
    yield _beside(head, first.message.brief(language), language)
    yield f"  --> {escape_line(report.document)}: {finding_place(check).text(language)}"
    if check.claim.stated is not None:
        excerpt = Excerpt.of(check.claim.stated)
        sentence, *under = excerpt.lines(screen.columns - len(_BAR))
        yield _BAR.rstrip()
        yield f"{_BAR}{sentence}"
        yield from (f"{_BAR}{screen.paint(line, colour)}" for line in under)
        yield _BAR.rstrip()
    for name, text in (*finding_notes(check, language), *_others(check.findings, language)):
        yield f"{_NOTE}{_beside(name.text(language), text, language)}"


_BAR, _NOTE = "   | ", "   = "


def _beside(name: str, told: str, language: Language) -> str:
    return compose(Text.BESIDE, name=name, told=escape_line(told)).text(language)


def finding_notes(check: Check, language: Language) -> Iterator[tuple[Message, str]]:
    """Yield what is told of a finding below its sentence: name and text."""
    yield compose(Text.LABEL), check.claim.label
    shown = check.findings[0].message.arithmetic
    if shown is None:
        return
    if figures := shown.figures(language):
        yield compose(Text.COMPARED), figures
    yield compose(Text.RECOMPUTED), shown.evaluated(language)
    for other in shown.tried:
        yield compose(Text.ALSO_TRIED), other


def _others(findings: Sequence[Finding], language: Language) -> Iterator[tuple[Message, str]]:
    """Yield what the lesser findings of a check say, and where to read more."""
    for other in findings[1:]:
        yield compose(Text.ALSO, code=other.code), other.message.brief(language)
    yield compose(Text.MORE), f"pipeline explain {findings[0].code}"


def finding_place(check: Check) -> Message:
    """Return where a finding stands: its page and the place on it, its row and item."""
    item = finding_item(check)
    if check.claim.stated is None:
        return item
    place = check.claim.stated.place
    if place.x0 is None:
        return compose(Text.PLACE, place=compose(Text.LINE, line=str(int(place.top))), item=item)
    page = compose(Text.PAGE, page=str(place.page))
    at = compose(Text.AT, page=page, x=f"{place.x0:.0f}", y=f"{place.top:.0f}")
    return compose(Text.PLACE, place=at, item=item)


def finding_item(check: Check) -> Message:
    """Return the row and the item of a check."""
    return compose(Text.ROW_ITEM, row=str(check.claim.row), item=str(check.claim.item))


def _where(report: Report, check: Check) -> str:
    """Return the place as tools that jump to one read it: name:line, or name: p.3 at (x, y)."""
    place = check.claim.stated.place if check.claim.stated else None
    name, item = escape_line(report.document), finding_item(check).text(report.told_in)
    if place is None:
        return f"{name}: {item}"
    if place.x0 is None:
        return f"{name}:{int(place.top)}: {item}"
    return f"{name}: p.{place.page} at ({place.x0:.0f}, {place.top:.0f}): {item}"


# --------------------------------------------------------------------------- for a program


def _code(check: Check) -> str:
    return check.finding.code if check.finding else ""


def _record(report: Report, check: Check) -> dict[str, object]:
    claim = check.claim
    place = claim.stated.place if claim.stated else None
    return {
        "document": report.document,
        "row": claim.row,
        "item": claim.item,
        "label": claim.label,
        "kind": str(claim.kind),
        "code": _code(check),
        "level": str(check.level),
        "verdict": str(check.verdict),
        "stated": plain_decimal(claim.stated.quantity.value) if claim.stated else None,
        "formula": check.formula or None,
        "recomputed": fixed_decimal(check.recomputed, 6) or None,
        "message": check.told(report.told_in),
        "place": place_fields(place) if place else None,
    }


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
