"""Paragraphs of a cell -> a tree of numbered entries: 一、 over (一) over 1., in any order of styles.

Each entry keeps its paragraph and where its text begins in it, so that every figure found in it can
be traced to the page. A paragraph without a number goes on with the entry above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline import layouts, markers, quantities
from pipeline.model import Paragraph, Place
from pipeline.quantities import Quantity

_TITLE = re.compile(r"\s*(?P<title>[^：:。，；]{2,16})\s*(?:[：:]|$)")


@dataclass(slots=True)
class Entry:
    """A paragraph (or its rest behind the list number) with the entries under it."""

    paragraph: Paragraph
    start: int
    style: str
    number: int
    section: str | None
    children: list[Entry] = field(default_factory=list)
    found: tuple[Quantity, ...] = ()
    """The figures of the text, with offsets into `text`."""

    @property
    def text(self) -> str:
        """Return the text behind the list number."""
        return self.paragraph.text[self.start :]

    @property
    def title(self) -> str:
        """Return what stands before the first colon, or a short text without one."""
        match = _TITLE.match(self.text)
        return match["title"] if match else ""

    def place(self, start: int, end: int) -> Place:
        """Return where a range of `text` is printed."""
        return self.paragraph.place(self.start + start, self.start + end)

    def walk(self) -> Iterator[Entry]:
        """Yield the entry and all under it, in the order of the page."""
        yield self
        for child in self.children:
            yield from child.walk()


def from_paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[Entry, ...]:
    """Return the top entries of a cell.

    An entry's ``section`` is the part of the analysis it stands in: its own title's, else that of
    the entry it is under.
    """
    roots: list[Entry] = []
    stack: list[Entry] = []
    run = markers.Run()
    glued = markers.glued_runs([paragraph.text for paragraph in paragraphs])
    for index, paragraph in enumerate(paragraphs):
        marker = markers.marker_of(paragraph.text)
        if marker and marker.style.endswith("glued") and index not in glued:
            marker = None
        if marker and not run.due(marker) and marker.style == "1.":
            marker = None
        run.sees(marker)
        entry = _entry(paragraph, marker)
        if marker is not None:
            stack = _above(stack, entry.style)
        parent = stack[-1] if stack else None
        entry.section = layouts.section_of(entry.title) or (parent.section if parent else None)
        (parent.children if parent else roots).append(entry)
        if marker is not None:
            stack.append(entry)
    return tuple(roots)


def _entry(paragraph: Paragraph, marker: markers.Marker | None) -> Entry:
    start = 0
    if marker is not None:
        start = len(paragraph.text) - len(paragraph.text[marker.length :].lstrip())
    return Entry(
        paragraph,
        start,
        marker.style.removesuffix("glued") if marker else "",
        marker.number if marker else 0,
        None,
        [],
        tuple(quantities.find(paragraph.text[start:])),
    )


def _above(stack: Sequence[Entry], style: str) -> list[Entry]:
    """Return the entries over a new one of this style: those before the last of the same style."""
    for depth, entry in enumerate(stack):
        if entry.style == style:
            return list(stack[:depth])
    return list(stack)


def numbered(entries: Sequence[Entry]) -> list[Entry]:
    """Return the longest run 1, 2, 3 … of one style among the entries and those under them.

    >>> numbered(())
    []
    """
    return max(runs(entries), key=len, default=[])


def runs(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield every run 1, 2, 3 … of one style, in the order of print."""
    current: list[Entry] = []
    for entry in entries:
        if entry.number and entry.number == len(current) + 1:
            current.append(entry)
        elif entry.number == 1:
            yield current
            current = [entry]
    if current:
        yield current
    for entry in entries:
        yield from runs(entry.children)
