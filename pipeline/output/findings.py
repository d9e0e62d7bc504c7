"""Reports -> which findings are shown, and what every format and page tells of one: its place, item and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.checks import Check, Language, Level, Message, Report, Text, compose
from pipeline.output.visible_text import escape_line


class Screen(NamedTuple):
    """What is printed on: how many columns it has, and whether it shows colours."""

    columns: int = 100
    coloured: bool = False

    def paint(self, text: str, colour: str) -> str:
        """Return a text in a colour, where there are colours."""
        return f"\x1b[1;{colour}m{text}\x1b[0m" if self.coloured else text


def notable_findings(reports: Iterable[Report]) -> Iterator[tuple[Report, Check]]:
    """Yield the checks that are at least a note, in the order of the documents."""
    for report in reports:
        for check in report.checks:
            if check.level.rank >= Level.NOTE.rank:
                yield report, check


def finding_code(check: Check) -> str:
    """Return the code of the gravest finding of a check."""
    return check.finding.code if check.finding else ""


def finding_notes(check: Check, language: Language) -> Iterator[tuple[Message, str]]:
    """Yield what is told of a finding below its sentence: name and text."""
    yield compose(Text.LABEL), check.claim.label
    for doubt in check.doubts:
        yield compose(Text.SECOND_READING), doubt.text(language)
    arithmetic = check.findings[0].message.arithmetic
    if arithmetic is None:
        return
    if figures := arithmetic.figures(language):
        yield compose(Text.COMPARED), figures
    yield compose(Text.RECOMPUTED), arithmetic.evaluated(language)
    for other in arithmetic.tried:
        yield compose(Text.ALSO_TRIED), other


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


def name_and_text(name: str, text: str, language: Language) -> str:
    """Return a text behind its name, with the colon of a language; on one line."""
    return compose(Text.BESIDE, name=name, told=escape_line(text)).text(language)
